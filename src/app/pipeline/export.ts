import { Temporal } from 'temporal-polyfill';
import type { PurchaseRow } from '../../db/queries/pipeline-purchases.ts';
import { decimalOf } from '../../domain/contracts/decimal-of.ts';
import type { PipelineNeed } from '../../domain/pipeline/merge-entries.ts';
import { streamOperation } from '../operation.ts';
import { isListed, pipelineFilter, readNeeds } from './pipeline-scope.ts';
import type { EntryRecords } from './read-entries.ts';

/**
 * Columns up to `tenderNoticeOn` stand in the order in which releases of pipeline notices (UK1) on Find a Tender give
 * the same facts: `ocid`, `buyer`, `tender.id`, `title`, `description`, `items`, `value`, `mainProcurementCategory`,
 * `techniques`, `lots[].contractPeriod`, `communication.futureNoticeDate`. What the notice doesn't have follows.
 */
const columns = [
  'ocid',
  'buyerId',
  'buyer',
  'reference',
  'title',
  'description',
  'cpvCodes',
  'valueLow',
  'valueHigh',
  'currency',
  'vatBasis',
  'category',
  'isFramework',
  'startFrom',
  'startTo',
  'endOn',
  'tenderNoticeOn',
  'segment',
  'source',
  'stage',
  'confidence',
  'contractIds',
  'alsoAs',
  'gap',
] as const;

/** Needs of the pipeline as rows, in the order of a pipeline notice's fields. */
export const exportPipeline = streamOperation({
  id: 'pipeline.export',
  summary: 'Export the pipeline with columns in the order of a pipeline notice (UK1).',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  columns,
  input: pipelineFilter,
  run: async function* run(context, filter) {
    const { needs, view, records } = await readNeeds(context, filter);
    for (const need of needs) {
      context.signal.throwIfAborted();
      if (isListed(need, view)) yield rowOf(need, records);
    }
  },
});

type Row = Record<(typeof columns)[number], string | number | boolean | null>;

function rowOf(need: PipelineNeed, { purchases, processes }: EntryRecords): Row {
  const { head } = need;
  const purchase = purchases.get(head.key);
  const process = processes.get(head.key);
  return {
    ocid: head.source === 'renewal' ? null : head.ocid,
    buyerId: head.buyerId,
    buyer: head.buyerName,
    reference: purchase?.reference ?? null,
    title: head.title,
    description: purchase?.description ?? process?.description ?? null,
    cpvCodes: (purchase?.cpv_codes ?? process?.cpv_codes ?? []).join('; '),
    ...valueOf(need, purchase),
    category: purchase?.category ?? null,
    isFramework: purchase?.is_framework ?? process?.is_framework_agreement ?? null,
    startFrom: need.startFrom,
    startTo: need.startTo,
    endOn: process?.end_on ?? lastDay(need.startFrom, head.months),
    tenderNoticeOn: need.noticeOn,
    segment: head.segment,
    source: head.source,
    stage: head.stage,
    confidence: head.confidence,
    contractIds: head.contractIds.join('; '),
    alsoAs: need.alsoAs
      .map(({ entry, reason }) => `${entry.source} ${entry.contractIds[0] ?? entry.ocid ?? ''} (${reason})`)
      .join('; '),
    gap: need.gap,
  };
}

/** The value that is added up, else the one entered with its own currency and basis, else nothing. */
function valueOf(
  { lowPence, highPence }: PipelineNeed,
  purchase: PurchaseRow | undefined,
): Pick<Row, 'valueLow' | 'valueHigh' | 'currency' | 'vatBasis'> {
  const isSummed = lowPence !== null || purchase === undefined;
  const [low, high] = isSummed
    ? [lowPence, highPence]
    : [purchase.low_minor_units, purchase.high_minor_units];
  const currency = isSummed ? 'GBP' : purchase.currency;
  const numberOf = (minorUnits: number | null): number | null => {
    const decimal = decimalOf(minorUnits, currency);
    return decimal === null ? null : Number(decimal);
  };
  return {
    valueLow: numberOf(low),
    valueHigh: numberOf(high),
    currency: low === null ? null : currency,
    vatBasis: low === null ? null : isSummed ? 'net' : purchase.vat_basis,
  };
}

/**
 * Last day of a contract of so many months; null where its start or length is unknown.
 *
 * @example lastDay('2027-04-01', 12) // '2028-03-31'
 */
export function lastDay(startOn: string | null, months: number | null): string | null {
  if (startOn === null || months === null) return null;
  return Temporal.PlainDate.from(startOn).add({ months }).subtract({ days: 1 }).toString();
}
