import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal, receiveRelease } from '../../src/app/notices/read-batch.ts';
import { processFactsOf } from '../../src/app/notices/process-facts-of.ts';
import { processRows } from '../../src/app/notices/process-rows.ts';
import type { ProcessRows } from '../../src/db/queries/processes.ts';
import { readReference } from '../../src/app/reference.ts';
import { publishedDay } from '../../src/domain/contracts/contract-facts.ts';
import { isObject, type JsonObject, type JsonValue } from '../../src/lib/json.ts';
import { parseJson } from '../../src/ocds/repair.ts';
import { generateReleases } from '../../src/sample/generate-releases.ts';
import { readOf } from '../factories/release.ts';
import { testInstant } from '../support/context.ts';

const reference = readReference(fileURLToPath(new URL('../../reference', import.meta.url)));

/** Releases of every shape that the sample knows. */
const releases: JsonObject[] = [...generateReleases({ processes: 80, seed: 3, asOf: testInstant.slice(0, 10) })].map(
  (line) => {
    const parsed = parseJson(Buffer.from(line));
    return 'value' in parsed && isObject(parsed.value) ? parsed.value : {};
  },
); // prettier-ignore

/** What may stand where something else should. */
const oddValues: readonly JsonValue[] = [
  null, 0, -1, 1.5, 1e308, 2 ** 60, '', ' ', 'x', '12,000', '£5', '1e400', 'P1Y', '\u2028', '\ufffd', true, false,
  '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30', '2026-13-45', [], {}, [null], [[]], [{}], [1, 'a', null, {}],
  { id: 1 }, { id: null }, { id: { parts: [{ a: 1 }] } }, { startDate: 5, endDate: [] }, { amount: {}, currency: 5 },
  { amount: 1e20, currency: 'GBP' }, { amount: -1, currency: 'XTS' }, 'A'.repeat(5000), '__proto__', 'constructor',
]; // prettier-ignore
const oddNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'id', ''];

/** One change of a release: at which of its members, and what happens there. */
const change = fc.record({
  member: fc.nat({ max: 5000 }),
  kind: fc.constantFrom('replace', 'wrap', 'nest', 'add'),
  odd: fc.constantFrom(...oddValues),
  name: fc.constantFrom(...oddNames),
});
const mutated = fc
  .record({ base: fc.nat({ max: releases.length - 1 }), changes: fc.array(change, { maxLength: 5 }) })
  .map(({ base, changes }) => {
    const release = structuredClone(releases[base] ?? {});
    for (const each of changes) mutate(release, each);
    return release;
  });

type Change = { member: number; kind: 'replace' | 'wrap' | 'nest' | 'add'; odd: JsonValue; name: string };

/** A member of an object, or an entry of an array. */
type Member = { get: () => JsonValue; set: (value: JsonValue) => void; holder: JsonObject | JsonValue[] };

function mutate(release: JsonObject, { member, kind, odd, name }: Change): void {
  const members = membersOf(release);
  const chosen = members[member % members.length];
  if (chosen === undefined) return;
  const { holder } = chosen;
  const value = structuredClone(odd);
  if (kind === 'replace') chosen.set(value);
  else if (kind === 'wrap') chosen.set([chosen.get()]);
  else if (kind === 'nest') chosen.set(structuredClone(holder));
  else if (!Array.isArray(holder))
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function membersOf(value: JsonValue): Member[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => [
      { get: () => entry, set: (fresh: JsonValue) => (value[index] = fresh), holder: value },
      ...membersOf(entry),
    ]);
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => [
    { get: () => entry, set: (fresh: JsonValue) => (value[key] = fresh), holder: value },
    ...membersOf(entry),
  ]);
}

function rowsOf(all: readonly JsonObject[]): ProcessRows | null {
  const received = all.map((release, index) =>
    receiveRelease(readOf({ ...release, ocid: 'ocds-h6vhtk-0000aa' }, index + 1), reference),
  );
  const kept = received.flatMap((each) => (isRefusal(each) ? [] : [each.release]));
  return kept.length === 0 ? null : processRows(processFactsOf(kept, reference), kept.length, reference);
} // prettier-ignore

describe('a release in which something is not what it should be', () => {
  it('is read all the same, into amounts and days that the register can hold', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 1, maxLength: 3 }), (all) => {
        const rows = rowsOf(all);
        if (rows === null) return;
        expect(JSON.stringify(rows)).toBeTypeOf('string');
        for (const { minor_units } of rows.amounts)
          expect(minor_units === null || Number.isSafeInteger(minor_units)).toBe(true);
        for (const { start_on, end_on, signed_on, dated_on } of rows.contracts) {
          for (const day of [start_on, end_on, signed_on, publishedDay(dated_on)])
            expect(day ?? '2026-01-01').toMatch(/^(19|20|21)\d\d-\d\d-\d\d$/);
        }
      }),
      { numRuns: 600, seed: 1 },
    );
  });

  it('(control) the changes reach what is read', () => {
    const [first = {}] = releases;
    const before = JSON.stringify(rowsOf([first]));
    const changed = structuredClone(first);
    for (let member = 0; member < 60; member += 1)
      mutate(changed, { member, kind: 'replace', odd: null, name: '' });
    expect(JSON.stringify(rowsOf([changed]))).not.toBe(before);
  });
});
