import type { TornadoBar } from '../../../maths/sensitivity/tornado.ts';
import { quantileCurve } from '../../../maths/simulation/quantile-curve.ts';
import type { DrawsSummary } from '../../../maths/simulation/summarise-draws.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { costSwitches, costTornado, enquiryWorths, stressResults } from './money-sensitivity.ts';
import type { CostSwitch, EnquiryWorth, StressResult } from './money-sensitivity.ts';
import { economicTable, financialTable, groupYears, phaseCosts } from './money-tables.ts';
import type { EconomicYear, FinancialYear, GroupYears, PhaseCost } from './money-tables.ts';
import { simulateOptions, type MoneySettings, type OptionMoney } from './simulate-options.ts';

/** Everything about the money of one option, as plain data in pounds. */
export type MoneyOfOption = {
  option: string;
  cost: DrawsSummary;
  benefits: DrawsSummary | null;
  net: DrawsSummary | null;
  cash: DrawsSummary;
  /** Chance of being the cheapest of those compared, 0 to 1; null for one that isn’t compared. */
  cheapestShare: number | null;
  economic: EconomicYear[];
  financial: FinancialYear[];
  /** Cash at P80 less cash at P50: to be held centrally. */
  contingency: number;
  /** Cash missing over the years with a budget; null where the case has no budget. */
  gap: number | null;
  phases: PhaseCost[];
  /** Cash by year and cost group; each year’s add up to the total of the financial table. */
  groups: GroupYears[];
  /** Lines and risks that move the cost most, at most ten. */
  tornado: TornadoBar[];
  /** The quantiles P0, P1, … P100 of the cost. */
  curve: number[];
  /** By how much the nearest possible correlation differs from one that was given; null where all hold. */
  correlationChange: number | null;
};

/** The money of a case. */
export type MoneyOfCase = {
  options: MoneyOfOption[];
  draws: number;
  isPrecise: boolean;
  switches: CostSwitch[];
  stress: StressResult[];
  enquiries: EnquiryWorth[];
};

/** The money of a case, and the draws of each option’s cost, for whoever sets value beside it before they are let go. */
export type AppraisedMoney = { money: MoneyOfCase; totals: { option: string; values: Float64Array }[] };

/** What else the money is set against. */
export type Comparison = {
  /** Options among which the cheapest is looked for: shortlisted, no comparators, none that fails a test. */
  compared: readonly string[];
  /** Pounds that the value of an option is worth beside its cost; 0 where nothing is known. */
  worthOf: (option: string) => number;
};

const barsShown = 10;

/**
 * Simulates the money of a case and looks at it from every side. Takes seconds: to be run on a thread of its own.
 *
 * @example appraiseMoney(document, settings, { compared: ['saas', 'mixed'], worthOf: () => 0 }).money.options[0]?.cost.p50.value // 12_500_000
 */
export function appraiseMoney(
  document: CaseDocument,
  settings: MoneySettings,
  { compared, worthOf }: Comparison,
): AppraisedMoney {
  const simulated = simulateOptions(document, settings, compared);
  const rivals = simulated.options.filter(({ option }) => compared.includes(option));
  const money: MoneyOfCase = {
    options: simulated.options.map((own) => moneyOfOption(document, settings, own)),
    draws: simulated.draws,
    isPrecise: simulated.isPrecise,
    switches: costSwitches(simulated, settings, compared),
    stress: stressResults(document, settings, simulated, compared),
    enquiries: enquiryWorths(document, settings, rivals, worthOf),
  };
  return { money, totals: simulated.options.map(({ option, totals }) => ({ option, values: totals })) };
}

function moneyOfOption(document: CaseDocument, settings: MoneySettings, own: OptionMoney): MoneyOfOption {
  const financial = financialTable(document, own, settings);
  const gaps = financial.flatMap(({ gap }) => gap ?? []);
  return {
    option: own.option,
    cost: own.cost,
    benefits: own.benefits,
    net: own.net,
    cash: own.cash,
    cheapestShare: own.cheapest?.value ?? null,
    economic: economicTable(document, own, settings),
    financial,
    contingency: own.cash.p80.value - own.cash.p50.value,
    gap: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0),
    phases: phaseCosts(own.lines, settings.rates),
    groups: groupYears(document, own, settings),
    tornado: costTornado(document, settings, own).slice(0, barsShown),
    curve: quantileCurve(own.totals),
    correlationChange: own.copula?.isAdjusted === true ? own.copula.largestChange : null,
  };
}
