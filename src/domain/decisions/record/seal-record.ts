import { canonicalJson } from '../../../lib/canonical-json.ts';
import { sha256Hex } from '../../../lib/hash.ts';
import { interchangeJson } from '../../../lib/interchange-json.ts';
import { recordContent, type DecisionRecord, type RecordContent } from './decision-record.ts';
import type { OpenName } from './seal-names.ts';

/** The parts of a record’s content, in the order in which they are told. */
export const recordParts = recordContent.keyof().options;

/**
 * Hashes the content of a record, part by part and as a whole.
 *
 * @param names the names that its digests stand for
 * @example sealRecord(content, {}).hash.length // 64
 */
export function sealRecord(
  content: RecordContent,
  names: Readonly<Record<string, OpenName>>,
): DecisionRecord {
  const digests = digestsOf(content);
  return { ...content, digests, hash: hashOf(content, digests), names: { ...names } };
}

/**
 * The hash of each part of a record’s content.
 *
 * @example digestsOf(content).document?.length // 64
 */
export function digestsOf(content: RecordContent): Record<string, string> {
  return Object.fromEntries(
    recordParts.map((part) => [part, sha256Hex(canonicalJson(interchangeJson(content[part])))]),
  );
}

/**
 * The hash of a record.
 *
 * @example hashOf(content, digestsOf(content)).length // 64
 */
export function hashOf(content: RecordContent, digests: Readonly<Record<string, string>>): string {
  const whole = Object.fromEntries(recordParts.map((part) => [part, content[part]]));
  return sha256Hex(canonicalJson(interchangeJson({ ...whole, digests })));
}

/**
 * A record as its file holds it: keys in canonical order, two spaces, one line feed at the end. The same record gives the
 * same bytes.
 *
 * @example recordText(record).startsWith('{\n  "body"') // true
 */
export function recordText(record: DecisionRecord): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(interchangeJson(record))), null, 2)}\n`;
}
