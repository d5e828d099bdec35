import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../register.ts';
import { figuresOf, partiesOf } from './market-parts.ts';
import { freshRows, marketColumns } from './market-rows.ts';

/** A group that a batch touched: what one organisation bought or sold in one segment and year. */
export type TouchedGroup = { side: string; organisation_id: string; segment: string; year: number };

/** What counting contracts again has done. */
export type Recount = {
  /** Contracts whose kept row is another now, is new or is gone. */
  changed: number;
  /** Groups in which any of the contracts was or is counted, changed or not. */
  groups: TouchedGroup[];
  /** Contracts that may follow others than before, or be followed by others. */
  moved: string[];
  /** Buyers and segments in which those were or are counted. */
  pairs: { buyer_id: string; segment: string }[];
};

type Row = Recount & {
  empty_figures: Record<string, unknown>[];
  empty_parties: Record<string, unknown>[];
};

const figureKey = sql.raw('figure, segment, buyer_type, year, key');
const partyKey = sql.raw('side, organisation_id, segment, year');

/** What a succession is recognised by: see `successionsOf`. */
const successionColumns = (row: 'b' | 'f'): RawBuilder<unknown> =>
  sql.raw(
    `row(${['segment', 'buyer_id', 'supplier_id', 'is_counted', 'start_on', 'end_on', 'dated_on', 'title_words'].map((name) => `${row}.${name}`).join(', ')})`,
  );

/**
 * Counts contracts again: where a kept row differs from what the contract gives now, the kept row is replaced where it
 * stands, and the sums change by the difference, each of them once. What is the same is read and nothing else.
 *
 * @param ids of contracts, whether they are held or are gone
 */
export async function recountContracts(executor: Executor, ids: readonly string[]): Promise<Recount> {
  const { rows } = await sql<Row>`
    with before as materialized (select ${marketColumns} from market_contract where contract_id = any(${ids}::text[])),
    fresh as materialized (${freshRows(sql`c.contract_id = any(${ids}::text[])`)}),
    changed as materialized (
      select coalesce(b.contract_id, f.contract_id) as contract_id, b.contract_id is null as is_new, f.contract_id is null as is_gone,
        ${successionColumns('b')} is distinct from ${successionColumns('f')} as is_moved
      from before b full join fresh f on f.contract_id = b.contract_id where b is distinct from f
    ),
    part as materialized (
      select b.*, -1 as sign from before b where b.contract_id in (select contract_id from changed)
      union all select f.*, 1 from fresh f where f.contract_id in (select contract_id from changed)
    ),
    gone as (
      delete from market_contract where contract_id = any(${ids}::text[])
        and contract_id in (select contract_id from changed where is_gone)
    ),
    added as (
      insert into market_contract (${marketColumns})
      select ${marketColumns} from fresh where contract_id in (select contract_id from changed where is_new)
    ),
    replaced as (
      update market_contract m set (${marketColumns}) = row(f.*) from fresh f
      where m.contract_id = any(${ids}::text[]) and f.contract_id = m.contract_id
        and m.contract_id in (select contract_id from changed where not is_new)
    ),
    figure as (
      insert into market_figure as s (${figureKey}, contract_count, net_count, pence)
      select * from (${figuresOf(sql`select * from part`)}) sum order by ${figureKey}
      on conflict (${figureKey}) do update set ${changedSums} returning s.*
    ),
    party as (
      insert into market_party as s (${partyKey}, contract_count, net_count, pence)
      select * from (${partiesOf(sql`select * from part`)}) sum order by ${partyKey}
      on conflict (${partyKey}) do update set ${changedSums} returning s.*
    ),
    kept as materialized (
      select k.*, k.contract_id in (select contract_id from changed where is_moved) as is_moved
      from (select * from before union all select * from fresh) k where k.is_counted
    ),
    touched as (
      select v.side, v.organisation_id, k.segment, k.dated_year as year
      from kept k cross join lateral (values ('buyer', k.buyer_id), ('supplier', k.supplier_id)) v(side, organisation_id)
      where v.organisation_id is not null group by 1, 2, 3, 4
    ),
    pair as (select distinct buyer_id, segment from kept where is_moved and buyer_id is not null)
    select (select count(*)::int from changed) as changed,
      (select coalesce(json_agg(t), '[]') from touched t) as groups,
      (select coalesce(json_agg(contract_id), '[]') from changed where is_moved) as moved,
      (select coalesce(json_agg(p), '[]') from pair p) as pairs,
      (select coalesce(json_agg(f), '[]') from figure f where contract_count = 0) as empty_figures,
      (select coalesce(json_agg(p), '[]') from party p where contract_count = 0) as empty_parties`.execute(
    executor,
  );
  const [{ empty_figures, empty_parties, ...recount } = none] = rows;
  await dropEmpty(executor, 'market_figure', figureKey, empty_figures);
  await dropEmpty(executor, 'market_party', partyKey, empty_parties);
  return recount;
}

const none: Row = { changed: 0, groups: [], moved: [], pairs: [], empty_figures: [], empty_parties: [] };

const changedSums = sql`contract_count = s.contract_count + excluded.contract_count, net_count = s.net_count + excluded.net_count,
  pence = s.pence + excluded.pence`;

async function dropEmpty(
  executor: Executor,
  table: 'market_figure' | 'market_party',
  key: RawBuilder<unknown>,
  empty: readonly Record<string, unknown>[],
): Promise<void> {
  if (empty.length === 0) return;
  const name = sql.table(table);
  await sql`delete from ${name} where contract_count = 0 and (${key}) in (
    select ${key} from json_populate_recordset(null::${name}, ${JSON.stringify(empty)}::json))`.execute(
    executor,
  );
}
