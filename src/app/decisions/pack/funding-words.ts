import type { MoneyOfOption } from '../../../domain/decisions/money/appraise-money.ts';
import { listText, poundsText } from '../figure-text.ts';
import { moneyOf, type PackMatter } from './pack-matter.ts';
import { ended } from './pack-words.ts';

type Year = MoneyOfOption['financial'][number];
type Level = 'p50' | 'total' | 'p80';

/** Less than this in a year is no gap that anybody would put right. */
const leastGap = 500;

/**
 * Whether the money is there: over all years and in each year, at P50, by expected cash and at P80, and whether what is held
 * outside the budgets is enough. A sentence or two each.
 */
export function fundingSentences({ document, run, option }: PackMatter): string[] {
  const { budgets, appraisal } = document;
  if (budgets.length === 0) return ['The case names no budget, so nobody can say whether it is funded.'];
  const budget = budgets.reduce((sum, { capital, resource }) => sum + capital + resource, 0);
  const money = moneyOf(run.money, option?.id ?? null);
  const held = `Budgets over the years come to ${poundsText(budget)}.`;
  if (money === null) return [`${held} The cash that is needed could not be worked out.`];
  const { p50, p80 } = money.cash;
  const expected = money.financial.reduce((sum, { total }) => sum + total, 0);
  const unheld = money.financial.filter((one) => one.budget === null).map(({ year }) => year);
  return [
    `${held} The cash that is needed is ${poundsText(p50.value)} at P50, ${againstText(budget, p50.value)}, and ${poundsText(p80.value)} at P80, ${againstText(budget, p80.value)}.`,
    ...(unheld.length === 0 ? [] : [`No budget is named for ${listText(unheld)}.`]),
    yearsText(money.financial, 'p50', 'At P50'),
    expectedText(money.financial, { expected, p50: p50.value }),
    yearsText(money.financial, 'p80', 'At P80'),
    appraisal.contingency === undefined
      ? 'Nobody has said who holds the money between P50 and P80.'
      : ended(appraisal.contingency),
    heldText(money.financial, appraisal.contingencyHeld ?? null),
  ];
}

/** What the years that are over their budget need beyond it, together. */
function excess(years: readonly Year[], level: Level): number {
  return over(years, level).reduce((sum, { gap }) => sum + gap, 0);
}

function againstText(budget: number, cash: number): string {
  if (Math.abs(budget - cash) < leastGap) return 'as much as they hold';
  return `${poundsText(Math.abs(budget - cash))} ${cash > budget ? 'more' : 'less'} than they hold`;
}

function over(years: readonly Year[], level: Level): { year: string; gap: number }[] {
  return years.flatMap((one) => {
    const gap = one.budget === null ? 0 : one[level] - one.budget;
    return gap >= leastGap ? [{ year: one.year, gap }] : [];
  });
}

function yearsText(years: readonly Year[], level: Level, at: string): string {
  const found = over(years, level);
  if (found.length === 0) return `${at} no year is over its budget.`;
  const told = listText(
    found.map(
      ({ year, gap }, place) => `${year} ${place === 0 ? 'is over its budget ' : ''}by ${poundsText(gap)}`,
    ),
  );
  return `${at}, ${told}${found.length === years.length ? '' : '; no other year is'}.`;
}

/** Expected cash is a mean: what runs far over lifts it above P50, in some years only. */
function expectedText(years: readonly Year[], { expected, p50 }: { expected: number; p50: number }): string {
  const told = yearsText(years, 'total', 'By expected cash');
  return expected - p50 < 0.01 * p50
    ? told
    : `Expected cash is ${poundsText(expected)}, ${poundsText(expected - p50)} above P50, because what runs over can run far over. ${told.replace('By expected cash', 'By it')}`;
}

/** Money of one year can’t be counted on in another, so that each year that is over needs what is held. */
function heldText(years: readonly Year[], held: number | null): string {
  const [atP80, expected] = [excess(years, 'p80'), excess(years, 'total')];
  if (atP80 < leastGap && expected < leastGap)
    return held === null
      ? 'Neither at P80 nor by expected cash is anything needed beyond the budgets of the years.'
      : `${poundsText(held)} is held outside the budgets; neither at P80 nor by expected cash does a year need it.`;
  const needed = `Money of one year can’t be counted on in another. Beyond the budgets of the years P80 needs ${atP80 < leastGap ? 'nothing' : `${poundsText(atP80)} together`}, and expected cash ${expected < leastGap ? 'nothing' : poundsText(expected)}`;
  if (held === null) return `${needed}. The case doesn’t say how much is held for that.`;
  const rest = held - Math.max(atP80, expected);
  return rest >= 0
    ? `${needed}; ${poundsText(held)} is held outside the budgets, which is enough for either.`
    : `${needed}; ${poundsText(held)} is held outside the budgets, ${poundsText(-rest)} too little for ${atP80 >= expected ? 'P80' : 'expected cash'}.`;
}
