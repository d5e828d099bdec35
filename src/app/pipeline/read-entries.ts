import { listPurchases, type PurchaseRow } from '../../db/queries/pipeline-purchases.ts';
import {
  listEndingContracts,
  listPlannedProcesses,
  type EndingContractRow,
  type PlannedProcessRow,
} from '../../db/queries/pipeline-sources.ts';
import type { Executor } from '../../db/register.ts';
import { dayNumber, dayOfNumber } from '../../domain/market/financial-year.ts';
import { joinLetTogether } from '../../domain/pipeline/join-let-together.ts';
import { noticeValue } from '../../domain/pipeline/notice-value.ts';
import type { PipelineEntry, PipelineGap } from '../../domain/pipeline/pipeline-entry.ts';

/** What stands behind the entries, by key, for who needs more than the merge does. */
export type EntryRecords = {
  purchases: ReadonlyMap<string, PurchaseRow>;
  processes: ReadonlyMap<string, PlannedProcessRow>;
};

/**
 * Every entry of the pipeline that the public may see: shareable purchases of all segments, and planned processes and ending
 * contracts of the segments asked for.
 *
 * @param ends first and last day on which contracts end
 */
export async function readPipelineEntries(
  executor: Executor,
  segments: readonly string[],
  ends: { from: string; to: string },
): Promise<{ entries: PipelineEntry[]; records: EntryRecords }> {
  const [purchases, processes, contracts] = await Promise.all([
    listPurchases(executor, { isSharedOnly: true, isStandingOnly: true }),
    listPlannedProcesses(executor, segments),
    listEndingContracts(executor, { segments, ...ends }),
  ]);
  const entered = keyed(purchases, entryOfPurchase);
  const planned = keyed(processes, entryOfProcess);
  return {
    entries: [
      ...entered.map(([entry]) => entry),
      ...planned.map(([entry]) => entry),
      ...joinLetTogether(contracts.map(entryOfContract)),
    ],
    records: {
      purchases: new Map(entered.map(([{ key }, row]) => [key, row])),
      processes: new Map(planned.map(([{ key }, row]) => [key, row])),
    },
  };
}

function keyed<Row>(rows: readonly Row[], entryOf: (row: Row) => PipelineEntry): [PipelineEntry, Row][] {
  return rows.map((row) => [entryOf(row), row]);
}

function entryOfPurchase(row: PurchaseRow): PipelineEntry {
  const gap = purchaseGap(row);
  return {
    key: `entered:${row.purchase_id}`,
    source: 'entered',
    buyerId: row.buyer_id,
    buyerName: row.buyer_name,
    segment: row.segment,
    title: row.title,
    lowPence: gap === null ? row.low_minor_units : null,
    highPence: gap === null ? row.high_minor_units : null,
    gap,
    startFrom: row.start_from,
    startTo: row.start_to,
    months: row.months,
    noticeOn: row.notice_on,
    ocid: row.counted_ocid,
    contractIds: [],
    replacesContractId: row.follows_contract_id,
    stage: row.stage,
    confidence: row.confidence,
  };
}

function purchaseGap(row: PurchaseRow): PipelineGap | null {
  if (row.low_minor_units === null) return 'no-value';
  if (row.is_framework) return 'ceiling';
  if (row.currency !== 'GBP') return 'other-currency';
  return row.vat_basis === 'net' ? null : 'with-vat';
}

function entryOfProcess(row: PlannedProcessRow): PipelineEntry {
  const { pence, gap } = noticeValue(row.amounts, row.lot_count);
  const source = (['UK3', 'UK2', 'UK1'] as const).find((type) => row.notice_types.includes(type)) ?? 'UK1';
  return {
    key: `process:${row.ocid}`,
    source,
    buyerId: row.buyer_id,
    buyerName: row.buyer_name,
    segment: row.segment,
    title: row.title,
    lowPence: pence,
    highPence: pence,
    gap,
    startFrom: row.start_from,
    startTo: row.start_to,
    months: monthsBetween(row.start_from, row.end_on),
    noticeOn: row.tender_expected_on,
    ocid: row.ocid,
    contractIds: [],
    replacesContractId: null,
    stage: null,
    confidence: null,
  };
}

function entryOfContract(row: EndingContractRow): PipelineEntry {
  const last = row.max_end_on === null || row.max_end_on < row.end_on ? row.end_on : row.max_end_on;
  return {
    key: `contract:${row.contract_id}`,
    source: 'renewal',
    buyerId: row.buyer_id,
    buyerName: row.buyer_name,
    segment: row.segment,
    title: row.title,
    lowPence: row.net_pence,
    highPence: row.net_pence,
    gap: row.net_pence === null ? 'no-value' : null,
    startFrom: dayAfter(row.end_on),
    startTo: dayAfter(last),
    months: monthsBetween(row.start_on, row.end_on),
    noticeOn: null,
    ocid: row.ocid,
    contractIds: [row.contract_id],
    replacesContractId: null,
    stage: null,
    confidence: null,
  };
}

const dayAfter = (day: string): string => dayOfNumber(dayNumber(day) + 1);

/** Days of a month on average, so that 1 April to 31 March is twelve. */
const monthDays = 365.25 / 12;

function monthsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null || to <= from) return null;
  return Math.max(1, Math.round((dayNumber(to) + 1 - dayNumber(from)) / monthDays));
}
