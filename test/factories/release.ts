import type { JsonObject } from '../../src/lib/json.ts';
import type { ReadRelease } from '../../src/ocds/reader.ts';

/** What a made-up Procurement Act release may say; the rest is plausible. */
export type ReleaseParts = {
  ocid?: string;
  id?: string;
  date?: string;
  title?: string;
  description?: string;
  buyer?: { id: string; name: string; identifier?: { scheme: string; id: string } };
  suppliers?: {
    id: string;
    name: string;
    identifier?: { scheme: string; id: string };
    scale?: 'sme' | 'large';
  }[];
  net?: number | null;
  gross?: number | null;
  cpv?: string;
  signed?: string;
  start?: string;
  end?: string;
  /** UK6 is an award without a contract; UK7 the contract itself. */
  noticeType?: 'UK6' | 'UK7';
};

/**
 * A release of the Procurement Act kind, as Find a Tender publishes it.
 *
 * @example actRelease({ ocid: 'ocds-h6vhtk-000001', noticeType: 'UK6' })
 */
export function actRelease(parts: ReleaseParts = {}): JsonObject {
  const id = parts.id ?? '000001-2026';
  const noticeType = parts.noticeType ?? 'UK7';
  const buyer = parts.buyer ?? { id: 'GB-PPON-PAAA-1111-AAAA', name: 'Marram District Council' };
  const suppliers = parts.suppliers ?? [{ id: 'GB-COH-01234567', name: 'Aldergate Systems Ltd' }];
  const document = {
    id,
    documentType: 'notice',
    noticeType,
    url: `https://www.find-tender.service.gov.uk/Notice/${id}`,
  };
  const value: JsonObject = { currency: 'GBP' };
  if (parts.net !== null) value['amount'] = parts.net ?? 100_000;
  if (parts.gross !== null) value['amountGross'] = parts.gross ?? 120_000;
  const items = [
    { id: '1', relatedLot: '1', additionalClassifications: [{ scheme: 'CPV', id: parts.cpv ?? '72000000' }] },
  ];
  const award: JsonObject = {
    id: '1',
    status: 'active',
    suppliers: suppliers.map(({ id: partyId, name }) => ({ id: partyId, name })),
    items,
    relatedLots: ['1'],
  };
  const period = {
    startDate: `${parts.start ?? '2026-06-01'}T00:00:00+01:00`,
    endDate: `${parts.end ?? '2028-05-31'}T23:59:59+01:00`,
  };
  if (noticeType === 'UK6') Object.assign(award, { value, contractPeriod: period, documents: [document] });
  const contract: JsonObject = {
    id: '1',
    awardID: '1',
    status: 'active',
    value,
    dateSigned: `${parts.signed ?? '2026-05-01'}T00:00:00+01:00`,
    period,
    documents: [document],
  };
  return {
    ocid: parts.ocid ?? 'ocds-h6vhtk-000001',
    id,
    date: parts.date ?? '2026-05-06T10:00:00+01:00',
    tag: ['award', 'contract'],
    buyer: { id: buyer.id, name: buyer.name },
    parties: [
      party({ ...buyer, roles: ['buyer'] }),
      ...suppliers.map((supplier) => party({ ...supplier, roles: ['supplier'] })),
    ],
    tender: {
      id: 'T1',
      legalBasis: { scheme: 'UKPGA', id: '2023/54' },
      title: parts.title ?? 'Housing management system',
      description: parts.description ?? 'Supply and support of a housing management system.',
      procurementMethod: 'open',
      procurementMethodDetails: 'Open procedure',
      lots: [{ id: '1', status: 'complete' }],
    },
    awards: [award],
    ...(noticeType === 'UK7' && { contracts: [contract] }),
  };
}

function party(given: {
  id: string;
  name: string;
  roles: string[];
  identifier?: { scheme: string; id: string };
  scale?: string;
}): JsonObject {
  const [, scheme, id] = /^(GB-[A-Z]+)-(.*)$/u.exec(given.id) ?? [];
  const identifier = given.identifier ?? (scheme !== undefined && id !== undefined ? { scheme, id } : null);
  return {
    id: given.id,
    name: given.name,
    roles: given.roles,
    ...(identifier !== null && { identifier }),
    ...(given.scale !== undefined && { details: { scale: given.scale } }),
    address: { locality: 'Leeds', postalCode: 'LS1 4AB', country: 'GB' },
    contactPoint: { name: 'Contact', email: 'contact@example.org', telephone: '0113 496 0000' },
  };
}

/** A release as the reader yields it. */
export function readOf(release: JsonObject, line = 1): ReadRelease {
  return {
    release,
    text: JSON.stringify(release),
    origin: { input: 'test.jsonl', line },
    repairs: [],
    shape: 'release',
  };
}
