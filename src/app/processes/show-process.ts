import { z } from 'zod';
import { listContractsOfProcess } from '../../db/queries/contracts.ts';
import { getProcessFacts } from '../../db/queries/processes.ts';
import { listReleases, type StoredRelease } from '../../db/queries/releases.ts';
import { getSegment } from '../../db/queries/segments.ts';
import { AppError } from '../../lib/errors.ts';
import { isObject, type JsonObject } from '../../lib/json.ts';
import { londonDayOf } from '../../lib/days.ts';
import { mergeReleases, versionReleases } from '../../ocds/merge.ts';
import { ukRules } from '../../ocds/standard.ts';
import { presentContract } from '../contracts/present-contract.ts';
import { reviewProcess } from '../indicators/review-process.ts';
import { mergeable } from '../notices/merge-tolerantly.ts';
import { presentTimeline } from '../notices/present-timeline.ts';
import { operation } from '../operation.ts';
import { presentSegment } from '../segments/present-segment.ts';
import { amountDoubts } from './amount-doubts.ts';
import { findPublishedAlso } from './published-also.ts';
import { processText } from './process-text.ts';
import { processDetail } from './views.ts';

/** One contracting process with its compiled and versioned record and every release held. */
export const showProcess = operation({
  id: 'processes.show',
  summary: 'Show one process: compiled and versioned record, and each release as held.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'ocid',
  input: z.strictObject({ ocid: z.string().min(1).max(200).describe('Open contracting id of the process.') }),
  output: processDetail,
  present: processText,
  run: async (context, { ocid }) => {
    const register = await context.register();
    const facts = await getProcessFacts(register.read, ocid);
    if (facts === null)
      throw new AppError('not-found', `No process has the ocid ${ocid}. Check it against the notice.`);
    const [segment, stored, contracts, also] = await Promise.all([
      getSegment(register.read, ocid),
      listReleases(register.read, [ocid]),
      listContractsOfProcess(register, ocid, londonDayOf(context.clock.now())),
      findPublishedAlso(register, ocid),
    ]);
    const releases = stored.map((each) => ({ ...each, release: parseRelease(each) }));
    const records = mergeRecords(releases.map(({ release }) => release));
    return {
      ocid,
      title: facts.title,
      publisher: facts.publisher,
      regime: facts.regime,
      stage: facts.stage,
      classification: presentSegment(segment),
      publishedAlso: also,
      timeline: presentTimeline(facts, context.reference, null),
      contracts: contracts.map((row) => presentContract(row)),
      review: await reviewProcess(register, facts, records.compiled),
      ...records,
      warnings: [...repairsOf(stored), ...records.warnings, ...facts.quality, ...amountDoubts(facts)],
      releases: releases.map(({ text: _text, ocid: _ocid, repairs: _repairs, ...each }) => each),
    };
  },
});

/** What was mended when the releases were read: what is held is the mended text. */
function repairsOf(stored: readonly StoredRelease[]): string[] {
  return stored.flatMap(({ releaseId, repairs }) =>
    repairs === null ? [] : [`Release ${releaseId} was mended when it was read: ${repairs}.`],
  );
}

function parseRelease(stored: StoredRelease): JsonObject {
  const value: unknown = JSON.parse(stored.text);
  if (!isObject(value)) throw new Error(`Release ${stored.releaseId} of ${stored.ocid} is not an object.`);
  return value;
}

/** Both records by the standard's rules; `warnings` says what had to be done to releases that don't merge as they are. */
function mergeRecords(releases: readonly JsonObject[]): {
  compiled: JsonObject;
  versioned: JsonObject;
  warnings: string[];
} {
  const fitting = mergeable(releases);
  const { compiled, warnings } = mergeReleases(fitting.releases, ukRules());
  const { versioned } = versionReleases(fitting.releases, ukRules());
  return { compiled, versioned, warnings };
}
