import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';
import { isObject } from '../../src/lib/json.ts';
import { mergeReleases, versionReleases } from '../../src/ocds/merge.ts';
import type { ArrayJoin, MergeRules } from '../../src/ocds/merge-rules.ts';
import { mergeRulesOf } from '../../src/ocds/merge-rules.ts';
import { standardRules } from '../../src/ocds/standard.ts';
import { readJson } from '../support/shared-data.ts';

const folder = join(import.meta.dirname, 'ocds', 'merge');

/**
 * A case holds `releases`, the `schema` (a name, or a schema of its own) and perhaps `overrides`; and what is expected:
 * `compiled` and `versioned` with `warnings`, or a `refusal`. The file's name says which rule it is about.
 */
describe('merging', () => {
  const cases = readdirSync(folder).map((name) => basename(name, '.json'));

  it.each(cases)('%s', (name) => {
    const given = objectOf(readJson(join(folder, `${name}.json`)));
    const releases = Array.isArray(given['releases']) ? given['releases'].map(objectOf) : [];
    const rules = rulesOf(given);
    const before = structuredClone(releases);
    if (typeof given['refusal'] === 'string') {
      expect(() => mergeReleases(releases, rules)).toThrow(given['refusal']);
      expect(() => versionReleases(releases, rules)).toThrow('A');
    } else {
      const { compiled, warnings } = mergeReleases(releases, rules);
      expect(compiled).toEqual(given['compiled']);
      expect(versionReleases(releases, rules).versioned).toEqual(given['versioned']);
      expect(warnings).toEqual(given['warnings'] ?? []);
    }
    expect(releases, 'left alone').toEqual(before);
  });
});

function rulesOf({ schema, overrides }: JsonObject): MergeRules {
  if (schema === '1.0' || schema === '1.1' || schema === 'uk') return standardRules(schema);
  return mergeRulesOf(objectOf(schema ?? null), joinsOf(overrides));
}

function joinsOf(overrides: JsonValue | undefined): Record<string, ArrayJoin> {
  const joins: Record<string, ArrayJoin> = {};
  for (const [path, way] of Object.entries(isObject(overrides) ? overrides : {})) {
    if (way === 'append' || way === 'by-position') joins[path] = way;
  }
  return joins;
}

function objectOf(value: JsonValue): JsonObject {
  if (!isObject(value)) throw new Error('A case must hold objects.');
  return value;
}
