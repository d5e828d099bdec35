import { isObject } from '../../../lib/json.ts';
import { decisionRecord, recordFormat, type DecisionRecord } from './decision-record.ts';
import { nameDigest, sealedNames } from './seal-names.ts';
import { digestsOf, hashOf, recordParts, recordText } from './seal-record.ts';

/** What is wrong with a record: the part, where it can be told, and a sentence. */
export type RecordFault = { part: string | null; says: string };

/** A record as it was read, what is wrong with it, and how many of its names were erased. */
export type CheckedRecord = { record: DecisionRecord | null; faults: RecordFault[]; erasedNames: number };

/**
 * Whether a record is as it was sealed: its form, the hash of the whole and of each part, the names that stand apart, and the
 * bytes of its file. Nothing is computed anew.
 *
 * @example checkRecord('{}').faults[0]?.says // 'This isn’t a decision record: it has no format.'
 */
export function checkRecord(text: string): CheckedRecord {
  const value = parseText(text);
  if (!isObject(value)) return unreadable('This isn’t a decision record: it is no JSON object.');
  if (!('format' in value)) return unreadable('This isn’t a decision record: it has no format.');
  if (value['format'] !== recordFormat)
    return unreadable(`Its format is ${JSON.stringify(value['format'])}, and this program reads ${recordFormat}.`);
  const read = decisionRecord.safeParse(value);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({
      part: path.length === 0 ? null : String(path[0]),
      says: `${path.length === 0 ? 'The record' : `“${path.join('.')}”`} isn’t as a record has it: ${message}.`,
    }));
    return { record: null, faults, erasedNames: 0 };
  }
  const record = read.data;
  const faults = [...hashFaults(record), ...nameFaults(record)];
  if (faults.length === 0 && recordText(record) !== text)
    faults.push({
      part: null,
      says: 'Its content is whole, but the file isn’t written as it was: spacing, order or a repeated key was changed. Download the record again.',
    });
  return { record, faults, erasedNames: referredNames(record).filter((one) => !(one in record.names)).length };
} // prettier-ignore

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreadable(says: string): CheckedRecord {
  return { record: null, faults: [{ part: null, says }], erasedNames: 0 };
}

function hashFaults(record: DecisionRecord): RecordFault[] {
  const now = digestsOf(record);
  const known = new Set<string>(recordParts);
  const changed = recordParts
    .filter((part) => record.digests[part] !== now[part])
    .map((part) => ({ part, says: `“${part}” was changed after the record was made.` }));
  const extra = Object.keys(record.digests)
    .filter((part) => !known.has(part))
    .map((part) => ({ part: 'digests', says: `There is a digest of “${part}”, which a record doesn’t have.` }));
  const isWhole = hashOf(record, record.digests) === record.hash;
  if (changed.length + extra.length > 0 && isWhole)
    return [...changed, ...extra, { part: 'digests', says: 'The hash was made for digests that don’t fit the content.' }];
  if (changed.length + extra.length === 0 && !isWhole)
    return [{ part: 'hash', says: 'The hash isn’t that of the record: it was changed, and no part was.' }];
  return [...changed, ...extra];
} // prettier-ignore

/** Digests for which a name may stand apart. */
function referredNames(record: DecisionRecord): string[] {
  const roles = Array.isArray(record.document['roles']) ? record.document['roles'] : [];
  const named = roles.flatMap((role) =>
    isObject(role) && typeof role['name'] === 'string'
      ? [{ role: 'author' as const, post: '', name: role['name'] }]
      : [],
  );
  return [...new Set([...sealedNames({ roles: named }), ...record.signatures.map((one) => one.nameDigest)])];
}

function nameFaults(record: DecisionRecord): RecordFault[] {
  const referred = new Set(referredNames(record));
  return Object.entries(record.names).flatMap(([digest, open]) => {
    if (!referred.has(digest))
      return [{ part: 'names', says: `The name “${open.name}” stands for nothing in the record.` }];
    return nameDigest(open) === digest
      ? []
      : [{ part: 'names', says: `The name “${open.name}” isn’t the one that was typed.` }];
  });
}
