import { describe, expect, it } from 'vitest';
import { appraisedCase, appraisedCosts } from '../../../test/factories/appraised-case.ts';
import { appraiseOptions } from '../../domain/decisions/appraisal/appraise-options.ts';
import { checkCase } from '../../domain/decisions/check-case.ts';
import { appraisalText } from './appraisal-text.ts';

const models = new Set(['saas', 'in-house-build', 'systems-integrator']);

function told(changes: Record<string, unknown> = {}, costs = appraisedCosts()): string {
  const document = appraisedCase(changes);
  return appraisalText(document, appraiseOptions(document, { problems: checkCase(document, models), costs }));
}

const section = (text: string, heading: string): string[] =>
  text
    .split('\n\n')
    .find((part) => part.startsWith(`${heading}\n`))
    ?.split('\n')
    .slice(1)
    .map((line) => line.trim()) ?? [];

describe('the appraisal as text', () => {
  it('says what is indicated, at what price, why, and on which condition', () => {
    expect(section(told(), 'Indicative result')).toEqual([
      'The method indicates Mixed economy.',
      'Of the eligible options it is worth most: 75.7 of 100 points, for £14.2m. Nobody has said what a point is worth: below £128,000 a point the choice is SaaS suite.',
      'It is 39.4 points better than Business as usual and £3.3m cheaper.',
      'It is 33.6 points better than Do minimum and £2m cheaper.',
      'It is 9.7 points better than In-house build and £900,000 cheaper.',
      'It is 13.3 points better than SaaS suite for £1.7m more: £128,000 a point.',
      'Against In-house build, in weighted points, it gains by Resilience (6) and Ease of the change (4.7) and loses by Effect on staff (1).',
      'It passes the test “exit tested” on a condition (Service owner, by 31 May 2027): Test the export of all cases before award.',
    ]);
  });

  it('keeps value and cost side by side, with who is not eligible', () => {
    expect(section(told(), 'Value and cost')).toEqual([
      'option              points  cost (P50)  the choice where a point is worth',
      'Business as usual   36.3    £17.5m      comparator, not eligible; fails “lawful”',
      'Do minimum          42.1    £16.2m      comparator, not eligible',
      'In-house build      66      £15.1m      never: Mixed economy is no worse and no dearer',
      'SaaS suite          62.4    £12.5m      up to £128,000',
      'Systems integrator  55.1    £18.1m      not eligible: fails “affordable”',
      'Mixed economy       75.7    £14.2m      £128,000 or more',
    ]);
  });

  it('says what would change it, and how that was looked at', () => {
    const lines = section(told(), 'What would change it').map((line) => line.replaceAll(/ {2,}/gu, ' | '));
    expect(lines[1]).toBe('what a point is worth | not said | below £128,000 | SaaS suite');
    expect(lines).toContain(
      'test “exit tested” of Mixed economy | on a condition | if that is not met | SaaS suite or In-house build',
    );
    expect(lines.at(-1)).toContain('by value alone');
  });

  it('speaks of the price that the body has said', () => {
    const weights = { method: 'swing', lockedOn: '2026-10-01', pricePerPoint: 100_000 };
    expect(section(told({ weights }), 'Indicative result').slice(0, 2)).toEqual([
      'The method indicates SaaS suite.',
      'The body says that a point is worth £100,000. At that price, 62.4 of 100 points for £12.5m are the best choice. It stops being the choice above £128,000 a point.',
    ]);
  });

  it('says that it isn’t ready, and each reason once', () => {
    const tests = [{ option: 'saas', test: 'exit-tested', result: 'unknown' }];
    expect(section(told({ tests }, new Map()), 'Not ready for approval')).toEqual([
      'Missing at tests[0].owner: "exit-tested" of "saas" is open: say which post answers for it.',
      'Missing at tests[0].by: "exit-tested" of "saas" is open: say by when it is settled.',
      'Whether SaaS suite passes the test “exit tested” is unknown; nobody is named to settle it.',
      'The cost of Business as usual is not known.',
      'The cost of Do minimum is not known.',
      'The cost of In-house build is not known.',
      'The cost of SaaS suite is not known.',
      'The cost of Systems integrator is not known.',
      'The cost of Mixed economy is not known.',
    ]);
  });

  it('says that the case for change isn’t made where a comparator is as good and costs no more', () => {
    const scores = appraisedCase().scores.map((score) =>
      score.option === 'minimum' ? { ...score, score: 95 } : score,
    );
    const costs = appraisedCosts().set('minimum', { p50: 10e6 });
    const lines = section(told({ scores }, costs), 'Indicative result');
    expect(lines).toContain('It is 19.3 points worse than Do minimum and £4.2m dearer.');
    expect(lines).toContain(
      'Do minimum, a comparator, is worth at least as much and costs no more. The case for change is not made by these figures.',
    );
  });

  it('says why nothing is indicated', () => {
    const options = appraisedCase().options.map((option) =>
      option.id === 'saas' ? { ...option, scope: { termYears: 9 } } : option,
    );
    expect(section(told({ options }), 'Indicative result')).toEqual([
      'The options were not compared, because of the errors named below.',
    ]);
    expect(section(told({ scores: [], moderation: [] }), 'Indicative result')).toEqual([
      'The method indicates nothing, because there are no weights or no scores yet.',
    ]);
  });
});
