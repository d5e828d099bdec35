import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';

/** What a release is: one notice's, the state after all of them, or the history of each field. */
export type ReleaseShape = 'release' | 'compiled' | 'versioned';

/**
 * The shape of an object that stands where a release stands.
 *
 * @example releaseShape({ ocid: 'ocds-1', tag: ['compiled'] }) // 'compiled'
 */
export function releaseShape(release: JsonObject): ReleaseShape {
  const { tag } = release;
  if (Array.isArray(tag) && tag.includes('compiled')) return 'compiled';
  if (tag === undefined && release['date'] === undefined && hasVersions(release)) return 'versioned';
  return 'release';
}

/**
 * Whether a release is only a link to where it can be fetched: a `url` beside at most a date and a tag.
 * https://standard.open-contracting.org/1.1/en/schema/records_reference/#linked-releases
 *
 * @example isLinkedRelease({ url: 'https://example.org/1.json', date: '2026-08-10' }) // true
 */
export function isLinkedRelease(release: JsonObject): boolean {
  return (
    typeof release['url'] === 'string' && release['ocid'] === undefined && Object.keys(release).length <= 3
  );
}

/**
 * A value as a sentence calls it.
 *
 * @example kindOf([1]) // 'an array'
 */
export function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'boolean' ? 'true or false' : `a ${typeof value}`;
}

function hasVersions(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some((entry) => isVersion(entry) || hasVersions(entry));
  return isObject(value) && Object.values(value).some(hasVersions);
}

function isVersion(value: JsonValue): boolean {
  return isObject(value) && 'releaseID' in value && 'releaseDate' in value && 'value' in value;
}
