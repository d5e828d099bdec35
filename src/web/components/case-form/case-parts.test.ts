import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseJsonSchema } from '../../../app/decisions/case-schema.ts';
import { caseTasks } from '../../../domain/decisions/triage-question.ts';
import { words } from '../../../../test/support/page.ts';
import { caseParts, editedElsewhere, findPart, partsOfTask, placeOf } from './case-parts.ts';
import { isRecord } from './value-shapes.ts';

type Node = Record<string, unknown>;

/** Every path of a JSON Schema at which a value stands, lists as `[]`, free names as `*`; with its default. */
function leavesOf(node: unknown, path = ''): { path: string; fallback: unknown }[] {
  if (!isRecord(node)) return [];
  const { properties, items, additionalProperties } = node;
  if (isRecord(properties))
    return Object.entries(properties).flatMap(([key, inner]) =>
      leavesOf(inner, path === '' ? key : `${path}.${key}`),
    );
  if (isRecord(items) && (isRecord(items['properties']) || isRecord(items['anyOf'])))
    return leavesOf(items, `${path}[]`);
  if (isRecord(additionalProperties) && isRecord(additionalProperties['properties']))
    return leavesOf(additionalProperties, `${path}.*`);
  // A value that can be written in several ways is one answer.
  return [{ path, fallback: node['default'] }];
}

const schema: Node = caseJsonSchema();
const leaves = leavesOf(schema);

/** Whether a form reaches a path of the schema. */
function isEdited(path: string): boolean {
  return caseParts.some((part) => {
    if (part.kind === 'own')
      return part.edits.some((edited) =>
        edited.endsWith('.*') ? `${path}.`.startsWith(edited.slice(0, -1)) : edited === path,
      );
    const prefix = part.kind === 'list' ? `${part.path}[].` : '';
    return part.fields.some((field) => {
      const reached = `${prefix}${field.path}`;
      return path === reached || path.startsWith(`${reached}.`) || path.startsWith(`${reached}[`);
    });
  });
}

describe('every place of the document can be edited in the browser', () => {
  test('the walk sees the whole schema', () => {
    expect(leaves.length).toBeGreaterThan(180);
    expect(leaves.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'need.outcomes[].measure',
        'costs.lines[].vat.rule',
        'publicInterestTest.*.because',
      ]),
    );
  });

  test('no path is without a page, but for those that stand elsewhere with a reason', () => {
    const missing = leaves.map(({ path }) => path).filter((path) => !isEdited(path));
    const elsewhere = Object.keys(editedElsewhere);
    const isExcused = (path: string): boolean =>
      elsewhere.some((one) => path === one || path.startsWith(`${one}[].`));
    expect(missing.filter((path) => !isExcused(path))).toEqual([]);
    expect(
      elsewhere.filter((one) => !missing.some((path) => path === one || path.startsWith(`${one}[].`))),
    ).toEqual([]);
  });

  test('a planted path is found', () => {
    expect(['need.colour', 'costs.lines[].smell', 'triage'].filter((path) => !isEdited(path))).toEqual([
      'need.colour',
      'costs.lines[].smell',
    ]);
  });

  test('no field leads to a place that the schema doesn’t have', () => {
    const known = leaves.map(({ path }) => path);
    const strays = caseParts.flatMap((part) => {
      if (part.kind === 'own') return [];
      const prefix = part.kind === 'list' ? `${part.path}[].` : '';
      return part.fields
        .map((field) => `${prefix}${field.path}`)
        .filter(
          (path) =>
            !known.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`)),
        );
    });
    expect(strays).toEqual([]);
  });

  test('a new item begins with the defaults of the schema', () => {
    const begun = caseParts.flatMap((part) =>
      part.kind === 'list'
        ? part.fields.flatMap((field) =>
            field.fallback === undefined
              ? []
              : [{ path: `${part.path}[].${field.path}`, fallback: field.fallback }],
          )
        : [],
    );
    expect(begun.length).toBeGreaterThan(10);
    for (const { path, fallback } of begun.filter((one) => !one.path.includes('.vat.')))
      expect({ path, fallback }).toEqual({
        path,
        fallback: leaves.find((leaf) => leaf.path === path)?.fallback,
      });
  });
});

describe('words and pages', () => {
  test('every page has its words, and every field its label; no word is left over', () => {
    expect(Object.keys(words.caseParts).toSorted()).toEqual(caseParts.map(({ id }) => id).toSorted());
    const fields = caseParts.flatMap((part) =>
      part.kind === 'own'
        ? []
        : [...(part.kind === 'list' ? (part.first ?? []) : []), ...part.fields].map(
            ({ path }) => `${part.id} ${path}`,
          ),
    );
    const labels = Object.entries(words.caseFields).flatMap(([part, own]) =>
      Object.keys(own).map((path) => `${part} ${path}`),
    );
    expect(labels.toSorted()).toEqual(fields.toSorted());
  });

  test('every answer that can be chosen has words', () => {
    const sets = caseParts.flatMap((part) =>
      part.kind === 'own' ? [] : part.fields.flatMap((field) => (field.kind === 'choice' ? [field] : [])),
    );
    expect(sets.length).toBeGreaterThan(20);
    for (const { set, of } of sets)
      expect([set, Object.keys(words.caseChoices[set] ?? {}).toSorted()]).toEqual([set, [...of].toSorted()]);
  });

  test('every page belongs to one task', () => {
    expect(caseTasks.flatMap((task) => partsOfTask[task]).toSorted()).toEqual(
      caseParts.map(({ id }) => id).toSorted(),
    );
  });
});

test('a place that a problem names leads to its page, item and field', () => {
  expect(placeOf('costs.lines[3].unitCost')).toEqual({ part: 'cost-lines', item: 3, field: 'unitCost' });
  expect(placeOf('need.neededBy')).toEqual({ part: 'need', item: null, field: 'need.neededBy' });
  expect(placeOf('need.outcomes')).toEqual({ part: 'outcomes', item: null, field: null });
  expect(placeOf('criteria[2].swing')).toMatchObject({ part: 'weights' });
  expect(placeOf('scores[7].score')).toMatchObject({ part: 'scores' });
  expect(placeOf('triage.novel')).toMatchObject({ part: 'triage' });
  expect(placeOf('nowhere.at.all')).toBeNull();
});

test('every part of the examples that a problem could name has a page', () => {
  const document: unknown = parse(
    readFileSync(new URL('../../../../examples/case-management.yaml', import.meta.url), 'utf8'),
  );
  const tops = Object.keys(isRecord(document) ? document : {}).filter(
    (key) => editedElsewhere[key] === undefined,
  );
  expect(tops.filter((key) => placeOf(key) === null)).toEqual([]);
  expect(findPart('nothing')).toBeUndefined();
});
