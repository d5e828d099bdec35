import { lawOf } from '../../../maths/distributions/distribution.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { Timing } from '../case-parts/money.ts';
import { isOf } from '../case-years.ts';
import { toDistribution } from './to-distribution.ts';

/** The lines of one option added up. */
export type LineTotal = { option: string; name: string; lines: number; pounds: number };

/**
 * The expected pounds of each option’s lines over all years, at the price base and without VAT: before growth, discounting
 * and treatment of risk, so that what was typed can be checked.
 *
 * @example lineTotals(document)[0] // { option: 'bau', name: 'As it is', lines: 1, pounds: 2700000 }
 */
export function lineTotals({ options, costs }: CaseDocument): LineTotal[] {
  const priced = costs.lines.map((line) => ({
    options: line.options,
    pounds:
      lawOf(toDistribution(line.quantity)).mean *
      lawOf(toDistribution(line.unitCost)).mean *
      timesDue(line.when),
  }));
  return options.map(({ id, name }) => {
    const own = priced.filter((line) => isOf(line.options, id));
    return {
      option: id,
      name,
      lines: own.length,
      pounds: own.reduce((sum, { pounds }) => sum + pounds, 0),
    };
  });
}

/** How often an amount falls due: once, in each year of a span, or in shares that sum to 1. */
function timesDue(when: Timing): number {
  if ('once' in when) return 1;
  if ('from' in when) return Math.max(0, Number(when.to.slice(0, 4)) - Number(when.from.slice(0, 4)) + 1);
  return Object.values(when.shares).reduce((sum, share) => sum + share, 0);
}
