import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../../lib/rng.ts';
import { normalCdf, normalDensity } from '../normal.ts';
import { fillLatin } from '../simulation/latin-hypercube.ts';
import { normalScores } from '../simulation/normal-scores.ts';
import { firstOrderShare } from './first-order-share.ts';
import { partialInformation } from './partial-information.ts';
import { perfectInformation } from './perfect-information.ts';
import { rankClasses } from './rank-classes.ts';
import { tornado } from './tornado.ts';

const draws = 2 ** 16;
const rng = seededRng('sensitivity');
const uniform = (low: number, high: number): Float64Array =>
  fillLatin(rng, new Float64Array(draws)).map((share) => low + (high - low) * share);
const normal = (): Float64Array => normalScores(fillLatin(rng, new Float64Array(draws)));

describe('classes by rank', () => {
  it('hold about equally many, never part equal values, and rise with the value', () => {
    const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 12 }), (column, wanted) => {
        const { classOf, classes } = rankClasses(column, wanted);
        const byValue = new Map(column.map((value, draw) => [value, classOf[draw] ?? -1]));
        expect(column.every((value, draw) => byValue.get(value) === classOf[draw])).toBe(true);
        const rising = [...byValue].toSorted(([one], [other]) => one - other).map(([, at]) => at);
        expect(rising).toEqual(rising.toSorted((one, other) => one - other));
        expect(new Set(classOf).size).toBe(classes);
      }),
    );
    const { classOf } = rankClasses(uniform(0, 1), 64);
    const counts = new Float64Array(64);
    for (const at of classOf) counts[at] = (counts[at] ?? 0) + 1;
    expect([...new Set(counts)]).toEqual([draws / 64]);
  });

  it('of few values are these', () => {
    expect(rankClasses(new Uint8Array(1000).map((_, draw) => (draw % 100 === 0 ? 1 : 0))).classes).toBe(2);
    expect(rankClasses([0, 1, 2, 0, 0], 2).classOf).toEqual(Uint16Array.of(0, 1, 1, 0, 0));
  });
});

describe('first-order shares of variance', () => {
  // Ishigami and Homma's function with a = 7, b = 0.1: 0.3139, 0.4424 and 0 (Saltelli and others, Global Sensitivity
  // Analysis, 2008, 2.6).
  it('equal those of the Ishigami function', () => {
    const [x1, x2, x3] = [uniform(-Math.PI, Math.PI), uniform(-Math.PI, Math.PI), uniform(-Math.PI, Math.PI)];
    const result = x1.map(
      (x, draw) => Math.sin(x) + 7 * Math.sin(x2[draw] ?? 0) ** 2 + 0.1 * (x3[draw] ?? 0) ** 4 * Math.sin(x),
    );
    expect(firstOrderShare(x1, result)).toBeCloseTo(0.3139, 2);
    expect(firstOrderShare(x2, result)).toBeCloseTo(0.4424, 2);
    expect(firstOrderShare(x3, result)).toBeLessThan(0.005);
    // A rank correlation doesn't see what rises and falls.
    const bars = tornado(
      [
        { id: 'x2', values: x2 },
        { id: 'x1', values: x1 },
      ],
      result,
    );
    expect(bars.map(({ id }) => id)).toEqual(['x1', 'x2']);
    expect(bars[1]?.rankCorrelation).toBeCloseTo(0, 1);
  });

  it('of a sum are the shares of its variances', () => {
    const [one, other] = [normal(), normal()];
    const sum = one.map((value, draw) => 3 * value + 4 * (other[draw] ?? 0));
    expect(firstOrderShare(one, sum)).toBeCloseTo(0.36, 2);
    expect(firstOrderShare(other, sum)).toBeCloseTo(0.64, 2);
  });

  it('lie between 0 and 1, and are none of what does not vary', () => {
    const column = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(column, column, (one, other) => {
        const share = firstOrderShare(Float64Array.from(one), Float64Array.from(other));
        if (new Set(other).size === 1) expect(share).toBeNull();
        else expect(share !== null && share >= 0 && share <= 1).toBe(true);
      }),
    );
    expect(() => firstOrderShare(new Float64Array(3), new Float64Array(2))).toThrow("don't belong");
  });
});

it('a tornado has the means of the result at both ends of each input, greatest effect first', () => {
  const [one, other, none] = [uniform(0, 1), uniform(0, 1), new Float64Array(draws).fill(5)];
  const result = one.map((value, draw) => 10 * value - 100 * (other[draw] ?? 0));
  const bars = tornado(
    [
      { id: 'small', values: one },
      { id: 'great', values: other },
      { id: 'fixed', values: none },
    ],
    result,
  );
  expect(bars.map(({ id }) => id)).toEqual(['great', 'small', 'fixed']);
  // The lowest tenth of 0 to 1 has its mean at 0.05.
  expect(bars[0]?.lowMean).toBeCloseTo(5 - 5, 0);
  expect(bars[0]?.highMean).toBeCloseTo(5 - 95, 0);
  expect(bars[0]?.rankCorrelation).toBeCloseTo(-0.995, 2);
  expect(bars[2]).toMatchObject({ rankCorrelation: 0 });
});

describe('the value of information', () => {
  /** E[max(0, d + s Z)] − max(0, d), the unit normal loss integral (Raiffa and Schlaifer 1961). */
  const closedForm = (d: number, s: number): number =>
    s * normalDensity(d / s) + d * normalCdf(d / s) - Math.max(0, d);

  it('of a normal difference is its loss integral, of all and of one input', () => {
    const [x1, x2] = [normal(), normal().map((value) => 2 * value)];
    const options = [x1.map((value, draw) => 0.5 + value + (x2[draw] ?? 0)), new Float64Array(draws)];
    const all = perfectInformation(options);
    expect(all.value / closedForm(0.5, Math.sqrt(5))).toBeCloseTo(1, 1);
    expect(Math.abs(all.value - closedForm(0.5, Math.sqrt(5)))).toBeLessThan(4 * all.error);
    for (const [input, sd] of [
      [x1, 1],
      [x2, 2],
    ] as const) {
      const { value, error } = partialInformation(input, options);
      expect(Math.abs(value - closedForm(0.5, sd))).toBeLessThan(4 * error + 0.01);
    }
    // What has nothing to do with the choice is worth nothing but what is found in chance.
    expect(partialInformation(uniform(0, 1), options).value).toBeLessThan(0.01);
  });

  it('of an input that decides everything is that of everything', () => {
    const coin = uniform(0, 1).map(Math.round);
    const options = [coin.map((side) => (side === 1 ? 30 : -10)), new Float64Array(draws)];
    // Half of the time the choice would be another, and ten better.
    expect(perfectInformation(options).value).toBeCloseTo(5, 9);
    expect(partialInformation(coin, options).value).toBeCloseTo(5, 9);
  });

  it('of one input lies between nothing and that of everything', () => {
    const column = fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: 40, maxLength: 40 })
      .map((values) => Float64Array.from(values));
    fc.assert(
      fc.property(column, fc.array(column, { minLength: 1, maxLength: 4 }), (input, options) => {
        const { value } = partialInformation(input, options);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(perfectInformation(options).value + 1e-9);
      }),
    );
  });

  it('needs options with equally many draws', () => {
    expect(() => perfectInformation([])).toThrow('equally many draws');
    expect(() => perfectInformation([new Float64Array(3), new Float64Array(2)])).toThrow(
      'equally many draws',
    );
    expect(() => partialInformation(new Float64Array(2), [new Float64Array(3)])).toThrow("don't belong");
  });
});
