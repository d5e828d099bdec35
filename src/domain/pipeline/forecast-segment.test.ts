import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backtest, errorOf, type BacktestTarget } from './forecast-backtest.ts';
import { cohortOf, type ForecastHistory } from './forecast-history.ts';
import { forecastSegment, renewalShare } from './forecast-segment.ts';

const segment = 'cloud-hosting';
const totals = (contracts: number) => ({ contracts, valued: contracts, pence: contracts * 1000 });

/** Twenty contracts signed a year, of three years each; half of those that end are followed. */
function steadyHistory(from: number, to: number, perYear = 20): ForecastHistory {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return {
    signed: years.map((year) => ({ segment, year, ...totals(perYear) })),
    ending: years.map((year) => ({ segment, year: year + 3, knownYear: year, ...totals(perYear) })),
    followed: years.flatMap((year) => [
      { segment, year: year + 3, followedYear: year + 3, contracts: perYear / 2 },
      { segment, year: year + 3, followedYear: null, contracts: perYear / 2 },
    ]),
  };
}

const steady = steadyHistory(2008, 2024);

test('a market that stays the same is forecast to stay the same, however far ahead', () => {
  const forecast = forecastSegment(steady, segment, { origin: 2023, count: 5 });
  expect(forecast?.share).toMatchObject({ share: 0.5, basis: 'segment' });
  expect(forecast?.years.map(({ contracts }) => contracts.forecast)).toEqual([20, 20, 20, 20, 20]);
  // What ends in the first three years is known; what ends later isn't signed yet.
  expect(forecast?.years.map(({ contracts }) => contracts.renewals)).toEqual([10, 10, 10, 0, 0]);
  expect(forecast?.years.map(({ pence }) => pence.forecast)).toEqual(Array(5).fill(20_000));
});

test('more contracts that end mean more new ones, by the renewal share', () => {
  const more: ForecastHistory = {
    ...steady,
    ending: [...steady.ending, { segment, year: 2024, knownYear: 2021, ...totals(8) }],
  };
  const years = forecastSegment(more, segment, { origin: 2023, count: 2 })?.years ?? [];
  expect(years.map(({ contracts }) => contracts.forecast)).toEqual([20, 24]);
});

test('nothing dated in the origin or later is used', () => {
  const later: ForecastHistory = {
    signed: [...steady.signed, { segment, year: 2023, ...totals(500) }],
    ending: [...steady.ending, { segment, year: 2024, knownYear: 2023, ...totals(500) }],
    followed: [...steady.followed, { segment, year: 2022, followedYear: 2023, contracts: 500 }],
  };
  const asked = { origin: 2023, count: 3 };
  expect(forecastSegment(later, segment, asked)).toEqual(forecastSegment(steady, segment, asked));
});

test('base years never lie on both sides of February 2025', () => {
  const history = steadyHistory(2015, 2027);
  const baseOf = (origin: number) => forecastSegment(history, segment, { origin, count: 3 })?.baseYears;
  expect(baseOf(2025)).toEqual([2022, 2023, 2024]);
  expect(baseOf(2026)).toEqual([2025]);
  expect(baseOf(2028)).toEqual([2025, 2026, 2027]);
  expect([cohortOf(2024), cohortOf(2025)]).toEqual(['before', 'since']);
});

test('a segment with too few contracts has no forecast, and takes the share of all with too few ended', () => {
  expect(forecastSegment(steadyHistory(2008, 2024, 2), segment, { origin: 2023, count: 3 })).toBeNull();
  const small: ForecastHistory = {
    ...steady,
    followed: [
      ...steady.followed,
      { segment: 'cyber-security', year: 2020, followedYear: null, contracts: 29 },
    ],
  };
  expect(renewalShare(small, 'cyber-security', 2023)).toMatchObject({
    basis: 'all',
    followed: 30,
    ended: 89,
  });
  expect(renewalShare({ ...steady, followed: [] }, segment, 2023)).toMatchObject({ basis: 'none', share: 0 });
});

test('a forecast is the sum of its parts and never below nought', () => {
  const count = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count, count), { minLength: 6, maxLength: 10 }), (rows) => {
      const history: ForecastHistory = {
        signed: rows.map(([signed], index) => ({ segment, year: 2012 + index, ...totals(signed) })),
        ending: rows.map(([, ending], index) => ({
          segment,
          year: 2014 + index,
          knownYear: 2012 + index,
          ...totals(ending),
        })),
        followed: rows.map(([, , followed], index) => ({
          segment,
          year: 2012 + index,
          followedYear: followed % 2 === 0 ? 2013 + index : null,
          contracts: followed,
        })),
      };
      const years = forecastSegment(history, segment, { origin: 2012 + rows.length, count: 5 })?.years ?? [];
      for (const { contracts, pence } of years) {
        expect(contracts.base).toBeGreaterThanOrEqual(0);
        expect(contracts.forecast).toBeCloseTo(contracts.renewals + contracts.base, 9);
        expect(pence.forecast).toBe(pence.renewals + pence.base);
      }
    }),
  );
});

describe('a back-test', () => {
  const asked = { now: 2025, count: 3, measure: 'contracts' as const };

  test('of a market that stays the same finds no error', () => {
    const targets = backtest(steady, segment, asked).filter(({ origin }) => origin >= 2016);
    expect(targets.length).toBeGreaterThan(20);
    expect(errorOf(targets)).toMatchObject({ medianShare: 0, scaled: null });
  });

  test('compares only years that are complete and of the cohort of the fit', () => {
    const targets = backtest(steadyHistory(2015, 2026), segment, { ...asked, now: 2027 });
    expect(targets.some(({ origin, year }) => origin <= 2025 && year >= 2025)).toBe(false);
    expect(targets.filter(({ year }) => year >= 2025).map(({ origin, year }) => [origin, year])).toEqual([
      [2026, 2026],
    ]);
  });

  test('uses the same forecast as would have been made then', () => {
    const [target] = backtest(steady, segment, asked).filter(({ origin }) => origin === 2020);
    expect(target?.forecast).toBe(
      forecastSegment(steady, segment, { origin: 2020, count: 3 })?.years[0]?.contracts.forecast,
    );
  });
});

describe('the error', () => {
  const target = (forecast: number, actual: number, naive: number): BacktestTarget => ({
    origin: 2020,
    year: 2020,
    forecast,
    actual,
    naive,
  });
  const six = [
    target(10, 10, 20),
    target(11, 10, 20),
    target(8, 10, 20),
    target(13, 10, 20),
    target(6, 10, 20),
    target(15, 10, 20),
  ];

  test('is the median share and the ratio to the naive forecast', () => {
    // Shares 0, .1, .2, .3, .4, .5: median .25. Absolute errors 15, naive 60.
    const { medianShare, scaled } = errorOf(six);
    expect(medianShare).toBeCloseTo(0.25, 12);
    expect(scaled).toBe(0.25);
  });

  test('is not stated of too few, of nothing, or where the naive forecast is never wrong', () => {
    expect(errorOf(six.slice(1))).toEqual({ count: 5, medianShare: null, scaled: null });
    expect(errorOf(six.map((one) => ({ ...one, actual: 0 }))).medianShare).toBeNull();
    expect(errorOf(six.map((one) => ({ ...one, naive: 10 }))).scaled).toBeNull();
  });
});
