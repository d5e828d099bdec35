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
      { path: 'need.neededBy', what: 'Need, needed by', before: '2028-03-31', after: '2028-06-30' },
      { path: 'options[0].name', what: 'Options, “Build it here”, name', before: 'Build it', after: 'Build it here' },
    ]);
  });

  it('tells what was added and removed', () => {
    const after = caseWith({
      options: smallCase.options.slice(0, 3),
      scores: smallCase.scores.map((one, at) => (at === 0 ? { ...one, score: 25 } : one)),
      market: { engaged: 'planned', heard: 'x'.repeat(200) },
    });
    expect(changeLog(before, after).map(({ what, before: was, after: is }) => [what, was, is])).toEqual([
      ['Market', 'nothing', 'added'],
      ['Options, “Build it”', 'it was there', 'nothing'],
      ['Scores, bau · fit · one, score', '20', '25'],
    ]);
    const longer = caseWith({ market: { engaged: 'planned', heard: 'y'.repeat(200) } });
    expect(changeLog(after, longer).find(({ path }) => path === 'market.heard')).toMatchObject({
      what: 'Market, heard',
      after: 'y'.repeat(200),
    });
  });

  it('keeps apart items that nothing tells apart', () => {
    const twice = smallCase.scores.slice(0, 2).flatMap((one) => [one, one]);
    const other = twice.map((one, at) => (at === 3 ? { ...one, score: 1 } : one));
    expect(changeLog(caseWith({ scores: twice }), caseWith({ scores: other }))).toMatchObject([
      { path: 'scores[3].score', before: '90', after: '1' },
    ]);
  });

  it('does not compare names, which a record keeps apart', () => {
    const named = (name: string) => caseWith({ roles: [{ role: 'author', post: 'Manager', name }] });
    expect(changeLog(named('sha256:ab'), named('A Name'))).toEqual([]);
    const otherPost = caseWith({ roles: [{ role: 'author', post: 'Officer', name: 'A Name' }] });
    expect(changeLog(named('A Name'), otherPost)).toHaveLength(1);
  });
}); // prettier-ignore
