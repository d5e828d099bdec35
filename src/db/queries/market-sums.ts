import { sql } from 'kysely';
import type { ContractConditions } from '../../domain/contracts/contract-filter.ts';
import type { Register } from '../register.ts';
import { listTable, whereContract } from './contract-conditions.ts';
import type { ReadSearch } from './contract-search.ts';
import { committedYearsOf } from './market-parts.ts';

/** What a list of contracts adds up to: values of signed contracts, and what of it is committed in the year asked for. */
export type ListSums = {
  contracts: number;
  netCount: number;
  netPence: number;
  committedPence: number | null;
};

/** Adds up every contract under the conditions, however many they are. */
export async function sumContracts(
  register: Register,
  list: { conditions: ContractConditions; search: ReadSearch | null; today: string },
): Promise<ListSums> {
  const query = list.search?.query ?? null;
  const { market } = list.conditions;
  const year = market.committedIn ?? market.extensionIn;
  const figure = market.committedIn === null ? 'extension' : 'committed';
  const matched = sql`select m.* from ${listTable(list.conditions, query)} join market_contract m on m.contract_id = c.contract_id
    where ${whereContract(list.conditions, { today: list.today, query })}`;
  const committed =
    year === null
      ? sql`null::bigint`
      : sql`(select coalesce(sum(y.pence), 0)::bigint from matched s cross join lateral (${committedYearsOf}) y
          where s.committed_gap is null and y.figure = ${figure} and y.year = ${year})`;
  const { rows } = await sql<ListSums>`
    with matched as materialized (${matched})
    select count(*)::int as contracts, count(net_pence)::int as "netCount", coalesce(sum(net_pence), 0)::bigint as "netPence",
      ${committed} as "committedPence" from matched`.execute(register.read);
  return rows[0] ?? { contracts: 0, netCount: 0, netPence: 0, committedPence: null };
}
