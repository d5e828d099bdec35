import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  benchmarkMeasures,
  sizeBenchmark,
  sizeBenchmarkWidening,
  sizePlaceIn,
  yearlyPencePerUnit,
  type SizedContract,
} from './size-benchmark.ts';

/** One year to the day: 366 days of a leap year are 12.02 months. */
const contract = (id: string, pounds: number, size: number | null, rest: Partial<SizedContract> = {}): SizedContract => ({
  contractId: id,
  segment: 'sector-systems',
  buyerType: 'council',
  buyerId: `buyer of ${id}`,
  stage: 'signed',
  isFrameworkAgreement: false,
  netPence: pounds * 100,
  startOn: '2021-01-01',
  endOn: '2024-12-31',
  size,
  ...rest,
}); // prettier-ignore
const everybody = { segment: null, buyerType: null };

describe('value per year and unit of size', () => {
  it('is per 1,000 residents, and per dwelling, member of staff or user', () => {
    // £480,000 over four years are £120,000 a year.
    const own = contract('a', 480_000, 200_000);
    expect(benchmarkMeasures.map((measure) => yearlyPencePerUnit(own, measure))).toEqual([
      60_000, 60, 60, 60,
    ]);
  });

  it.each([
    ['an unknown size', { size: null }],
    ['a size of nobody', { size: 0 }],
    ['a negative size', { size: -5 }],
    ['no value', { netPence: null }],
    ['a framework, whose value is a ceiling', { isFrameworkAgreement: true }],
    ['no end', { endOn: null }],
  ])('is unknown with %s', (_, rest) => {
    expect(yearlyPencePerUnit(contract('a', 480_000, 200_000, rest), 'residents')).toBeNull();
  });
});

describe('a benchmark by size', () => {
  const five = [10, 20, 30, 40, 50].map((pounds, at) => contract(`c${at}`, pounds * 4000, 1000));

  it('needs five contracts of three buyers whose size is known', () => {
    expect(sizeBenchmark(five, everybody, 'dwellings')).toEqual({
      group: everybody,
      comparable: 5,
      n: 5,
      buyers: 5,
      // R-8 of 10, 20, 30, 40, 50.
      yearlyPence: { least: 1000, q1: 1667, median: 3000, q3: 4333, most: 5000 },
    });
    expect(sizeBenchmark(five.slice(1), everybody, 'dwellings').yearlyPence).toBeNull();
    const twoBuyers = five.map((one, at) => ({ ...one, buyerId: `b${at % 2}` }));
    expect(sizeBenchmark(twoBuyers, everybody, 'dwellings')).toMatchObject({
      n: 5,
      buyers: 2,
      yearlyPence: null,
    });
    expect(sizeBenchmark([], everybody, 'dwellings')).toMatchObject({
      comparable: 0,
      n: 0,
      yearlyPence: null,
    });
  });

  it('tells how many could be compared but have no known size, which change nothing', () => {
    const found = sizeBenchmark([...five, contract('x', 9_000_000, null)], everybody, 'dwellings');
    expect(found).toMatchObject({ comparable: 6, n: 5, yearlyPence: { median: 3000 } });
  });

  it('is made of 200,000 contracts too', () => {
    const many = Array.from({ length: 200_000 }, (_, at) => contract(`m${at}`, 4000 + at, 1000));
    expect(sizeBenchmark(many, everybody, 'dwellings')).toMatchObject({
      n: 200_000,
      yearlyPence: { least: 100 },
    });
  });

  it('is made in the narrowest group that holds enough, else in the widest', () => {
    const nhs = { segment: 'sector-systems', buyerType: 'nhs' };
    const all = { segment: 'sector-systems', buyerType: null };
    expect(sizeBenchmarkWidening(five, [nhs, all], 'dwellings').group).toEqual(all);
    expect(sizeBenchmarkWidening(five, [all, everybody], 'dwellings').group).toEqual(all);
    expect(sizeBenchmarkWidening([], [nhs, all], 'dwellings')).toMatchObject({ group: all, n: 0 });
  });

  it('places a contract among the others only', () => {
    const [, second] = five;
    expect(second && sizePlaceIn(second, five, everybody, 'dwellings')).toEqual({ yearlyPence: 2000, shareBelow: 0.25, of: 4 });
    expect(sizePlaceIn(contract('own', 1, null), five, everybody, 'dwellings')).toBeNull();
    expect(sizePlaceIn(contract('own', 1, 1), [], everybody, 'dwellings')).toBeNull();
  }); // prettier-ignore

  it('is left alone by doubling both value and size, and doubled by doubling the value alone', () => {
    const drawn = fc.array(
      fc.record({ pounds: fc.integer({ min: 1, max: 10_000_000 }), size: fc.integer({ min: 1, max: 2_000_000 }) }),
      { minLength: 5, maxLength: 20 },
    ); // prettier-ignore
    fc.assert(
      fc.property(drawn, fc.constantFrom(...benchmarkMeasures), fc.integer({ min: 2, max: 9 }), (rows, measure, times) => {
        const made = (value: number, size: number) =>
          rows.map((row, at) => contract(`c${at}`, row.pounds * value, row.size * size));
        const once = sizeBenchmark(made(1, 1), everybody, measure).yearlyPence;
        const both = sizeBenchmark(made(times, times), everybody, measure).yearlyPence;
        const value = sizeBenchmark(made(times, 1), everybody, measure).yearlyPence;
        for (const key of ['least', 'q1', 'median', 'q3', 'most'] as const) {
          // Rounded to whole pence, so at most a penny apart where a sum ends in a half.
          expect(Math.abs((both?.[key] ?? NaN) - (once?.[key] ?? NaN))).toBeLessThanOrEqual(1);
          expect(Math.abs((value?.[key] ?? NaN) - times * (once?.[key] ?? NaN))).toBeLessThanOrEqual(times);
        }
      }),
    ); // prettier-ignore
  });
});
