import { drawCostCurves } from '../../../drawing/draw-cost-curves.ts';
import { drawTornado } from '../../../drawing/draw-tornado.ts';
import { drawYearColumns } from '../../../drawing/draw-year-columns.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { MoneyOfCase } from '../../../domain/decisions/money/appraise-money.ts';
import { countText } from '../../count-text.ts';
import { namesOf } from '../case-names.ts';
import { poundsText } from '../figure-text.ts';
import { figureName } from '../money-text.ts';
import type { CaseFigure } from './case-figure.ts';

/**
 * How likely each option stays below a cost: one curve each.
 *
 * @returns null where no option has costs
 * @example drawCurves(document, money)?.table.rows[0]?.name // 'Business as usual'
 */
export function drawCurves(document: CaseDocument, money: MoneyOfCase): CaseFigure | null {
  const sorted = money.options.toSorted((one, other) => one.cost.p50.value - other.cost.p50.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const nameOf = namesOf(document).option;
  const ends =
    first === last
      ? `${nameOf(first.option)} costs ${poundsText(first.cost.p50.value)} at P50.`
      : `At P50 ${nameOf(first.option)} costs least, ${poundsText(first.cost.p50.value)}, and ${nameOf(last.option)} most, ${poundsText(last.cost.p50.value)}.`;
  const drawing = drawCostCurves({
    id: 'cost-curves',
    title: 'What each option may cost over its life',
    description: `A curve for each option: how many of 100 simulated futures cost no more than a figure. The further left, the cheaper; the steeper, the surer. ${ends}`,
    curves: money.options.map(({ option, curve }) => ({ name: nameOf(option), quantiles: curve })),
    pounds: poundsText,
  });
  return {
    ...drawing,
    note: `Present value at base prices, without VAT, sunk costs and transfers, from ${countText(money.draws, 'draw')}. P80 is the cost that eight futures in ten stay below. The dearest one in twenty may lie beyond the right edge.`,
    method: 'simulation',
  };
}

/**
 * Cash by financial year, stacked by cost group, with what there is in the budget.
 *
 * @returns null where no option has costs
 * @example drawYears(document, money)?.table.heads[1] // '2027-28'
 */
export function drawYears(document: CaseDocument, money: MoneyOfCase): CaseFigure | null {
  const [first] = money.options;
  if (first === undefined) return null;
  const nameOf = namesOf(document).option;
  const years = first.financial.map(({ year }) => year);
  const groups = [...new Set(money.options.flatMap((own) => own.groups.map(({ group }) => group)))].toSorted(
    (one, other) => Number(one === null) - Number(other === null),
  );
  const peaks = money.options.map(({ option, financial }) => ({
    option,
    year: financial.toSorted((one, other) => other.total - one.total)[0],
  }));
  const top = peaks.toSorted((one, other) => (other.year?.total ?? 0) - (one.year?.total ?? 0))[0];
  const peak =
    top?.year === undefined
      ? ''
      : ` The most in one year is ${poundsText(top.year.total)}: ${nameOf(top.option)} in ${top.year.year}.`;
  const drawing = drawYearColumns({
    id: 'cost-by-year',
    title: 'Cash by financial year',
    description: `For each option a column for each year, stacked by cost group; all have the same scale.${peak}`,
    years,
    groups: groups.map((group) => groupName(document, group)),
    panels: money.options.map(({ option, groups: own, financial }) => ({
      name: nameOf(option),
      byGroup: groups.map((group) => own.find((one) => one.group === group)?.byYear ?? years.map(() => 0)),
      budget: financial.map(({ budget }) => budget),
    })),
    pounds: poundsText,
  });
  return {
    ...drawing,
    note: 'Expected cash in the money of each year, with VAT that is not recovered and with risks at their expected cost. What comes in hangs below the line.',
    method: 'case-costs',
  };
}

function groupName({ costs }: CaseDocument, group: string | null): string {
  return group === null
    ? 'Risks that may happen'
    : (costs.groups.find(({ id }) => id === group)?.name ?? group);
}

/**
 * What moves the cost of each option most; options whose cost nothing moves have none.
 *
 * @example drawTornados(document, money)[0]?.id // 'tornado-saas'
 */
export function drawTornados(document: CaseDocument, money: MoneyOfCase): CaseFigure[] {
  const nameOf = namesOf(document).option;
  return money.options.flatMap(({ option, tornado, cost }) => {
    const [first] = tornado;
    if (first === undefined) return [];
    const rows = tornado.map(({ id, lowMean, highMean }) => ({
      name: figureName(document, id),
      low: lowMean,
      high: highMean,
    }));
    const drawing = drawTornado({
      id: `tornado-${option}`,
      title: `What moves the cost of ${nameOf(option)} most`,
      description: `${figureName(document, first.id)} moves it most: the mean cost is ${poundsText(first.lowMean)} where that is lowest, and ${poundsText(first.highMean)} where it is highest.`,
      rows,
      middle: cost.mean.value,
      pounds: poundsText,
    });
    return [
      {
        ...drawing,
        note: 'Ordered by rank correlation with the cost. Each bar goes from the mean cost over all draws to the mean cost in the tenth of draws in which the input is lowest, and highest.',
        method: 'value-of-information',
      },
    ];
  });
}
