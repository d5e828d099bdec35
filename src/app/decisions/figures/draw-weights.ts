import { drawWeightLines } from '../../../drawing/draw-weight-lines.ts';
import type { Appraisal } from '../../../domain/decisions/appraisal/appraise-options.ts';
import type { WeightRange } from '../../../domain/decisions/appraisal/check-robustness.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { namesOf, type CaseNames } from '../case-names.ts';
import { pointsText, shareText } from '../figure-text.ts';
import type { CaseFigure } from './case-figure.ts';

/**
 * For each criterion how the values of the options go as its weight goes from nothing to all, the criterion whose weight turns
 * the order soonest first. Cost is no part of it.
 *
 * @example drawWeights(document, appraisal)[0]?.id // 'weight-fit'
 */
export function drawWeights(document: CaseDocument, { values, robustness }: Appraisal): CaseFigure[] {
  if (values === null || robustness === null) return [];
  const names = namesOf(document);
  const compared = robustness.order.flatMap(
    (option) => values.options.find((one) => one.option === option) ?? [],
  );
  return robustness.weightRanges
    .filter(({ weight }) => weight < 1)
    .toSorted((one, other) => turnDistance(one) - turnDistance(other))
    .map((range) => {
      const { criterion, weight } = range;
      const drawing = drawWeightLines({
        id: `weight-${criterion}`,
        title: `If ${names.criterion(criterion)} weighed more or less`,
        description: rangeText(range, robustness.order[0] ?? '', names),
        lines: compared.map(({ option, value, parts }) => {
          const atAll = parts.find((one) => one.criterion === criterion)?.points ?? 0;
          return {
            name: names.option(option),
            atNone: ((value ?? 0) - weight * atAll) / (1 - weight),
            atAll,
          };
        }),
        now: weight,
        looked: null,
        score: pointsText,
        share: shareText,
      });
      return {
        ...drawing,
        note: 'By value alone, the other weights keeping their proportions. The highest line is the first by value; where lines cross, the order turns.',
        method: 'weights',
      };
    });
}

/** How far the weight would have to move before the first place changes; more than all where nothing changes it. */
function turnDistance({ weight, low, high, below, above }: WeightRange): number {
  return Math.min(below === null ? 2 : weight - low, above === null ? 2 : high - weight);
}

function rangeText(
  { criterion, weight, low, high, below, above }: WeightRange,
  first: string,
  names: CaseNames,
): string {
  const now = `${names.criterion(criterion)} weighs ${shareText(weight)}, and ${names.option(first)} is first by value.`;
  const turns = [
    ...(below === null ? [] : [`below ${shareText(low)} ${names.option(below)} would be`]),
    ...(above === null ? [] : [`above ${shareText(high)} ${names.option(above)} would be`]),
  ];
  return turns.length === 0
    ? `${now} Whatever it weighed, that would stay.`
    : `${now} ${sentence(turns.join('; '))}.`;
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
