import { isObject, type JsonObject, type JsonValue } from '../../lib/json.ts';

/**
 * Releases of one process in one shape: where a member is an object in one release and an array in another
 * (`awards[].standstillPeriod` on Find a Tender), the object becomes an array of one. The merge refuses such releases
 * otherwise, and the process would be lost. Inputs are not changed.
 *
 * @returns the releases, and the paths that were aligned, sorted (empty: nothing had to be)
 * @example alignShapes([{ a: { x: 1 } }, { a: [{ x: 2 }] }]) // { releases: [{ a: [{ x: 1 }] }, { a: [{ x: 2 }] }], aligned: ['a'] }
 */
export function alignShapes(releases: readonly JsonObject[]): { releases: JsonObject[]; aligned: string[] } {
  const objects = new Set<string>();
  const arrays = new Set<string>();
  for (const release of releases) noteShapes(release, '', objects, arrays);
  const mixed = new Set([...objects].filter((path) => arrays.has(path)));
  if (mixed.size === 0) return { releases: [...releases], aligned: [] };
  return {
    releases: releases.map((release) => alignObject(release, '', mixed)),
    aligned: [...mixed].toSorted(),
  };
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** Paths ignore places in arrays: `awards.standstillPeriod`. */
function noteShapes(value: JsonObject, path: string, objects: Set<string>, arrays: Set<string>): void {
  for (const [name, member] of Object.entries(value)) {
    const at = joined(path, name);
    if (isObject(member)) {
      objects.add(at);
      noteShapes(member, at, objects, arrays);
    } else if (Array.isArray(member)) {
      arrays.add(at);
      for (const item of member) if (isObject(item)) noteShapes(item, at, objects, arrays);
    }
  }
}

function alignObject(value: JsonObject, path: string, mixed: ReadonlySet<string>): JsonObject {
  const result: JsonObject = {};
  for (const [name, member] of Object.entries(value))
    result[name] = alignMember(member, joined(path, name), mixed);
  return result;
}

function alignMember(member: JsonValue, path: string, mixed: ReadonlySet<string>): JsonValue {
  if (Array.isArray(member))
    return member.map((item) => (isObject(item) ? alignObject(item, path, mixed) : item));
  if (!isObject(member)) return member;
  const inner = alignObject(member, path, mixed);
  return mixed.has(path) ? [inner] : inner;
}
