import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pipelineEntry } from '../../../test/factories/pipeline-entry.ts';
import { mergeEntries, type PipelineNeed } from './merge-entries.ts';
import { firmnessOf, pipelineSources, type PipelineEntry } from './pipeline-entry.ts';
import { sumNeeds } from './sum-needs.ts';

const entered = pipelineEntry();
const planned = pipelineEntry({
  key: 'process:p1',
  source: 'UK3',
  ocid: 'p1',
  title: 'Repairs and housing software',
  lowPence: 500_000,
  highPence: 500_000,
  stage: null,
  confidence: null,
});
const renewal = pipelineEntry({
  key: 'contract:c1',
  source: 'renewal',
  contractIds: ['c1'],
  title: 'Housing repairs management system',
  startFrom: '2027-04-01',
  startTo: '2027-04-01',
  lowPence: 70_000,
  highPence: 70_000,
});

/** Keys of each need, the head first. */
const keysOf = (needs: readonly PipelineNeed[]): string[][] =>
  needs.map(({ head, alsoAs }) => [head.key, ...alsoAs.map(({ entry }) => entry.key)]);

test('one need in three sources is counted once, with the value of the firmest', () => {
  const [need, ...others] = mergeEntries([renewal, planned, entered]);
  expect(others).toEqual([]);
  expect(need).toMatchObject({ head: entered, lowPence: 100_000, highPence: 200_000, valueFrom: 'entered' });
  expect(need?.alsoAs.map(({ entry, reason }) => [entry.source, reason])).toEqual([
    ['UK3', 'like'],
    ['renewal', 'like'],
  ]);
});

test('a purchase that says which contract it replaces is joined with it whatever their titles and dates', () => {
  const other = {
    ...entered,
    title: 'Tenancy platform',
    replacesContractId: 'c1',
    startFrom: '2029-01-01',
    startTo: null,
  };
  expect(mergeEntries([renewal, other])[0]?.alsoAs[0]?.reason).toBe('says-it-replaces');
  expect(keysOf(mergeEntries([renewal, { ...other, replacesContractId: null }]))).toHaveLength(2);
});

test('a purchase that names its process is joined with its notice', () => {
  const other = { ...entered, title: 'Tenancy platform', ocid: 'p1' };
  expect(mergeEntries([planned, other])[0]?.alsoAs[0]?.reason).toBe('same-process');
});

test('a process in which the ending contract was bought is not its successor', () => {
  expect(
    keysOf(
      mergeEntries([
        { ...planned, title: 'Tenancy platform' },
        { ...renewal, ocid: 'p1' },
      ]),
    ),
  ).toHaveLength(2);
});

test.each([
  ['another buyer', { buyerId: 'b2' }],
  ['no buyer', { buyerId: null }],
  ['a start more than half a year away', { startFrom: '2028-01-01', startTo: '2028-01-01' }],
  ['no start', { startFrom: null, startTo: null }],
  ['a title with one word in common', { title: 'Housing allocations portal' }],
])('%s keeps needs apart', (_, changes) => {
  expect(keysOf(mergeEntries([entered, { ...renewal, ...changes }]))).toHaveLength(2);
});

test('where segments differ one title has to hold all words of the other, and the same segment goes first', () => {
  const other = { ...renewal, segment: 'cloud-hosting' };
  expect(mergeEntries([entered, other])[0]?.alsoAs[0]?.reason).toBe('like-other-segment');
  const ownWords = { ...entered, title: 'Housing repairs portal' };
  const hosting = { ...renewal, title: 'Housing repairs hosting' };
  expect(mergeEntries([ownWords, hosting])[0]?.alsoAs[0]?.reason).toBe('like');
  expect(mergeEntries([ownWords, { ...hosting, segment: 'cloud-hosting' }])).toHaveLength(2);
  const hosted = pipelineEntry({ key: 'entered:0', segment: 'cloud-hosting' });
  expect(keysOf(mergeEntries([hosted, entered, renewal]))).toEqual([
    ['entered:0'],
    ['entered:a', 'contract:c1'],
  ]);
});

test('two entered purchases are two, however alike, and a renewal goes to the liker one', () => {
  const second = pipelineEntry({ key: 'entered:b', title: 'Housing repairs management portal' });
  const found = keysOf(mergeEntries([renewal, second, entered]));
  expect(found).toEqual([['entered:a', 'contract:c1'], ['entered:b']]);
});

test('where the firmest has no value to add up, the next that has one gives it', () => {
  const gross = { ...entered, lowPence: null, highPence: null, gap: 'with-vat' as const };
  expect(mergeEntries([gross, renewal])[0]).toMatchObject({
    lowPence: 70_000,
    valueFrom: 'renewal',
    gap: null,
  });
  expect(mergeEntries([gross])[0]).toMatchObject({ lowPence: null, valueFrom: null, gap: 'with-vat' });
});

const words = ['housing', 'repairs', 'tenancy', 'payroll', 'parking', 'system'];
const anyEntry = fc.record({
  source: fc.constantFrom(...pipelineSources),
  buyerId: fc.constantFrom('b1', 'b2', null),
  segment: fc.constantFrom('sector-systems', 'cloud-hosting'),
  title: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((list) => list.join(' ')),
  lowPence: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  startFrom: fc.constantFrom('2026-10-01', '2027-04-01', '2028-04-01', null),
  ocid: fc.constantFrom('p1', 'p2', null),
  contractIds: fc.subarray(['c1', 'c2', 'c3']),
  replacesContractId: fc.constantFrom('c1', 'c2', null),
});
const anyEntries: fc.Arbitrary<PipelineEntry[]> = fc.array(anyEntry, { maxLength: 12 }).map((list) =>
  list.map((one, number) =>
    pipelineEntry({
      ...one,
      key: `${one.source}:${number}`,
      highPence: one.lowPence,
      startTo: one.startFrom,
      contractIds: one.source === 'renewal' ? one.contractIds : [],
      replacesContractId: one.source === 'entered' ? one.replacesContractId : null,
    }),
  ),
);

test('every entry is in exactly one need, and the head is the firmest', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const needs = mergeEntries(entries);
      expect(keysOf(needs).flat().toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
      for (const { head, alsoAs } of needs)
        for (const { entry } of alsoAs)
          expect(firmnessOf(entry.source)).toBeGreaterThan(firmnessOf(head.source));
    }),
  );
});

test('the order of entries does not matter', () => {
  fc.assert(
    fc.property(
      anyEntries.chain((entries) =>
        fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
      ),
      ([entries, shuffled]) => {
        expect(mergeEntries(shuffled)).toEqual(mergeEntries(entries));
      },
    ),
  );
});

test('no entered purchase is ever lost to another', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const heads = mergeEntries(entries).filter(({ head }) => head.source === 'entered');
      expect(heads).toHaveLength(entries.filter(({ source }) => source === 'entered').length);
    }),
  );
});

test('the sums of all years and segments are the sum over needs', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const needs = mergeEntries(entries);
      const { sums, coverage } = sumNeeds(needs, { from: 2020, to: 2040 });
      const dated = needs.filter(({ startFrom }) => startFrom !== null);
      expect(sums.reduce((sum, { needs: count }) => sum + count, 0)).toBe(dated.length);
      expect(sums.reduce((sum, { lowPence }) => sum + lowPence, 0)).toBe(
        dated.reduce((sum, { lowPence }) => sum + (lowPence ?? 0), 0),
      );
      const gaps = Object.values(coverage.gaps).reduce((sum, count) => sum + count, 0);
      expect(coverage.measured + gaps).toBe(coverage.total);
    }),
  );
});

test('a need counts in the financial year of its earliest start, and outside the years in none', () => {
  const needs = mergeEntries([{ ...entered, startFrom: '2027-03-31', startTo: '2027-09-30' }]);
  expect(sumNeeds(needs, { from: 2026, to: 2030 }).sums).toMatchObject([{ year: 2026, needs: 1 }]);
  expect(sumNeeds(needs, { from: 2027, to: 2030 })).toMatchObject({
    sums: [],
    coverage: { gaps: { earlier: 1 } },
  });
});
