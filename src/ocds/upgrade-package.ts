import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { plainText } from './plain-text.ts';
import { upgradeMembers, upgradeRelease } from './upgrade.ts';

/** A value in the terms of OCDS 1.1, and where its organisations contradict each other. */
export type Upgraded = { value: JsonObject; warnings: string[] };

/**
 * Upgrades a release package, record package, record or release from OCDS 1.0 to 1.1. What is 1.1 already (a package
 * that says so, a release or record with `parties`) is returned as it is.
 *
 * @example upgradePackage({ uri: 'x', releases: [] }).value // { uri: 'x', version: '1.1', releases: [] }
 */
export function upgradePackage(value: JsonObject): Upgraded {
  const warnings: string[] = [];
  const release = (each: JsonValue): JsonValue => {
    if (!isObject(each)) return each;
    const upgraded = upgradeMembers(each);
    warnings.push(...upgraded.warnings);
    return upgraded.release;
  };
  const record = (each: JsonValue): JsonValue => (isObject(each) ? upgradeRecord(each, release) : each);
  const { releases, records } = value;
  if (Array.isArray(records)) {
    return {
      value: versionOf(value) === '1.0' ? atVersion({ ...value, records: records.map(record) }) : value,
      warnings,
    };
  }
  if (!Array.isArray(releases)) {
    const upgraded = upgradeRelease(value);
    return { value: upgraded.release, warnings: upgraded.warnings };
  }
  if ('ocid' in value) {
    const isNewer = releases.some((each) => isObject(each) && 'parties' in each);
    return { value: isNewer ? value : upgradeRecord(value, release), warnings };
  }
  return {
    value: versionOf(value) === '1.0' ? atVersion({ ...value, releases: releases.map(release) }) : value,
    warnings,
  };
}

/**
 * The version that a package is in; before 1.1 packages didn't say.
 *
 * @example versionOf({ uri: 'x' }) // '1.0'
 */
export function versionOf(value: JsonObject): string {
  const { version } = value;
  return version === undefined || version === null ? '1.0' : plainText(version);
}

function upgradeRecord(record: JsonObject, release: (value: JsonValue) => JsonValue): JsonObject {
  const upgraded = { ...record };
  const { releases, compiledRelease } = record;
  if (Array.isArray(releases)) upgraded['releases'] = releases.map(release);
  if (compiledRelease !== undefined) upgraded['compiledRelease'] = release(compiledRelease);
  return upgraded;
}

function atVersion(value: JsonObject): JsonObject {
  const { uri, version: _version, ...rest } = value;
  return { ...(uri === undefined ? {} : { uri }), version: '1.1', ...rest };
}
