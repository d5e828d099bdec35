import { sql } from 'kysely';
import type { ContractStage } from '../../domain/contracts/contract-facts.ts';
import { penceOfBand, type ValueBand } from '../../domain/contracts/value-band.ts';
import type { Register } from '../register.ts';

/** What a price benchmark reads of one contract. */
export type PricedContractRow = {
  contract_id: string;
  segment: string;
  buyer_type: string;
  buyer_id: string | null;
  stage: ContractStage;
  is_framework_agreement: boolean;
  net_pence: number | null;
  start_on: string | null;
  end_on: string | null;
};

const columns = sql`contract_id, segment, buyer_type, buyer_id, stage, is_framework_agreement, net_pence, start_on, end_on`;

/** Which contracts of a segment are read; null where any are. */
export type PricedGroup = { segment: string; buyerType: string | null; size: ValueBand | null };

/** Contracts of a segment that were counted for the market, signed or awarded from a day on. */
export async function listPricedContracts(
  register: Register,
  { segment, buyerType, size }: PricedGroup,
  from: string,
): Promise<PricedContractRow[]> {
  const ofBuyerType = buyerType === null ? sql`true` : sql`buyer_type = ${buyerType}`;
  const band = size === null ? null : penceOfBand(size);
  // What is indexed is how many digits the pence have: values change more often than that.
  const digits = (pence: number): number => String(pence).length;
  const fromPence =
    band === null || band.from <= 0
      ? sql`true`
      : sql`net_pence >= ${band.from} and net_digits >= ${digits(band.from)}`;
  const belowPence =
    band?.below == null
      ? sql`true`
      : sql`net_pence < ${band.below} and net_digits <= ${digits(band.below - 1)}`;
  const { rows } = await sql<PricedContractRow>`
    select ${columns} from market_contract
    where segment = ${segment} and ${ofBuyerType} and ${fromPence} and ${belowPence}
      and is_counted and dated_on >= ${from}::date`.execute(register.read);
  return rows;
}

/** One contract, or null where it was not counted for the market yet. */
export async function getPricedContract(
  register: Register,
  contractId: string,
): Promise<PricedContractRow | null> {
  const { rows } = await sql<PricedContractRow>`
    select ${columns} from market_contract where contract_id = ${contractId}`.execute(register.read);
  return rows[0] ?? null;
}

/** How the values of a group of contracts changed, as sums of logarithms. */
export type GrowthRow = {
  segment: string;
  route: string;
  regime: string;
  exact: number;
  sum_log: number;
  sum_log_squares: number;
  /** Ended without a published change, under a law that wants greater changes published. */
  censored: number;
  /** The same under another law: nothing is known. */
  unobserved: number;
  /** Still running without a published change: nothing is known yet. */
  running: number;
  no_value: number;
  /** Ratios that are a fault of the data rather than growth. */
  unbelievable: number;
};

/** Ratios beyond this, either way, are taken for faults of the data. */
const mostGrowth = 20;

/**
 * Growth of digital contracts by segment, route and law. A contract counts as ended where a notice says so, or where its
 * last day with every option is before `today`.
 *
 * @param noticeRegimes laws under which a change must be published
 */
export async function listGrowth(
  register: Register,
  today: string,
  noticeRegimes: readonly string[],
): Promise<GrowthRow[]> {
  const { rows } = await sql<GrowthRow>`
    with growing as (
      select m.segment, c.route, c.regime, m.first_pence, m.last_pence,
        m.last_pence::float8 / nullif(m.first_pence, 0) as ratio,
        m.stage in ('completed', 'terminated') or coalesce(m.ended_on, m.max_end_on, m.end_on) < ${today}::date as has_ended
      from market_contract m join contract c using (contract_id)
      where m.is_counted and m.segment not in ('', 'not-digital')
    ), judged as (
      select *, coalesce(ratio between ${1 / mostGrowth} and ${mostGrowth}, false) as is_exact,
        coalesce(ratio not between ${1 / mostGrowth} and ${mostGrowth}, false) as is_fault
      from growing
    )
    select segment, route, regime,
      count(*) filter (where is_exact)::int as exact,
      coalesce(sum(ln(ratio)) filter (where is_exact), 0)::float8 as sum_log,
      coalesce(sum(ln(ratio) ^ 2) filter (where is_exact), 0)::float8 as sum_log_squares,
      count(*) filter (where last_pence is null and first_pence is not null and has_ended
        and regime = any(${noticeRegimes}::text[]))::int as censored,
      count(*) filter (where last_pence is null and first_pence is not null and has_ended
        and regime <> all(${noticeRegimes}::text[]))::int as unobserved,
      count(*) filter (where last_pence is null and first_pence is not null and not coalesce(has_ended, false))::int as running,
      count(*) filter (where first_pence is null)::int as no_value,
      count(*) filter (where is_fault)::int as unbelievable
    from judged group by 1, 2, 3 order by 1, 2, 3`.execute(register.read);
  return rows;
}
