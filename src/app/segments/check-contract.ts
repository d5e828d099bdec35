import { getContractRow } from '../../db/queries/contracts.ts';
import { getProcessFacts } from '../../db/queries/processes.ts';
import { getSegment } from '../../db/queries/segments.ts';
import type { ContractFacts } from '../../domain/contracts/contract-facts.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import {
  isDigital,
  parseSegment,
  type DigitalSegmentId,
  type SegmentId,
} from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { checkFactsOfContract } from './check-facts-of-contract.ts';
import type { CheckReport } from './check-views.ts';
import { livePlaybook } from './playbook-store.ts';
import { presentChecks } from './present-checks.ts';
import { segmentMarkets, unknownMarket } from './segment-market.ts';

/** A contract of the register with what its checks look at. */
export type ContractToCheck = {
  /** Its present id: the one asked for may be that of an award whose contract has been published since. */
  id: string;
  process: ProcessFacts;
  contract: ContractFacts;
  /** The market segment in the register; null where it has none yet. */
  segment: SegmentId | null;
};

/**
 * The contract of that id, as its checks see it.
 *
 * @throws AppError `not-found` where there is no such contract
 */
export async function findContractToCheck(context: Context, id: string): Promise<ContractToCheck> {
  const register = await context.register();
  const row = await getContractRow(register, id, londonDayOf(context.clock.now()));
  const process = row === null ? null : await getProcessFacts(register.read, row.ocid);
  const contract = process?.contracts.find(
    (one) => one.awardId === row?.award_id && one.contractId === row.award_contract_id,
  );
  if (row === null || process === null || contract === undefined)
    throw new AppError(
      'not-found',
      `No contract has the id ${id}. Search for it with \`sourcing contracts find\`.`,
    );
  const segment = parseSegment((await getSegment(register.read, row.ocid))?.segment ?? '');
  return { id: row.contract_id, process, contract, segment };
}

/**
 * What the playbook of its segment says of a contract of the register.
 *
 * @param asked another segment than the register’s, where somebody chose one
 * @throws AppError `not-found` where there is no such contract, `bad-request` where it is in no digital segment
 */
export async function checkContract(
  context: Context,
  id: string,
  asked: DigitalSegmentId | null,
): Promise<CheckReport> {
  const found = await findContractToCheck(context, id);
  const segment = asked ?? found.segment;
  if (segment === null || !isDigital(segment))
    throw new AppError(
      'bad-request',
      `The contract ${id} is ${segment === null ? 'in no segment yet' : 'not digital'}, so that no playbook is for it. Name one with --segment.`,
    );
  const because = asked === null ? 'the segment of the contract in the register.' : 'chosen.';
  return checkFoundContract(context, found, { id: segment, because });
}

/** What the playbook of a segment says of a contract that was found. */
export async function checkFoundContract(
  context: Context,
  { process, contract }: ContractToCheck,
  segment: { id: DigitalSegmentId; because: string },
): Promise<CheckReport> {
  const [{ playbook }, markets] = await Promise.all([
    livePlaybook(context, segment.id),
    segmentMarkets(context),
  ]);
  const results = checkFactsOfContract({ process, contract }, playbook, {
    market: markets.get(segment.id) ?? unknownMarket,
    today: londonDayOf(context.clock.now()),
    vendors: context.reference.vendors,
  });
  return {
    subject: contract.title,
    kind: 'contract',
    segments: [{ ...segment, isReviewed: playbook.status === 'reviewed' }],
    stated: [],
    notRead: [],
    ...presentChecks([{ playbook, option: null, results }]),
  };
}
