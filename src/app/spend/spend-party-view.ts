import { z } from 'zod';
import type { PartyMatch } from '../../db/queries/spend-match.ts';
import { listPartyKeysOf, matchSpendParties, searchPartyKeys } from '../../db/queries/spend-match.ts';
import type { Register } from '../../db/register.ts';
import { payeeKinds, payerKeyOf } from '../../domain/spend/spend-party.ts';
import { AppError } from '../../lib/errors.ts';

/** How a name of a file was found among the organisations of the register. */
export const matchMethods = ['number', 'name', 'ambiguous', 'none'] as const;

/** One side of a payment. `id` where it is an organisation of the register with a page. */
export const spendParty = z.object({
  id: z.string().nullable(),
  /** As the file has it; null where it is withheld, absent, or likely a natural person's. */
  name: z.string().nullable(),
  kind: z.enum(payeeKinds),
  method: z.enum(matchMethods),
});
export type SpendParty = z.output<typeof spendParty>;

/**
 * A party as it may be shown: a name that is likely a person's stays hidden, unless it is the name of an organisation of
 * the register.
 *
 * @example presentParty('withheld', undefined) // { id: null, name: null, kind: 'withheld', method: 'none' }
 */
export function presentParty(kind: SpendParty['kind'], match: PartyMatch | undefined): SpendParty {
  if (match === undefined) return { id: null, name: null, kind, method: 'none' };
  const { organisation_id: id, method, name } = match;
  if (id !== null) return { id, name, kind: 'organisation', method };
  return { id: null, name: match.is_person_likely ? null : name, kind, method };
}

/** Names that one search may stand for. */
const mostNames = 500;

/**
 * The keys that a buyer or supplier asked for stands for: an organisation's id, or words of its name as the files have it.
 *
 * @returns null where nobody is asked for
 */
export async function readPartyKeys(
  register: Register,
  asked: string | undefined,
  side: 'payer' | 'payee',
): Promise<string[] | null> {
  const text = asked?.trim() ?? '';
  if (text === '') return null;
  if (/^[0-9a-hjkmnp-tv-z]{16}$/.test(text)) {
    const keys = await listPartyKeysOf(register, text, side);
    if (keys.length > 0) return keys;
  }
  return searchPartyKeys(register, text, side, mostNames);
}

/**
 * The one body that an id or words stand for, under all the names that files have for it; empty where nobody has them.
 * A whole name wins over names that only hold the words.
 *
 * @throws AppError bad-request where the words stand for several bodies, with their names
 */
export async function readOneBuyer(register: Register, asked: string): Promise<PartyMatch[]> {
  const whole = await matchSpendParties(register, [payerKeyOf(asked)]);
  const keys = whole.size > 0 ? [...whole.keys()] : ((await readPartyKeys(register, asked, 'payer')) ?? []);
  const found = [...(await matchSpendParties(register, keys)).values()];
  const bodies = new Map(found.map((each) => [each.organisation_id ?? each.party_key, each]));
  const [only, ...others] = bodies.values();
  if (only === undefined) return [];
  if (others.length > 0) {
    const names = [...bodies.values()].slice(0, 5).map((each) => each.name);
    throw new AppError(
      'bad-request',
      `${bodies.size} buyers have these words in their names: ${names.join('; ')}${bodies.size > 5 ? '; …' : ''}. Give the whole name of one.`,
      { fields: { buyer: 'Give the whole name of one buyer, or its id.' } },
    );
  }
  if (only.organisation_id === null) return found;
  const own = await listPartyKeysOf(register, only.organisation_id, 'payer');
  return [...(await matchSpendParties(register, own)).values()];
}
