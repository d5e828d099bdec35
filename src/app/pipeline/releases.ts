import { listKeyedOrganisations, type KeyedOrganisation } from '../../db/queries/organisation-decisions.ts';
import { listPurchases, type PurchaseRow } from '../../db/queries/pipeline-purchases.ts';
import { decimalOf } from '../../domain/contracts/decimal-of.ts';
import { streamOperation } from '../operation.ts';
import { lastDay } from './export.ts';
import { pipelineFilter } from './pipeline-scope.ts';

/** Shareable purchases in the shape of releases of pipeline notices, for systems that read OCDS. */
export const exportPipelineReleases = streamOperation({
  id: 'pipeline.releases',
  summary:
    'Export shareable planned purchases as objects in the shape of OCDS releases of pipeline notices, one per line.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: pipelineFilter.pick({ segment: true, buyer: true }),
  run: async function* run(context, { segment, buyer }) {
    const { read } = await context.register();
    const rows = await listPurchases(read, {
      isSharedOnly: true,
      isStandingOnly: true,
      buyer: buyer ?? null,
      ...(segment.length > 0 && { segments: segment }),
    });
    const buyers = await listKeyedOrganisations(
      read,
      rows.map((row) => row.buyer_id),
    );
    for (const row of rows.toReversed()) {
      context.signal.throwIfAborted();
      yield releaseOf(row, buyers.get(row.buyer_id));
    }
  },
});

/** A planned purchase as a release. It has no ocid until a notice gives it one, and is therefore no release to publish yet. */
function releaseOf(row: PurchaseRow, buyer: KeyedOrganisation | undefined): Record<string, unknown> {
  const party = partyOf(row, buyer);
  const startDate = `${row.start_from}T00:00:00Z`;
  const endOn = lastDay(row.start_from, row.months);
  return {
    ...(row.process_ocid !== null && { ocid: row.process_ocid }),
    id: `${row.purchase_id}-${row.version_id}`,
    tag: ['planning'],
    date: row.made_at,
    initiationType: 'tender',
    parties: [{ ...party, roles: ['buyer'] }],
    buyer: { id: party.id, name: party.name },
    tender: {
      id: row.reference,
      title: row.title,
      ...(row.description !== null && { description: row.description }),
      ...(row.cpv_codes.length > 0 && {
        items: [
          {
            id: '1',
            additionalClassifications: row.cpv_codes.map((id) => ({ scheme: 'CPV', id })),
            relatedLot: '1',
          },
        ],
      }),
      ...(row.high_minor_units !== null && { value: valueOf(row) }),
      ...(row.category !== null && { mainProcurementCategory: row.category }),
      ...(row.is_framework && { techniques: { hasFrameworkAgreement: true } }),
      lots: [
        {
          id: '1',
          contractPeriod: { startDate, ...(endOn !== null && { endDate: `${endOn}T23:59:59Z` }) },
          status: 'planned',
        },
      ],
      ...(row.notice_on !== null && { communication: { futureNoticeDate: `${row.notice_on}T23:59:59Z` } }),
      status: 'planned',
    },
    language: 'en',
  };
}

/** The highest value: a notice has one, and the Act estimates the most that may be paid. */
function valueOf(row: PurchaseRow): Record<string, unknown> {
  const amount = Number(decimalOf(row.high_minor_units, row.currency));
  return { ...(row.vat_basis === 'net' ? { amount } : { amountGross: amount }), currency: row.currency };
}

function partyOf(
  row: PurchaseRow,
  buyer: KeyedOrganisation | undefined,
): { id: string; name: string; identifier?: { scheme: string; id: string } } {
  const key = buyer?.keys.find((one) => /^[A-Z]{2}-[A-Z]+:/u.test(one));
  if (key === undefined) return { id: row.buyer_id, name: row.buyer_name };
  const [scheme = '', id = ''] = key.split(':', 2);
  return { id: `${scheme}-${id}`, name: row.buyer_name, identifier: { scheme, id } };
}
