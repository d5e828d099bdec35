import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { cleanRelease } from './clean-release.ts';
import { mergeMembers } from './merge-objects.ts';
import type { MergeRule, MergeRules } from './merge-rules.ts';
import { plainRule } from './merge-rules.ts';
import type { Leaves, MergeState, Target } from './merge-state.ts';
import { isObjects } from './merge-state.ts';
import { plainText } from './plain-text.ts';

/** The state of a process after all its releases. Parts are shared with the releases: read them, don't change them. */
export type MergedRelease = { compiled: JsonObject; warnings: string[] };

/** The history of each field of a process. */
export type VersionedRelease = { versioned: JsonObject; warnings: string[] };

/**
 * Merges the releases of one process, given in any order, to its compiled release: sorted by `date` (releases of the
 * same instant keep their order), `id` = `{ocid}-{date}`, `tag` = `["compiled"]`; null removes a value.
 * The releases are not changed.
 *
 * Equal to the reference (ocds-merge) on its fixtures. https://standard.open-contracting.org/1.1/en/schema/merging/
 *
 * @throws AppError input-unreadable where several releases don't all have a text as `date`, or can't be merged
 * @example mergeReleases([planning, tender], ocds11Rules()).compiled
 */
export function mergeReleases(releases: readonly JsonObject[], rules: MergeRules): MergedRelease {
  const ownRules = withoutFields(rules, 'compiled', ['tag']);
  const [only, another] = releases;
  if (only !== undefined && another === undefined) {
    const cleaned = cleanRelease(only, ownRules);
    if (cleaned !== undefined) return { compiled: { ...headOf(only), ...cleaned }, warnings: [] };
  }
  let hasNull = false;
  const leaves: Leaves = {
    put: (target, key, value) => {
      hasNull ||= value === null;
      target[key] = value;
    },
    isList: (array: readonly JsonValue[]) => !isObjects(array),
  };
  const state: MergeState = { leaves, warnings: [], mixed: new Map() };
  const compiled: JsonObject = { tag: ['compiled'] };
  for (const release of sortReleases(releases)) {
    const { ocid = null, date = null } = release;
    // "None" is what the reference prints for a process or date that is missing.
    compiled['id'] = `${textOf(ocid)}-${textOf(date)}`;
    compiled['date'] = date;
    compiled['ocid'] = ocid;
    hasNull ||= date === null || ocid === null;
    mergeMembers(compiled, release, ownRules, state, null);
  }
  if (hasNull) removeNulls(compiled, rules);
  return { compiled, warnings: state.warnings };
}

/**
 * Merges the releases of one process to its versioned release: each field is the list of its values over time, each with
 * `releaseID`, `releaseDate` and `releaseTag`; a value that doesn't change isn't repeated.
 *
 * @throws AppError input-unreadable as {@link mergeReleases}
 * @example versionReleases([planning, tender], ocds11Rules()).versioned
 */
export function versionReleases(releases: readonly JsonObject[], rules: MergeRules): VersionedRelease {
  const versioned: JsonObject = {};
  const warnings: string[] = [];
  const histories = new Set<readonly unknown[]>();
  const mixed = new Map<readonly unknown[], number>();
  const ownRules = withoutFields(rules, 'versioned', ['tag', 'ocid']);
  for (const release of sortReleases(releases)) {
    const { tag, ocid } = release;
    if (ocid !== undefined && ocid !== null) versioned['ocid'] = ocid;
    const stamp = {
      releaseID: release['id'] ?? null,
      releaseDate: release['date'] ?? null,
      releaseTag: tag ?? null,
    };
    const fresh = new Set<unknown>();
    const leaves: Leaves = {
      put: (target, key, value) => {
        const version = { ...stamp, value };
        if (putVersion(target, key, version, { histories, fresh })) fresh.add(version);
      },
      isList: (array) => histories.has(array),
    };
    mergeMembers(versioned, release, ownRules, { leaves, warnings, mixed }, null);
  }
  return { versioned, warnings };
}

const derivedRules = {
  compiled: new WeakMap<MergeRules, MergeRules>(),
  versioned: new WeakMap<MergeRules, MergeRules>(),
};

/** Rules that leave top members out whatever the schema says: before 1.1.4 it didn't say that `tag` is omitted. */
function withoutFields(
  rules: MergeRules,
  use: keyof typeof derivedRules,
  names: readonly string[],
): MergeRules {
  const known = derivedRules[use].get(rules);
  if (known !== undefined) return known;
  const omitted = names.map((name): [string, MergeRule] => [name, { ...plainRule, isOmitted: true }]);
  const derived = { ...rules, fields: new Map([...rules.fields, ...omitted]) };
  derivedRules[use].set(rules, derived);
  return derived;
}

type Version = { releaseID: JsonValue; releaseDate: JsonValue; releaseTag: JsonValue; value: JsonValue };

type Known = { histories: Set<readonly unknown[]>; fresh: ReadonlySet<unknown> };

/** Adds a version unless it repeats the one before; of two values in one release (objects with one id) the last counts. */
function putVersion(target: Target, key: string, version: Version, { histories, fresh }: Known): boolean {
  const earlier = target[key];
  if (!Array.isArray(earlier) || !histories.has(earlier)) {
    const history = [version];
    histories.add(history);
    target[key] = history;
    return true;
  }
  if (fresh.has(earlier.at(-1))) earlier.pop();
  const last: unknown = earlier.at(-1);
  if (isObject(last) && isDeepStrictEqual(last['value'], version.value)) return false;
  earlier.push(version);
  return true;
}

/**
 * Releases in the order in which they are merged: by `date`; those of the same instant keep their order.
 *
 * @throws AppError input-unreadable where one of several releases has no text as `date`
 * @example sortReleases([{ date: '2026-08-10' }, { date: '2026-07-01' }]) // [{ date: '2026-07-01' }, { date: '2026-08-10' }]
 */
export function sortReleases(releases: readonly JsonObject[]): readonly JsonObject[] {
  if (releases.length < 2) return releases;
  const dated = releases.map((release) => ({ release, date: dateOf(release) }));
  dated.sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
  return dated.map(({ release }) => release);
}

function dateOf(release: JsonObject): string {
  const { date, ocid } = release;
  if (typeof date === 'string') return date;
  const fault =
    date === undefined ? 'has no date' : date === null ? 'has null as date' : 'has a date that is no text';
  throw new AppError(
    'input-unreadable',
    `A release of ${textOf(ocid)} ${fault}, so its place among the others isn't known. Give each release its date.`,
  );
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'None';
  return plainText(value);
}

/** The members that every compiled release has, of a process with one release. */
function headOf({ ocid, date }: JsonObject): JsonObject {
  const head: JsonObject = { tag: ['compiled'], id: `${textOf(ocid)}-${textOf(date)}` };
  if (date !== undefined && date !== null) head['date'] = date;
  if (ocid !== undefined && ocid !== null) head['ocid'] = ocid;
  return head;
}

/** Drops the values that a release set to null; whole lists keep theirs. */
function removeNulls(target: JsonObject, rule: MergeRule): void {
  for (const name in target) {
    const value = target[name];
    if (value === null) {
      // Rare: about one process in a hundred of real data.
      delete target[name];
      continue;
    }
    if (typeof value !== 'object') continue;
    const fieldRule = rule.fields.get(name) ?? plainRule;
    if (fieldRule.isWhole) continue;
    if (Array.isArray(value)) {
      if (isObjects(value)) for (const item of value) removeNulls(item, fieldRule);
    } else removeNulls(value, fieldRule);
  }
}
