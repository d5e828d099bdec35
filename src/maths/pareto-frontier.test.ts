import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paretoFrontier } from './pareto-frontier.ts';

it('what is dearer and no better is off the frontier, with who beats it', () => {
  const found = paretoFrontier([
    { cost: 1, value: 5 },
    { cost: 2, value: 9 },
    { cost: 2, value: 7 },
    { cost: 1, value: 5 },
    { cost: 3, value: 9 },
  ]);
  expect(found.map(({ isOnFrontier }) => isOnFrontier)).toEqual([true, true, false, true, false]);
  expect(found.map(({ tiedWith }) => tiedWith)).toEqual([[3], [], [], [0], []]);
  expect(found.map(({ dominatedBy }) => dominatedBy)).toEqual([[], [], [1], [], [1]]);
});

it('no option is no frontier, and what is no number is refused', () => {
  expect(paretoFrontier([])).toEqual([]);
  expect(() => paretoFrontier([{ cost: Number.NaN, value: 1 }])).toThrow('NaN');
});

it('is never empty, and each option off it is beaten by one on it', () => {
  const option = fc.record({ cost: fc.integer({ min: 0, max: 9 }), value: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(fc.array(option, { minLength: 1, maxLength: 12 }), (options) => {
      const places = paretoFrontier(options);
      const onFrontier = places.filter(({ isOnFrontier }) => isOnFrontier);
      expect(onFrontier.length).toBeGreaterThan(0);
      for (const place of places)
        if (!place.isOnFrontier)
          expect(place.dominatedBy.some((rival) => places[rival]?.isOnFrontier)).toBe(true);
      // Along the frontier dearer is better.
      const sorted = onFrontier
        .map((place) => options[place.option] ?? { cost: 0, value: 0 })
        .toSorted((one, other) => one.cost - other.cost);
      sorted.slice(1).forEach((next, index) => {
        const before = sorted[index] ?? next;
        expect(Math.sign(next.value - before.value)).toBe(Math.sign(next.cost - before.cost));
      });
    }),
  );
});
