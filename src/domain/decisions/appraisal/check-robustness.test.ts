import { describe, expect, it } from 'vitest';
import { appraisedCase } from '../../../../test/factories/appraised-case.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { checkRobustness, type Robustness } from './check-robustness.ts';
import { completeScores } from './complete-scores.ts';
import { valueOptions } from './value-options.ts';
import { weighCriteria } from './weigh-criteria.ts';

const compared = ['build', 'saas', 'mixed'];

function robustnessOf(document: CaseDocument, options = compared): Robustness | null {
  const weights = weighCriteria(document);
  const scores = completeScores(document);
  const values = weights === null ? null : valueOptions(weights, scores);
  return values === null ? null : checkRobustness(document, scores, values, options);
}

describe('how firm the order is', () => {
  const found = robustnessOf(appraisedCase());

  it('is drawn from weights around those locked and scores within what was given', () => {
    expect(found?.order).toEqual(['mixed', 'build', 'saas']);
    for (const { ranks } of found?.acceptability ?? [])
      expect(ranks.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const [mixed] = found?.acceptability ?? [];
    expect(mixed?.ranks[0]).toBeGreaterThan(0.9);
    expect(mixed?.firstWithAnyWeights).toBeLessThan(mixed?.ranks[0] ?? 0);
  });

  it('is the same for the same seed, and rests on it', () => {
    expect(robustnessOf(appraisedCase())).toEqual(found);
    const appraisal = { ...appraisedCase().appraisal, seed: 2 };
    expect(robustnessOf(appraisedCase({ appraisal }))?.acceptability).not.toEqual(found?.acceptability);
  });

  it('says what each assessor alone puts first, and how many scores were filled in', () => {
    const scores = appraisedCase().scores.filter(
      ({ assessor, criterion }) => assessor !== 'finance' || criterion !== 'risk',
    );
    expect(robustnessOf(appraisedCase({ scores }))?.byAssessor).toEqual([
      { assessor: 'service', first: ['mixed'], filled: 0 },
      { assessor: 'digital', first: ['mixed'], filled: 0 },
      { assessor: 'finance', first: ['mixed'], filled: 3 },
    ]);
  });

  it('is certain where nobody differs and one option is better by everything', () => {
    const scores = compared.flatMap((option, at) =>
      ['fit', 'change', 'people', 'risk'].map((criterion) => ({
        assessor: 'service',
        option,
        criterion,
        score: 30 * at,
      })),
    );
    const sure = robustnessOf(appraisedCase({ scores, moderation: [] }));
    expect(sure?.acceptability.map(({ ranks }) => ranks)).toEqual([[1, 0, 0], [0, 1, 0], [0, 0, 1]]); // prettier-ignore
    expect(sure?.weightRanges.every(({ low, high }) => low === 0 && high === 1)).toBe(true);
    expect(sure?.holds).toEqual({ first: 2, order: 2, of: 2 });
  });

  it('needs two options', () => {
    expect(robustnessOf(appraisedCase(), ['mixed'])).toBeNull();
  });
});
