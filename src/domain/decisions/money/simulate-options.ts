import { lawOf } from '../../../maths/distributions/distribution.ts';
import type { RateSchedule } from '../../../maths/money/present-value.ts';
import { discountFactors } from '../../../maths/money/present-value.ts';
import { quantile } from '../../../maths/quantile.ts';
import { lowestShares } from '../../../maths/simulation/lowest-share.ts';
import type { Estimate } from '../../../maths/simulation/sample-error.ts';
import { simulateCost, type CostDraws, type CostModel } from '../../../maths/simulation/simulate-cost.ts';
import { summariseDraws, type DrawsSummary } from '../../../maths/simulation/summarise-draws.ts';
import { isOf } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import {
  asPlanned,
  costModel,
  optionLines,
  type MoneyBasis,
  type OptionLine,
  type Stress,
} from './option-costs.ts';
import { toDistribution } from './to-distribution.ts';
import { yearFactors } from './year-factors.ts';

/** How the money of a case is worked out. */
export type MoneySettings = MoneyBasis & { rates: RateSchedule };

/** What one option may cost. Pounds throughout. */
export type OptionMoney = {
  option: string;
  lines: OptionLine[];
  /** Present value of costs at base prices, without VAT, sunk costs and transfers. */
  cost: DrawsSummary;
  totals: Float64Array;
  /** Present value of benefits in money; null where the case names none for the option. */
  benefits: DrawsSummary | null;
  /** Present value of costs less benefits; null where there are no benefits. */
  net: DrawsSummary | null;
  /** Cash over the years, VAT that is not recovered included. */
  cash: DrawsSummary;
  /** Cash of each year at P50 and P80; empty under a what-if. */
  cashByYear: { p50: number; p80: number }[];
  cashLines: OptionLine[];
  /** How often it is the cheapest of the options compared; null for one that isn’t compared. */
  cheapest: Estimate | null;
  /** How the correlations came out; null where none were given. */
  copula: CostDraws['copula'];
};

/** Every shortlisted option’s money from common draws. */
export type CaseMoney = {
  options: OptionMoney[];
  draws: number;
  /** Whether the interval of every P80 became as narrow as wanted. */
  isPrecise: boolean;
};

/** The interval of a P80 is narrow enough at this share of it. */
const wantedWidth = 0.01;
/** Doubling ends here. */
const mostDraws = 2 ** 18;

/**
 * Simulates the costs and benefits of every shortlisted option with lines. Draws double, beginning with those of the case,
 * until each P80 is known to one per cent. The same document, seed and settings give the same result.
 *
 * @param compared ids of the options among which the cheapest is looked for
 * @param stress a what-if that is put on every line
 * @example simulateOptions(document, settings, ['build', 'saas']).options[0]?.cost.p80.value // 13_400_000
 */
export function simulateOptions(
  document: CaseDocument,
  settings: MoneySettings,
  compared: readonly string[],
  stress: Stress = asPlanned,
): CaseMoney {
  const ids = document.options.filter(({ shortlisted }) => shortlisted).map(({ id }) => id);
  for (let { draws } = document.appraisal; ; draws = Math.min(mostDraws, draws * 2)) {
    const options = ids.flatMap(
      (id) => simulateOption(document, settings, { option: id, draws, stress }) ?? [],
    );
    const isPrecise = options.every(
      ({ cost: { p80 } }) => p80.high - p80.low <= wantedWidth * Math.abs(p80.value),
    );
    if (!isPrecise && draws < mostDraws) continue;
    const rivals = options.filter(({ option }) => compared.includes(option));
    const shares = rivals.length < 2 ? [] : lowestShares(rivals.map(({ totals }) => totals));
    for (const [index, rival] of rivals.entries()) rival.cheapest = shares[index] ?? null;
    return { options, draws, isPrecise };
  }
}

function simulateOption(
  document: CaseDocument,
  settings: MoneySettings,
  { option, draws, stress }: { option: string; draws: number; stress: Stress },
): OptionMoney | null {
  const lines = optionLines(document, option, { view: 'economic', basis: settings, stress });
  const cashLines = optionLines(document, option, { view: 'financial', basis: settings, stress });
  if (lines.length === 0) return null;
  const { seed } = document.appraisal;
  const how = { draws, seed, rates: settings.rates };
  const economic = simulateCost(
    costModel(document, option, lines, { view: 'economic', basis: settings }),
    how,
  );
  const cash = simulateCost(costModel(document, option, cashLines, { view: 'financial', basis: settings }), {
    ...how,
    rates: [{ fromYear: 0, rate: 0 }],
    keepYears: stress === asPlanned,
  });
  const benefits = benefitModel(document, option, settings);
  const gains = benefits === null ? null : simulateCost(benefits, how).totals;
  return {
    option,
    lines,
    cost: summariseDraws(economic.totals),
    totals: economic.totals,
    benefits: gains === null ? null : summariseDraws(gains),
    net:
      gains === null ? null : summariseDraws(economic.totals.map((cost, draw) => cost - (gains[draw] ?? 0))),
    cash: summariseDraws(cash.totals),
    cashByYear: cash.byYear.map(middleAndP80),
    cashLines,
    cheapest: null,
    copula: economic.copula,
  };
}

function middleAndP80(values: Float64Array): OptionMoney['cashByYear'][number] {
  const sorted = values.toSorted();
  return { p50: quantile(sorted, 0.5) ?? Number.NaN, p80: quantile(sorted, 0.8) ?? Number.NaN };
}

function benefitModel(document: CaseDocument, option: string, { levels }: MoneySettings): CostModel | null {
  const lines = document.benefits
    .filter((benefit) => isOf(benefit.options, option))
    .map(({ id, amount, when, optimismPercent = 0 }) => {
      const { real } = yearFactors({ when }, document.appraisal, levels);
      const sum = real.reduce((total, factor) => total + factor, 0);
      return {
        id,
        total: toDistribution(amount, sum * (1 - optimismPercent / 100)),
        shareByYear: real.map((factor) => factor / sum),
      };
    });
  return lines.length === 0 ? null : { lines, risks: [], rankCorrelation: null };
}

/**
 * Expected present value of lines, pounds.
 *
 * @example expectedPresentValue(lines.filter(({ phase }) => phase === 'run'), rates)
 */
export function expectedPresentValue(lines: readonly OptionLine[], rates: RateSchedule): number {
  const factors = discountFactors(rates, Math.max(1, ...lines.map(({ meanByYear }) => meanByYear.length)));
  return lines.reduce(
    (sum, { meanByYear }) =>
      sum + meanByYear.reduce((total, pounds, year) => total + pounds * (factors[year] ?? 0), 0),
    0,
  );
}

/**
 * The mean of an uncertain number of a case.
 *
 * @example meanOfUncertain({ low: 0, high: 4 }) // 2
 */
export function meanOfUncertain(given: Parameters<typeof toDistribution>[0]): number {
  return lawOf(toDistribution(given)).mean;
}
