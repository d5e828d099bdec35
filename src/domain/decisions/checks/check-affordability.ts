import { problem, type CaseProblem } from '../case-problem.ts';
import { financialYears } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { poundsText } from '../pounds-text.ts';

/**
 * Whether what the case says of being affordable is what its own lines and budgets come to: cash at P50 against the money of
 * every year, over the term and year by year. Nothing is said where a year has no budget.
 *
 * @param cashAtP50 pounds of each option over the term, VAT that is not recovered included
 * @param yearsAtP50 the same of each year
 * @example checkAffordability(document, new Map([['saas', 21e6]]))[0]?.message // '"saas" passes “affordable”, but comes to £21,000,000 in cash at P50 against £20,600,000 of budgets: …'
 */
export function checkAffordability(
  document: CaseDocument,
  cashAtP50: ReadonlyMap<string, number>,
  yearsAtP50: ReadonlyMap<string, readonly { year: string; p50: number }[]> = new Map(),
): CaseProblem[] {
  const { budgets, tests, appraisal } = document;
  const years = new Set(budgets.map(({ year }) => year));
  if (!financialYears(appraisal).every((year) => years.has(year))) return [];
  const money = budgets.reduce((sum, { capital, resource }) => sum + capital + resource, 0);
  return tests.flatMap(({ option, test, result }, at) => {
    const cash = cashAtP50.get(option);
    if (test !== 'affordable' || cash === undefined) return [];
    const isWithin = cash <= money;
    const short = (yearsAtP50.get(option) ?? []).filter(
      ({ year, p50 }) => p50 - moneyIn(document, year) >= leastGap,
    );
    if (result === 'pass' && isWithin && short.length > 0)
      return [
        problem('warning')(
          `tests[${at}].result`,
          `"${option}" passes “affordable” over the term, and at P50 ${shortText(document, short)}: make it a condition that says where that money comes from, or look at the lines or the budgets again.`,
        ),
      ];
    if ((result === 'pass' && isWithin) || (result === 'fail' && !isWithin)) return [];
    if (result !== 'pass' && result !== 'fail') return [];
    const says = result === 'pass' ? 'passes' : 'fails';
    return [
      problem('warning')(
        `tests[${at}].result`,
        `"${option}" ${says} “affordable”, but comes to ${poundsText(cash)} in cash at P50 against ${poundsText(money)} of budgets: look at the test, the lines or the budgets again.`,
      ),
    ];
  });
}

/** Less than this in a year is no gap that anybody would put right. */
const leastGap = 500;

function moneyIn({ budgets }: CaseDocument, year: string): number {
  return budgets
    .filter((one) => one.year === year)
    .reduce((sum, { capital, resource }) => sum + capital + resource, 0);
}

function shortText(document: CaseDocument, short: readonly { year: string; p50: number }[]): string {
  const told = short.map(({ year, p50 }) => `${poundsText(p50 - moneyIn(document, year))} in ${year}`);
  return `needs more than its budget: ${told.join(', ')}`;
}
