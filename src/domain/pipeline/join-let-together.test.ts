import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pipelineEntry } from '../../../test/factories/pipeline-entry.ts';
import { joinLetTogether } from './join-let-together.ts';
import type { PipelineEntry } from './pipeline-entry.ts';

const renewal = (id: string, changes: Partial<PipelineEntry> = {}): PipelineEntry =>
  pipelineEntry({
    key: `contract:${id}`,
    source: 'renewal',
    contractIds: [id],
    ocid: 'p1',
    lowPence: 100,
    highPence: 100,
    ...changes,
  });

test('contracts of one process, title and term are one renewal with the sum of their values', () => {
  const none = renewal('c3', { lowPence: null, highPence: null, gap: 'no-value' });
  expect(joinLetTogether([none, renewal('c2'), renewal('c1')])).toMatchObject([
    { key: 'contract:c1', contractIds: ['c1', 'c2', 'c3'], lowPence: 200, highPence: 200, gap: null },
  ]);
  expect(joinLetTogether([none])).toEqual([none]);
});

test.each<[string, Partial<PipelineEntry>]>([
  ['another process', { ocid: 'p2' }],
  ['no process', { ocid: null }],
  ['another title', { title: 'Lot 2' }],
  ['another end', { startFrom: '2028-01-01' }],
  ['another buyer', { buyerId: 'b2' }],
])('%s keeps renewals apart', (_, changes) => {
  expect(joinLetTogether([renewal('c1'), renewal('c2', changes)])).toHaveLength(2);
});

test('no contract and no money is lost or counted twice, in any order', () => {
  const any = fc.record({
    title: fc.constantFrom('A', 'B'),
    ocid: fc.constantFrom('p1', 'p2', null),
    lowPence: fc.option(fc.integer({ min: 1, max: 1000 })),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 10 }), (rows) => {
      const entries = rows.map((row, number) => renewal(`c${number}`, { ...row, highPence: row.lowPence }));
      const joined = joinLetTogether(entries);
      const sum = (list: readonly PipelineEntry[]): number =>
        list.reduce((total, { lowPence }) => total + (lowPence ?? 0), 0);
      expect(sum(joined)).toBe(sum(entries));
      expect(joined.flatMap(({ contractIds }) => contractIds)).toHaveLength(entries.length);
      expect(joinLetTogether(entries.toReversed())).toEqual(joined);
    }),
  );
});
