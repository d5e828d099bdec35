import { companyKeyOf } from './natural-key.ts';
import { nameLikeness, namePartsOf, type NameParts } from './name-likeness.ts';
import { tradingNameOf } from './normalise-name.ts';

/** An organisation as the search for pairs sees it. */
export type CandidateOrganisation = {
  id: string;
  name: string;
  otherNames: readonly string[];
  keys: readonly string[];
  place: string | null;
  /** The entry of `reference/vendors.yaml` that it is, if any. */
  vendorId: string | null;
};

/** Two organisations that may be one; ids in order. */
export type CandidatePair = { one: CandidateOrganisation; other: CandidateOrganisation; likeness: number };

/** A block that holds more organisations says too little about each; its pairs are not looked at. */
const mostInBlock = 40;
/** Names less alike than this are no pair, unless something else speaks for it. */
const leastLikeness = 0.72;

/**
 * Pairs of organisations that may be one, by what their names share: a rare word, all letters in another order, a longest word
 * with one letter wrong, a trading name, or one entry among the vendors. Two company numbers are never a pair.
 *
 * Linear in the number of organisations: only those that share a block are compared, and blocks are bounded.
 *
 * @param together pairs of ids that a notice shows on one party; they are pairs whatever their names
 * @example candidatePairs([]) // []
 */
export function candidatePairs(
  organisations: readonly CandidateOrganisation[],
  together: ReadonlySet<string> = new Set(),
): CandidatePair[] {
  const parts = new Map(organisations.map((one) => [one.id, spellingsOf(one)]));
  const blocks = new Map<string, CandidateOrganisation[]>();
  for (const organisation of organisations) {
    for (const block of blocksOf(organisation, parts.get(organisation.id) ?? [])) {
      const members = blocks.get(block) ?? [];
      if (members.length <= mostInBlock) members.push(organisation);
      blocks.set(block, members);
    }
  }
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const found = new Map<string, CandidatePair>();
  const unlike = new Set<string>();
  const consider = (a: CandidateOrganisation, b: CandidateOrganisation, isSure: boolean): void => {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const key = pairKey(one.id, other.id);
    if (one.id === other.id || found.has(key) || (unlike.has(key) && !isSure)) return;
    if (companyKeyOf(one.keys) !== null && companyKeyOf(other.keys) !== null) return;
    const likeness = bestLikeness(parts.get(one.id) ?? [], parts.get(other.id) ?? []);
    if (isSure || likeness >= leastLikeness) found.set(key, { one, other, likeness });
    else unlike.add(key);
  };
  for (const [block, members] of blocks) {
    if (members.length > mostInBlock) continue;
    const isSure = block.startsWith('vendor:') || block.startsWith('trading:');
    for (const [at, one] of members.entries())
      for (const other of members.slice(at + 1)) consider(one, other, isSure);
  }
  for (const key of together) {
    const [one, other] = key.split(' ').map((id) => byId.get(id));
    if (one !== undefined && other !== undefined) consider(one, other, true);
  }
  return [...found.values()];
}

/**
 * A pair of ids as one text.
 *
 * @example pairKey('b', 'a') // 'a b'
 */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function spellingsOf({ name, otherNames, keys }: CandidateOrganisation): NameParts[] {
  const ofKeys = keys.flatMap((key) => /^name:[a-z]+:(.*)$/s.exec(key)?.[1] ?? []);
  const seen = new Map<string, NameParts>();
  for (const spelling of [name, ...otherNames, ...ofKeys].slice(0, 12)) {
    const parts = namePartsOf(spelling);
    if (parts.compact.length > 2) seen.set(`${parts.compact}/${parts.form ?? ''}`, parts);
  }
  return [...seen.values()];
}

function* blocksOf(organisation: CandidateOrganisation, spellings: readonly NameParts[]): Generator<string> {
  const blocks = new Set<string>();
  for (const { words, compact } of spellings) {
    blocks.add(`letters:${compact.split('').toSorted().join('')}`);
    for (const word of words) if (word.length >= 4) blocks.add(`word:${word}`);
    const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
    if (longest.length >= 6) {
      const rest = words.filter((word) => word !== longest).join(' ');
      for (let at = 0; at < longest.length; at += 1)
        blocks.add(`near:${longest.slice(0, at)}${longest.slice(at + 1)}/${rest.slice(0, 4)}`);
      blocks.add(`near:${longest}/${rest.slice(0, 4)}`);
    }
    blocks.add(`trading:${compact}`);
  }
  for (const name of [organisation.name, ...organisation.otherNames]) {
    const trading = tradingNameOf(name);
    if (trading !== null) blocks.add(`trading:${namePartsOf(trading).compact}`);
  }
  if (organisation.vendorId !== null) blocks.add(`vendor:${organisation.vendorId}`);
  yield* blocks;
}

function bestLikeness(ones: readonly NameParts[], others: readonly NameParts[]): number {
  let best = 0;
  for (const one of ones) for (const other of others) best = Math.max(best, nameLikeness(one, other));
  return best;
}
