import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testContext } from '../../../../test/support/context.ts';
import { caseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { checkRecord } from '../../../domain/decisions/record/check-record.ts';
import { compareResults } from '../../../domain/decisions/record/compare-results.ts';
import type { DecisionRecord } from '../../../domain/decisions/record/decision-record.ts';
import { methodVersions, recordedMethods } from '../../../domain/decisions/record/method-versions.ts';
import { recordText, sealRecord } from '../../../domain/decisions/record/seal-record.ts';
import type { CompositionAnswer } from '../../../maths/composition.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { workOut } from '../work-out.ts';
import { recordResults } from './record-results.ts';
import { verdictSentences } from './verdict-text.ts';
import { verifyRecord } from './verify-record.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const text = readFileSync(join(root, 'test/golden/decisions/record.json'), 'utf8');
const remake =
  'then "npx sourcing decisions run test/golden/decisions/case.yaml --record test/golden/decisions/record.json"';

/** What to do where figures of a record that was made before come out differently. */
function advice(recorded: JsonObject, now: JsonObject): string[] {
  return compareResults(recorded, now).map(({ path }) => {
    const methods = recordedMethods.filter(({ gives }) => gives.some((part) => path.startsWith(part)));
    return `${path} changed: give ${methods.map(({ id }) => id).join(' or ')} a new version in method-versions.ts, ${remake}`;
  });
}

describe('a record that an earlier build made', () => {
  const { record, faults } = checkRecord(text);
  const context = testContext();
  let now: JsonObject;
  let kept: DecisionRecord;

  beforeAll(async () => {
    if (record === null) throw new Error(`The record can’t be read: ${faults[0]?.says ?? ''}`);
    kept = record;
    now = recordResults(await workOut(context, caseDocument.parse(record.document), []));
  });

  it('is whole', () => {
    expect(faults).toEqual([]);
  });

  it('names every method in its present version', () => {
    expect(kept.methods, `Other versions: ${remake}`).toEqual(methodVersions());
  });

  it('has the figures that come out now, so that none changes without a new version of its method', () => {
    const { appraisal: _, ...recorded } = kept.results;
    // Made from the document alone, without its problems; the whole is set side by side below.
    expect(advice(recorded, now)).toEqual([]);
  });

  it('would tell a figure that comes out differently, and the methods it can come from', () => {
    const [first] = advice({ composition: { best: [{ value: 1 }] } }, { composition: { best: [{ value: 2 }] } });
    expect(first).toContain('composition.best[0].value changed: give composition a new version');
    expect(advice({ money: { draws: 1 } }, now)[0]).toContain('simulation or case-costs');
  });

  it('is confirmed, figure by figure, where reference data are as they were', async () => {
    const verified = await verifyRecord(context, text);
    expect(verified.differences).toEqual([]);
    expect(verified.verdict, JSON.stringify(verified.changedReference)).toBe('confirmed');
  });

  it('with another figure isn’t, and the figure is named; also where the hash was made anew', async () => {
    const wrong = structuredClone(kept);
    const { money } = wrong.results;
    if (typeof money === 'object' && money !== null && !Array.isArray(money)) money['draws'] = 1;
    const changed = await verifyRecord(context, recordText(wrong));
    expect(changed).toMatchObject({ verdict: 'changed', differences: [{ path: 'money.draws', recorded: 1 }] });
    const forged = await verifyRecord(context, recordText(sealRecord(wrong, wrong.names)));
    expect(forged).toMatchObject({ verdict: 'differs', faults: [], differences: [{ path: 'money.draws' }] });
  });

  it('is confirmed where compositions aren’t found in time now, says so, and isn’t where others are found', async () => {
    expect(kept.results['composition']).not.toBeNull();
    const solvedBy = async (answer: CompositionAnswer): ReturnType<typeof verifyRecord> =>
      verifyRecord({ ...context, solver: { ...context.solver, composition: async () => Promise.resolve(answer) } }, text);
    const late = await solvedBy({ kind: 'out-of-time', best: [], bound: null });
    expect(late).toMatchObject({ verdict: 'confirmed', differences: [], isComposedInTime: false });
    expect(verdictSentences({ ...late, chain: [], otherHash: null })).toContain(
      'The best compositions weren’t found in time, so they aren’t set side by side.',
    );
    const other = await solvedBy({ kind: 'infeasible', withoutOption: [], shortfalls: [] });
    expect(other).toMatchObject({ verdict: 'differs', isComposedInTime: true });
  });

  it('with another version of a method or of reference data isn’t worked out, and what changed is named', async () => {
    const older = {
      ...kept,
      methods: kept.methods.map((one) => (one.id === 'simulation' ? { ...one, version: '0' } : one)),
      reference: kept.reference.map((one) => ({ ...one, version: one.id === 'deflators' || one.id === 'triage' ? 'old' : one.version })),
    };
    const verified = await verifyRecord(context, recordText(sealRecord(older, kept.names)));
    expect(verified.verdict).toBe('not-recomputed');
    expect(verified.changedMethods).toEqual([{ id: 'simulation', recorded: '0', now: '1' }]);
    expect(verified.changedReference.map(({ id }) => id)).toEqual(['deflators']);
    expect(verified.changedJudgements.map(({ id }) => id)).toEqual(['triage']);
  });
}); // prettier-ignore
