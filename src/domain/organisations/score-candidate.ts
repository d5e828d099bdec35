import { nameLikeness, namePartsOf, wordsApart, type NameParts } from './name-likeness.ts';
import { normaliseName, tradingNameOf } from './normalise-name.ts';
import type { CandidateOrganisation, CandidatePair } from './candidate-pairs.ts';

/** What can speak for or against two organisations being one. */
export const candidateParts = [
  'same-name',
  'name-but-form',
  'name-likeness',
  'trading-name',
  'seen-together',
  'same-place',
  'other-place',
  'buyers-in-common',
  'same-vendor',
  'other-form',
  'telling-word',
  'other-number',
] as const;
export type CandidatePartName = (typeof candidateParts)[number];

/** One part of a score, with what it rests on. */
export type CandidatePart = { part: CandidatePartName; weight: number; detail: string };

/** A pair with its score: the sum of its parts, kept between 0 and 1. */
export type ScoredPair = CandidatePair & { score: number; parts: CandidatePart[] };

/** What is known of a pair beside the two organisations. */
export type PairFacts = { isTogether: boolean; buyersInCommon: number };

/** Words by which sister companies and offices are told apart. */
const telling =
  /^(?:\d+|north|northern|south|southern|east|eastern|west|western|central|uk|gb|international|global|europe|group|holdings?|services|solutions|foundation|trust|scotland|wales|ireland|london|midlands)$/u;

/**
 * Scores a pair. The weights are authored, and their meaning is measured on the sample market: docs/methods/identity.md.
 *
 * @example scoreCandidate(pair, { isTogether: false, buyersInCommon: 2 }).parts.map(({ part }) => part) // ['name-likeness', 'same-place', 'buyers-in-common']
 */
export function scoreCandidate(pair: CandidatePair, facts: PairFacts): ScoredPair {
  const { one, other } = pair;
  const parts = [...nameParts(pair), ...otherParts(one, other, facts)];
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return { ...pair, parts, score: Math.round(Math.max(0, Math.min(1, sum)) * 100) / 100 };
}

function nameParts({ one, other, likeness }: CandidatePair): CandidatePart[] {
  const [a, b, both] = closest(one, other);
  const detail = `${a.text} · ${b.text}`;
  const parts: CandidatePart[] = [];
  if (normaliseName(a.text) === normaliseName(b.text)) parts.push({ part: 'same-name', weight: 0.6, detail });
  else if (both === 1 && (a.parts.form === null || b.parts.form === null))
    parts.push({ part: 'name-but-form', weight: 0.6, detail });
  else if (likeness > 0.6) {
    const weight = Math.round(((likeness - 0.6) / 0.4) * 60) / 100;
    parts.push({ part: 'name-likeness', weight, detail });
  }
  const formsDiffer = a.parts.form !== null && b.parts.form !== null && a.parts.form !== b.parts.form;
  if (formsDiffer)
    parts.push({
      part: 'other-form',
      weight: -0.25,
      detail: `${a.parts.form ?? ''} · ${b.parts.form ?? ''}`,
    });
  const tells = wordsApart(a.parts, b.parts).filter((word) => telling.test(word));
  if (tells.length > 0) parts.push({ part: 'telling-word', weight: -0.3, detail: tells.join(', ') });
  const trading = tradingMatch(one, other) ?? tradingMatch(other, one);
  if (trading !== null) parts.push({ part: 'trading-name', weight: 0.45, detail: trading });
  return parts;
}

type Spelling = { text: string; parts: NameParts };

function spellingsOf(organisation: CandidateOrganisation): Spelling[] {
  const known = spellings.get(organisation);
  if (known !== undefined) return known;
  const made = [organisation.name, ...organisation.otherNames].map((text) => ({
    text,
    parts: namePartsOf(text),
  }));
  spellings.set(organisation, made);
  return made;
}

/** An organisation stands in many pairs; its names are taken apart once. */
const spellings = new WeakMap<CandidateOrganisation, Spelling[]>();

/** The two spellings that are most alike, and how alike they are. */
function closest(one: CandidateOrganisation, other: CandidateOrganisation): [Spelling, Spelling, number] {
  let best: [Spelling, Spelling, number] | null = null;
  for (const a of spellingsOf(one)) {
    for (const b of spellingsOf(other)) {
      const likeness = nameLikeness(a.parts, b.parts);
      if (best === null || likeness > best[2]) best = [a, b, likeness];
    }
  }
  const text = { text: one.name, parts: namePartsOf(one.name) };
  return best ?? [text, { text: other.name, parts: namePartsOf(other.name) }, 0];
}

function tradingMatch(one: CandidateOrganisation, other: CandidateOrganisation): string | null {
  let names: Set<string> | null = null;
  for (const name of [one.name, ...one.otherNames]) {
    const trading = tradingNameOf(name);
    if (trading === null) continue;
    names ??= new Set(spellingsOf(other).map(({ parts }) => parts.compact));
    if (names.has(namePartsOf(trading).compact)) return name;
  }
  return null;
}

function otherParts(
  one: CandidateOrganisation,
  other: CandidateOrganisation,
  facts: PairFacts,
): CandidatePart[] {
  const parts: CandidatePart[] = [];
  if (facts.isTogether)
    parts.push({ part: 'seen-together', weight: 0.35, detail: 'identifiers of both on one party' });
  if (one.place !== null && other.place !== null) {
    const isSame = one.place.toLowerCase() === other.place.toLowerCase();
    const detail = isSame ? one.place : `${one.place} · ${other.place}`;
    parts.push({ part: isSame ? 'same-place' : 'other-place', weight: isSame ? 0.15 : -0.15, detail });
  }
  if (facts.buyersInCommon > 0) {
    const weight = facts.buyersInCommon >= 3 ? 0.2 : 0.1;
    parts.push({ part: 'buyers-in-common', weight, detail: String(facts.buyersInCommon) });
  }
  if (one.vendorId !== null && one.vendorId === other.vendorId)
    parts.push({ part: 'same-vendor', weight: 0.3, detail: one.vendorId });
  const differing = differentNumbers(one.keys, other.keys);
  if (differing !== null) parts.push({ part: 'other-number', weight: -0.15, detail: differing });
  return parts;
}

/** A register in which both have a number, and no number in common. */
function differentNumbers(ones: readonly string[], others: readonly string[]): string | null {
  const theirs = byScheme(others);
  for (const [scheme, key] of byScheme(ones)) {
    const own = theirs.get(scheme);
    if (own !== undefined && own !== key) return `${key} · ${own}`;
  }
  return null;
}

function byScheme(keys: readonly string[]): Map<string, string> {
  return new Map(
    keys.filter((key) => !key.startsWith('name:')).map((key) => [key.slice(0, key.indexOf(':')), key]),
  );
}
