import { sql, type RawBuilder } from 'kysely';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import type { Executor } from '../register.ts';
import { freshRows, marketColumns } from './market-rows.ts';
import { listWrongSuccessions } from './market-successions.ts';
import { figuresOf, keptRows, partiesOf } from './market-parts.ts';
import type { TouchedGroup } from './market-recount.ts';

/** A sum that differs from what its rows add up to; `null` where one of the two has no such group. */
export type WrongSum = { table: string; group: string; stored: string | null; added: string | null };

/** Differences that are told; one is enough to fail. */
const mostTold = 20;

/** Contracts of a group that are added up for each batch that touches it, on average over the batches. */
const rowsPerTouch = 5;

/**
 * Adds up again the groups that a batch touched, from the rows that were counted, and names those whose sum differs. A
 * group of more than `most` contracts has its turn in one of so many batches as it holds `most` contracts, so that the
 * cost of a batch follows what changed and not what is held; a sum that is wrong stays wrong until its turn.
 */
export async function listWrongGroups(
  executor: Executor,
  groups: readonly TouchedGroup[],
  most = rowsPerTouch,
): Promise<WrongSum[]> {
  if (groups.length === 0) return [];
  const { rows } = await sql<WrongSum>`
    with named as materialized (
      select distinct * from json_to_recordset(${JSON.stringify(groups)}::json)
        as g(side text, organisation_id text, segment text, year smallint)
    ),
    stored as materialized (
      select n.*, p.contract_count, p.net_count, p.pence from named n cross join market_version v left join market_party p on ${isGroup}
      where (hashtext(n.organisation_id || n.segment || n.year) + v.version) % greatest(1, ceil(coalesce(p.contract_count, 1) / ${most}::float8)::int) = 0
    )
    select 'market_party' as "table", concat_ws(' · ', side, organisation_id, segment, year) as "group",
      case when s.contract_count is not null then ${sumsOf('s')}::text end as stored,
      case when a.contract_count > 0 then ${sumsOf('a')}::text end as added
    from stored s cross join lateral (
      select count(*)::int as contract_count, count(net_pence)::int as net_count, coalesce(sum(net_pence), 0)::bigint as pence
      from (${rowsOfGroup('buyer')} union all ${rowsOfGroup('supplier')}) r
    ) a
    where row(coalesce(s.contract_count, 0), coalesce(s.net_count, 0), coalesce(s.pence, 0)) <> ${sumsOf('a')} order by 2 limit ${mostTold}`.execute(
    executor,
  );
  return rows;
}

/**
 * The stored sum `p` of a group, found by the organisation. An index by segment and year reads a hundred times as much and
 * looks as good while the table has no statistics, so the segment is hidden from it.
 */
const isGroup =
  sql.raw(`p.side = n.side and p.organisation_id = n.organisation_id and p.segment || '' = n.segment
  and p.year = n.year`);

/**
 * The contracts of the group `s`. That the year is equal is said in two comparisons of the whole key: only the index that
 * begins with the organisation can answer these.
 */
const rowsOfGroup = (side: 'buyer' | 'supplier'): RawBuilder<unknown> => {
  const [key, wanted] = [`(${side}_id, segment, dated_year)`, '(s.organisation_id, s.segment, s.year)'];
  return sql.raw(`select net_pence from market_contract where s.side = '${side}' and ${side}_id = s.organisation_id
    and segment = s.segment and ${key} >= ${wanted} and ${key} <= ${wanted} and is_counted`);
};

/**
 * Adds up everything again: the kept rows from the contracts, every sum and succession from the kept rows. Reads the
 * whole register. Contracts that wait to be counted are left out of the first comparison.
 */
export async function listWrongSums(executor: Executor): Promise<WrongSum[]> {
  const { rows: figures } = await sql<WrongSum>`
    with added as (${figuresOf(keptRows)})
    ${differences('market_figure', 'market_figure', 'added', ['figure', 'segment', 'buyer_type', 'year', 'key'])}`.execute(
    executor,
  );
  const { rows: parties } = await sql<WrongSum>`
    with added as (${partiesOf(keptRows)})
    ${differences('market_party', 'market_party', 'added', ['side', 'organisation_id', 'segment', 'year'])}`.execute(
    executor,
  );
  const { rows: contracts } = await sql<WrongSum>`
    with fresh as (${freshRows(sql`not exists (select 1 from market_due d where d.contract_id = c.contract_id)`)}),
    kept as (
      select ${marketColumns} from market_contract m where not exists (select 1 from market_due d where d.contract_id = m.contract_id)
    )
    select 'market_contract' as "table", coalesce(k.contract_id, f.contract_id) as "group", k::text as stored, f::text as added
    from kept k full join (select ${marketColumns} from fresh) f using (contract_id)
    where k::text is distinct from f::text order by 2 limit ${mostTold}`.execute(executor);
  const successions = await listWrongSuccessions(executor, digitalSegmentIds, mostTold);
  return [
    ...contracts,
    ...figures,
    ...parties,
    ...successions.map(({ contract_id: group, stored, added }) => ({
      table: 'market_succession',
      group,
      stored: wonText(stored),
      added: wonText(added),
    })),
  ];
}

function wonText(isWon: boolean | null): string | null {
  return isWon === null ? null : isWon ? 'won again' : 'lost';
}

function differences(
  table: string,
  stored: string,
  added: string,
  key: readonly string[],
): RawBuilder<unknown> {
  const names = sql.raw(key.join(', '));
  return sql`
    select ${table} as "table", concat_ws(' · ', ${names}) as "group",
      case when s.contract_count is not null then ${sumsOf('s')}::text end as stored,
      case when a.contract_count is not null then ${sumsOf('a')}::text end as added
    from ${sql.raw(stored)} s full join ${sql.raw(added)} a using (${names})
    where ${sumsOf('s')} is distinct from ${sumsOf('a')} order by 2 limit ${mostTold}`;
}

/** The three numbers of a sum. */
const sumsOf = (alias: string): RawBuilder<unknown> =>
  sql.raw(`row(${alias}.contract_count, ${alias}.net_count, ${alias}.pence)`);
