import type { Appraisal } from '../../domain/decisions/appraisal/appraise-options.ts';
import type { Change } from '../../domain/decisions/appraisal/find-changes.ts';
import { textTable } from '../text-form.ts';
import { testName, type CaseNames } from './case-names.ts';
import { listText, pointsText, poundsText, shareText } from './figure-text.ts';

/**
 * Every option with its value, its cost, and for which worth of a point it is the choice.
 *
 * @example valueAndCostTable(appraisal, names).split('\n')[0] // 'option  points  cost (P50)  the choice where a point is worth'
 */
export function valueAndCostTable(appraisal: Appraisal, names: CaseNames): string {
  return textTable(valueAndCostRows(appraisal, names));
}

/** The rows of {@link valueAndCostTable}, its heads first. */
export function valueAndCostRows(
  { standings, values, costs, costComparison }: Appraisal,
  names: CaseNames,
): (string | null)[][] {
  const shown = standings.filter(({ status }) => status !== 'not-shortlisted');
  const rows = shown.map(({ option, status, failed }) => {
    const own = values?.options.find((one) => one.option === option);
    const cost = costs.find((one) => one.option === option);
    const place = costComparison?.places.find((one) => one.option === option);
    return [
      names.option(option),
      valueText(own),
      cost === undefined ? 'not known' : poundsText(cost.p50),
      status === 'comparator'
        ? `comparator, not eligible${failed.length === 0 ? '' : `; fails ${testsText(failed)}`}`
        : status === 'failed'
          ? `not eligible: fails ${testsText(failed)}`
          : place === undefined
            ? null
            : preferredText(place, names),
    ];
  });
  return [['option', 'points', 'cost (P50)', 'the choice where a point is worth'], ...rows];
}

function testsText(tests: readonly { test: string }[]): string {
  return listText(tests.map(({ test }) => `“${testName(test)}”`));
}

function valueText(own: { value: number | null; low: number; high: number } | undefined): string {
  if (own === undefined) return 'none';
  if (own.value !== null) return pointsText(own.value);
  return `${pointsText(own.low)} to ${pointsText(own.high)}, scores missing`;
}

/** For which worth of a point an option is the choice. */
export function preferredText(
  { preferred, dominatedBy }: NonNullable<Appraisal['costComparison']>['places'][number],
  names: CaseNames,
): string {
  if (preferred === null)
    return dominatedBy.length > 0
      ? `never: ${listText(dominatedBy.map(names.option))} ${dominatedBy.length === 1 ? 'is' : 'are'} no worse and no dearer`
      : 'never: a better one or a cheaper one always comes first';
  const { from, to } = preferred;
  if (from === 0) return to === null ? 'anything' : `up to ${poundsText(to)}`;
  return to === null ? `${poundsText(from)} or more` : `${poundsText(from)} to ${poundsText(to)}`;
}

/**
 * Points of each option by each criterion, with the weights.
 *
 * @example criteriaTable(values, names).split('\n')[1] // 'Fit to the need  67%     20   40       60       80'
 */
export function criteriaTable(
  { criteria, options }: NonNullable<Appraisal['values']>,
  names: CaseNames,
): string {
  return textTable(criteriaRows({ criteria, options }, names));
}

/** The rows of {@link criteriaTable}, its heads first: criterion, weight, and the ids of the options. */
export function criteriaRows(
  { criteria, options }: Pick<NonNullable<Appraisal['values']>, 'criteria' | 'options'>,
  names: CaseNames,
): string[][] {
  return [
    ['criterion', 'weight', ...options.map(({ option }) => option)],
    ...criteria.map(({ id, weight }) => [
      names.criterion(id),
      shareText(weight),
      ...options.map(({ parts }) => {
        const points = parts.find(({ criterion }) => criterion === id)?.points ?? null;
        return points === null ? 'not scored' : pointsText(points);
      }),
    ]),
  ];
}

/**
 * How likely each option is the best choice, by what a point is worth.
 *
 * @example bestAtPriceTable(prices) // 'a point is worth  saas  mixed\n£0  88%  12%'
 */
export function bestAtPriceTable(
  prices: NonNullable<NonNullable<Appraisal['costComparison']>['bestAtPrice']>,
): string {
  return textTable([
    ['a point is worth', ...(prices[0]?.shares ?? []).map(({ option }) => option)],
    ...prices.map(({ perPoint, shares }) => [
      perPoint === 0 ? 'nothing (cheapest)' : poundsText(perPoint),
      ...shares.map(({ share }) => shareText(share)),
    ]),
  ]);
}

/**
 * What would have to be different for another option to be the choice.
 *
 * @example changesTable(changes, { option: 'mixed', pricePerPoint: null }, names).split('\n')[1] // 'what a point is worth  not said  below £113,000  SaaS suite'
 */
export function changesTable(
  changes: readonly Change[],
  indicated: { option: string; pricePerPoint: number | null },
  names: CaseNames,
): string {
  return textTable(changesRows(changes, indicated, names));
}

/** The rows of {@link changesTable}, its heads first. */
export function changesRows(
  changes: readonly Change[],
  indicated: { option: string; pricePerPoint: number | null },
  names: CaseNames,
): string[][] {
  return [
    ['what', 'now', 'turns', 'and then'],
    ...changes.map((change) =>
      changeRow(change, { indicated: names.option(indicated.option), price: indicated.pricePerPoint }, names),
    ),
  ];
}

/**
 * One change as what, now, where it turns, and what is the choice then.
 *
 * @param indicated name of the option that is the choice now
 * @param price pounds that a point is worth; null where nobody has said
 */
export function changeRow(
  change: Change,
  { indicated, price }: { indicated: string; price: number | null },
  names: CaseNames,
): string[] {
  const to =
    typeof change.to === 'string' ? names.option(change.to) : change.to.map(names.option).join(' or ');
  if (change.kind === 'price-per-point') {
    const now = price === null ? 'not said' : poundsText(price);
    return ['what a point is worth', now, `${change.side} ${poundsText(change.at)}`, to];
  }
  if (change.kind === 'cost')
    return [`cost of ${indicated}`, poundsText(change.now), `above ${poundsText(change.at)}`, to];
  if (change.kind === 'weight') {
    const name = `weight of ${names.criterion(change.criterion)}`;
    return [name, shareText(change.now), `${change.side} ${shareText(change.at)}`, to];
  }
  if (change.kind === 'score') {
    const name = `points of ${indicated} by ${names.criterion(change.criterion)}`;
    return [name, pointsText(change.now), `below ${pointsText(change.at)}`, to];
  }
  if (change.kind === 'open-test') {
    const name = `test “${testName(change.test)}” of ${indicated}`;
    const isUnknown = change.result === 'unknown';
    return [
      name,
      isUnknown ? 'unknown' : 'on a condition',
      isUnknown ? 'if it fails' : 'if that is not met',
      to === '' ? 'nothing: no other is eligible' : to,
    ];
  }
  if (change.kind === 'failed-test') {
    const tests = listText(change.tests.map((test) => `test “${testName(test)}”`));
    return [`${tests} of ${to}`, 'failed', change.tests.length === 1 ? 'if it passes' : 'if they pass', to];
  }
  const criteria = listText(change.criteria.map(names.criterion));
  return [`points of ${to} by ${criteria}`, 'not scored', 'if high enough', to];
}
