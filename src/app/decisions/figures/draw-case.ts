import type { CaseRun } from '../case-run.ts';
import { drawBestAtPrice, drawRanks, drawValueAndCost } from './draw-appraisal.ts';
import type { CaseFigure } from './case-figure.ts';
import { drawWeights } from './draw-weights.ts';
import { drawCurves, drawTornados, drawYears } from './draw-money.ts';

/**
 * Every figure of a run, drawn: value beside cost, how likely each option is best, how often each has each rank, what each may
 * cost, cash by year, what moves the cost of each, and what each weight does. What can’t be worked out has no figure. Ids: `frontier`, `best-at-price`,
 * `ranks`, `cost-curves`, `cost-by-year`, `tornado-` with the id of an option, and `weight-` with that of a criterion.
 *
 * @example drawCase(run).map(({ id }) => id) // ['frontier', 'best-at-price', 'ranks', …]
 */
export function drawCase({
  document,
  money,
  appraisal,
}: Pick<CaseRun, 'document' | 'money' | 'appraisal'>): CaseFigure[] {
  if (document === null) return [];
  return [
    ...(appraisal === null || money === null ? [] : [drawValueAndCost(document, money, appraisal)]),
    ...(appraisal === null ? [] : [drawBestAtPrice(document, appraisal), drawRanks(document, appraisal)]),
    ...(money === null ? [] : [drawCurves(document, money), drawYears(document, money)]),
    ...(money === null ? [] : drawTornados(document, money)),
    ...(appraisal === null ? [] : drawWeights(document, appraisal)),
  ].filter((figure) => figure !== null);
}
