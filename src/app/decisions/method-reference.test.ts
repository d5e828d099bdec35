import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { criterionGroups } from '../../domain/decisions/case-parts/appraisal.ts';
import { toCriterion } from '../../domain/decisions/library-criterion.ts';
import { triageAnswers } from '../../domain/decisions/triage-answers.ts';
import { exclusionPrefix, triageFactsOf } from '../../domain/decisions/triage-case.ts';
import { caseWith } from '../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../test/support/context.ts';
import { readReference } from '../reference.ts';
import { listCriteria } from './list-criteria.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'reference');
const copy = join(mkdtempSync(join(tmpdir(), 'decisions-')), 'reference');
afterAll(() => {
  rmSync(join(copy, '..'), { recursive: true });
});
const { decisions } = readReference(folder);

describe('what the steps of a decision go by', () => {
  it('has at least four criteria in each of the five groups, each once', () => {
    for (const group of criterionGroups)
      expect(decisions.criteria.filter((one) => one.group === group).length, group).toBeGreaterThanOrEqual(4);
    const ids = decisions.criteria.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a pack for options with artificial intelligence, and the law of the supplier for any', async () => {
    const of = async (input: { pack?: 'ai' }): Promise<string[]> =>
      (await listCriteria.run(testContext(), input)).items.map(({ id }) => id);
    expect(await of({ pack: 'ai' })).toEqual([
      'ai-openness',
      'ai-model-change',
      'ai-data-rights',
      'ai-evaluation',
    ]);
    expect(await of({})).toEqual(expect.arrayContaining(['jurisdiction', 'ai-evaluation', 'resilience']));
  });

  it('has criteria that can stand in a case', () => {
    const [first] = decisions.criteria;
    expect(first === undefined ? null : toCriterion(first).anchors?.best).toBe(
      'Every outcome is met as the need states it.',
    );
  });

  it('tells exclusions from questions of the Public Interest Test by how their ids begin', () => {
    const { exclusions, parts } = decisions.interestTest;
    expect(exclusions.every(({ id }) => id.startsWith(exclusionPrefix))).toBe(true);
    const questions = parts.flatMap((part) => part.questions.map(({ id }) => id));
    expect(questions.some((id) => id.startsWith(exclusionPrefix))).toBe(false);
    const answered = Object.fromEntries(
      [...questions, 'excluded-overseas'].map((id) => [id, { answer: 'yes' }]),
    );
    expect(triageFactsOf(caseWith({ publicInterestTest: answered })).exclusions).toEqual([
      'excluded-overseas',
    ]);
  });

  it('asks in the triage for what answers can be', () => {
    for (const { id, kind, choices } of decisions.triage.questions) {
      const schema = triageAnswers.shape[id].unwrap();
      expect([id, choices?.map((one) => one.id) ?? null]).toEqual([
        id,
        schema instanceof z.ZodEnum ? schema.options : null,
      ]);
      expect(kind === 'yes-no', id).toBe(schema instanceof z.ZodBoolean);
    }
  });

  it('gives no question and no exclusion of the Public Interest Test the same name', () => {
    const { parts, exclusions } = decisions.interestTest;
    const ids = [...parts.flatMap(({ questions }) => questions), ...exclusions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['triage.yaml', 'kind: yes-no', 'kind: perhaps', 'questions'],
    ['public-interest-test.yaml', 'above: 1000000', 'above: much', 'rules.0.above'],
    ['approvals.yaml', 'vat: without', 'vat: some', 'trigger.vat'],
    ['criteria.yaml', 'notTwice:', 'nottwice:', '0.notTwice'],
    ['discount-rates.yaml', 'fromYear: 0', 'fromYear: 1', '0.rates'],
    ['reuse.yaml', 'kind: platform', 'kind: thing', '0.kind'],
    ['review-triggers.yaml', 'id: over-budget', 'id: over-buget', '1.id'],
  ])('%s is refused with file and path where “%s” becomes “%s”', (name, from, to, path) => {
    cpSync(folder, copy, { recursive: true });
    const text = readFileSync(join(copy, name), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(copy, name), text.replace(from, to));
    expect(() => readReference(copy)).toThrow(new RegExp(`${name} is wrong at .*${path}`, 'u'));
  });
});
