import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatePairs, pairKey, type CandidateOrganisation } from './candidate-pairs.ts';
import { editDistance, nameLikeness, namePartsOf } from './name-likeness.ts';
import { scoreCandidate } from './score-candidate.ts';

const firm = (name: string, more: Partial<CandidateOrganisation> = {}): CandidateOrganisation => ({
  id: name, name, otherNames: [], keys: [], place: null, vendorId: null, ...more,
}); // prettier-ignore
const pairsOf = (...firms: CandidateOrganisation[]): string[] =>
  candidatePairs(firms).map(({ one, other }) => pairKey(one.id, other.id));
const partsOf = (one: CandidateOrganisation, other: CandidateOrganisation): string[] =>
  candidatePairs([one, other])
    .flatMap((pair) => scoreCandidate(pair, { isTogether: false, buyersInCommon: 0 }).parts)
    .map(({ part }) => part);

/** The same distance by its definition, for short words. */
function slowDistance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
  const ways = [
    slowDistance(a, other) + 1,
    slowDistance(one, b) + 1,
    slowDistance(a, b) + (one.at(-1) === other.at(-1) ? 0 : 1),
  ];
  const isSwap =
    one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  if (isSwap) ways.push(slowDistance(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...ways);
}

describe('how alike two names are', () => {
  it.each([
    ['civic', 'civci', 1],
    ['civic', 'civics', 1],
    ['civic', 'civil', 1],
    ['', 'abc', 3],
  ])('%s and %s are %i steps apart', (one, other, steps) => {
    expect(editDistance(one, other)).toBe(steps);
  });

  it('is what the definition says, and says early when it is too much', () => {
    const short = string({ maxLength: 6, unit: 'grapheme-ascii' });
    assert(
      property(short, short, (one, other) => {
        const steps = slowDistance(one, other);
        expect(editDistance(one, other)).toBe(steps);
        expect(editDistance(one, other, 2)).toBe(Math.min(3, steps));
      }),
    );
  });

  it('does not see legal form and spaces', () => {
    expect(nameLikeness(namePartsOf('Alpha (UK) Ltd'), namePartsOf('ALPHA U K'))).toBe(1);
  });
});

describe('pairs that may be one', () => {
  it.each([
    ['Keldantide Civic Software PLC', 'KELADNTIDE CIVIC SOFTWARE PLC'],
    ['Orrelquay Telecom Limited', 'OrrelquayT elecom Limited'],
    ['Alpha Systems (U K) Ltd', 'Alpha Systems UK'],
    ['Larkelridge Consultancy Ltd', 'Larkelrige Consultancy Ltd'],
    ['Brackwater Cloud Ltd t/a Skyline', 'Skyline Ltd'],
  ])('%s and %s', (one, other) => {
    expect(pairsOf(firm(one), firm(other))).toHaveLength(1);
  });

  it.each([
    ['Keldantide Civic Software PLC', 'Brackwater Civic Software PLC'],
    ['Alpha Ltd', 'Omega Ltd'],
  ])('not %s and %s', (one, other) => {
    expect(pairsOf(firm(one), firm(other))).toEqual([]);
  });

  it('never two company numbers, however alike the names', () => {
    const [one, other] = [
      firm('a', { name: 'Alpha Ltd', keys: ['GB-COH:00000001'] }),
      firm('b', { name: 'Alpha Ltd', keys: ['GB-COH:00000002'] }),
    ];
    expect(pairsOf(one, other)).toEqual([]);
    expect(candidatePairs([one, other], new Set(['a b']))).toEqual([]);
  });

  it('also those without anything alike, where a notice shows both on one party', () => {
    expect(candidatePairs([firm('a'), firm('zebra')], new Set(['a zebra']))).toHaveLength(1);
  });

  it('count against themselves what tells sister companies apart', () => {
    expect(partsOf(firm('Larkelridge North Ltd'), firm('Larkelridge South Ltd'))).toContain('telling-word');
    expect(partsOf(firm('Larkelridge Ltd'), firm('Larkelridge LLP'))).toContain('other-form');
    expect(partsOf(firm('Larkelridge Ltd'), firm('Larkelridge'))).toEqual(['name-but-form']);
  });

  it('score between 0 and 1', () => {
    const place = 'Leeds';
    const [pair] = candidatePairs([
      firm('a', { name: 'Alpha Ltd', place, vendorId: 'v' }),
      firm('b', { name: 'Alpha Limited', place, vendorId: 'v' }),
    ]);
    if (pair === undefined) throw new Error('no pair');
    expect(scoreCandidate(pair, { isTogether: true, buyersInCommon: 9 }).score).toBe(1);
  });
});
