import { caseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { checkCase } from '../../../domain/decisions/check-case.ts';
import { checkRecord, type RecordFault } from '../../../domain/decisions/record/check-record.ts';
import { compareResults, type Difference } from '../../../domain/decisions/record/compare-results.ts';
import type { DecisionRecord } from '../../../domain/decisions/record/decision-record.ts';
import {
  changedVersions,
  methodVersions,
  type VersionChange,
} from '../../../domain/decisions/record/method-versions.ts';
import type { JsonObject } from '../../../lib/json.ts';
import type { Context } from '../../context.ts';
import { workOut } from '../work-out.ts';
import { recordResults, type RecordResults } from './record-results.ts';
import { referenceVersions } from './reference-versions.ts';

/**
 * What verifying came to. `confirmed`: whole, and the same figures come out again. `changed`: not as it was sealed. `differs`: whole,
 * but other figures come out. `not-recomputed`: whole, and methods or reference data have changed since.
 */
export const recordVerdicts = ['confirmed', 'changed', 'differs', 'not-recomputed'] as const;

/** What verifying came to. */
export type RecordVerdict = (typeof recordVerdicts)[number];

/** A record with what verifying found. */
export type VerifiedRecord = {
  record: DecisionRecord | null;
  verdict: RecordVerdict;
  faults: RecordFault[];
  erasedNames: number;
  differences: Difference[];
  /** Methods and reference data of which the results’ version isn’t today’s. */
  changedMethods: VersionChange[];
  changedReference: VersionChange[];
  /** Reference data that no figure is computed from, and that has changed. */
  changedJudgements: VersionChange[];
  /** Which side’s search for compositions ran out of time, so that they weren’t set side by side; null where they were. */
  uncomparedComposition: 'recorded' | 'now' | null;
};

/**
 * Verifies a record from the text of its file: its hashes, and, where methods and reference data still have the versions that it
 * names, every figure anew.
 *
 * @throws AppError where stopped
 */
export async function verifyRecord(context: Context, text: string): Promise<VerifiedRecord> {
  const { record, faults, erasedNames } = checkRecord(text);
  const found = {
    record,
    faults,
    erasedNames,
    differences: [],
    changedMethods: [],
    changedReference: [],
    changedJudgements: [],
    uncomparedComposition: null,
  };
  // Figures that were changed can be named where everything that they come from is as it was.
  const isPlaceable = faults.every(({ part }) => part === 'results');
  if (record === null || !isPlaceable) return { ...found, verdict: 'changed' };
  const ifEqual = faults.length === 0 ? 'confirmed' : 'changed';
  const read = caseDocument.safeParse(record.document);
  if (!read.success)
    return {
      ...found,
      verdict: faults.length === 0 ? 'not-recomputed' : 'changed',
      changedMethods: [{ id: 'format of a case', recorded: '1', now: null }],
    };
  const now = referenceVersions(read.data, context.reference);
  const changesOf = (use: 'results' | 'judgements'): VersionChange[] =>
    changedVersions(
      record.reference.filter(({ restsOn }) => restsOn === use),
      now.filter(({ restsOn }) => restsOn === use),
    );
  const versions = {
    changedMethods: changedVersions(record.methods, methodVersions()),
    changedReference: changesOf('results'),
    changedJudgements: changesOf('judgements'),
  };
  if (versions.changedMethods.length + versions.changedReference.length > 0)
    return { ...found, ...versions, verdict: faults.length === 0 ? 'not-recomputed' : 'changed' };
  const models = new Set(context.reference.deliveryModels.map(({ id }) => id));
  const problems = checkCase(read.data, models).map((each) => ({ ...each, line: null }));
  const run = await workOut(context, read.data, problems);
  const {
    uncomparedComposition,
    recorded,
    now: results,
  } = comparableResults(record.results, recordResults(run), run.composition?.kind === 'out-of-time');
  const differences = compareResults(recorded, results);
  return {
    ...found,
    ...versions,
    differences,
    uncomparedComposition,
    verdict: differences.length === 0 || faults.length > 0 ? ifEqual : 'differs',
  };
}

/**
 * Two results without the compositions where the search for them ran out of time on one side: a slower machine finds others, or
 * none, and that says nothing about the record.
 *
 * @param isOutOfTime whether the search ran out of time now
 */
export function comparableResults(
  recorded: JsonObject,
  now: RecordResults,
  isOutOfTime: boolean,
): {
  recorded: JsonObject;
  now: RecordResults;
  uncomparedComposition: VerifiedRecord['uncomparedComposition'];
} {
  const held = recorded['composition'] ?? null;
  if (held !== null && isOutOfTime)
    return { recorded: { ...recorded, composition: null }, now, uncomparedComposition: 'now' };
  if (held === null && (now.composition !== null || isOutOfTime))
    return { recorded, now: { ...now, composition: null }, uncomparedComposition: 'recorded' };
  return { recorded, now, uncomparedComposition: null };
}
