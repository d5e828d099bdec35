import { lawOf, type Distribution } from '../../../maths/distributions/distribution.ts';
import type { CostLine, CostModel, CostRatio, CostRisk } from '../../../maths/simulation/simulate-cost.ts';
import { financialYears, isOf } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { Uncertain } from '../case-parts/case-fields.ts';
import { toDistribution } from './to-distribution.ts';
import { delayed, yearFactors, type PriceLevels } from './year-factors.ts';

/** What the money of a case rests on beside the document. */
export type MoneyBasis = {
  levels: PriceLevels;
  /** Outturn over estimate of each reference class. */
  referenceClasses: ReadonlyMap<string, Distribution>;
};

/** A named what-if: factors by driver, and a delay. */
export type Stress = Pick<CaseDocument['stressTests'][number], 'factors' | 'delayMonths'>;

/** No stress. */
export const asPlanned: Stress = { factors: {}, delayMonths: 0 };

/** Which money: at base prices for the economic table; in each year's cash, VAT that is not recovered included. */
export type MoneyView = 'economic' | 'financial';

/** One line of an option, ready to be simulated and to be laid out by year. */
export type OptionLine = {
  id: string;
  label: string;
  group: string;
  phase: string;
  budget: 'capital' | 'resource';
  /** By how much the amount counts in each year; treatment of risk and VAT included, ratios not. */
  byYear: number[];
  /** What is uncertain of the line, times its scale in pounds; where quantity and unit cost both are, the unit cost. */
  amount: Uncertain;
  scale: number;
  ratios: CostRatio[];
  /** The ratio of the reference class that multiplies it; null where none does. */
  classId: string | null;
  /** Share of the pounds that is VAT; 0 in the economic view. */
  vatShare: number;
  /** Expected unit cost in pounds, as the case gives it. */
  unitCost: number;
  drivers: readonly string[];
  /** Expected pounds by year. */
  meanByYear: number[];
};

type Line = CaseDocument['costs']['lines'][number];

/**
 * The cost lines of an option in one view. Sunk costs and transfers are left out of the economic view.
 *
 * @example optionLines(document, 'saas', { view: 'economic', basis, stress: asPlanned }).length // 12
 */
export function optionLines(
  document: CaseDocument,
  option: string,
  { view, basis, stress = asPlanned }: { view: MoneyView; basis: MoneyBasis; stress?: Stress },
): OptionLine[] {
  const own = document.costs.lines.filter(
    (line) => isOf(line.options, option) && (view === 'financial' || !(line.sunk || line.transfer)),
  );
  const present = document.options.find(({ role }) => role === 'business-as-usual')?.id;
  const isLate = stress.delayMonths > 0 && option !== present;
  const lines = own.map((line) => {
    // What business as usual pays too is no part of the new arrangement, and comes when it did.
    const isShared = present !== undefined && isOf(line.options, present);
    return optionLine(document, line, {
      option,
      view,
      basis,
      stress,
      months: isLate && !isShared ? stress.delayMonths : 0,
    });
  });
  return isLate && present !== undefined
    ? [...lines, ...presentMeanwhile(document, { option, present, view, basis, stress })]
    : lines;
}

type LineContext = { option: string; view: MoneyView; basis: MoneyBasis; stress: Stress; months: number };

function optionLine(document: CaseDocument, line: Line, context: LineContext): OptionLine {
  const { view, basis, stress, option, months } = context;
  const factors = yearFactors(line, document.appraisal, basis.levels)[
    view === 'economic' ? 'real' : 'nominal'
  ];
  const stressed = line.drivers.reduce((product, driver) => product * (stress.factors[driver] ?? 1), 1);
  const vat = view === 'financial' ? vatFactor(line) : 1;
  const treatment = document.costs.treatments.find(
    (one) => one.group === line.group && isOf(one.options, option),
  );
  const uplift = treatment?.method === 'optimism-bias' ? 1 + (treatment.upliftPercent ?? 0) / 100 : 1;
  const moved = months === 0 ? factors : delayed(factors, months);
  const byYear = moved.map((factor) => factor * stressed * vat * uplift);
  const ratios: CostRatio[] = [];
  let classId: string | null = null;
  const { quantity, unitCost } = line;
  if (typeof quantity !== 'number' && typeof unitCost !== 'number')
    ratios.push({ id: `${line.id} quantity`, distribution: toDistribution(quantity) });
  if (treatment?.method === 'reference-class' && treatment.referenceClass !== undefined) {
    const distribution = basis.referenceClasses.get(treatment.referenceClass);
    // One draw for a group, in whichever option: what goes wrong there goes wrong in all of them alike.
    if (distribution !== undefined) {
      classId = `${treatment.referenceClass} ${line.group}`;
      ratios.push({ id: classId, distribution });
    }
  }
  const [amount, scale] =
    typeof unitCost === 'number'
      ? [quantity, unitCost]
      : [unitCost, typeof quantity === 'number' ? quantity : 1];
  const mean = ratios.reduce(
    (product, { distribution }) => product * lawOf(distribution).mean,
    lawOf(toDistribution(amount, scale)).mean,
  );
  return {
    id: line.id,
    label: line.label,
    group: line.group,
    phase: line.phase,
    budget: line.budget,
    byYear,
    vatShare: vat === 1 ? 0 : 1 - 1 / vat,
    unitCost: lawOf(toDistribution(unitCost)).mean,
    drivers: line.drivers,
    amount,
    scale,
    ratios,
    classId,
    meanByYear: byYear.map((factor) => factor * mean),
  };
}

/** VAT that is not recovered is a cost in cash; what nobody has settled counts as not recovered. */
function vatFactor({ vat }: Line): number {
  return vat.treatment === 'irrecoverable' || vat.treatment === 'unknown' ? 1 + vat.ratePercent / 100 : 1;
}

/** While an option is late, what only business as usual pays goes on, from the day on which the option was needed. */
function presentMeanwhile(
  document: CaseDocument,
  context: { option: string; present: string; view: MoneyView; basis: MoneyBasis; stress: Stress },
): OptionLine[] {
  const { option, present, stress } = context;
  const shared = new Set(
    document.costs.lines.filter((line) => isOf(line.options, option)).map(({ id }) => id),
  );
  const from = yearsUntil(document.need.neededBy, document.appraisal.firstYear);
  return optionLines(document, present, { ...context, stress: { ...stress, delayMonths: 0 } })
    .filter(({ id }) => !shared.has(id))
    .map((line) => ({
      ...line,
      id: `${line.id} meanwhile`,
      label: `${line.label}, while ${option} is late`,
      byYear: within(line.byYear, from, stress.delayMonths / 12),
      meanByYear: within(line.meanByYear, from, stress.delayMonths / 12),
    }));
}

/** Years from the beginning of the appraisal to the end of a day; never below 0. */
function yearsUntil(day: string, firstYear: string): number {
  const start = Date.UTC(Number(firstYear.slice(0, 4)), 3, 1);
  return Math.max(0, (Date.parse(day) + dayMs - start) / (365.25 * dayMs));
}

const dayMs = 86_400_000;

/** The part of each year that lies within a time that begins so many years after the first, and lasts so many. */
function within(factors: readonly number[], from: number, years: number): number[] {
  return factors.map(
    (factor, year) => factor * Math.max(0, Math.min(year + 1, from + years) - Math.max(year, from)),
  );
}

/**
 * What is simulated of an option: its lines with their correlations, and its risks.
 *
 * @example simulateCost(costModel(document, 'saas', lines, 'economic', basis), { draws: 20_000, seed: 1, rates })
 */
export function costModel(
  document: CaseDocument,
  option: string,
  lines: readonly OptionLine[],
  { view, basis }: { view: MoneyView; basis: MoneyBasis },
): CostModel {
  const years = financialYears(document.appraisal);
  const spent = lines.filter(({ byYear }) => byYear.some((factor) => factor !== 0));
  const risks = document.costs.risks
    .filter((risk) => isOf(risk.options, option) && years.includes(risk.year))
    .map((risk): CostRisk => {
      const { real, nominal } = yearFactors({ when: { once: risk.year } }, document.appraisal, basis.levels);
      const year = years.indexOf(risk.year);
      const factor = (view === 'economic' ? real : nominal)[year] ?? 0;
      return {
        id: risk.id,
        probability: risk.probability,
        year,
        impact: toDistribution(risk.impact, factor),
      };
    });
  return { lines: spent.map(asCostLine), risks, rankCorrelation: correlationsOf(document, spent) };
}

function asCostLine({ id, amount, scale, byYear, ratios }: OptionLine): CostLine {
  const sum = byYear.reduce((total, factor) => total + factor, 0);
  return {
    id,
    total: toDistribution(amount, scale * sum),
    shareByYear: byYear.map((factor) => factor / sum),
    ratios,
  };
}

/** Rank correlations between the lines of two groups, or within one; null where the case names none. */
function correlationsOf(document: CaseDocument, lines: readonly OptionLine[]): number[][] | null {
  const { correlations } = document.costs;
  if (correlations.length === 0) return null;
  const rankOf = (one: OptionLine, other: OptionLine): number =>
    // What is known moves with nothing, and would only take room from what does.
    typeof one.amount === 'number' || typeof other.amount === 'number'
      ? 0
      : (correlations.find(
          ({ between: [first, second] }) =>
            (first === one.group && second === other.group) ||
            (first === other.group && second === one.group),
        )?.rank ?? 0);
  const matrix = lines.map((one, at) => lines.map((other, place) => (at === place ? 1 : rankOf(one, other))));
  return matrix.some((row, at) => row.some((rank, place) => at !== place && rank !== 0)) ? matrix : null;
}
