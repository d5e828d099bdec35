import { describe, expect, it } from 'vitest';
import { appraisedCase } from '../../../../test/factories/appraised-case.ts';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { completeScores, type ScoreCell } from './complete-scores.ts';

const cellOf = (
  document: Parameters<typeof completeScores>[0],
  option: string,
  criterion: string,
): ScoreCell | undefined =>
  completeScores(document).cells.find((cell) => cell.option === option && cell.criterion === criterion);

describe('the scores that count', () => {
  it('are the mean of those who scored, and name who did not', () => {
    const scores = appraisedCase().scores.filter(
      ({ assessor, option }) => assessor !== 'finance' || option !== 'saas',
    );
    expect(cellOf(appraisedCase({ scores }), 'saas', 'fit')).toEqual({
      option: 'saas',
      criterion: 'fit',
      points: 57.5,
      basis: 'mean',
      given: { low: 55, high: 60 },
      distance: 5,
      notScoredBy: ['finance'],
      note: null,
    });
  });

  it('are what was agreed in moderation, with the spread kept beside it', () => {
    const cell = cellOf(appraisedCase(), 'mixed', 'fit');
    expect(cell).toMatchObject({ points: 85, basis: 'moderated', given: { low: 50, high: 90 } });
    expect(cell?.note).toContain('old scope');
  });

  it('take a range as its middle, and its ends as what was thought possible', () => {
    const scores = [{ assessor: 'one', option: 'build', criterion: 'fit', score: { low: 40, high: 80 } }];
    expect(cellOf(caseWith({ scores }), 'build', 'fit')).toMatchObject({
      points: 60,
      basis: 'single',
      given: { low: 40, high: 80 },
      distance: null,
    });
  });

  it('are never made up: what nobody scored stays missing', () => {
    expect(cellOf(caseWith({ scores: [] }), 'build', 'fit')).toMatchObject({
      points: null,
      basis: 'none',
      given: null,
      notScoredBy: ['one'],
    });
  });

  it('say where assessors differ most, and by how much on the whole', () => {
    const scores = (['one', 'two'] as const).flatMap((assessor, at) => [
      { assessor, option: 'build', criterion: 'fit', score: 40 + 20 * at },
      { assessor, option: 'build', criterion: 'people', score: 50 },
    ]);
    const assessors = ['one', 'two'].map((id) => ({ id, post: id }));
    const found = completeScores(caseWith({ scores, assessors }));
    expect(found.disagreement).toBe(0.1);
    expect(found.disputed.map(({ criterion, distance }) => [criterion, distance])).toEqual([['fit', 20]]);
    expect(completeScores(caseWith()).disagreement).toBeNull();
  });
});
