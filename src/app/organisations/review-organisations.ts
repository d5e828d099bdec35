import { z } from 'zod';
import {
  candidatesSequence,
  countBuyersInCommon,
  getCandidates,
  listNamedOrganisations,
  listPairsApart,
  listPairsTogether,
  storeCandidates,
} from '../../db/queries/organisation-candidates.ts';
import { listKeyedOrganisations } from '../../db/queries/organisation-decisions.ts';
import type { Register } from '../../db/register.ts';
import { candidatePairs, pairKey } from '../../domain/organisations/candidate-pairs.ts';
import { companyKeyOf } from '../../domain/organisations/natural-key.ts';
import { scoreCandidate } from '../../domain/organisations/score-candidate.ts';
import { vendorOf } from '../../domain/organisations/vendor-of.ts';
import type { VendorCatalogue } from '../../domain/organisations/vendor-catalogue.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { reviewText } from './decision-text.ts';
import { sideOf } from './decide.ts';
import { candidateView, type CandidateView } from './views.ts';

/** A pair as it is kept: ids at the time, score and parts. */
type KeptPair = { one: string; other: string; score: number; parts: CandidateView['parts'] };

/** How long pairs are shown though notices came since: looking through a large register takes seconds. */
const longestKeptMs = 3_600_000;

/** Pairs below this say too little to be somebody's work. */
const leastScore = 0.4;
/** Pairs kept; a longer queue is worked off from its top. */
const mostKept = 1000;

/** Pairs of organisations that may be one but were not joined by the rules, likeliest first. */
export const reviewOrganisations = operation({
  id: 'organisations.review',
  summary:
    'List pairs of organisations that may be one, likeliest first, with what speaks for and against it.',
  kind: 'read',
  access: 'operator',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    organisation: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Only pairs with the organisation of this id.'),
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    again: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe('Look again now if notices came since the pairs were found.'),
    skip: z.coerce.number().int().min(0).max(mostKept).default(0).describe('Pairs to pass over.'),
  }),
  output: z.object({
    items: z.array(candidateView),
    /** Pairs in the queue, at most a thousand. */
    total: z.number().int(),
    /** Organisations that were compared, and when. */
    compared: z.number().int(),
    computedAt: z.string(),
    nextSkip: z.number().int().nullable(),
  }),
  present: (page) => reviewText(page),
  run: async (context, { organisation, limit, skip, again }) => {
    const register = await context.register();
    const before = await getCandidates<KeptPair>(register);
    const isDue = before === null || (before.isStale && (again || ageOf(before, context) > longestKeptMs));
    const kept = isDue ? await findCandidates(context, register) : before;
    const open = await openPairs(register, kept.pairs);
    const wanted =
      organisation === undefined
        ? open
        : open.filter(({ sides }) => sides.some((side) => side.id === organisation));
    const items = wanted.slice(skip, skip + limit);
    return {
      items,
      total: wanted.length,
      compared: kept.organisations,
      computedAt: kept.computedAt,
      nextSkip: skip + limit < wanted.length ? skip + limit : null,
    };
  },
});

function ageOf({ computedAt }: { computedAt: string }, context: Context): number {
  return context.clock.now().getTime() - Date.parse(computedAt);
}

/** Looks for pairs among all organisations and keeps the likeliest. */
async function findCandidates(
  context: Context,
  register: Register,
): Promise<{ pairs: KeptPair[]; organisations: number; computedAt: string }> {
  const sequence = await candidatesSequence(register.latest);
  const [rows, together] = await Promise.all([
    listNamedOrganisations(register.latest),
    listPairsTogether(register.latest),
  ]);
  const organisations = rows.map((row) => ({
    id: row.organisation_id,
    name: row.name,
    otherNames: row.other_names,
    keys: row.keys,
    place: row.locality,
    vendorId: vendorIdOf(row, context.reference.vendors),
  }));
  const pairs = candidatePairs(organisations, together);
  const common = await countBuyersInCommon(
    register.latest,
    pairs.map(({ one, other }) => [one.id, other.id] as const),
  );
  const scored = pairs
    .map((pair) => {
      const key = pairKey(pair.one.id, pair.other.id);
      return scoreCandidate(pair, { isTogether: together.has(key), buyersInCommon: common.get(key) ?? 0 });
    })
    .filter(({ score }) => score >= leastScore)
    .toSorted(
      (a, b) => b.score - a.score || (pairKey(a.one.id, a.other.id) < pairKey(b.one.id, b.other.id) ? -1 : 1),
    )
    .slice(0, mostKept)
    .map(({ one, other, score, parts }) => ({ one: one.id, other: other.id, score, parts }));
  const found = {
    pairs: scored,
    organisations: organisations.length,
    computedAt: context.clock.now().toISOString(),
  };
  await storeCandidates(register, found, sequence);
  return found;
}

function vendorIdOf(
  row: { keys: string[]; name: string; other_names: readonly string[] },
  vendors: VendorCatalogue,
): string | null {
  return vendorOf({ keys: row.keys, name: row.name, names: row.other_names }, vendors)?.vendor.id ?? null;
}

/** The pairs that are still open: what was joined, split or gone since they were found is left out. */
async function openPairs(register: Register, pairs: readonly KeptPair[]): Promise<CandidateView[]> {
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const [organisations, apart] = await Promise.all([
    listKeyedOrganisations(register.latest, ids),
    listPairsApart(register.latest),
  ]);
  const seen = new Set<string>();
  return pairs.flatMap(({ one, other, score, parts }) => {
    const [a, b] = [organisations.get(one), organisations.get(other)];
    if (a === undefined || b === undefined || a.organisation_id === b.organisation_id) return [];
    const key = pairKey(a.organisation_id, b.organisation_id);
    if (seen.has(key) || apart.has(key) || (companyKeyOf(a.keys) !== null && companyKeyOf(b.keys) !== null))
      return [];
    seen.add(key);
    return [{ score, parts, sides: [sideOf(a), sideOf(b)] }];
  });
}
