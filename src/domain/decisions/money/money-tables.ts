import type { RateSchedule } from '../../../maths/money/present-value.ts';
import { discountFactors } from '../../../maths/money/present-value.ts';
import { financialYears, isOf } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { OptionLine } from './option-costs.ts';
import { meanOfUncertain, type MoneySettings, type OptionMoney } from './simulate-options.ts';
import { yearFactors } from './year-factors.ts';

/** One year of the economic table: expected pounds at base prices, without VAT. */
export type EconomicYear = {
  year: string;
  cost: number;
  risk: number;
  benefit: number;
  discountFactor: number;
  presentCost: number;
};

/** One year of the financial table: expected cash of that year’s money. */
export type FinancialYear = {
  year: string;
  capital: number;
  resource: number;
  /** Of capital and resource together: VAT that is not recovered. */
  vat: number;
  /** Expected cost of risks that may happen. */
  risk: number;
  total: number;
  /** As likely more as less, and in four of five cases less. Those of the years don’t add up to those of the whole term. */
  p50: number;
  p80: number;
  /** What there is; null where the case names no budget for the year. */
  budget: number | null;
  /** Total less budget: above 0 is missing. */
  gap: number | null;
};

/**
 * The economic table of an option.
 *
 * @example economicTable(document, money, settings)[0] // { year: '2027-28', cost: 1_200_000, … }
 */
export function economicTable(
  document: CaseDocument,
  { option, lines }: Pick<OptionMoney, 'option' | 'lines'>,
  settings: MoneySettings,
): EconomicYear[] {
  const years = financialYears(document.appraisal);
  const factors = discountFactors(settings.rates, years.length);
  const risks = riskByYear(document, option, settings, 'real');
  const benefits = benefitByYear(document, option, settings);
  return years.map((year, index) => {
    const cost = sumAt(lines, index);
    const risk = risks[index] ?? 0;
    const discountFactor = factors[index] ?? 0;
    return {
      year,
      cost,
      risk,
      benefit: benefits[index] ?? 0,
      discountFactor,
      presentCost: (cost + risk) * discountFactor,
    };
  });
}

/**
 * The financial table of an option.
 *
 * @example financialTable(document, money, settings)[0]?.gap // -40_000
 */
export function financialTable(
  document: CaseDocument,
  { option, cashLines, cashByYear }: Pick<OptionMoney, 'option' | 'cashLines' | 'cashByYear'>,
  settings: MoneySettings,
): FinancialYear[] {
  const risks = riskByYear(document, option, settings, 'nominal');
  return financialYears(document.appraisal).map((year, index) => {
    const capital = sumAt(
      cashLines.filter(({ budget }) => budget === 'capital'),
      index,
    );
    const resource = sumAt(
      cashLines.filter(({ budget }) => budget === 'resource'),
      index,
    );
    const vat = cashLines.reduce((sum, line) => sum + line.vatShare * (line.meanByYear[index] ?? 0), 0);
    const risk = risks[index] ?? 0;
    const held = document.budgets.filter((one) => one.year === year);
    const budget = held.length === 0 ? null : held.reduce((sum, one) => sum + one.capital + one.resource, 0);
    const total = capital + resource + risk;
    return {
      year,
      capital,
      resource,
      vat,
      risk,
      total,
      p50: cashByYear[index]?.p50 ?? 0,
      p80: cashByYear[index]?.p80 ?? 0,
      budget,
      gap: budget === null ? null : total - budget,
    };
  });
}

/** Expected cash of one cost group by year, nominal, with VAT that is not recovered. */
export type GroupYears = {
  /** Id of the cost group; null for risks that may happen. */
  group: string | null;
  byYear: number[];
};

/**
 * Expected cash of an option by cost group and year, in the order of the case’s groups, the risks last; groups of nothing are left
 * out. Each year’s add up to the total of the financial table.
 *
 * @example groupYears(document, money, settings)[0] // { group: 'run', byYear: [1_200_000, 1_300_000, 1_300_000] }
 */
export function groupYears(
  document: CaseDocument,
  { option, cashLines }: Pick<OptionMoney, 'option' | 'cashLines'>,
  settings: MoneySettings,
): GroupYears[] {
  const years = financialYears(document.appraisal);
  // A line may name a group that the case doesn’t describe: that is an error, and still no money is lost.
  const groups = new Set([
    ...document.costs.groups.map(({ id }) => id),
    ...cashLines.map(({ group }) => group),
  ]);
  const found = [...groups].map((group): GroupYears => {
    const own = cashLines.filter((line) => line.group === group);
    return { group, byYear: years.map((_, index) => sumAt(own, index)) };
  });
  const risks = { group: null, byYear: riskByYear(document, option, settings, 'nominal') };
  return [...found, risks].filter(({ byYear }) => byYear.some((pounds) => pounds !== 0));
}

function sumAt(lines: readonly OptionLine[], year: number): number {
  return lines.reduce((sum, { meanByYear }) => sum + (meanByYear[year] ?? 0), 0);
}

function riskByYear(
  document: CaseDocument,
  option: string,
  { levels }: MoneySettings,
  view: 'real' | 'nominal',
): number[] {
  const sums = financialYears(document.appraisal).map(() => 0);
  for (const risk of document.costs.risks.filter(({ options }) => isOf(options, option))) {
    const factors = yearFactors({ when: { once: risk.year } }, document.appraisal, levels)[view];
    const expected = risk.probability * meanOfUncertain(risk.impact);
    for (const [year, factor] of factors.entries()) sums[year] = (sums[year] ?? 0) + expected * factor;
  }
  return sums;
}

function benefitByYear(document: CaseDocument, option: string, { levels }: MoneySettings): number[] {
  const sums = financialYears(document.appraisal).map(() => 0);
  for (const benefit of document.benefits.filter(({ options }) => isOf(options, option))) {
    const { real } = yearFactors({ when: benefit.when }, document.appraisal, levels);
    const expected = meanOfUncertain(benefit.amount) * (1 - (benefit.optimismPercent ?? 0) / 100);
    for (const [year, factor] of real.entries()) sums[year] = (sums[year] ?? 0) + expected * factor;
  }
  return sums;
}

/** Expected present value by phase of a service’s life, greatest first. */
export type PhaseCost = { phase: string; presentCost: number };

/**
 * Where the money of an option goes.
 *
 * @example phaseCosts(lines, rates)[0] // { phase: 'run', presentCost: 6_100_000 }
 */
export function phaseCosts(lines: readonly OptionLine[], rates: RateSchedule): PhaseCost[] {
  const factors = discountFactors(rates, Math.max(1, ...lines.map(({ meanByYear }) => meanByYear.length)));
  const sums = new Map<string, number>();
  for (const { phase, meanByYear } of lines)
    for (const [year, pounds] of meanByYear.entries())
      sums.set(phase, (sums.get(phase) ?? 0) + pounds * (factors[year] ?? 0));
  return [...sums]
    .map(([phase, presentCost]) => ({ phase, presentCost }))
    .toSorted((one, other) => other.presentCost - one.presentCost);
}
