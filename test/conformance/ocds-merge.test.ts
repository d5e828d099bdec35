import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';
import { isObject } from '../../src/lib/json.ts';
import { mergeReleases, versionReleases } from '../../src/ocds/merge.ts';
import type { ArrayJoin, MergeRules } from '../../src/ocds/merge-rules.ts';
import { mergeRulesOf } from '../../src/ocds/merge-rules.ts';
import { plainText } from '../../src/ocds/plain-text.ts';
import { ocds10Rules, ocds11Rules, ukRules } from '../../src/ocds/standard.ts';
import { describeShared, readJson, readObjects } from '../support/shared-data.ts';

/** Results that come from another file with an override, as the fixtures' description says. */
const overridden: Readonly<Record<string, { from: string; twice: boolean; join: ArrayJoin }>> = {
  'identifier-merge-duplicate-id-append.json': {
    from: 'identifier-merge-duplicate-id.json',
    twice: true,
    join: 'append',
  },
  'identifier-merge-duplicate-id-by-position.json': {
    from: 'identifier-merge-duplicate-id.json',
    twice: true,
    join: 'by-position',
  },
  'identifier-merge-no-id-append.json': { from: 'identifier-merge-no-id.json', twice: true, join: 'append' },
};

describeShared('the fixtures of the reference merge', 'conformance/ocds-merge', (folder) => {
  const rulesOf: Readonly<Record<string, () => MergeRules>> = {
    '1.0': ocds10Rules,
    '1.1': ocds11Rules,
    schema: () => mergeRulesOf(asObject(readJson(join(folder, 'schema.json')))),
  };
  let count = 0;
  for (const [set, rules] of Object.entries(rulesOf)) {
    for (const name of readdirSync(join(folder, set)).toSorted()) {
      const path = join(folder, set, name);
      const [, stem, kind] = /^(.*)-(compiled|versioned)\.json$/.exec(name) ?? [];
      if (stem !== undefined) {
        count += 1;
        it(`${set}/${stem} ${kind === 'compiled' ? 'compiles' : 'versions'} as the reference does, and leaves its input alone`, () => {
          const releases = readObjects(join(folder, set, `${stem}.json`));
          const before = structuredClone(releases);
          const result =
            kind === 'compiled'
              ? mergeReleases(releases, rules()).compiled
              : versionReleases(releases, rules()).versioned;
          expect(result).toEqual(readJson(path));
          expect(releases).toEqual(before);
        });
      } else if (name in overridden) {
        count += 1;
        it(`${set}/${name} is the result of the override`, () => {
          const setting = overridden[name];
          if (setting === undefined) throw new Error(name);
          const releases = readObjects(join(folder, set, setting.from));
          const withJoin = mergeRulesOf(asObject(readJson(join(folder, 'schema.json'))), {
            'nested/array': setting.join,
          });
          const { compiled } = mergeReleases(setting.twice ? [...releases, ...releases] : releases, withJoin);
          expect(compiled).toEqual(readJson(path));
        });
      } else {
        it(`${set}/${name} has an expected result`, () => {
          const results = ['-compiled', '-versioned', '-append', '-by-position'].map((end) =>
            name.replace('.json', `${end}.json`),
          );
          expect(results.some((result) => existsSync(join(folder, set, result)))).toBe(true);
        });
      }
    }
  }

  it('are all there', () => {
    expect(count).toBeGreaterThan(45);
  });

  it('warn about an id that occurs twice in a release, and about nothing else', () => {
    for (const [set, rules] of Object.entries(rulesOf)) {
      for (const name of readdirSync(join(folder, set))) {
        if (/-(compiled|versioned|append|by-position)\.json$/.test(name)) continue;
        const { warnings } = mergeReleases(readObjects(join(folder, set, name)), rules());
        expect(warnings.length > 0, name).toBe(name === 'identifier-merge-duplicate-id.json');
      }
    }
  });
});

describeShared('real releases merge as the reference does', 'golden/compile', (folder) => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.releases.jsonl'))
    .map((name) => name.replace('.releases.jsonl', ''));

  it.each(names)('%s, compiled', (name) => {
    checkGolden(name, 'compiled', (releases) => mergeReleases(releases, ocds11Rules()).compiled);
  });

  it.each(names)('%s, versioned', (name) => {
    checkGolden(name, 'versioned', (releases) => versionReleases(releases, ocds11Rules()).versioned);
  });

  it('Find a Tender, compiled by the rules of its extensions', () => {
    checkGolden(
      'fts-2026-08-10-11',
      'compiled-uk',
      (releases) => mergeReleases(releases, ukRules()).compiled,
    );
  });

  function checkGolden(name: string, kind: string, merge: (releases: JsonObject[]) => JsonObject): void {
    const processes = Map.groupBy(readObjects(join(folder, `${name}.releases.jsonl`)), (release) =>
      plainText(release['ocid']),
    );
    const merged: JsonValue[] = [];
    const refused: string[] = [];
    for (const [ocid, releases] of processes) {
      try {
        merged.push(merge(releases));
      } catch {
        refused.push(ocid);
      }
    }
    const errors = join(folder, `${name}.errors.tsv`);
    const known = existsSync(errors)
      ? readFileSync(errors, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split('\t')[0])
      : [];
    expect(refused).toEqual(known);
    const expected = readObjects(join(folder, `${name}.${kind}.jsonl`));
    expect(merged.map((one) => isObject(one) && one['ocid'])).toEqual(expected.map((one) => one['ocid']));
    expect(merged).toEqual(expected);
  }
});

function asObject(value: JsonValue): JsonObject {
  if (!isObject(value)) throw new Error('not an object');
  return value;
}
