import { z } from 'zod';
import { listDecisionsOn, type KeyedOrganisation } from '../../db/queries/organisation-decisions.ts';
import type { Executor } from '../../db/register.ts';
import { anchorKeyOf, companyKeyOf } from '../../domain/organisations/natural-key.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { decide, readSides, sideOf, type Checked } from './decide.ts';
import { outcomeText } from './decision-text.ts';
import { decisionOutcome, reasonInput } from './views.ts';

/** Says that two organisations are one; refused where each has its own company number. */
export const mergeOrganisations = operation({
  id: 'organisations.merge',
  summary:
    'Say that two organisations are one, with the reason. It holds for what is ingested later and can be undone.',
  kind: 'write',
  access: 'operator',
  // Not on the API: until people sign in there, whoever reaches it could rewrite who is who. The pages ask this machine's user.
  surfaces: ['cli'],
  positional: 'ids',
  input: z.strictObject({
    ids: z
      .array(z.string().min(1).max(100))
      .length(2, 'Name two organisations by their ids.')
      .describe(
        'Ids of the two organisations, from `organisations review`, `suppliers find` or `buyers find`.',
      ),
    reason: reasonInput,
  }),
  output: decisionOutcome,
  present: outcomeText,
  run: async (context, { ids, reason }) =>
    decide(context, reason, async (transaction) => checkMerge(transaction, ids)),
});

async function checkMerge(transaction: Executor, ids: readonly string[]): Promise<Checked> {
  const sides = await readSides(transaction, ids);
  const [one, other] = sides;
  if (one === undefined || other === undefined || one.organisation_id === other.organisation_id) {
    throw new AppError('bad-request', `Both ids are one organisation already: ${one?.name ?? ''}.`);
  }
  refuseTwoCompanies(one, other);
  await refuseSplit(transaction, one, other);
  const keys = sides.flatMap((side) => anchorKeyOf(side) ?? []).toSorted();
  return { decision: { kind: 'same', keys }, shown: sides.map(sideOf) };
}

function refuseTwoCompanies(one: KeyedOrganisation, other: KeyedOrganisation): void {
  const [own, others] = [companyKeyOf(one.keys), companyKeyOf(other.keys)];
  if (own === null || others === null) return;
  throw new AppError(
    'bad-request',
    `${one.name} is company ${numberOf(own)} and ${other.name} is company ${numberOf(others)}: two companies are never joined. If one of the numbers is wrong, split what carries it off first.`,
  );
}

function numberOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

async function refuseSplit(
  transaction: Executor,
  one: KeyedOrganisation,
  other: KeyedOrganisation,
): Promise<void> {
  const standing = await listDecisionsOn(transaction, [...one.keys, ...other.keys]);
  for (const { decision_id: number, decision } of standing) {
    if (decision.kind === 'same') continue;
    const holds = (side: KeyedOrganisation): boolean => decision.keys.some((key) => side.keys.includes(key));
    const from = (side: KeyedOrganisation): boolean => side.keys.includes(decision.apartFrom);
    if ((holds(one) && from(other)) || (holds(other) && from(one))) {
      throw new AppError(
        'bad-request',
        `Decision ${number} keeps ${one.name} and ${other.name} apart. Undo it first: sourcing organisations undo ${number}.`,
      );
    }
  }
}
