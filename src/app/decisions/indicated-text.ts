import { dayInWords } from '../../lib/day-in-words.ts';
import type { Appraisal, Indicated } from '../../domain/decisions/appraisal/appraise-options.ts';
import type { OptionComparison } from '../../domain/decisions/appraisal/choose-option.ts';
import type { OptionStanding } from '../../domain/decisions/appraisal/stand-options.ts';
import { testName, type CaseNames } from './case-names.ts';
import { listText, pointsText, poundsText, shareText } from './figure-text.ts';

/**
 * What the method indicates and why, in sentences, one a line.
 *
 * @example indicatedText(appraisal, names)[0] // 'The method indicates Mixed economy.'
 */
export function indicatedText(appraisal: Appraisal, names: CaseNames): string[] {
  const { indicated, standings } = appraisal;
  const isTold = (id: string): boolean =>
    standings.some(({ option, status }) => option === id && status !== 'failed');
  if (indicated === null) return [nothingText(appraisal)];
  const name = names.option(indicated.option);
  const standing = standings.find(({ option }) => option === indicated.option);
  return [
    `The method indicates ${name}.`,
    basisText(indicated, appraisal, names),
    ...(indicated.tiedWith.length > 0
      ? [
          `${listText(indicated.tiedWith.map(names.option))} would do as well: by these figures nothing parts them.`,
        ]
      : []),
    ...indicated.comparisons.filter((one) => isTold(one.with)).flatMap((one) => comparisonText(one, names)),
    ...leadText(indicated, names),
    ...firmnessText(appraisal),
    ...indicated.beatenByComparators.map(
      (option) =>
        `${names.option(option)}, a comparator, is worth at least as much and costs no more. The case for change is not made by these figures.`,
    ),
    ...(indicated.isUntested ? [`No pass/fail test of ${name} is recorded.`] : []),
    ...conditionTexts(standing),
  ];
}

function nothingText({ refusedBy, standings, values }: Appraisal): string {
  if (refusedBy.length > 0) return 'The options were not compared, because of the errors named below.';
  if (!standings.some(({ status }) => status === 'eligible'))
    return 'The method indicates nothing, because no option is eligible. Values and costs are shown all the same.';
  return values === null
    ? 'The method indicates nothing, because there are no weights or no scores yet.'
    : 'The method indicates nothing, because no eligible option has been scored completely.';
}

function basisText(
  { basis, value, cost, pricePerPoint, preferred }: Indicated,
  { changes }: Appraisal,
  names: CaseNames,
): string {
  const points = `${pointsText(value)} of 100 points`;
  const pounds = cost === null ? '' : poundsText(cost);
  if (basis === 'only-one')
    return cost === null
      ? `It is the only option that is eligible and scored. It is worth ${points}; its cost is not known.`
      : `It is the only option that is eligible and scored. It is worth ${points} and costs ${pounds}.`;
  if (basis === 'best-and-cheapest')
    return `Of the eligible options it is worth most (${points}) and costs least (${pounds}), so it is the choice whatever a point is worth.`;
  if (basis === 'value-only')
    return `Of the eligible options it is worth most: ${points}. Not every cost is known, so nothing is said of whether it is worth its price.`;
  if (basis === 'stated-price') {
    return `The body says that a point is worth ${poundsText(pricePerPoint ?? 0)}. At that price, ${points} for ${pounds} are the best choice.${rangeText(preferred)}`;
  }
  const turn = changes.find(({ kind }) => kind === 'price-per-point');
  const below =
    turn?.kind === 'price-per-point'
      ? `: below ${poundsText(turn.at)} a point the choice is ${names.option(turn.to)}`
      : '';
  return `Of the eligible options it is worth most: ${points}, for ${pounds}. Nobody has said what a point is worth${below}.`;
}

function rangeText(preferred: Indicated['preferred']): string {
  if (preferred === null) return '';
  const { from, to } = preferred;
  const end = to === null ? [] : [`above ${poundsText(to)}`];
  const ends = from === 0 ? end : [`below ${poundsText(from)}`, ...end];
  return ends.length === 0 ? '' : ` It stops being the choice ${ends.join(' and ')} a point.`;
}

/** As one would say it of the option that is indicated. */
function comparisonText(
  { with: id, kind, extraPoints, extraCost, perPoint }: OptionComparison,
  names: CaseNames,
): string[] {
  const other = names.option(id);
  if (extraPoints === null) return [];
  const points = `${pointsText(Math.abs(extraPoints))} points`;
  const better = !isNotable(extraPoints)
    ? `as good as ${other}`
    : `${points} ${extraPoints > 0 ? 'better' : 'worse'} than ${other}`;
  if (kind === 'open' || extraCost === null) return [`It is ${better}.`];
  const pounds = poundsText(Math.abs(extraCost));
  const price = perPoint === null ? '' : `: ${poundsText(perPoint)} a point`;
  if (kind === 'better-dearer') return [`It is ${better} for ${pounds} more${price}.`];
  if (kind === 'worse-cheaper')
    return [
      `It is ${better} and ${pounds} cheaper; ${other} asks ${poundsText(perPoint ?? 0)} for each point more.`,
    ];
  if (kind === 'same') return [`It is as good as ${other} and costs the same.`];
  const cost = extraCost === 0 ? 'costs the same' : `${pounds} ${extraCost > 0 ? 'dearer' : 'cheaper'}`;
  return [`It is ${better} and ${cost}.`];
}

/** What would be told as nought is left out. */
function isNotable(points: number): boolean {
  return Math.abs(points) >= 0.05;
}

function leadText({ lead }: Indicated, names: CaseNames): string[] {
  if (lead === null) return [];
  const part = ({ criterion, points }: { criterion: string; points: number }): string =>
    `${names.criterion(criterion)} (${pointsText(Math.abs(points))})`;
  const ahead = lead.parts.filter((one) => one.points > 0 && isNotable(one.points)).slice(0, 3);
  const behind = lead.parts
    .filter((one) => one.points < 0 && isNotable(one.points))
    .toReversed()
    .slice(0, 3);
  const over = names.option(lead.over);
  if (ahead.length === 0 && behind.length === 0) return [];
  const gains = ahead.length === 0 ? '' : `it gains by ${listText(ahead.map(part))}`;
  const losses = behind.length === 0 ? '' : `loses by ${listText(behind.map(part))}`;
  const told = [gains, gains === '' && losses !== '' ? `it ${losses}` : losses].filter((text) => text !== '');
  return [`Against ${over}, in weighted points, ${told.join(' and ')}.`];
}

/** The first-rank share below which a first place is called not firm. */
const firmShare = 2 / 3;

function firmnessText({ indicated, robustness }: Appraisal): string[] {
  const own = robustness?.acceptability.find(({ option }) => option === indicated?.option)?.ranks[0];
  const rests = indicated?.basis === 'highest-value' || indicated?.basis === 'value-only';
  return own !== undefined && rests && own < firmShare
    ? [
        `Its first place by value is not firm: it holds in ${shareText(own)} of trials with other weights and scores.`,
      ]
    : [];
}

function conditionTexts(standing: OptionStanding | undefined): string[] {
  return (standing?.conditions ?? []).map(({ test, treatment, owner, by }) => {
    const who = owner === undefined ? '' : ` (${owner}${by === undefined ? '' : `, by ${dayInWords(by)}`})`;
    return treatment === undefined
      ? `It passes the test “${testName(test)}” on a condition that nobody has written down${who}.`
      : `It passes the test “${testName(test)}” on a condition${who}: ${treatment}`;
  });
}
