import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject, type JsonValue } from '../../src/lib/json.ts';
import { describeShared, readObjects } from '../support/shared-data.ts';

const pages = join(import.meta.dirname, '..', '..', 'docs', 'sources');

/** Rows `| what | `path` | `example` | [file](link) |` of a page. */
function rulesOf(page: string): { path: string; example: string; file: string }[] {
  const rules: { path: string; example: string; file: string }[] = [];
  for (const line of readFileSync(join(pages, page), 'utf8').split('\n')) {
    const match = /^\|[^|]+\|\s*`([^`]+)`\s*\|\s*`([^`]+)`\s*\|\s*\[[^\]]+\]\(([^)]+)\)\s*\|$/.exec(line);
    if (match !== null) rules.push({ path: match[1] ?? '', example: match[2] ?? '', file: match[3] ?? '' });
  }
  return rules;
}

const published = ['find-a-tender.md', 'contracts-finder.md', 'devolved-portals.md'];

describe('the pages of the sources', () => {
  it.each(published)('%s has rules, and every file it names exists', (page) => {
    const rules = rulesOf(page);
    expect(rules.length).toBeGreaterThan(4);
    expect(
      rules.filter((rule) => !existsSync(join(pages, dirname(rule.file), rule.file.split('/').at(-1) ?? ''))),
    ).toEqual([]);
  });

  it('are read line by line: a line with a missing column is seen', () => {
    const lines = published.flatMap((page) => readFileSync(join(pages, page), 'utf8').split('\n'));
    const rows = lines.filter((line) => line.startsWith('| ') && line.includes('](../../src/'));
    expect(rows.length).toBe(published.flatMap(rulesOf).length);
  });
});

function collect(value: JsonValue, path: string, into: Map<string, Set<string>>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, `${path}[]`, into);
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value))
      collect(member, path === '' ? name : `${path}.${name}`, into);
  } else into.set(path, (into.get(path) ?? new Set()).add(String(value)));
}

function valuesOf(folder: string, isWanted: (name: string) => boolean): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const name of readdirSync(folder).filter(isWanted)) {
    for (const object of readObjects(join(folder, name))) {
      const listed = object['releases'];
      const releases: JsonObject[] = Array.isArray(listed) ? listed.filter(isObject) : [object];
      for (const release of releases) collect(release, '', values);
    }
  }
  return values;
}

describeShared('every path and example of the pages occurs in real notices', '.', (folder) => {
  const values: Record<string, Map<string, Set<string>>> = {
    'find-a-tender.md': valuesOf(join(folder, 'find-a-tender'), (name) => name.endsWith('.json')),
    'contracts-finder.md': valuesOf(join(folder, 'notices'), (name) => name.startsWith('uk-cf')),
    'devolved-portals.md': valuesOf(join(folder, 'notices'), (name) => /^uk-(pcs|sell2wales)/.test(name)),
  };

  it.each(published)('%s', (page) => {
    const held = values[page];
    const absent = rulesOf(page).filter(({ path, example }) => held?.get(path)?.has(example) !== true);
    expect(absent.map(({ path, example }) => `${path} = ${example}`)).toEqual([]);
  });
});
