import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { changeLog } from './change-log.ts';

const before = caseWith();

describe('the change log of a case', () => {
  it('is empty where nothing changed', () => {
    expect(changeLog(before, caseWith())).toEqual([]);
  });

  it('tells places in words, and finds items again wherever they stand', () => {
    const options = [...smallCase.options].toReversed();
    const after = caseWith({
      need: { ...smallCase.need, neededBy: '2028-06-30' },
      options: options.map((one) => (one.id === 'build' ? { ...one, name: 'Build it here' } : one)),
    });
    expect(changeLog(before, after)).toEqual([
      { path: 'need.neededBy', kind: 'changed', says: 'Need, needed by: was 2028-03-31, is 2028-06-30.' },
      { path: 'options[0].name', kind: 'changed', says: 'Options, “Build it here”, name: was Build it, is Build it here.' },
    ]);
  });

  it('tells what was added and removed', () => {
    const after = caseWith({
      options: smallCase.options.slice(0, 3),
      scores: smallCase.scores.map((one, at) => (at === 0 ? { ...one, score: 25 } : one)),
      market: { engaged: 'planned', heard: 'x'.repeat(200) },
    });
    expect(changeLog(before, after).map(({ says }) => says)).toEqual([
      'Options, “Build it”: removed.',
      'Scores, bau · fit · one, score: was 20, is 25.',
      'Market: added.',
    ]);
    const longer = caseWith({ market: { engaged: 'planned', heard: 'y'.repeat(200) } });
    expect(changeLog(after, longer).map(({ says }) => says)).toContain('Market, heard: the text was changed.');
  });

  it('goes by places where items can’t be told apart', () => {
    const twice = smallCase.scores.slice(0, 2).flatMap((one) => [one, one]);
    const other = twice.map((one, at) => (at === 3 ? { ...one, score: 1 } : one));
    expect(changeLog(caseWith({ scores: twice }), caseWith({ scores: other }))).toEqual([
      { path: 'scores[3].score', kind: 'changed', says: 'Scores, number 4, score: was 90, is 1.' },
    ]);
  });
}); // prettier-ignore
