import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { testContext } from '../../../test/support/context.ts';
import { amountsIn } from '../../domain/decisions/pack/withheld-words.ts';
import { isOf } from '../../domain/decisions/case-years.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { caseJsonSchema } from './case-schema.ts';
import { readCase } from './read-case.ts';
import { workOut } from './work-out.ts';

const schemaParts = z.looseObject({
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
});

const folder = join(import.meta.dirname, '..', '..', '..', 'examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const context = testContext();
const models = new Set(context.reference.deliveryModels.map(({ id }) => id));
const read = (file: string): ReturnType<typeof readCase> =>
  readCase(readFileSync(join(folder, file), 'utf8'), models);

/** Phases that no option of a service’s life is without, business as usual apart. */
const lived = ['procurement', 'client-team', 'contract-management', 'exit'] as const;

function documentOf(file: string): CaseDocument {
  const { document } = read(file);
  if (document === null) throw new Error(`${file} can’t be read as a case.`);
  return document;
}

describe('the worked examples', () => {
  it('are three, and each stands in the list', () => {
    const list = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(files.filter((name) => !list.includes(`](${name})`))).toEqual([]);
    expect(files).toHaveLength(3);
  });

  it.each(files)('%s has no error, no warning and nothing missing', (file) => {
    expect(read(file).problems).toEqual([]);
  });

  it.each(files)(
    '%s fits the published schema, which editors check by, and a misspelt key doesn’t',
    (file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../docs/case.schema.json');
      const ajv = new Ajv2020({ allowUnionTypes: true });
      addFormats.default(ajv, ['date-time']);
      const fits = ajv.compile(caseJsonSchema());
      const written: unknown = parse(text);
      expect([fits(written), fits.errors]).toEqual([true, null]);
      expect(fits({ ...Object(written), optoins: [] })).toBe(false);
    },
  );

  it('every place of the published schema is described', () => {
    const bare: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, items, anyOf } = schemaParts.parse(schema);
      for (const [name, part] of Object.entries(properties)) {
        if (typeof part === 'object' && part !== null && !('description' in part))
          bare.push(`${path}.${name}`);
        walk(part, `${path}.${name}`);
      }
      for (const part of [items, ...anyOf]) walk(part, path);
    };
    walk(caseJsonSchema(), '');
    expect(bare).toEqual([]);
  });

  it.each(files)('%s names source and owner of every figure', (file) => {
    const { costs, benefits, budgets } = documentOf(file);
    const owned = [...costs.lines, ...costs.risks].map(({ id, source, owner }) => ({ id, source, owner }));
    const realised = benefits.map(({ id, source, realisedBy }) => ({ id, source, owner: realisedBy }));
    const bare = [...owned, ...realised].filter(
      ({ source, owner }) => source === undefined || owner === undefined,
    );
    expect(bare).toEqual([]);
    expect(budgets.filter(({ source }) => source === undefined)).toEqual([]);
  });

  it.each(files)('%s forgets no phase that every option has', (file) => {
    const { options, costs } = documentOf(file);
    const forgotten = options
      .filter(({ role, shortlisted }) => role !== 'business-as-usual' && shortlisted)
      .flatMap(({ id }) => {
        const own = new Set(costs.lines.filter((line) => isOf(line.options, id)).map(({ phase }) => phase));
        return lived.filter((phase) => !own.has(phase)).map((phase) => `${id}: ${phase}`);
      });
    expect(forgotten).toEqual([]);
  });

  it.each(files)(
    '%s has a disclosure basis for every price, and a reason for all that is withheld',
    (file) => {
      const { costs, release } = documentOf(file);
      expect(costs.lines.filter(({ disclosure }) => disclosure === undefined)).toEqual([]);
      const withheld = release.filter(({ category }) => category === 'exempt');
      expect(
        withheld.filter(({ because, exemption }) => because === undefined || exemption === undefined),
      ).toEqual([]);
    },
  );

  it.each(files)(
    '%s says of what is recommended whether work moves, and whether anybody is bought by the day',
    (file) => {
      const { tests, recommendation } = documentOf(file);
      const tested = tests.filter(({ option }) => option === recommendation?.option).map(({ test }) => test);
      expect(tested).toEqual(
        expect.arrayContaining(['staff-transfer', 'off-payroll', 'affordable', 'lawful']),
      );
    },
  );

  it.each(files)(
    '%s says of money what its own figures come to',
    async (file) => {
      const document = documentOf(file);
      const { money, problems } = await workOut(context, document, []);
      expect(problems).toEqual([]);
      const own = money?.options.find(({ option }) => option === document.recommendation?.option);
      if (own === undefined) throw new Error('Nothing is recommended.');
      const gaps = (['p50', 'total', 'p80'] as const).map((level) =>
        own.financial.map((year) => year[level] - (year.budget ?? 0)),
      );
      const over = gaps.map((level) => level.filter((gap) => gap > 0).reduce((sum, gap) => sum + gap, 0));
      const figures = [...gaps.flat(), ...over, document.appraisal.contingencyHeld ?? 0, 950_000].map(
        Math.abs,
      );
      const evidence = document.tests.find(
        (one) => one.option === own.option && one.test === 'affordable',
      )?.evidence;
      const said = amountsIn(evidence ?? '');
      expect(
        said.filter((pounds) => !figures.some((one) => Math.abs(one - pounds) <= 0.006 * pounds)),
      ).toEqual([]);
      expect(said.length).toBeGreaterThan(0);
      // Held: as much as the worst year could want, at P80 and by expected cash.
      expect(document.appraisal.contingencyHeld).toBeGreaterThanOrEqual(Math.max(...over));
      expect(over[0]).toBe(0);
    },
    120_000,
  );

  it('show a thin market as a condition, and no option that fails for it', () => {
    const tests = documentOf('cloud-commitment.yaml').tests.filter(
      ({ test }) => test === 'credible-suppliers',
    );
    expect(new Set(tests.map(({ result }) => result))).toEqual(new Set(['condition']));
  });
});
