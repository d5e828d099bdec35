import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/lib/json.ts';
import { testContext, testInstant } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { ingestAll } from '../support/ingest.ts';
import { settled } from '../support/settled.ts';
import { readExamples, runExample, type Claim, type GivenNames } from '../support/documented-examples.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'methods');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const examples = pages.flatMap((page) =>
  readExamples(join(folder, page)).map((example) => [page, example.line, example] as const),
);

/** What the pages say is at hand: an empty register, a context on it, and a way to put releases in. */
function namesOn({ register }: TestDatabase): GivenNames {
  const context = testContext({ register });
  const ingest = async (...releases: JsonObject[]): Promise<unknown> => {
    const summary = await ingestAll(register, releases);
    await settled(register);
    return summary;
  };
  return { register, context, ingest };
}

const usesRegister = (code: string): boolean => /\b(?:register|context|ingest)\b/.test(code);

const differences = (claims: readonly Claim[]): Claim[] =>
  claims.filter(({ actual, expected }) => {
    try {
      expect(actual).toEqual(expected);
      return false;
    } catch {
      return true;
    }
  });

describe('the pages of the methods', () => {
  it('are all there, and each has an example', () => {
    expect(pages).toEqual(
      expect.arrayContaining([
        'changes.md',
        'completeness.md',
        'contracts.md',
        'identity.md',
        'money.md',
        'search.md',
        'status.md',
      ]),
    );
    expect(pages.filter((page) => !examples.some(([name]) => name === page))).toEqual([]);
  });

  it.each(examples)('the example of %s in line %i holds', async (_page, _line, example) => {
    const database = usesRegister(example.code) ? await openTestDatabase('embedded') : null;
    try {
      const given = database === null ? {} : namesOn(database);
      expect(differences(await runExample(example, given))).toEqual([]);
    } finally {
      await database?.drop();
    }
  });

  it('happen on 1 November 2026, as the index says', () => {
    expect(testInstant.slice(0, 10)).toBe('2026-11-01');
  });
});

describe('running an example', () => {
  const planted = (code: string): ReturnType<typeof readExamples>[number] => {
    const [example] = readExamples(
      join(folder, 'planted.md'),
      `Text.\n\n\`\`\`ts example\n${code}\n\`\`\`\n`,
    );
    if (example === undefined) throw new Error('The block was not seen.');
    return example;
  };

  it('finds a claim that is false, and only that', async () => {
    const example = planted(
      "import { valueBandOf as band } from '../../src/domain/contracts/value-band.ts';\n\nband(1_000_000, false); // → '10k-100k'\nband(999_999, false); // → '10k-100k'",
    );
    expect(example.line).toBe(3);
    expect(differences(await runExample(example, {}))).toEqual([
      { expression: 'band(999_999, false)', actual: 'under-10k', expected: '10k-100k' },
    ]);
  });

  it('reads statements and claims of several lines', async () => {
    const example = planted(
      'const one = [\n  1,\n  2,\n];\none.map(\n  (each) => each + 1,\n);\n// → [\n//   2,\n//   3,\n// ]',
    );
    expect(await runExample(example, {})).toMatchObject([{ expected: [2, 3], actual: [2, 3] }]);
  });

  it('refuses one that claims nothing', async () => {
    await expect(runExample(planted('const one = 1;'), {})).rejects.toThrow('claims nothing');
  });

  it('passes over blocks that are no examples', () => {
    expect(readExamples('page.md', '```ts\n1; // → 2\n```\n')).toEqual([]);
  });
});
