import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ReleaseIndex } from './release-index.ts';

it('keeps processes in order of first appearance, and their releases in order of appearance', () => {
  const index = new ReleaseIndex();
  for (const [offset, ocid] of ['b', 'a', 'b', 'c', 'a', 'b'].entries())
    index.add(ocid, { file: 0, offset, length: 1, line: offset + 1, packageNumber: 0 });
  expect(
    Array.from({ length: index.processCount }, (_, process) =>
      index.entriesOf(process).map(({ offset }) => offset),
    ),
  ).toEqual([[0, 2, 5], [1, 4], [3]]);
});

it('groups as a map does, however many there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 0, maxLength: 20_000 }),
      (numbers) => {
        const index = new ReleaseIndex();
        for (const [offset, number] of numbers.entries())
          index.add(`ocds-${number}`, {
            file: 1,
            offset: offset + 2 ** 40,
            length: 7,
            line: 3,
            packageNumber: 9,
          });
        const expected = [...Map.groupBy(numbers.entries(), ([, number]) => number).values()].map((group) =>
          group.map(([offset]) => offset + 2 ** 40),
        );
        const found = Array.from({ length: index.processCount }, (_, process) =>
          index.entriesOf(process).map(({ offset }) => offset),
        );
        expect(found).toEqual(expected);
        expect(index.size).toBe(numbers.length);
      },
    ),
    { numRuns: 20 },
  );
});
