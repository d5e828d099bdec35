import { z } from 'zod';
import {
  listDecisionsOn,
  listKeyedOrganisations,
  listOrganisationsOfKeys,
  type KeyedOrganisation,
} from '../../db/queries/organisation-decisions.ts';
import type { Executor } from '../../db/register.ts';
import { anchorKeyOf, naturalKeyOf } from '../../domain/organisations/natural-key.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { decide, sideOf, type Checked } from './decide.ts';
import { outcomeText } from './decision-text.ts';
import { decisionOutcome, reasonInput } from './views.ts';

/** Says that identifiers or names are not the organisation they were joined to; together they are one of their own. */
export const splitOrganisation = operation({
  id: 'organisations.split',
  summary: 'Say that identifiers or names are not the organisation they were joined to, with the reason.',
  kind: 'write',
  access: 'operator',
  // Not on the API: until people sign in there, whoever reaches it could rewrite who is who. The pages ask this machine's user.
  surfaces: ['cli'],
  positional: 'keys',
  input: z.strictObject({
    keys: z
      .array(z.string().min(1).max(600))
      .min(1, 'Name at least one identifier or name.')
      .max(50, 'Name at most 50 identifiers and names.')
      .describe(
        'What leaves, together: GB-CHC:1122334, or "name:supplier:alpha ltd"; see `organisations decisions`.',
      ),
    reason: reasonInput,
  }),
  output: decisionOutcome,
  present: outcomeText,
  run: async (context, { keys, reason }) =>
    decide(context, reason, async (transaction) => checkSplit(transaction, keys)),
});

async function checkSplit(transaction: Executor, asked: readonly string[]): Promise<Checked> {
  const keys = [...new Set(asked.map(readKey))].toSorted();
  const held = await listOrganisationsOfKeys(transaction, keys);
  const missing = keys.find((key) => !held.has(key));
  if (missing !== undefined) {
    throw new AppError(
      'not-found',
      `No notice shows ${missing}. The organisation's keys stand in \`sourcing organisations review\` and on its page.`,
    );
  }
  const ids = [...new Set(held.values())];
  const organisation = [...(await listKeyedOrganisations(transaction, ids.slice(0, 1))).values()][0];
  if (ids.length > 1 || organisation === undefined) {
    throw new AppError(
      'bad-request',
      'The keys belong to several organisations. Split one organisation at a time.',
    );
  }
  const anchor = anchorKeyOf(organisation);
  if (anchor === null || keys.includes(anchor)) {
    throw new AppError(
      'bad-request',
      `${organisation.name} is known by ${anchor ?? 'this key'}, so it can't leave. Name what is to leave it: ${others(organisation, anchor)}.`,
    );
  }
  await refuseMerged(transaction, organisation, keys);
  const staying = { ...organisation, keys: organisation.keys.filter((key) => !keys.includes(key)) };
  return {
    decision: { kind: 'apart', keys, apartFrom: anchor },
    shown: [sideOf({ ...organisation, keys }), sideOf(staying)],
  };
}

function others({ keys }: KeyedOrganisation, anchor: string | null): string {
  const rest = keys.filter((key) => key !== anchor).slice(0, 5);
  return rest.length === 0 ? 'it has no other' : rest.join(', ');
}

function readKey(text: string): string {
  const key = naturalKeyOf(text);
  if (key !== null) return key;
  throw new AppError(
    'bad-request',
    `"${text}" is neither an official identifier (GB-COH:01234567) nor a name (name:supplier:alpha ltd).`,
  );
}

/** What a person joined is parted by undoing that, so that no two decisions say the opposite. */
async function refuseMerged(
  transaction: Executor,
  organisation: KeyedOrganisation,
  keys: readonly string[],
): Promise<void> {
  for (const { decision_id: number, decision } of await listDecisionsOn(transaction, keys)) {
    const leaving = decision.keys.filter((key) => keys.includes(key));
    const staying = decision.keys.filter((key) => !keys.includes(key) && organisation.keys.includes(key));
    if (decision.kind === 'apart' || leaving.length === 0 || staying.length === 0) continue;
    throw new AppError(
      'bad-request',
      `Decision ${number} joined ${leaving.join(', ')} and ${staying.join(', ')}. Undo it instead: sourcing organisations undo ${number}.`,
    );
  }
}
