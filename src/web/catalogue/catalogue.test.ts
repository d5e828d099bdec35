import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { amountBases, amountFlags, amountKinds } from '../../domain/contracts/amount.ts';
import { contractStages, routes } from '../../domain/contracts/contract-facts.ts';
import { facetNames } from '../../domain/contracts/contract-filter.ts';
import { lifecycles } from '../../domain/contracts/lifecycle.ts';
import { valueBands } from '../../domain/contracts/value-band.ts';
import { legalRegimes, publishers } from '../../domain/notices/process-facts.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { catalogues } from './catalogue.ts';

const { en } = catalogues;
const webFolder = join(import.meta.dirname, '..');

describe('every value that the register stores has words', () => {
  const values = {
    status: lifecycles,
    stage: contractStages,
    regime: legalRegimes,
    route: routes,
    buyerType: buyerTypes,
    valueBand: valueBands,
    publisher: publishers,
    amountKind: amountKinds,
    amountBasis: amountBases,
    amountFlag: amountFlags,
    facet: facetNames,
    segment: segmentIds,
  } as const;
  for (const [name, expected] of Object.entries(values)) {
    test(name, () => {
      const group = Object.entries(en.labels).find(([key]) => key === name)?.[1] ?? {};
      expect(Object.keys(group).toSorted()).toEqual([...expected].toSorted());
      expect(Object.values(group).filter((text) => text.trim() === '')).toEqual([]);
    });
  }

  test('CPV divisions', () => {
    expect(Object.keys(en.labels.cpvDivision)).toHaveLength(45);
  });
});

/** Keys of the catalogue, as templates write them: `layout.home`. */
function keysOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}

async function readTemplates(): Promise<{ name: string; text: string }[]> {
  const found = [];
  for await (const name of glob('**/*.njk', { cwd: webFolder })) {
    found.push({ name, text: readFileSync(join(webFolder, name), 'utf8') });
  }
  return found;
}

async function readCode(): Promise<string[]> {
  const found = [];
  for await (const name of glob('**/*.ts', { cwd: webFolder, exclude: ['catalogue/**', '**/*.test.ts'] })) {
    found.push(readFileSync(join(webFolder, name), 'utf8'));
  }
  return found;
}

/** References to the catalogue in a template, with the short names that it sets (`{% set c = t.contract %}`). */
function referencesIn(text: string): string[] {
  const short = [...text.matchAll(/\{% set (\w+) = t\.([\w.]+) %\}/gu)];
  let full = text;
  for (const [, name, path] of short)
    full = full.replaceAll(new RegExp(`(?<![\\w.])${name}\\.`, 'gu'), `t.${path}.`);
  return [...full.matchAll(/(?<![\w.])t\.([\w.]+)/gu)].map(([, path]) => path ?? '');
}

describe('templates and catalogue', () => {
  const keys = keysOf(en, '');
  const isKey = (path: string): boolean => keys.some((key) => key === path || key.startsWith(`${path}.`));

  test('every word that a template asks for is in the catalogue', async () => {
    const templates = await readTemplates();
    expect(templates.length).toBeGreaterThan(15);
    const missing = templates.flatMap(({ name, text }) =>
      referencesIn(text)
        .filter((path) => !isKey(path))
        .map((path) => `${name}: t.${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('a planted reference to nothing is found', () => {
    expect(referencesIn('{% set c = t.contract %}{{ c.nothing }}').filter((path) => !isKey(path))).toEqual([
      'contract.nothing',
    ]);
  });

  test('every word of the catalogue is used somewhere', async () => {
    const sources = [...(await readTemplates()).map(({ text }) => text), ...(await readCode())].join('\n');
    // Labels are looked up by the value that they name, the rest by its own name.
    const byValue =
      /^(?:format|labels|market\.(?:segmentNames|filters|counted|gaps|sizes|bidGroups|vendorWays|renewals\.basis|exposure\.ways)|playbooks\.(?:sections|by|sources\.read)|signing\.outcomes|decisionRecord\.(?:uses|referenceNames)|spend\.leftOut|caseStart\.assumed|pipeline\.(?:sources|reasons|stages|confidences|noValue|gaps)|purchases\.(?:categories|stageHints)|review\.basis|contract\.contents|list\.(?:sort|formats)|organisations\.sort|record\.files|cases\.(?:paths|taskStatus)|caseForm\.(?:faults|problemKind)|caseOwn\.(?:duty|approvalLists|families|scoreStatus)|caseParts|caseFields|caseChoices|casePack\.(?:readers|versions|formats)|routes\.(?:verdict|openness|status|kind|nations|classifications|find\.(?:faults|confidence|duty)|doors\.state|show\.confidence)|strategies\.sections|playbookEditing\.(?:parts|form\.holders|diff\.kinds)|timetable\.(?:realistic|shortest|paceNote))\./u;
    const unused = keys.filter((key) => {
      const name = key.split('.').at(-1) ?? '';
      return !byValue.test(key) && !new RegExp(`\\b${name}\\b`, 'u').test(sources);
    });
    expect(unused).toEqual([]);
  });

  test('no text for readers stands in a template itself', async () => {
    const strays = (await readTemplates()).flatMap(({ name, text }) =>
      straysIn(text).map((words) => `${name}: ${words}`),
    );
    expect(strays).toEqual([]);
  });

  test('a planted text is found', () => {
    expect(straysIn('<p>Some words {{ here }}</p>')).toEqual(['Some words']);
  });
});

/** Words that stand between tags without coming from the catalogue. */
function straysIn(text: string): string[] {
  return text
    .replaceAll(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/gu, ' \n')
    .replaceAll(/<[^>]*>/gu, '\n')
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => /[A-Za-z]{2,}/u.test(part));
}
