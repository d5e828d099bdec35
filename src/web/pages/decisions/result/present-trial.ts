import { pointsText, poundsText, shareText } from '../../../../app/decisions/figure-text.ts';
import { namesOf } from '../../../../app/decisions/case-names.ts';
import { tryWeights } from '../../../../domain/decisions/appraisal/try-weights.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';
import type { WorkedCase } from './worked-case.ts';

/** What somebody tries: weights in per cent by criterion, and what a point is worth. */
export type TrialAsked = {
  /** By criterion; empty: as they were locked. */
  weights: ReadonlyMap<string, number>;
  /** Pounds; null: nothing was typed; undefined: nothing was asked, so that the case's own price holds. */
  price: number | null | undefined;
  /** Whether something was typed that is no number from 0. */
  isInvalid: boolean;
};

/** The form in which weights and the price of a point are tried, and what comes out; null where there are no values. */
export function presentTrial(
  { stored, run: { appraisal }, newest }: WorkedCase,
  asked: TrialAsked,
  words: Catalogue,
) {
  const { document, revision } = stored;
  if (appraisal?.values == null) return null;
  const { values, standings, costs } = appraisal;
  const text = words.caseResult;
  const names = namesOf(document);
  const statusOf = new Map(standings.map(({ option, status }) => [option, status]));
  const costOf = new Map(costs.map(({ option, p50 }) => [option, p50]));
  const stated = document.weights?.pricePerPoint ?? null;
  const price = asked.price === undefined ? stated : asked.price;
  const eligible = standings.filter(({ status }) => status === 'eligible').map(({ option }) => option);
  const tried = tryWeights(values, { weights: asked.weights, pricePerPoint: price, eligible, costs: costOf });
  const lockedOf = new Map(values.options.map(({ option, value }) => [option, value]));
  const first = tried.values.find(({ option }) => option === tried.first);
  const chosenOf = (option: string): string => {
    const status = statusOf.get(option);
    if (status === 'eligible') return text.canBeChosen.eligible;
    return status === 'comparator' ? text.canBeChosen.comparator : text.canBeChosen.failed;
  };
  return {
    action: paths.caseResult(document.id),
    anchor: 'try',
    revision: revision === newest ? null : revision,
    resetHref: `${paths.caseResult(document.id, revision === newest ? {} : { revision })}#try`,
    isInvalid: asked.isInvalid,
    criteria: values.criteria.map(({ id, weight }, at) => ({
      id,
      label: text.tryWeight(names.criterion(id), shareText(weight)),
      value: rounded((tried.weights[at]?.weight ?? 0) * 100),
      locked: rounded(weight * 100),
    })),
    price: price === null ? '' : String(rounded(price)),
    priceMost: mostPrice(stated, appraisal.costComparison),
    rows: tried.values.map(({ option, value }, place) => ({
      option,
      place: place + 1,
      name: names.option(option),
      locked: pointsText(lockedOf.get(option) ?? 0),
      tried: pointsText(value),
      cost: costText(costOf.get(option), text.unknownCost),
      canBeChosen: chosenOf(option),
    })),
    first:
      first === undefined ? text.tryNone : text.tryFirst(names.option(first.option), pointsText(first.value)),
    choice:
      price === null || tried.choice === null
        ? text.tryNoChoice
        : text.tryChoice(poundsText(price), names.option(tried.choice.option)),
    // What the script needs to say the same at once: points, costs, and the sentences with marks for what it fills in.
    table: JSON.stringify({
      criteria: values.criteria.map(({ id, weight }) => ({ id, weight })),
      options: values.options
        .filter(({ value }) => value !== null)
        .map(({ option, parts }) => ({
          option,
          name: names.option(option),
          points: parts.map(({ points }) => points ?? 0),
          cost: costOf.get(option) ?? null,
          isEligible: eligible.includes(option),
        })),
      first: text.tryFirst('{option}', '{points}'),
      none: text.tryNone,
      choice: text.tryChoice('{price}', '{option}'),
      noChoice: text.tryNoChoice,
    }).replaceAll('<', String.raw`\u003c`),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

const costText = (cost: number | undefined, unknown: string): string =>
  cost === undefined ? unknown : poundsText(cost);

/** How far the slider of the price goes: twice the last price at which the choice turns, in a round figure. */
function mostPrice(
  stated: number | null,
  comparison: { places: readonly { preferred: { from: number } | null }[] } | null,
): number {
  const turns = (comparison?.places ?? []).flatMap(({ preferred }) => preferred?.from ?? []);
  const asked = Math.max(2 * (stated ?? 0), ...turns.map((turn) => 2 * turn));
  const far = asked > 0 ? asked : 100_000;
  const step = 10 ** Math.floor(Math.log10(far));
  return Math.ceil(far / step) * step;
}
