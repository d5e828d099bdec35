import { assert, array, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  benchmarkWidening,
  comparabilityGap,
  monthlyPence,
  placeIn,
  priceBenchmark,
  termMonths,
  type PricedContract,
} from './price-benchmark.ts';

const contract = (changes: Partial<PricedContract> = {}): PricedContract => ({
  contractId: 'c0',
  segment: 'cloud-hosting',
  buyerType: 'nhs',
  buyerId: 'b0',
  stage: 'signed',
  isFrameworkAgreement: false,
  netPence: 12_000_000,
  startOn: '2025-01-01',
  endOn: '2025-12-31',
  ...changes,
});

/** Contracts over the same year, each of a buyer of its own. */
const priced = (...pounds: number[]): PricedContract[] =>
  pounds.map((value, at) => contract({ contractId: `c${at}`, buyerId: `b${at}`, netPence: value * 100 }));

const group = { segment: 'cloud-hosting', size: null, buyerType: null };

describe('what makes contracts comparable', () => {
  it.each([
    ['framework-agreement', { isFrameworkAgreement: true }],
    ['withdrawn', { stage: 'cancelled' }],
    ['not-classified', { segment: null }],
    ['no-value', { netPence: null }],
    ['no-value', { netPence: 0 }],
    ['no-term', { endOn: null }],
    ['no-term', { startOn: null }],
    ['no-term', { startOn: '2026-01-01' }],
    ['short-term', { startOn: '2025-12-20' }],
    [null, {}],
  ] as const)('%s', (gap, changes) => {
    expect(comparabilityGap(contract(changes))).toBe(gap);
    expect(monthlyPence(contract(changes)) === null).toBe(gap !== null);
  });

  it('is a value per month over the term without options', () => {
    expect(termMonths('2025-01-01', '2025-12-31')).toBeCloseTo(365 / 30.4375, 12);
    expect(monthlyPence(contract())).toBeCloseTo((12_000_000 * 30.4375) / 365, 6);
  });
});

describe('a price benchmark', () => {
  it('gives R-8 quartiles with n', () => {
    // Quartiles of 1 … 5 by R-8: 1.6667, 3, 4.3333.
    const { monthlyPence: prices, n, buyers } = priceBenchmark(priced(1200, 2400, 3600, 4800, 6000), group);
    const unit = (120_000 * 30.4375) / 365;
    expect([n, buyers]).toEqual([5, 5]);
    expect(prices).toEqual({
      least: Math.round(unit),
      q1: Math.round((unit * 5) / 3),
      median: Math.round(unit * 3),
      q3: Math.round((unit * 13) / 3),
      most: Math.round(unit * 5),
    });
  });

  it('says nothing from too few contracts or buyers', () => {
    expect(priceBenchmark(priced(1, 2, 3, 4), group).monthlyPence).toBeNull();
    const sameBuyer = priced(1, 2, 3, 4, 5).map((each) => ({ ...each, buyerId: 'b1' }));
    expect(priceBenchmark(sameBuyer, group)).toMatchObject({ n: 5, buyers: 1, monthlyPence: null });
    expect(priceBenchmark([], group)).toMatchObject({ n: 0, monthlyPence: null });
  });

  it('leaves out other segments, sizes and kinds of buyer', () => {
    const contracts = [
      contract(),
      contract({ segment: 'cyber-security' }),
      contract({ buyerType: 'education' }),
      contract({ netPence: 1_200_000_000 }),
    ];
    expect(priceBenchmark(contracts, { segment: 'cloud-hosting', size: '100k-1m', buyerType: 'nhs' }).n).toBe(
      1,
    );
  });

  it('widens where the group holds too few: first the kind of buyer, then the size', () => {
    const narrow = { segment: 'cloud-hosting', size: 'under-10k', buyerType: 'education' } as const;
    const many = priced(1200, 2400, 3600, 4800, 6000);
    expect(benchmarkWidening(many, narrow).group).toEqual({ ...narrow, buyerType: null });
    expect(benchmarkWidening(many, { ...narrow, size: '1m-10m' }).group).toEqual(group);
    expect(benchmarkWidening([], narrow)).toMatchObject({ group, n: 0, monthlyPence: null });
    const fitting = many.map((each) => ({ ...each, buyerType: 'education' }));
    expect(benchmarkWidening(fitting, narrow).group).toEqual(narrow);
  });
});

describe('where a contract sits', () => {
  it('is the share of the others that cost less, ties counted half', () => {
    const others = priced(1200, 2400, 3600, 3600);
    const own = contract({ contractId: 'own', netPence: 360_000 });
    expect(placeIn(own, [...others, own], group)).toMatchObject({ shareBelow: 0.75, of: 4 });
    expect(placeIn(own, [own], group)).toBeNull();
    expect(placeIn(contract({ netPence: null }), others, group)).toBeNull();
  });

  it('agrees with a naive count, whatever the prices', () => {
    assert(
      property(
        array(record({ pounds: integer({ min: 1, max: 20 }), buyerType: constantFrom('nhs', 'education') }), {
          minLength: 1,
          maxLength: 12,
        }),
        (rows) => {
          const contracts = rows.map(({ pounds, buyerType }, at) =>
            contract({ contractId: `c${at}`, netPence: pounds * 100, buyerType }),
          );
          const own = contract({ contractId: 'own', netPence: 1000 });
          const nhs = rows.filter((row) => row.buyerType === 'nhs').map((row) => row.pounds);
          const place = placeIn(own, contracts, { ...group, buyerType: 'nhs' });
          const naive = nhs.reduce((sum, pounds) => sum + (pounds < 10 ? 1 : pounds === 10 ? 0.5 : 0), 0);
          expect(place?.shareBelow ?? null).toBe(nhs.length === 0 ? null : naive / nhs.length);
        },
      ),
    );
  });
});
