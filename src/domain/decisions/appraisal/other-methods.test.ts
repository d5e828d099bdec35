import { describe, expect, it } from 'vitest';
import { checkOtherMethods } from './other-methods.ts';

describe('the order by other methods', () => {
  it('is that of the value where one option is better by everything', () => {
    const found = checkOtherMethods(['one', 'two'], [[80, 70], [40, 30]], [0.5, 0.5]); // prettier-ignore
    expect(found.map(({ method, order, holdsFirst, holdsOrder }) => [method, order, holdsFirst, holdsOrder])).toEqual([
      ['topsis', ['one', 'two'], true, true],
      ['promethee', ['one', 'two'], true, true],
    ]); // prettier-ignore
  });

  it('may differ: many small leads count for nothing in PROMETHEE, and a large one is capped', () => {
    // By value 54 against 50; one lead of 40 points against two of 16.
    const points = [
      [90, 30, 42],
      [50, 46, 54],
    ];
    const [, promethee] = checkOtherMethods(['one', 'two'], points, [0.34, 0.33, 0.33]);
    expect(promethee).toMatchObject({ holdsFirst: true });
    const capped = checkOtherMethods(['one', 'two'], [[100, 40], [50, 64]], [0.4, 0.6])[1]; // prettier-ignore
    expect(capped).toMatchObject({ order: ['two', 'one'], holdsFirst: false, holdsOrder: false });
  });

  it('disregards criteria by which all are alike, noughts among them', () => {
    const [topsis] = checkOtherMethods(['one', 'two'], [[0, 80], [0, 40]], [0.5, 0.5]); // prettier-ignore
    expect(topsis?.holdsFirst).toBe(true);
    const [alike] = checkOtherMethods(['one', 'two'], [[0, 0], [0, 0]], [0.5, 0.5]); // prettier-ignore
    expect(alike).toMatchObject({ holdsFirst: true, holdsOrder: true, reversals: [] });
  });
});
