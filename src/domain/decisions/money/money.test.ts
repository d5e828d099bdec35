import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { presentValue } from '../../../maths/money/present-value.ts';
import { normalCdf } from '../../../maths/normal.ts';
import { meanOf, quantileOf } from '../../../maths/distributions/distribution.ts';
import { costSwitches, costTornado, enquiryWorths, stressResults } from './money-sensitivity.ts';
import { economicTable, financialTable, groupYears, phaseCosts } from './money-tables.ts';
import { simulateOptions, type CaseMoney, type MoneySettings, type OptionMoney } from './simulate-options.ts';
import { toDistribution } from './to-distribution.ts';
import { delayed, yearFactors } from './year-factors.ts';

const rates = [{ fromYear: 0, rate: 0.035 }];
const settings: MoneySettings = { levels: (year) => 1.02 ** year, referenceClasses: new Map(), rates };
const rivals = ['product', 'build'];
const annuity = presentValue([1, 1, 1], rates);
const [bau, minimum, product, build] = smallCase.costs.lines;
const withLines = (
  lines: unknown[],
  parts: Record<string, unknown> = {},
  costs: Record<string, unknown> = {},
): ReturnType<typeof caseWith> => caseWith({ ...parts, costs: { ...smallCase.costs, lines, ...costs } });
const of = (money: CaseMoney, id: string): OptionMoney => {
  const found = money.options.find(({ option }) => option === id);
  if (found === undefined) throw new Error(`${id} was not simulated.`);
  return found;
};

describe('an uncertain number of a case', () => {
  it('is the distribution that its form says, scaled', () => {
    const uniform = toDistribution({ low: 2, high: 6 }, -10);
    expect([meanOf(uniform), quantileOf(uniform, 0)]).toEqual([-40, -60]);
    expect(quantileOf(toDistribution({ p10: 2, p90: 8 }, 3), 0.1)).toBeCloseTo(6, 9);
    expect(
      meanOf(
        toDistribution(
          {
            oneOf: [
              { value: 1, probability: 0.25 },
              { value: 5, probability: 0.75 },
            ],
          },
          2,
        ),
      ),
    ).toBe(8);
    expect(toDistribution({ low: 4, likely: 4, high: 4 })).toEqual({ kind: 'fixed', value: 4 });
  });
});

describe('the years of a line', () => {
  const appraisal = { firstYear: '2027-28', years: 3, priceBase: '2026-27' };
  const levels = (year: number): number => 1.02 ** year;

  it('grow from the price base, and a price fixed in cash falls in real terms', () => {
    const grown = yearFactors(
      { when: { from: '2028-29', to: '2029-30' }, realGrowthPercent: 10 },
      appraisal,
      levels,
    );
    expect(grown.real.map((one) => Number(one.toFixed(9)))).toEqual([0, 1.21, 1.331]);
    const fixed = yearFactors({ when: { once: '2028-29' }, fixedPrice: true }, appraisal, levels);
    expect(fixed.nominal).toEqual([0, 1, 0]);
    expect(fixed.real[1]).toBeCloseTo(1 / 1.02 ** 2, 12);
  });

  it('move with a delay, and nothing is counted twice', () => {
    expect(delayed([1, 1, 0], 6)).toEqual([0.5, 1, 0.5]);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { maxLength: 8 }),
        fc.nat(30),
        (factors, months) => {
          const padded = [...factors, 0, 0, 0, 0];
          const sum = (list: number[]): number => list.reduce((total, each) => total + each, 0);
          expect(sum(delayed(padded, months))).toBeCloseTo(sum(padded), 9);
        },
      ),
    );
  });
});

describe('the money of a case', () => {
  const money = simulateOptions(caseWith(), settings, rivals);

  it('is the present value of its lines at base prices', () => {
    expect(of(money, 'bau').cost.p50.value).toBeCloseTo(900_000 * annuity, 4);
    expect(of(money, 'bau').cost.sd).toBeCloseTo(0, 4);
    const mean = ((400_000 + 4 * 500_000 + 800_000) / 6) * annuity;
    expect(of(money, 'product').cost.mean.value / mean).toBeCloseTo(1, 4);
    expect(money.isPrecise).toBe(true);
  });

  it('says how often each of the compared is the cheapest', () => {
    const shares = rivals.map((id) => of(money, id).cheapest?.value ?? 0);
    expect(shares[0]).toBeGreaterThan(0.6);
    expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeCloseTo(1, 9);
    expect(of(money, 'bau').cheapest).toBeNull();
  });

  it('is the same for the same seed', () => {
    const again = simulateOptions(caseWith(), settings, rivals);
    expect(again.options.map(({ cost }) => cost)).toEqual(money.options.map(({ cost }) => cost));
  });

  it('has an economic table whose present costs add up to the mean, and a financial one in cash', () => {
    const own = of(money, 'product');
    const document = caseWith({ budgets: [{ year: '2027-28', resource: 500_000 }] });
    const table = economicTable(document, own, settings);
    const sum = table.reduce((total, { presentCost }) => total + presentCost, 0);
    expect(sum / own.cost.mean.value).toBeCloseTo(1, 3);
    expect(phaseCosts(own.lines, rates)[0]?.presentCost).toBeCloseTo(sum, 4);
    const [first, second] = financialTable(document, own, settings);
    // Recovered VAT is no cash; a year of inflation since the price base is.
    expect(first?.total).toBeCloseTo((table[0]?.cost ?? 0) * 1.02, 4);
    expect([first?.vat, first?.budget, second?.budget]).toEqual([0, 500_000, null]);
    expect(first?.gap).toBeCloseTo((first?.total ?? 0) - 500_000, 6);
  });

  it('counts VAT that is not recovered in cash alone, and so what nobody has settled', () => {
    const lines = [
      bau,
      minimum,
      { ...product, vat: { treatment: 'irrecoverable' } },
      { ...build, vat: undefined },
    ];
    const document = withLines(lines);
    const taxed = simulateOptions(document, settings, rivals);
    expect(of(taxed, 'product').cost).toEqual(of(money, 'product').cost);
    expect(of(taxed, 'product').cash.mean.value / of(money, 'product').cash.mean.value).toBeCloseTo(1.2, 9);
    expect(of(taxed, 'build').cash.mean.value / of(money, 'build').cash.mean.value).toBeCloseTo(1.2, 9);
    const [first] = financialTable(document, of(taxed, 'product'), settings);
    expect((first?.vat ?? 0) / (first?.resource ?? 1)).toBeCloseTo(1 / 6, 9);
  });

  it('leaves sunk costs and transfers out of the economic table, not out of the cash', () => {
    const sunk = { ...bau, id: 'sunk', sunk: true };
    const found = simulateOptions(withLines([bau, sunk, minimum, product, build]), settings, rivals);
    expect(of(found, 'bau').cost.mean.value).toBeCloseTo(900_000 * annuity, 4);
    expect(of(found, 'bau').cash.mean.value / of(money, 'bau').cash.mean.value).toBeCloseTo(2, 9);
  });

  it('raises a group for optimism, or by a reference class, and adds risks', () => {
    const treatments = [
      { group: 'run', options: ['product'], method: 'optimism-bias', upliftPercent: 50 },
      { group: 'run', options: ['build'], method: 'reference-class', referenceClass: 'project-cost' },
    ];
    const risks = [
      {
        id: 'strike',
        label: 'Strike',
        options: ['bau'],
        group: 'run',
        probability: 0.25,
        impact: 400_000,
        year: '2027-28',
      },
    ];
    const found = simulateOptions(
      caseWith({ costs: { ...smallCase.costs, treatments, risks } }),
      { ...settings, referenceClasses: new Map([['project-cost', { kind: 'uniform', low: 1, high: 3 }]]) },
      rivals,
    );
    expect(of(found, 'product').cost.mean.value / of(money, 'product').cost.mean.value).toBeCloseTo(1.5, 9);
    expect(of(found, 'build').cost.mean.value / of(money, 'build').cost.mean.value).toBeCloseTo(2, 2);
    expect(of(found, 'bau').cost.mean.value - 900_000 * annuity).toBeCloseTo(100_000, 0);
  });

  it('lets a dearer option win more often the less options share of what goes wrong', () => {
    const shareOfBuild = (betweenOptions: number): number => {
      const treatments = [
        { group: 'run', method: 'reference-class', referenceClass: 'project-cost', betweenOptions },
      ];
      const found = simulateOptions(
        withLines(
          [
            { ...product, unitCost: 500_000 },
            { ...build, unitCost: 600_000 },
          ],
          {},
          { treatments },
        ),
        {
          ...settings,
          referenceClasses: new Map([['project-cost', { kind: 'log-normal', mu: 0, sigma: 0.3 }]]),
        },
        rivals,
      );
      return of(found, 'build').cheapest?.value ?? Number.NaN;
    };
    expect(shareOfBuild(1)).toBe(0);
    // Logarithms differ by a normal of standard deviation 0.3 √(2 (1 − r)), r = 2 sin(π ρ ÷ 6).
    for (const rank of [0, 0.5]) {
      const sd = 0.3 * Math.sqrt(2 * (1 - 2 * Math.sin((Math.PI * rank) / 6)));
      expect(shareOfBuild(rank)).toBeCloseTo(normalCdf(-Math.log(1.2) / sd), 2);
    }
  });

  it('has benefits beside the costs, and what is left', () => {
    const benefits = [
      {
        id: 'time',
        label: 'Time',
        options: ['build'],
        kind: 'cash-releasing',
        amount: 100_000,
        when: bau?.['when'],
      },
    ];
    const found = simulateOptions(caseWith({ benefits }), settings, rivals);
    expect(of(found, 'build').benefits?.mean.value).toBeCloseTo(100_000 * annuity, 4);
    expect(of(found, 'build').net?.mean.value).toBeCloseTo(
      of(found, 'build').cost.mean.value - 100_000 * annuity,
      3,
    );
    expect(of(found, 'product').net).toBeNull();
    const hoped = benefits.map((one) => ({ ...one, optimismPercent: 25 }));
    const lower = of(simulateOptions(caseWith({ benefits: hoped }), settings, rivals), 'build');
    expect(lower.benefits?.mean.value).toBeCloseTo(75_000 * annuity, 4);
    expect(economicTable(caseWith({ benefits: hoped }), lower, settings)[0]?.benefit).toBeCloseTo(75_000, 6);
  });

  it('goes on with business as usual while an option is late', () => {
    const stressTests = [
      { id: 'late', name: 'A year late', delayMonths: 12 },
      { id: 'dear', name: 'Dearer people', factors: { 'day-rate': 1.5 } },
    ];
    const lines = [bau, minimum, product, { ...build, drivers: ['day-rate'] }];
    const document = withLines(lines, { stressTests });
    const [late, dear] = stressResults(
      document,
      settings,
      simulateOptions(document, settings, rivals),
      rivals,
    );
    const change = (result: typeof late, id: string): number =>
      result?.options.find(({ option }) => option === id)?.change ?? 0;
    expect(change(late, 'bau')).toBe(0);
    // The product comes a year later, and business as usual goes on in the year after it was needed: 2028-29.
    const mean = (400_000 + 4 * 500_000 + 800_000) / 6;
    const expected =
      900_000 * presentValue([0, 1, 0], rates) + mean * (presentValue([0, 1, 1], rates) - annuity);
    expect(change(late, 'product') / expected).toBeCloseTo(1, 1);
    expect(change(dear, 'product')).toBe(0);
    expect(change(dear, 'build')).toBeGreaterThan(500_000);
    expect(dear?.cheapest).toBe('product');
  });

  it('says at which unit cost the cheapest changes, and that it does', () => {
    const switches = costSwitches(money, { rates }, rivals);
    const own = switches.find(({ id }) => id === 'product-run');
    expect(own).toMatchObject({ what: 'line', option: 'product', cheapest: 'product', becomes: 'build' });
    const dearer = { ...product, unitCost: own?.unitCost?.turnsAt };
    const there = simulateOptions(withLines([bau, minimum, dearer, build]), settings, rivals);
    expect(of(there, 'product').cost.mean.value / of(there, 'build').cost.mean.value).toBeCloseTo(1, 3);
  });

  it('names what moves the cost, and what it is worth to know it', () => {
    const enquiries = [
      { id: 'ask', label: 'Ask the market', resolves: ['product-run'], cost: 1000 },
      { id: 'vain', label: 'Ask again', resolves: ['bau-run'], cost: 1000 },
    ];
    const document = caseWith({ enquiries });
    expect(costTornado(document, settings, of(money, 'product')).map(({ id }) => id)).toEqual([
      'product-run',
    ]);
    const compared = rivals.map((id) => of(money, id));
    const [ask, vain] = enquiryWorths(document, settings, compared, () => 0);
    expect(ask?.isWorthIt).toBe(true);
    expect(ask?.worth).toBeLessThan(of(money, 'product').cost.sd);
    expect([vain?.worth, vain?.isWorthIt]).toEqual([0, false]);
  });

  it('takes the nearest correlations where those given can’t hold, and says so', () => {
    const groups = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
    const lines = groups.map(({ id }) => ({ ...build, id: `line-${id}`, group: id }));
    const correlations = [
      { between: ['a', 'b'], rank: 0.95 },
      { between: ['b', 'c'], rank: 0.95 },
      { between: ['a', 'c'], rank: -0.95 },
    ];
    const found = simulateOptions(
      withLines([bau, ...lines], {}, { groups, treatments: [], correlations }),
      settings,
      [],
    );
    expect(of(found, 'build').copula?.isAdjusted).toBe(true);
  });
});

describe('cash by cost group', () => {
  const risks = [
    {
      id: 'late',
      label: 'Late',
      group: 'run',
      options: ['product'],
      probability: 0.5,
      impact: 200_000,
      year: '2028-29',
    },
  ];

  it('adds up to the financial table in each year, risks and VAT included', () => {
    const lines = [
      { ...product, vat: { treatment: 'irrecoverable', ratePercent: 20 } },
      { ...product, id: 'leaving', group: 'exit', unitCost: -40_000, when: { once: '2029-30' } },
    ];
    const groups = [...smallCase.costs.groups, { id: 'exit', name: 'Leaving' }, { id: 'idle', name: 'Idle' }];
    const document = withLines(lines, {}, { groups, risks });
    const own = of(simulateOptions(document, settings, rivals), 'product');
    const found = groupYears(document, own, settings);
    expect(found.map(({ group }) => group)).toEqual(['run', 'exit', null]);
    const sums = [0, 1, 2].map((year) => found.reduce((sum, { byYear }) => sum + (byYear[year] ?? 0), 0));
    for (const [year, { total }] of financialTable(document, own, settings).entries())
      expect(sums[year]).toBeCloseTo(total, 6);
    expect(found[1]?.byYear[2]).toBeLessThan(0);
  });
});
