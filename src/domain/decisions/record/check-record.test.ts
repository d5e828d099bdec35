import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordWith } from '../../../../test/factories/decision-record.ts';
import { isObject, type JsonObject, type JsonValue } from '../../../lib/json.ts';
import { checkRecord } from './check-record.ts';
import { hashOf, recordText, sealRecord } from './seal-record.ts';

const record = recordWith();
const text = recordText(record);

/** Every place of a value, as keys. */
function placesOf(value: JsonValue, at: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return [at, ...value.flatMap((item, index) => placesOf(item, [...at, index]))];
  if (isObject(value))
    return [at, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...at, key]))];
  return [at];
}

/** A copy with the value at a place exchanged; undefined takes it out. */
function withValue(value: JsonValue, path: readonly (string | number)[], put: JsonValue | undefined): JsonValue {
  const [key, ...rest] = path;
  if (key === undefined) return put ?? null;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (index === key ? withValue(item, rest, put) : item));
    return rest.length === 0 && put === undefined ? items.filter((_, index) => index !== key) : items;
  }
  const copy: JsonObject = isObject(value) ? { ...value } : {};
  if (rest.length === 0 && put === undefined) delete copy[key];
  else copy[key] = withValue(copy[key] ?? null, rest, put);
  return copy;
} // prettier-ignore

const parsed = (): JsonValue => {
  const value: JsonValue = JSON.parse(text);
  return value;
};

describe('a record', () => {
  it('is whole as it was written', () => {
    expect(checkRecord(text)).toEqual({ record, faults: [], erasedNames: 0 });
  });

  it('with any other byte isn’t', () => {
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, other) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ other;
        expect(checkRecord(changed.toString('utf8')).faults.length, `byte ${at}`).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('with any value changed or taken out isn’t, but for a name that was erased', () => {
    const isName = (path: readonly (string | number)[]): boolean => path[0] === 'names';
    const places = placesOf(parsed()).filter((path) => path.length > 0);
    for (const path of places) {
      const taken = recordLike(withValue(parsed(), path, undefined));
      if (!(isName(path) && path.length <= 2))
        expect(checkRecord(taken).faults.length, `without ${path.join('.')}`).toBeGreaterThan(0);
      const put = recordLike(withValue(parsed(), path, 'something else'));
      expect(checkRecord(put).faults.length, `with another ${path.join('.')}`).toBeGreaterThan(0);
    }
    expect(places.length).toBeGreaterThan(100);
  });

  it('tells which part was changed', () => {
    const changed = { ...record, results: { money: { options: [] } }, title: 'Another' };
    expect(checkRecord(recordText(changed)).faults).toEqual([
      { part: 'title', says: '“title” was changed after the record was made.' },
      { part: 'results', says: '“results” was changed after the record was made.' },
    ]);
    const { digests } = sealRecord(changed, {});
    const fitting = { ...changed, digests };
    expect(checkRecord(recordText(fitting)).faults[0]?.part).toBe('hash');
    const rehashed = { ...changed, hash: hashOf(changed, record.digests) };
    expect(checkRecord(recordText(rehashed)).faults.at(-1)?.part).toBe('digests');
  });

  it('tells names that aren’t those that were typed, and counts those that were erased', () => {
    const [digest = '', other = ''] = Object.keys(record.names);
    const renamed = { ...record, names: { ...record.names, [digest]: { name: 'Someone', salt: '0'.repeat(32) } } };
    expect(checkRecord(recordText(renamed)).faults).toEqual([
      { part: 'names', says: 'The name “Someone” isn’t the one that was typed.' },
    ]);
    const kept = record.names[other] ?? { name: '', salt: '' };
    expect(checkRecord(recordText({ ...record, names: { [other]: kept } }))).toMatchObject({ faults: [], erasedNames: 1 });
  });

  it('is told from what only looks like one', () => {
    expect(checkRecord('{').faults[0]?.says).toBe('This isn’t a decision record: it is no JSON object.');
    expect(checkRecord('{}').faults[0]?.says).toBe('This isn’t a decision record: it has no format.');
    expect(checkRecord('{"format":"x/9"}').faults[0]?.says).toContain('Its format is "x/9"');
    const spaced = checkRecord(text.replace('{\n', '{\n\n'));
    expect(spaced.faults[0]?.says).toContain('Its content is whole, but the file isn’t written as it was');
  });
}); // prettier-ignore

/** As a file would hold it. */
function recordLike(value: JsonValue): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
