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
import { isObject, type JsonObject, type JsonValue } from '../../../lib/json.ts';
import type { Context } from '../../context.ts';
import { workOut } from '../work-out.ts';
import { recordResults } from './record-results.ts';
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
  /** False where the best compositions weren’t found in time now, so that they couldn’t be compared. */
  isComposedInTime: boolean;
  differences: Difference[];
  /** Methods and reference data of which the results’ version isn’t today’s. */
  changedMethods: VersionChange[];
  changedReference: VersionChange[];
  /** Reference data that no figure is computed from, and that has changed. */
  changedJudgements: VersionChange[];
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
    isComposedInTime: true,
    differences: [],
    changedMethods: [],
    changedReference: [],
    changedJudgements: [],
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
  const isInTime = run.composition?.kind !== 'out-of-time';
  const [recorded, again] = comparable(record.results, { ...recordResults(run) }, isInTime);
  const differences = compareResults(recorded, again);
  return {
    ...found,
    ...versions,
    differences,
    isComposedInTime: isInTime,
    verdict: differences.length === 0 || faults.length > 0 ? ifEqual : 'differs',
  };
}

/** Compositions that ran out of time on one side, then or now, aren’t set against others. */
function comparable(
  recorded: JsonValue,
  now: JsonObject,
  isInTime: boolean,
): [recorded: JsonValue, now: JsonValue] {
  if (!isObject(recorded)) return [recorded, now];
  const isCompared = isInTime && recorded['composition'] !== null;
  return isCompared
    ? [recorded, now]
    : [
        { ...recorded, composition: null },
        { ...now, composition: null },
      ];
}
