import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';
import { isObject } from '../../src/lib/json.ts';

/** The folder of published data and reference results that lies beside the repository on a developer's machine. */
const root = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/**
 * The path of a file or folder in the shared data, or null where it isn't on this machine.
 * With REQUIRE_SHARED=1 its absence is an error, so that a skipped check can't pass unseen.
 */
export function sharedData(path: string): string | null {
  const full = join(root, path);
  if (existsSync(full)) return full;
  if (process.env['REQUIRE_SHARED'] === '1') throw new Error(`REQUIRE_SHARED=1, but ${full} is not there.`);
  return null;
}

/**
 * A group of tests that reads the shared data; where it is absent the group is skipped and its name says why.
 *
 * @example describeShared('the reference merge', 'conformance/ocds-merge', (folder) => { it(…) })
 */
export function describeShared(name: string, path: string, body: (folder: string) => void): void {
  const folder = sharedData(path);
  if (folder === null) {
    process.stderr.write(`skipped: ${name}, because ../shared/data/${path} is not on this machine\n`);
    describe.skip(`${name} (skipped: ../shared/data/${path} is not on this machine)`, () => {});
    return;
  }
  describe(name, () => {
    body(folder);
  });
}

/** A JSON file as a value. */
export function readJson(path: string): JsonValue {
  const value: JsonValue = JSON.parse(readFileSync(path, 'utf8'));
  return value;
}

/** The objects of a JSON file that holds an array, or of a JSON Lines file; 1e9999 is read as 9999999. */
export function readObjects(path: string): JsonObject[] {
  const text = readFileSync(path, 'utf8').replaceAll(/([:[,]\s*)1e9999\b/g, '$19999999');
  const values: JsonValue[] = path.endsWith('.jsonl')
    ? text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(parse)
    : listOf(parse(text));
  return values.filter(isObject);
}

function parse(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text);
  return value;
}

function listOf(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value : [value];
}
