import { nameLikeness, namePartsOf } from '../organisations/name-likeness.ts';
import { dateParts, vetoOfDates } from './compare-dates.ts';
import type { ProcessProfile, ProfiledParty } from './process-profile.ts';
import { compareNumbers } from './telling-numbers.ts';
import { titleLikeness } from './title-likeness.ts';
import type { PairPart, PairVeto } from './pair-part.ts';

/** From here on two processes of different portals are joined without being asked. */
export const joinFrom = 0.9;
/** From here on a pair is offered for review. */
export const reviewFrom = 0.5;

/** What a pair of buyers whose names are only somewhat alike can reach: people have to look. */
const mostWithOtherBuyer = 0.89;

/** Log-odds of a pair of which nothing is known but that something led to both. */
const prior = -5.5;

/** How a pair compares: the confidence that both are one process, 0 to 1, or why they can't be. */
export type PairScore = { score: number; parts: PairPart[]; veto: PairVeto | null };

/**
 * How likely two processes of different portals are one, with what it rests on. Weights are log-odds: they are added up, and
 * the sum is turned into a probability. They are authored; docs/methods/portals.md says what they give on the sample market.
 *
 * @example scorePair(one, other).parts.map(({ part }) => part) // ['same-buyer', 'title', 'same-deadline']
 */
export function scorePair(one: ProcessProfile, other: ProcessProfile): PairScore {
  const parts = [
    ...referenceParts(one, other),
    ...buyerParts(one, other),
    ...titleParts(one, other),
    ...valueParts(one, other),
    ...dateParts(one, other),
    ...supplierParts(one, other),
    ...cpvParts(one, other),
  ];
  const veto = vetoOf(one, other, parts);
  if (veto !== null) return { score: 0, parts, veto };
  const sum = parts.reduce((total, { weight }) => total + weight, prior);
  const score = Math.round(1e4 / (1 + Math.exp(-sum))) / 1e4;
  const isCapped =
    parts.some(({ part }) => part === 'other-buyer') && !parts.some(({ part }) => part === 'named');
  return { score: isCapped ? Math.min(score, mostWithOtherBuyer) : score, parts, veto: null };
}

/** What can't be one process, however alike the rest is. */
function vetoOf(one: ProcessProfile, other: ProcessProfile, parts: readonly PairPart[]): PairVeto | null {
  const has = (...names: readonly PairPart['part'][]): boolean =>
    parts.some(({ part }) => names.includes(part));
  if (one.publisher === other.publisher) return 'same-portal';
  if (isCallOffFrom(one, other) || isCallOffFrom(other, one)) return 'call-off';
  if (hasUnlikeBuyers(one, other) && !has('named')) return 'other-buyer';
  if (compareNumbers(one.title, other.title).differing.length > 0 && !has('named')) return 'other-part';
  if (has('other-suppliers') && has('other-value')) return 'other-award';
  return has('named') ? null : vetoOfDates(one, other);
}

/** A call-off names its framework and shares its words, buyer and winners. */
function isCallOffFrom(callOff: ProcessProfile, framework: ProcessProfile): boolean {
  if (callOff.frameworkOcid === framework.ocid) return true;
  const isLinked = callOff.frameworkOcid !== null || callOff.frameworkReference !== null;
  return isLinked && !callOff.isFrameworkAgreement && framework.isFrameworkAgreement;
}

function referenceParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const shared = one.references.filter((reference) => other.references.includes(reference));
  const own = shared.filter((reference) => reference.startsWith('own:'));
  const named = shared.filter((reference) => !reference.startsWith('own:'));
  const parts: PairPart[] = [];
  // What both hold is the number of one of the two, or of a third that both speak of.
  const direct = named.find((reference) => isIdOf(one, reference) !== isIdOf(other, reference));
  if (direct !== undefined) parts.push({ part: 'named', weight: 8, detail: detailOf(direct) });
  else if (named[0] !== undefined) parts.push({ part: 'same-source', weight: 2, detail: detailOf(named[0]) });
  if (own[0] !== undefined) parts.push({ part: 'same-reference', weight: 4, detail: detailOf(own[0]) });
  return parts;
}

/** Whether it is a number of the process itself, and not only one that it names. */
function isIdOf({ ocid, noticeIds }: ProcessProfile, reference: string): boolean {
  const id = detailOf(reference);
  return id === ocid.toLowerCase() || noticeIds.some((each) => each === id || each.startsWith(`${id}-`));
}

function detailOf(reference: string): string {
  return reference.slice(reference.indexOf(':') + 1);
}

function buyerParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const same = sharedParty(one.buyers, other.buyers);
  if (same !== null) return [{ part: 'same-buyer', weight: 1, detail: same }];
  const [likeness, detail] = closestNames(one.buyers, other.buyers);
  if (likeness === null) return [];
  if (likeness >= alikeBuyers) return [{ part: 'buyer-alike', weight: 0.3, detail }];
  return [{ part: 'other-buyer', weight: -2, detail }];
}

/** Names of buyers from here on are two spellings of one; below `unlikeBuyers` they are of two bodies. */
const alikeBuyers = 0.8;
const unlikeBuyers = 0.64;

function hasUnlikeBuyers(one: ProcessProfile, other: ProcessProfile): boolean {
  if (sharedParty(one.buyers, other.buyers) !== null) return false;
  const [likeness] = closestNames(one.buyers, other.buyers);
  return likeness !== null && likeness < unlikeBuyers;
}

function titleParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const likeness = titleLikeness(one.title, other.title);
  const percent = `${Math.round(likeness * 100)} %`;
  const weight = likeness === 1 ? 3.5 : likeness < 0.4 ? -2 : Math.round((6.7 * likeness - 3.4) * 10) / 10;
  const parts: PairPart[] = [
    likeness === 1
      ? { part: 'same-title', weight, detail: one.title.slice(0, 120) }
      : { part: likeness < 0.4 ? 'other-title' : 'title-alike', weight, detail: percent },
  ];
  const { alone } = compareNumbers(one.title, other.title);
  const [first] = alone;
  if (first !== undefined) parts.push({ part: 'number-in-one', weight: -1, detail: alone.join('; ') });
  return parts;
}

/** Amounts are compared as published: one portal may give them with VAT, the other without. */
function valueParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const closest = [
    closestRatio(one.values, other.values),
    closestRatio(one.estimates, other.estimates),
  ].filter((found) => found !== null);
  const [best] = closest.toSorted((a, b) => a.ratio - b.ratio);
  if (best === undefined) return [];
  const detail = best.pence.map((pence) => `£${(pence / 100).toLocaleString('en-GB')}`).join(' · ');
  // A round sum is many contracts' sum.
  const isRound = best.pence[0] % 1_000_000 === 0;
  if (best.ratio <= 1.0005) return [{ part: 'same-value', weight: isRound ? 1.2 : 2.2, detail }];
  if (Math.abs(best.ratio - 1.2) < 0.0005) return [{ part: 'same-value-vat', weight: 1.2, detail }];
  if (best.ratio <= 1.02) return [{ part: 'near-value', weight: 0.8, detail }];
  return best.ratio > 1.25 ? [{ part: 'other-value', weight: -2, detail }] : [];
}

function closestRatio(
  ones: readonly number[],
  others: readonly number[],
): { ratio: number; pence: readonly [number, number] } | null {
  let best: { ratio: number; pence: readonly [number, number] } | null = null;
  for (const a of ones) {
    for (const b of others) {
      const ratio = Math.max(a, b) / Math.min(a, b);
      if (best === null || ratio < best.ratio) best = { ratio, pence: [a, b] };
    }
  }
  return best;
}

function supplierParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  if (one.suppliers.length === 0 || other.suppliers.length === 0) return [];
  const same = sharedParty(one.suppliers, other.suppliers);
  if (same !== null) {
    const isAll = one.suppliers.length === other.suppliers.length;
    return [{ part: isAll ? 'same-suppliers' : 'shared-suppliers', weight: isAll ? 2.5 : 1.5, detail: same }];
  }
  const [likeness, detail] = closestNames(one.suppliers, other.suppliers);
  if (likeness === null) return [];
  if (likeness >= 0.85) return [{ part: 'supplier-alike', weight: 1, detail }];
  return [{ part: 'other-suppliers', weight: -3, detail }];
}

function cpvParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  if (one.cpvCodes.length === 0 || other.cpvCodes.length === 0) return [];
  const shared = one.cpvCodes.find((code) => other.cpvCodes.includes(code));
  if (shared !== undefined) return [{ part: 'same-code', weight: 0.7, detail: shared }];
  const divisions = new Set(other.cpvCodes.map((code) => code.slice(0, 2)));
  if (one.cpvCodes.some((code) => divisions.has(code.slice(0, 2)))) return [];
  const detail = `${one.cpvCodes[0] ?? ''} · ${other.cpvCodes[0] ?? ''}`;
  return [{ part: 'other-code', weight: -1.5, detail }];
}

/** Name of a party that both have, empty where it is not to be told; null where they share none. */
function sharedParty(ones: readonly ProfiledParty[], others: readonly ProfiledParty[]): string | null {
  const ids = new Set(others.flatMap(({ id }) => id ?? []));
  const shared = ones.find(({ id }) => id !== null && ids.has(id));
  return shared === undefined ? null : toldNames(shared);
}

/** Names as a reason tells them: a likely natural person stands on the contracts it comes from and in no review. */
function toldNames(...parties: readonly ProfiledParty[]): string {
  return parties.some(({ isPersonLikely }) => isPersonLikely === true)
    ? ''
    : parties.map(({ name }) => name).join(' · ');
}

/** How alike the closest two names are; null where one side names nobody. */
function closestNames(
  ones: readonly ProfiledParty[],
  others: readonly ProfiledParty[],
): [number | null, string] {
  let best: [number | null, string] = [null, ''];
  for (const a of ones.slice(0, 20)) {
    for (const b of others.slice(0, 20)) {
      const likeness = partyLikeness(a.name, b.name);
      if (best[0] === null || likeness > best[0]) best = [likeness, toldNames(a, b)];
    }
  }
  return best;
}

/** A name whose words are all in the other is a short form of it: "Marram Council" and "Marram District Council". */
function partyLikeness(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => namePartsOf(name.replace(/\bNHS FT$/iu, 'NHS Foundation Trust')));
  if (a === undefined || b === undefined) return 0;
  const [fewer, more] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const isShortForm = fewer.words.length > 1 && fewer.words.every((word) => more.words.includes(word));
  return isShortForm ? Math.max(0.85, nameLikeness(a, b)) : nameLikeness(a, b);
}
