import { z } from 'zod';
import { listDecisionsOn } from '../../db/queries/organisation-decisions.ts';
import type { Executor } from '../../db/register.ts';
import { anchorKeyOf, strengthOf } from '../../domain/organisations/natural-key.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { decide, readSides, sideOf, type Checked } from './decide.ts';
import { outcomeText } from './decision-text.ts';
import { decisionOutcome, reasonInput } from './views.ts';

/** Says that two organisations are two: the pair leaves the review queue, and no rule joins them. */
export const keepApart = operation({
  id: 'organisations.keep-apart',
  summary:
    'Say that two organisations are two, with the reason: no rule joins them, and the review passes over them.',
  kind: 'write',
  access: 'operator',
  // Not on the API: until people sign in there, whoever reaches it could rewrite who is who. The pages ask this machine's user.
  surfaces: ['cli'],
  positional: 'ids',
  input: z.strictObject({
    ids: z
      .array(z.string().min(1).max(100))
      .length(2, 'Name two organisations by their ids.')
      .describe('Ids of the two organisations, from `organisations review`.'),
    reason: reasonInput,
  }),
  output: decisionOutcome,
  present: outcomeText,
  run: async (context, { ids, reason }) =>
    decide(context, reason, async (transaction) => checkApart(transaction, ids)),
});

async function checkApart(transaction: Executor, ids: readonly string[]): Promise<Checked> {
  const sides = await readSides(transaction, ids);
  const [one, other] = sides.map((side) => anchorKeyOf(side) ?? '');
  if (one === undefined || other === undefined || one === other) {
    throw new AppError(
      'bad-request',
      'Both ids are one organisation. To part it, name what is to leave: sourcing organisations split KEY… --reason "…".',
    );
  }
  const standing = await listDecisionsOn(transaction, [one, other]);
  const before = standing.find(
    ({ decision }) =>
      decision.kind === 'apart' &&
      [one, other].every((key) => key === decision.apartFrom || decision.keys.includes(key)),
  );
  if (before !== undefined)
    throw new AppError('bad-request', `Decision ${before.decision_id} says so already.`);
  const [weaker = '', stronger = ''] = [one, other].toSorted(
    (a, b) => strengthOf(a) - strengthOf(b) || (a < b ? -1 : 1),
  );
  return { decision: { kind: 'apart', keys: [weaker], apartFrom: stronger }, shown: sides.map(sideOf) };
}
