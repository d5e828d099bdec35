import type { JsonObject, JsonValue } from '../lib/json.ts';
import { writeEnd, writeInstant, writeStart } from './calendar.ts';
import { noticeUrl } from './notice-number.ts';
import type { PlannedLot, ProcessPlan, Step } from './process-plan.ts';
import type { PublishedSupplier } from './published-supplier.ts';
import { netValue } from './release-parts.ts';

/** The release of one notice in the shape of Contracts Finder: ids `guid-NNNNNN`, suitability on the tender, few identifiers. */
export function finderRelease(plan: ProcessPlan, step: Step): JsonObject {
  const [lot] = plan.lots;
  const isAward = step.kind === 'award';
  const date = writeInstant(step.day, step.second);
  const buyer = { id: `GB-CFS-8${plan.buyer.id.slice(1)}`, name: plan.buyerName };
  const tag = isAward
    ? 'award'
    : step.kind === 'planning'
      ? 'planning'
      : step.kind === 'tender+'
        ? 'tenderAmendment'
        : 'tender';
  const release: JsonObject = {
    ocid: plan.ocid,
    id: `${plan.guid}-${step.noticeId}`,
    language: 'en',
    date,
    tag: [tag],
    initiationType: 'tender',
    tender: tender(plan, lot, isAward ? 'complete' : step.kind === 'planning' ? 'planned' : 'active'),
    parties: [buyerParty(plan, buyer), ...(isAward ? (lot?.suppliers ?? []).map(supplierParty) : [])],
    buyer,
  };
  const document: JsonObject = {
    id: '1',
    documentType: isAward ? 'awardNotice' : 'tenderNotice',
    description: `${isAward ? 'Awarded contract' : 'Opportunity'} notice on ${plan.ocid.startsWith('ocds-kuma6s') ? 'Sell2Wales' : 'Contracts Finder'}`,
    url: noticeUrl(plan.guid),
    datePublished: date,
    format: 'text/html',
    language: 'en',
  };
  if (isAward && lot !== undefined) release['awards'] = [award(plan, lot, date, document)];
  return release;
}

function tender(plan: ProcessPlan, lot: PlannedLot | undefined, status: string): JsonObject {
  const [code, ...others] = plan.codes;
  const written: JsonObject = {
    id: plan.reference,
    title: plan.title,
    description: plan.description,
    status,
    classification: { scheme: 'CPV', id: code?.id ?? '72000000', description: code?.description ?? '' },
    ...(others.length > 0
      ? { additionalClassifications: others.map((one): JsonValue => ({ scheme: 'CPV', ...one })) }
      : {}),
    items: [
      {
        id: '1',
        deliveryAddresses: [{ postalCode: plan.buyer.address.postcode }, { countryName: 'United Kingdom' }],
      },
    ],
  };
  if (lot !== undefined) written['value'] = netValue(lot.estimate);
  if (plan.procedure === 'Direct award') written['procurementMethod'] = 'direct';
  else if (plan.procedure.startsWith('Open')) written['procurementMethod'] = 'open';
  else if (!plan.procedure.startsWith('Not') && !plan.procedure.startsWith('Other')) {
    written['procurementMethod'] = plan.procedure.startsWith('Single') ? 'limited' : 'selective';
  }
  return Object.assign(written, {
    procurementMethodDetails: plan.procedure,
    tenderPeriod: { endDate: writeInstant(plan.deadline, 43_200) },
    ...(lot === undefined
      ? {}
      : { contractPeriod: { startDate: writeStart(lot.start), endDate: writeEnd(lot.end) } }),
    suitability: { sme: plan.suitsSme, vcse: plan.suitsVcse },
    mainProcurementCategory: plan.category,
  });
}

function award(plan: ProcessPlan, lot: PlannedLot, date: string, document: JsonObject): JsonObject {
  return {
    id: `${plan.ocid}-1`,
    status: 'active',
    date: writeStart(lot.awarded),
    datePublished: date,
    value: netValue(lot.amount),
    suppliers: lot.suppliers.map((one) => ({ id: supplierId(one), name: one.name })),
    contractPeriod: { startDate: writeStart(lot.start), endDate: writeEnd(lot.end) },
    documents: [document],
  };
}

function supplierId(supplier: PublishedSupplier): string {
  return supplier.hasFinderNumber && supplier.writtenNumber !== null
    ? `GB-COH-${supplier.writtenNumber}`
    : `GB-CFS-${supplier.portalId}`;
}

function buyerParty(plan: ProcessPlan, buyer: JsonObject): JsonObject {
  const { address } = plan.buyer;
  return {
    ...buyer,
    identifier: { legalName: plan.buyerName },
    address: {
      streetAddress: address.street,
      locality: address.locality,
      postalCode: address.postcode,
      countryName: plan.buyer.isWelsh ? 'Wales' : 'England',
    },
    contactPoint: { name: 'Procurement Team', email: plan.contactEmail, telephone: '01632 960000' },
    roles: ['buyer'],
  };
}

function supplierParty(supplier: PublishedSupplier): JsonObject {
  const id = supplierId(supplier);
  const { street, locality, postcode } = supplier.address;
  return {
    id,
    name: supplier.name,
    identifier: {
      legalName: supplier.name,
      ...(id.startsWith('GB-COH-') ? { scheme: 'GB-COH', id: supplier.writtenNumber } : {}),
    },
    address: { streetAddress: [street, locality, postcode].filter((part) => part !== '').join(', ') },
    ...(supplier.scale === null ? {} : { details: { scale: supplier.scale, vcse: supplier.isVcse } }),
    roles: ['supplier'],
  };
}
