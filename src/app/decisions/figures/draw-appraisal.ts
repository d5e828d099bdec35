import { drawFrontier, type FrontierPoint } from '../../../drawing/draw-frontier.ts';
import { drawShareBars } from '../../../drawing/draw-share-bars.ts';
import type { Appraisal } from '../../../domain/decisions/appraisal/appraise-options.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { MoneyOfCase } from '../../../domain/decisions/money/appraise-money.ts';
import { numberText } from '../../count-text.ts';
import { namesOf } from '../case-names.ts';
import { listText, pointsText, poundsText, shareText } from '../figure-text.ts';
import type { CaseFigure } from './case-figure.ts';

/**
 * Value beside cost, the frontier, and how likely each option is best.
 *
 * @returns null where no option has both a value and a cost
 * @example drawValueAndCost(document, money, appraisal)?.id // 'frontier'
 */
export function drawValueAndCost(
  document: CaseDocument,
  money: MoneyOfCase,
  { values, standings, costComparison, indicated }: Appraisal,
): CaseFigure | null {
  const names = namesOf(document);
  const places = new Map((costComparison?.places ?? []).map((place) => [place.option, place]));
  const at = priceLooked(indicated?.pricePerPoint ?? null, costComparison);
  const points = money.options.flatMap(({ option, cost }): FrontierPoint[] => {
    const value = values?.options.find((one) => one.option === option)?.value ?? null;
    const status = standings.find((one) => one.option === option)?.status;
    if (value === null || status === undefined) return [];
    const place = places.get(option);
    const share = at?.shares.find((one) => one.option === option)?.share;
    return [
      {
        name: names.option(option),
        cost: cost.p50.value,
        low: cost.p10.value,
        high: cost.p90.value,
        value,
        standing: place === undefined ? 'apart' : place.isOnFrontier ? 'frontier' : 'dominated',
        note:
          share === undefined
            ? status === 'comparator'
              ? 'comparator'
              : status === 'failed'
                ? 'fails a test'
                : null
            : `best in ${shareText(share)}`,
      },
    ];
  });
  if (points.length === 0) return null;
  const along = points
    .filter(({ standing }) => standing === 'frontier')
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ name }) => name);
  const likely =
    at === null
      ? ''
      : at.perPoint === 0
        ? ' “Best” means cheapest, because nobody has said what a point is worth.'
        : ` “Best” is said at ${poundsText(at.perPoint)} a point.`;
  const frontier =
    along.length === 0
      ? 'No option that can be chosen has both a value and a cost.'
      : along.length === 1
        ? `Of those that can be chosen ${along[0] ?? ''} alone is on the frontier: no other is as good for less, or better at the same cost.`
        : `Of those that can be chosen ${listText(along)} are on the frontier: no other is as good for less.`;
  const drawing = drawFrontier({
    id: 'frontier',
    title: 'Value beside cost',
    description: `A point for each option: the higher, the more it is worth; the further left, the cheaper. ${frontier}${likely}`,
    points,
    pounds: poundsText,
    score: pointsText,
    standings: {
      frontier: 'on the frontier',
      dominated: 'another is as good, for less',
      apart: 'no choice',
    },
  });
  return {
    ...drawing,
    note: 'Points of 100 by the locked weights; cost as present value at P50, with P10 to P90. Cost is never part of the points. Costs vary as simulated, points are taken as they are.',
    method: 'appraisal',
  };
}

type BestAtPrice = NonNullable<NonNullable<Appraisal['costComparison']>['bestAtPrice']>[number];

/** How likely each is best at the price that the body has said, or else by cost alone. */
function priceLooked(stated: number | null, comparison: Appraisal['costComparison']): BestAtPrice | null {
  const prices = comparison?.bestAtPrice ?? [];
  if ((prices[0]?.shares.length ?? 0) < 2) return null;
  return prices.find(({ perPoint }) => perPoint === (stated ?? 0)) ?? null;
}

/**
 * How likely each option is best, by what a point is worth.
 *
 * @returns null with fewer than two options to choose from
 * @example drawBestAtPrice(document, appraisal)?.table.rows[0]?.name // 'nothing (cheapest)'
 */
export function drawBestAtPrice(document: CaseDocument, { costComparison }: Appraisal): CaseFigure | null {
  const prices = costComparison?.bestAtPrice ?? [];
  const options = (prices[0]?.shares ?? []).map(({ option }) => option);
  if (options.length < 2) return null;
  const names = namesOf(document);
  const [cheap, dear] = [prices[0], prices.at(-1)].map((one) =>
    one?.shares.toSorted((a, b) => b.share - a.share).at(0),
  );
  const drawing = drawShareBars({
    id: 'best-at-price',
    title: 'How likely each option is the best choice',
    description: `A bar for each price of a point, divided by how often each option is the best. By cost alone it is most often ${names.option(cheap?.option ?? '')}, in ${shareText(cheap?.share ?? 0)}; where a point is worth ${poundsText(prices.at(-1)?.perPoint ?? 0)}, ${names.option(dear?.option ?? '')}, in ${shareText(dear?.share ?? 0)}.`,
    head: 'A point is worth',
    parts: options.map(names.option),
    rows: prices.map(({ perPoint, shares }) => ({
      name: perPoint === 0 ? 'nothing (cheapest)' : poundsText(perPoint),
      shares: shares.map(({ share }) => share),
    })),
    share: shareText,
  });
  return {
    ...drawing,
    note: 'In each draw the best is the option with the lowest cost after its points at that price. Costs vary as simulated, with common chance for all options; points are taken as they are.',
    method: 'appraisal',
  };
}

/**
 * How often each option has each rank by value.
 *
 * @returns null with fewer than two options to compare
 * @example drawRanks(document, robustness)?.table.heads[1] // '1st'
 */
export function drawRanks(document: CaseDocument, { robustness }: Appraisal): CaseFigure | null {
  if (robustness === null) return null;
  const names = namesOf(document);
  const { acceptability, order, draws, weightSpread } = robustness;
  const sorted = order.flatMap((option) => acceptability.find((one) => one.option === option) ?? []);
  const [first] = sorted;
  if (first === undefined) return null;
  const drawing = drawShareBars({
    id: 'ranks',
    title: 'How often each option has each rank by value',
    description: `A bar for each option, divided by the ranks it has in ${numberText(draws)} trials. ${names.option(first.option)} comes first in ${shareText(first.ranks[0] ?? 0)}.`,
    head: 'Option',
    parts: first.ranks.map((_, rank) => ordinal(rank + 1)),
    rows: sorted.map(({ option, ranks }) => ({ name: names.option(option), shares: ranks })),
    share: shareText,
  });
  return {
    ...drawing,
    note: `In each trial every weight is up to ${shareText(weightSpread)} of itself more or less, and every score lies within what the assessors gave. Cost is no part of it.`,
    method: 'rank-acceptability',
  };
}

/** @example ordinal(12) // '12th' */
function ordinal(count: number): string {
  const tens = count % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}
