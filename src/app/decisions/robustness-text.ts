import type { CompletedScores } from '../../domain/decisions/appraisal/complete-scores.ts';
import type { OtherMethod } from '../../domain/decisions/appraisal/other-methods.ts';
import type { Robustness } from '../../domain/decisions/appraisal/check-robustness.ts';
import { numberText } from '../count-text.ts';
import type { CaseNames } from './case-names.ts';
import { listText, pointsText, shareText } from './figure-text.ts';

const methodNames: Readonly<Record<OtherMethod, string>> = { topsis: 'TOPSIS', promethee: 'PROMETHEE II' };

/**
 * How firm the order by value is, in sentences.
 *
 * @example robustnessText(robustness, names)[1] // 'The first place holds under 2 of 2 other methods …'
 */
export function robustnessText(found: Robustness, names: CaseNames): string[] {
  const [leader = ''] = found.order;
  const own = found.acceptability.find(({ option }) => option === leader);
  const rivals = found.acceptability
    .filter(({ option, ranks }) => option !== leader && (ranks[0] ?? 0) >= 0.005)
    .toSorted((one, other) => (other.ranks[0] ?? 0) - (one.ranks[0] ?? 0))
    .map(({ option, ranks }) => `${names.option(option)} in ${shareText(ranks[0] ?? 0)}`);
  const spread = shareText(found.weightSpread);
  return [
    `By value ${names.option(leader)} comes first in ${shareText(own?.ranks[0] ?? 0)} of ${numberText(found.draws)} trials${rivals.length === 0 ? '' : ` (${listText(rivals)})`}. In each trial every weight is up to ${spread} of itself more or less, and every score lies within what the assessors gave.`,
    `If nothing at all were known of the weights, it would come first in ${shareText(own?.firstWithAnyWeights ?? 0)}.`,
    holdsText(found),
    ...found.otherMethods.flatMap((check) => methodText(check, leader, names)),
    ...assessorTexts(found, names),
  ];
}

function holdsText({ holds, otherMethods }: Robustness): string {
  const methods = listText(otherMethods.map(({ method }) => methodNames[method]));
  return `The first place holds under ${holds.first} of ${holds.of} other methods (${methods}), the whole order under ${holds.order} of ${holds.of}.`;
}

function methodText(
  { method, order, holdsFirst, reversals }: Robustness['otherMethods'][number],
  leader: string,
  names: CaseNames,
): string[] {
  if (holdsFirst) return [];
  const first = names.option(order[0] ?? '');
  const weak = reversals.some(({ ahead, behind }) => ahead === leader || behind === leader);
  return [
    `${methodNames[method]} puts ${first} first${weak ? ', but its order changes when another option is dropped, so it says little here' : ''}.`,
  ];
}

function assessorTexts({ byAssessor, order }: Robustness, names: CaseNames): string[] {
  const [leader = ''] = order;
  if (byAssessor.length < 2) return [];
  const others = byAssessor.filter(({ first }) => !first.includes(leader));
  const agree = byAssessor.length - others.length;
  const filled = byAssessor.filter((one) => one.filled > 0).length;
  return [
    `Taken alone, ${agree === byAssessor.length ? `all ${agree}` : `${agree} of ${byAssessor.length}`} assessors put ${names.option(leader)} first${filled === 0 ? '' : `; where one left a score out, the score that counts stands in for it`}.`,
    ...others.map(
      ({ assessor, first }) => `${names.assessor(assessor)} puts ${listText(first.map(names.option))} first.`,
    ),
  ];
}

/** Cells that are told of one by one. */
const toldCells = 3;

/**
 * How far assessors are apart, and where most, with what moderation made of it.
 *
 * @example disagreementText(scores, names)[0] // 'Assessors are 12 points apart on average.'
 */
export function disagreementText({ disagreement, disputed }: CompletedScores, names: CaseNames): string[] {
  if (disagreement === null) return [];
  return [
    `Two assessors are ${pointsText(disagreement * 100)} points apart on average.`,
    ...disputed.slice(0, toldCells).map(({ option, criterion, given, points, basis, note }) => {
      const range = given === null ? '' : `${pointsText(given.low)} to ${pointsText(given.high)}`;
      const end =
        basis === 'moderated'
          ? `agreed ${pointsText(points ?? 0)}: ${note ?? ''}`
          : `the mean, ${pointsText(points ?? 0)}, counts, and nobody has moderated it.`;
      return `${names.option(option)} by ${names.criterion(criterion)}: ${range}; ${end}`;
    }),
  ];
}
