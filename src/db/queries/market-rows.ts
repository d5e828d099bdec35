import { sql, type RawBuilder } from 'kysely';
import type { MarketContract } from '../../domain/market/market-contract.ts';
import { contractStages, routes } from '../../domain/contracts/contract-facts.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import type { Executor } from '../register.ts';

/** Columns of `market_contract`, in order. */
export const marketColumns =
  sql.raw(`contract_id, segment, buyer_id, buyer_type, supplier_id, supplier_ids, supplier_count, scale, route, stage,
  is_below_threshold, is_framework_agreement, is_copy, is_counted, net_pence, start_on, end_on, max_end_on, ended_on, dated_on, dated_year, tender_on, decided_on,
  bid_count, first_pence, last_pence, committed_gap, committed_until, extension_until, title, title_words`);

/**
 * What the measures need of contracts, read from the contracts: the rows that `market_contract` keeps.
 *
 * @param which condition over `contract c`
 */
export function freshRows(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select p.contract_id, p.segment, p.buyer_id, p.buyer_type,
      case when p.supplier_count = 1 then p.supplier_ids[1] end as supplier_id, p.supplier_ids, p.supplier_count, p.scale, p.route, p.stage,
      p.is_below_threshold, p.is_framework_agreement, p.is_copy, p.is_counted, p.net_pence, p.start_on, p.end_on, p.max_end_on, p.ended_on, p.dated_on, p.dated_year,
      p.tender_on, p.decided_on, p.bid_count, p.first_pence, p.last_pence,
      p.committed_gap, ${committedUntil} as committed_until, ${extensionUntil} as extension_until, p.title, p.title_words
    from (
      select c.contract_id, coalesce(c.segment, '') as segment, c.buyer_id, c.buyer_type,
        array_remove(c.supplier_ids, '') as supplier_ids, ${supplierCount} as supplier_count,
        c.scale, c.route, c.stage, c.regime = 'below-threshold' as is_below_threshold, c.is_framework_agreement,
        c.main_ocid is not null as is_copy,
        c.main_ocid is null and not c.is_framework_agreement and c.stage <> 'cancelled' as is_counted,
        c.net_pence, c.start_on, c.end_on, c.max_end_on, c.ended_on, c.dated_on, c.dated_year, c.tender_on,
        coalesce(c.signed_on, c.awarded_on) as decided_on, c.bid_count, c.first_pence, c.last_pence, c.title, c.title_words,
        ${committedGap} as committed_gap
      from contract c where ${which}
    ) p`;
}

/** Suppliers that are one organisation count once, by whatever names and numbers the notices call it. */
const supplierCount = sql`case when cardinality(c.supplier_ids) < 2 then cardinality(c.supplier_ids) else (
  select count(distinct id) filter (where id <> '') + count(*) filter (where id = '') from unnest(c.supplier_ids) id)::int end`;

/** `committedGap` of domain/market/committed-value.ts; a test holds the two equal. */
const committedGap = sql`case
  when c.main_ocid is not null then 'copy'
  when c.is_framework_agreement then 'framework-agreement'
  when c.stage = 'cancelled' then 'withdrawn'
  when c.stage in ('awarded', 'intended') then 'not-signed'
  when c.net_pence is null then 'no-value'
  when c.start_on is null then 'no-start'
  when c.end_on is null then 'no-end'
  when c.end_on < c.start_on then 'end-before-start'
  when c.stage = 'terminated' and c.ended_on is null then 'end-unknown' end`;

/** `committedTerm` of the same file. */
const committedUntil = sql`case when p.committed_gap is null
  then case when p.stage = 'terminated' then least(p.end_on, p.ended_on) else p.end_on end end`;
const extensionUntil = sql`case when p.committed_gap is null and p.stage not in ('terminated', 'completed') and p.max_end_on > p.end_on
  then p.max_end_on end`;

type StoredRow = {
  contract_id: string;
  segment: string;
  buyer_id: string | null;
  buyer_type: string;
  supplier_ids: string[];
  supplier_count: number;
  scale: string | null;
  route: string;
  stage: string;
  is_below_threshold: boolean;
  is_framework_agreement: boolean;
  is_copy: boolean;
  net_pence: number | null;
  start_on: string | null;
  end_on: string | null;
  max_end_on: string | null;
  ended_on: string | null;
  dated_on: string;
  tender_on: string | null;
  decided_on: string | null;
  bid_count: number | null;
  first_pence: number | null;
  last_pence: number | null;
  title: string;
};

/**
 * Contracts as the measures see them, in the order of their ids: for pages of one market and for checks against the sums.
 *
 * @param where condition over `market_contract m`
 */
export async function listMarketContracts(
  executor: Executor,
  where: RawBuilder<unknown> = sql`true`,
): Promise<MarketContract[]> {
  const { rows } = await sql<StoredRow>`
    select m.contract_id, m.segment, m.buyer_id, m.buyer_type, m.supplier_ids, m.supplier_count, m.scale, m.route, m.stage,
      m.is_below_threshold, m.is_framework_agreement, m.is_copy, m.net_pence, m.start_on, m.end_on, m.max_end_on, m.ended_on, m.dated_on, m.tender_on, m.decided_on,
      m.bid_count, m.first_pence, m.last_pence, m.title
    from market_contract m where ${where} order by m.contract_id`.execute(executor);
  return rows.map((row) => ({
    contractId: row.contract_id,
    segment: row.segment === '' ? null : row.segment,
    buyerId: row.buyer_id,
    buyerType: buyerTypes.find((one) => one === row.buyer_type) ?? 'unknown',
    supplierIds: row.supplier_ids,
    supplierCount: row.supplier_count,
    scale: scales.find((one) => one === row.scale) ?? null,
    route: routes.find((one) => one === row.route) ?? 'unknown',
    stage: contractStages.find((one) => one === row.stage) ?? 'awarded',
    isBelowThreshold: row.is_below_threshold,
    isFrameworkAgreement: row.is_framework_agreement,
    isCopy: row.is_copy,
    netPence: row.net_pence,
    startOn: row.start_on,
    endOn: row.end_on,
    maxEndOn: row.max_end_on,
    endedOn: row.ended_on,
    datedOn: row.dated_on,
    tenderOn: row.tender_on,
    decidedOn: row.decided_on,
    bidCount: row.bid_count,
    firstPence: row.first_pence,
    lastPence: row.last_pence,
    title: row.title,
  }));
}

const scales = ['sme', 'large', 'mixed'] as const;
