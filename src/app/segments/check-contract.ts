import { getContractRow } from '../../db/queries/contracts.ts';
import { getProcessFacts } from '../../db/queries/processes.ts';
import { getSegment } from '../../db/queries/segments.ts';
import { isDigital, parseSegment, type DigitalSegmentId } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { checkFactsOfContract } from './check-facts-of-contract.ts';
import type { CheckReport } from './check-views.ts';
import { playbookOf } from './playbooks.ts';
import { presentChecks } from './present-checks.ts';
import { segmentMarkets, unknownMarket } from './segment-market.ts';

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
  const register = await context.register();
  const today = londonDayOf(context.clock.now());
  const row = await getContractRow(register, id, today);
  const process = row === null ? null : await getProcessFacts(register.read, row.ocid);
  const contract = process?.contracts.find(
    (one) => one.awardId === row?.award_id && one.contractId === row.award_contract_id,
  );
  if (row === null || process === null || contract === undefined)
    throw new AppError(
      'not-found',
      `No contract has the id ${id}. Search for it with \`sourcing contracts find\`.`,
    );
  const held = parseSegment((await getSegment(register.read, row.ocid))?.segment ?? '');
  const segment = asked ?? held;
  if (segment === null || !isDigital(segment))
    throw new AppError(
      'bad-request',
      `The contract ${id} is ${segment === null ? 'in no segment yet' : 'not digital'}, so that no playbook is for it. Name one with --segment.`,
    );
  const playbook = playbookOf(context.reference, segment);
  const markets = await segmentMarkets(context);
  const results = checkFactsOfContract({ process, contract }, playbook, {
    market: markets.get(segment) ?? unknownMarket,
    today,
    vendors: context.reference.vendors,
  });
  return {
    subject: contract.title,
    kind: 'contract',
    segments: [
      {
        id: segment,
        because: asked === null ? 'the segment of the contract in the register.' : 'chosen.',
        isReviewed: playbook.status === 'reviewed',
      },
    ],
    ...presentChecks([{ playbook, option: null, results }]),
  };
}
