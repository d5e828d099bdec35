import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** A segment within years of signature or award, on a day. */
export type SegmentOnDay = {
  segment: string;
  fromYear: number;
  toYear: number;
  today: string;
  until: string;
};

/** Lower quartile, median and upper quartile; null where nothing could be measured. */
export type QuartileRow = [number, number, number] | null;

/** How large the contracts of a segment are and how long they run. Framework agreements, which promise nothing, are left out. */
export type SegmentTermsRow = {
  contracts: number;
  /** How many state a value that is counted, and its quartiles in pence without VAT. */
  valued: number;
  pence: QuartileRow;
  /** How many state a value and a term, and quartiles of pence for a year; a term under a year counts as one. */
  yearly: number;
  pence_a_year: QuartileRow;
  /** How many state when they begin and end, and quartiles of months without options. */
  termed: number;
  months: QuartileRow;
  /** How many of those can be extended, and quartiles of months with every option. */
  extendable: number;
  longest_months: QuartileRow;
};

const quartiles = sql`array[0.25, 0.5, 0.75]::float8[]`;

/** Values and terms of the contracts of a segment that the market counts. */
export async function measureSegmentTerms(
  executor: Executor,
  { segment, fromYear, toYear }: SegmentOnDay,
): Promise<SegmentTermsRow> {
  const { rows } = await sql<SegmentTermsRow>`
    with own as (
      select nullif(net_pence, 0)::float8 as pence, case when end_on > start_on then (end_on - start_on + 1) / 30.4375 end as months,
        case when end_on > start_on and max_end_on > end_on then (max_end_on - start_on + 1) / 30.4375 end as longest
      from market_contract
      where segment = ${segment} and is_counted and not is_framework_agreement and dated_year between ${fromYear} and ${toYear}
    )
    select count(*)::int as contracts, count(pence)::int as valued,
      percentile_cont(${quartiles}) within group (order by pence) as pence,
      count(pence * months)::int as yearly,
      percentile_cont(${quartiles}) within group (order by pence * 12 / greatest(months, 12)) filter (where months is not null) as pence_a_year,
      count(months)::int as termed, percentile_cont(${quartiles}) within group (order by months) as months,
      count(longest)::int as extendable, percentile_cont(${quartiles}) within group (order by longest) as longest_months
    from own`.execute(executor);
  const [row] = rows;
  if (row === undefined) throw new Error('A sum over no rows is a row.');
  return row;
}

/** A contract as a playbook names it. */
export type SegmentContractRow = {
  contract_id: string;
  title: string;
  buyer_id: string | null;
  buyer_name: string | null;
  /** Null where it is likely a natural person, who is named on the page of the contract only. */
  suppliers: (string | null)[];
  net_pence: number | null;
  dated_on: string;
  end_on: string | null;
  max_end_on: string | null;
};

/** What is read of contracts that were chosen as `chosen`. */
const named = sql`
  select m.contract_id, c.title, c.buyer_id, c.buyer_name, m.net_pence, m.dated_on, m.end_on, m.max_end_on,
    array(select case when coalesce(o.is_person_likely, false) then null else s.name end
      from unnest(c.supplier_ids, c.supplier_names) with ordinality s(id, name, place)
      left join organisation o on o.organisation_id = s.id order by s.place) as suppliers
  from chosen m join contract c using (contract_id)`;

/** Contracts of a segment that were signed or awarded last, the newest first. */
export async function listRecentAwards(
  executor: Executor,
  { segment, today, limit }: SegmentOnDay & { limit: number },
): Promise<SegmentContractRow[]> {
  const { rows } = await sql<SegmentContractRow>`
    with chosen as (
      select * from market_contract where segment = ${segment} and is_counted and dated_on <= ${today}::date
      order by dated_on desc, contract_id limit ${limit}
    ) ${named} order by m.dated_on desc, m.contract_id`.execute(executor);
  return rows;
}

/** Contracts of a segment that end within some time and were let for most, the largest first. */
export async function listLargestEndings(
  executor: Executor,
  { segment, today, until, limit }: SegmentOnDay & { limit: number },
): Promise<SegmentContractRow[]> {
  const { rows } = await sql<SegmentContractRow>`
    with chosen as (
      select * from market_contract
      where segment = ${segment} and is_counted and not is_framework_agreement and net_pence is not null
        and stage not in ('terminated', 'completed') and end_on between ${today}::date and ${until}::date
      order by net_pence desc, contract_id limit ${limit}
    ) ${named} order by m.net_pence desc, m.contract_id`.execute(executor);
  return rows;
}
