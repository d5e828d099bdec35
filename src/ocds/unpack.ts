import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { plainText } from './plain-text.ts';
import { isLinkedRelease, kindOf } from './shape.ts';

/** Why a value gives no release: a clause, and what to do about it. */
export type UnpackFault = { clause: string; advice: string };

/** The releases in a value of any shape, and what of it gives none. */
export type Unpacked = { releases: JsonObject[]; faults: UnpackFault[] };

/**
 * Whether an object stands for itself: a release with an `ocid`, that holds no other and isn't a link.
 *
 * @example isPlainRelease({ ocid: 'ocds-1', releases: [] }) // false
 */
export function isPlainRelease(value: JsonObject): boolean {
  return (
    isText(value['ocid']) &&
    value['releases'] === undefined &&
    value['records'] === undefined &&
    value['compiledRelease'] === undefined
  );
}

/**
 * The releases in a parsed release, record or package. Of a record its embedded `releases`; where it has none, its
 * `compiledRelease`.
 *
 * @example unpackReleases({ ocid: 'ocds-1', releases: [], compiledRelease: { ocid: 'ocds-1' } }).releases // [{ ocid: 'ocds-1' }]
 */
export function unpackReleases(value: JsonValue): Unpacked {
  if (!isObject(value)) return fault(`is ${kindOf(value)}, not a release`);
  if (isPlainRelease(value)) return { releases: [value], faults: [] };
  if (isLinkedRelease(value))
    return fault(
      `is only a link to a release (${plainText(value['url'])})`,
      'Fetch it, and give the release itself.',
    );
  const all: Unpacked = { releases: [], faults: [] };
  for (const list of [value['releases'], value['records']]) {
    if (!Array.isArray(list)) continue;
    for (const entry of list) {
      const { releases, faults } = unpackReleases(entry);
      all.releases.push(...releases);
      all.faults.push(...faults);
    }
  }
  const compiled = value['compiledRelease'];
  if (all.releases.length === 0 && isObject(compiled) && isText(compiled['ocid']))
    all.releases.push(compiled);
  if (value['releases'] !== undefined || value['records'] !== undefined || all.releases.length > 0)
    return all;
  return fault('has no ocid, so it belongs to no process', 'Give each release its ocid.');
}

function fault(clause: string, advice = ''): Unpacked {
  return { releases: [], faults: [{ clause, advice }] };
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '';
}
