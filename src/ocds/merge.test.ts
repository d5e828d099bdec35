import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { mergeReleases, sortReleases, versionReleases } from './merge.ts';
import { mergeRulesOf } from './merge-rules.ts';
import { ocds10Rules, ocds11Rules, ukRules } from './standard.ts';

const scalar = fc.oneof(fc.integer(), fc.string({ maxLength: 3 }), fc.boolean(), fc.constant(null));
const item = fc.record(
  { id: fc.constantFrom('a', 'b', 1), title: scalar, extra: scalar },
  { requiredKeys: ['id'] },
);
const members = fc.record(
  {
    language: scalar,
    tender: fc.record(
      {
        title: scalar,
        items: fc.array(item, { maxLength: 3 }),
        submissionMethod: fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    awards: fc.array(item, { maxLength: 3 }),
    parties: fc.array(
      fc.record({ id: fc.constantFrom('p', 'q'), additionalIdentifiers: fc.array(item, { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
/** Releases of one process on different days. */
const releases = fc
  .array(members, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((each, day) => asRelease(each, day)));

function asRelease(each: object, day: number): JsonObject {
  const copy: JsonObject = JSON.parse(JSON.stringify(each));
  return { ocid: 'ocds-1', id: String(day), date: `2026-01-0${day + 1}T00:00:00Z`, tag: ['tender'], ...copy };
}

describe('merging the releases of a process', () => {
  it('gives the same whatever order they arrive in', () => {
    fc.assert(
      fc.property(releases, fc.integer(), (given, turn) => {
        const shuffled = given
          .map((_, index) => given[(index + Math.abs(turn)) % given.length] ?? {})
          .toReversed();
        expect(mergeReleases(shuffled, ocds11Rules())).toEqual(mergeReleases(given, ocds11Rules()));
        expect(versionReleases(shuffled, ocds11Rules())).toEqual(versionReleases(given, ocds11Rules()));
        expect(sortReleases(sortReleases(shuffled))).toEqual(given);
      }),
    );
  });

  it('never changes its input, not even where the result shares parts with it', () => {
    fc.assert(
      fc.property(releases, (given) => {
        const before = structuredClone(given);
        mergeReleases(given, ukRules());
        versionReleases(given, ukRules());
        expect(given).toEqual(before);
      }),
    );
  });

  it('leaves nothing null, and agrees with the last version of each field', () => {
    fc.assert(
      fc.property(releases, (given) => {
        const { compiled } = mergeReleases(given, ocds11Rules());
        expect(JSON.stringify(compiled['tender'] ?? {})).not.toMatch(/"(title|extra)":null/);
        const { versioned } = versionReleases(given, ocds11Rules());
        const { tag: _tag, id: _id, date: _date, ...rest } = compiled;
        expect(latest(versioned, rest)).toEqual(rest);
      }),
    );
  });

  it('twice the same release is once the release, apart from objects without id', () => {
    fc.assert(
      fc.property(members, (given) => {
        const release = asRelease(given, 0);
        expect(mergeReleases([release, release], ocds11Rules()).compiled).toEqual(
          mergeReleases([release], ocds11Rules()).compiled,
        );
      }),
    );
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    'a member called %s is a member like any other',
    (name) => {
      for (const value of [{ a: 1 }, [{ id: '1', a: 1 }], ['x'], 'x']) {
        const release = asRelease({ tender: { [name]: value } }, 0);
        expect(mergeReleases([release], ocds11Rules()).compiled['tender']).toEqual({ [name]: value });
        const { versioned } = versionReleases([release], ocds11Rules());
        expect(latest(versioned['tender'], { [name]: value })).toEqual({ [name]: value });
      }
    },
  );

  it('an object in the place of an id is merged like any other object, without end or harm to the input', () => {
    const release = asRelease({ awards: [{ id: { parts: [{ region: 'UKJ32' }] }, title: 'a' }] }, 0);
    const before = structuredClone(release);
    const later = asRelease({ awards: [{ id: { parts: [{ region: 'UKJ32' }] }, title: 'b' }] }, 1);
    const { compiled } = mergeReleases([release, later], ocds11Rules());
    // Parts without an id of their own are added, as everywhere.
    expect(compiled['awards']).toEqual([
      { id: { parts: [{ region: 'UKJ32' }, { region: 'UKJ32' }] }, title: 'b' },
    ]);
    expect(release).toEqual(before);
    expect(() => versionReleases([release, later], ocds11Rules())).not.toThrow();
  });

  it('of a single release is the short way to what merging it with an empty one gives', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const deep = fc.record(
      {
        tender: fc.dictionary(
          fc.constantFrom('id', 'title', 'items', 'x', 'y'),
          fc.oneof(json, fc.array(fc.oneof(item, fc.object({ maxDepth: 2 })), { maxLength: 15 })),
        ),
        parties: fc.array(item, { maxLength: 4 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(members, deep), (given) => {
        const release = asRelease(given, 0);
        const empty = { ocid: 'ocds-1', id: 'empty', date: '2026-01-01T00:00:00Z' };
        const short = mergeReleases([release], ocds11Rules());
        expect(JSON.parse(JSON.stringify(short))).toEqual(
          JSON.parse(JSON.stringify(mergeReleases([release, empty], ocds11Rules()))),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('a member called __proto__ does not reach the prototype', () => {
    const release: JsonObject = JSON.parse(
      '{"ocid":"o","date":"d","__proto__":{"polluted":true},"tender":{"__proto__":{"polluted":true}}}',
    );
    const { compiled } = mergeReleases([release], ocds11Rules());
    expect('polluted' in compiled).toBe(false);
    expect('polluted' in {}).toBe(false);
  });
});

/** The last value of each field of a versioned release, where the compiled one has the field. */
function latest(versioned: JsonValue | undefined, compiled: JsonValue): JsonValue | undefined {
  if (typeof compiled !== 'object' || compiled === null)
    return isHistory(versioned) ? lastOf(versioned) : versioned;
  if (isHistory(versioned)) return lastOf(versioned);
  if (Array.isArray(compiled))
    return Array.isArray(versioned)
      ? compiled.map((entry, index) => latest(versioned[index], entry) ?? null)
      : versioned;
  const fields =
    typeof versioned === 'object' && versioned !== null && !Array.isArray(versioned) ? versioned : {};
  return Object.fromEntries(
    Object.entries(compiled).map(([name, entry]) => [name, latest(fields[name], entry) ?? null]),
  );
}

function isHistory(versions: JsonValue | undefined): versions is JsonObject[] {
  return (
    Array.isArray(versions) &&
    versions.length > 0 &&
    versions.every((entry) => typeof entry === 'object' && entry !== null && 'releaseID' in entry)
  );
}

function lastOf(history: readonly JsonObject[]): JsonValue | undefined {
  return history.at(-1)?.['value'];
}

describe('merge rules', () => {
  const wholeLists = (rules = ocds11Rules(), path = ''): string[] =>
    [...rules.fields].flatMap(([name, rule]) =>
      rule.isWhole ? [`${path}${name}`] : wholeLists(rule, `${path}${name}/`),
    );

  it('of 1.1 replace what the standard marks', () => {
    expect(wholeLists()).toEqual(
      expect.arrayContaining(
        [
          'tag',
          'parties/additionalIdentifiers',
          'parties/roles',
          'tender/items/additionalClassifications',
        ].filter((path) => path !== 'tag'),
      ),
    );
    expect(ocds11Rules().fields.get('tag')?.isOmitted).toBe(true);
    expect(wholeLists()).not.toContain('awards/suppliers');
  });

  it('of 1.0 replace the suppliers of an award', () => {
    expect(wholeLists(ocds10Rules())).toContain('awards/suppliers');
  });

  it('of the United Kingdom know the fields of its extensions', () => {
    expect(ukRules().fields.get('tender')?.fields.get('lots')?.isWhole ?? false).toBe(false);
    expect(wholeLists(ukRules()).length).toBeGreaterThan(wholeLists().length);
  });

  it('end where a definition holds itself', () => {
    const schema: JsonObject = {
      properties: { root: { $ref: '#/definitions/Node' } },
      definitions: {
        Node: {
          type: 'object',
          properties: {
            id: {},
            gone: { omitWhenMerged: true },
            below: { type: 'array', items: { $ref: '#/definitions/Node' } },
          },
        },
      },
    };
    const rule = mergeRulesOf(schema).fields.get('root');
    expect(rule?.fields.get('gone')?.isOmitted).toBe(true);
    expect(rule?.fields.has('below')).toBe(false);
  });

  it('a reference that leads nowhere is a field without rules', () => {
    expect(mergeRulesOf({ properties: { a: { $ref: '#/definitions/Missing' } } }).fields.size).toBe(0);
  });
});
