import { randomBytes } from 'node:crypto';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import {
  recordFormat,
  type DecisionRecord,
  type RecordContent,
} from '../../../domain/decisions/record/decision-record.ts';
import { documentHash } from '../../../domain/decisions/record/document-hash.ts';
import { methodVersions } from '../../../domain/decisions/record/method-versions.ts';
import { sealNames, type OpenName } from '../../../domain/decisions/record/seal-names.ts';
import { sealRecord } from '../../../domain/decisions/record/seal-record.ts';
import { interchangeJson } from '../../../lib/interchange-json.ts';
import { isObject, type JsonValue } from '../../../lib/json.ts';
import type { Context } from '../../context.ts';
import type { CaseRun } from '../case-run.ts';
import { recordResults } from './record-results.ts';
import { referenceVersions } from './reference-versions.ts';

/** What a record says beside the case and its run. */
export type RecordFacts = Pick<
  RecordContent,
  'number' | 'previous' | 'outcome' | 'waitsFor' | 'revision' | 'signatures'
> & {
  /** Name of the body whose case it is. */
  bodyName: string;
  /** Names behind the signatures, by their digests. */
  names: Readonly<Record<string, OpenName>>;
};

/** What an unsigned record says of a case: nobody has decided, and the body is the one that the case names. */
export function unsignedRecord({ buyer }: CaseDocument): RecordFacts {
  return {
    bodyName: buyer.name,
    number: null,
    previous: null,
    outcome: 'unsigned',
    waitsFor: [],
    revision: null,
    signatures: [],
    names: {},
  };
}

/** A run that has a case. */
export type RunOfCase = CaseRun & { document: CaseDocument };

/**
 * The record of a case that was worked out.
 *
 * @throws TypeError where the case holds what no JSON can, such as half of a surrogate pair
 */
export function makeRecord(
  context: Pick<Context, 'actor' | 'clock' | 'reference'>,
  run: RunOfCase,
  { bodyName, names, ...facts }: RecordFacts,
): DecisionRecord {
  const { document, problems, money } = run;
  const sealed = sealNames(document, () => newSalt());
  const plainDocument = interchangeJson(sealed.document);
  return sealRecord(
    {
      format: recordFormat,
      case: document.id,
      title: document.title,
      body: { id: context.actor.bodyId, name: bodyName },
      ...facts,
      stage: document.stage,
      marking: document.marking,
      madeAt: context.clock.now().toISOString(),
      document: isObject(plainDocument) ? plainDocument : {},
      documentHash: documentHash(document),
      seed: document.appraisal.seed,
      draws: money?.draws ?? 0,
      methods: methodVersions(),
      reference: referenceVersions(document, context.reference),
      figures: registerFigures(plainDocument),
      problems: problems.map(({ kind, path, message }) => ({ kind, path, message })),
      results: recordResults(run),
    },
    { ...names, ...sealed.names },
  );
}

/** Chance that keeps the digest of a name from being guessed: 32 hexadecimal digits. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** Figures of the register that the case uses, with query and instant, as its evidence names them. */
function registerFigures(document: JsonValue): JsonValue[] {
  const evidence = isObject(document) ? document['evidence'] : undefined;
  return Array.isArray(evidence) ? evidence : [];
}
