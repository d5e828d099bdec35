import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { smallCase } from '../../../test/factories/sourcing-case.ts';
import { readCase } from './read-case.ts';

const models = new Set(['saas', 'in-house-build']);
const told = (text: string): string[] =>
  readCase(text, models).problems.map(({ line, path, message }) => `${line ?? '–'} ${path}: ${message}`);

describe('reading a case', () => {
  it('reads YAML and JSON alike', () => {
    const yaml = readCase(stringify(smallCase), models);
    expect(yaml.problems).toEqual([]);
    expect(readCase(JSON.stringify(smallCase), models)).toEqual(yaml);
  });

  it('names line and path, and says what to write', () => {
    const text = stringify({ ...smallCase, appraisal: { ...smallCase.appraisal, currency: 'USD' } });
    const line = text.split('\n').findIndex((each) => each.includes('USD')) + 1;
    expect(told(text)).toEqual([
      `${line} appraisal.currency: "USD": amounts are in pounds: convert them and write GBP.`,
    ]);
  });

  it('says of an uncertain number which end is wrong', () => {
    const lines = smallCase.costs.lines.map((each, at) =>
      at === 0 ? { ...each, unitCost: { low: 5, high: 3 } } : each,
    );
    expect(told(stringify({ ...smallCase, costs: { ...smallCase.costs, lines } }))[0]).toMatch(
      /^\d+ costs\.lines\[0\]\.unitCost: .*Low \(5\) is above high \(3\): exchange them\.$/u,
    );
  });

  it('names a word that is not known, and guesses', () => {
    const [bau, ...others] = smallCase.options;
    expect(
      told(stringify({ ...smallCase, options: [{ ...bau, role: 'busines-as-usual' }, ...others] }))[0],
    ).toContain(
      '"busines-as-usual" is none of business-as-usual, do-minimum, option. Did you mean "business-as-usual"?',
    );
  });

  it.each([
    ['', 'The text is empty'],
    ['case: [', 'isn’t closed'],
    ['just words', 'This is a single value, and no case'],
  ])('refuses %j with a sentence', (text, sentence) => {
    expect(told(text).join('\n')).toContain(sentence);
  });

  it('works with 500 cost lines', () => {
    const [first] = smallCase.costs.lines;
    const lines = Array.from({ length: 500 }, (_, at) => ({ ...first, id: `line-${at}` }));
    const { document } = readCase(
      JSON.stringify({ ...smallCase, costs: { ...smallCase.costs, lines } }),
      models,
    );
    expect(document?.costs.lines).toHaveLength(500);
  });

  it('throws for nothing that people may write', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readCase(text, models).problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
