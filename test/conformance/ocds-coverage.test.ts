import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Coverage } from '../../src/ocds/coverage.ts';
import { fileInput } from '../../src/ocds/input.ts';
import type { Problem } from '../../src/ocds/reader.ts';
import { parseStrictly } from '../../src/ocds/strict-json.ts';
import { readValues } from '../../src/ocds/values.ts';
import { describeShared, readJson } from '../support/shared-data.ts';

async function cover(path: string): Promise<{ counts: Record<string, number>; problems: Problem[] }> {
  const coverage = new Coverage();
  const problems: Problem[] = [];
  const reader = {
    parse: parseStrictly,
    take: coverage.add.bind(coverage),
    problem: problems.push.bind(problems),
  };
  for await (const _ of readValues([fileInput(path)], reader)) continue;
  return { counts: coverage.counts(), problems };
}

describeShared(
  'the coverage fixtures of the reference',
  'conformance/cardinal/tests/fixtures/coverage',
  (folder) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

    it.each(names)('%s', async (name) => {
      const { counts, problems } = await cover(join(folder, name));
      expect(counts).toEqual(readJson(join(folder, name.replace('.jsonl', '.expected'))));
      // A pair of brackets on two lines is JSON here, and invalid twice where only single lines are read.
      expect(problems.length > 0, 'reports what it leaves out').toBe(
        name.startsWith('invalid') && name !== 'invalid_multiline.jsonl',
      );
    });
  },
);

describeShared('the coverage of real compiled releases', 'golden/cardinal', (folder) => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.coverage.json'))
    .map((name) => name.replace('.coverage.json', ''));

  it.each(names)('%s', async (name) => {
    const { counts, problems } = await cover(join(folder, '..', 'compile', `${name}.compiled.jsonl`));
    expect(counts).toEqual(readJson(join(folder, `${name}.coverage.json`)));
    expect(problems).toEqual([]);
  });
});
