import { sql } from 'kysely';
import type { MarketContract } from '../../domain/market/market-contract.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { Executor } from '../register.ts';
import { listMarketContracts } from './market-rows.ts';

/** Contracts of a buyer that run on a day or later. */
export type RunningScope = { buyerId: string; segments: readonly string[]; from: string };

const isOpen = sql`m.is_counted and m.stage not in ('terminated', 'completed')`;

/** Contracts of a buyer that end on a day or after it and aren’t over yet, in the order of their ids. */
export async function listRunningContracts(
  executor: Executor,
  { buyerId, segments, from }: RunningScope,
): Promise<MarketContract[]> {
  return listMarketContracts(
    executor,
    sql`m.buyer_id = ${buyerId} and m.segment = any(${segments}::text[]) and ${isOpen} and m.end_on >= ${from}::date`,
  );
}

/** How many more there are of which no end is published. */
export async function countEndless(
  executor: Executor,
  { buyerId, segments }: Omit<RunningScope, 'from'>,
): Promise<number> {
  const { rows } = await sql<{ contracts: number }>`
    select count(*)::int as contracts from market_contract m
    where m.buyer_id = ${buyerId} and m.segment = any(${segments}::text[]) and ${isOpen} and m.end_on is null`.execute(
    executor,
  );
  return rows[0]?.contracts ?? 0;
}

/** Where a contract stands in the facts of its process. */
export type ContractPlace = {
  contractId: string;
  ocid: string;
  awardId: string;
  awardContractId: string;
};

/** Contracts with their place in the facts of their processes, and these facts by ocid. */
export async function readContractFacts(
  executor: Executor,
  contractIds: readonly string[],
): Promise<{ places: ContractPlace[]; facts: ReadonlyMap<string, ProcessFacts> }> {
  if (contractIds.length === 0) return { places: [], facts: new Map() };
  const { rows: places } = await sql<ContractPlace>`
    select contract_id as "contractId", ocid, award_id as "awardId", award_contract_id as "awardContractId"
    from contract where contract_id = any(${contractIds}::text[]) order by contract_id`.execute(executor);
  const ocids = [...new Set(places.map(({ ocid }) => ocid))];
  const { rows } = await sql<{ ocid: string; facts: ProcessFacts }>`
    select ocid, facts from process where ocid = any(${ocids}::text[])`.execute(executor);
  return { places, facts: new Map(rows.map(({ ocid, facts }) => [ocid, facts])) };
}
