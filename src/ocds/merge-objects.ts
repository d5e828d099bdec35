import { AppError } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { MergeRule } from './merge-rules.ts';
import { plainRule } from './merge-rules.ts';
import type { MergeState, Place, Target } from './merge-state.ts';
import { plainText } from './plain-text.ts';
import { describePlace, describeValue, isObjects } from './merge-state.ts';

/**
 * Merges the members of a release (or of an object in it) into what earlier releases left.
 *
 * A value, a list of values, and what `wholeListMerge` names is replaced; an object is merged by member, an array of
 * objects by `id`; an empty object or array says nothing. Where an earlier release has an object or merged array, a
 * later plain value is dropped with a warning, as the reference does.
 *
 * @returns whether anything was stored: an object that stores nothing doesn't come into being
 * @throws AppError input-unreadable where an earlier value can't hold the later object or array
 * @example mergeMembers(compiled, { language: 'en' }, ocds11Rules(), state, null) // true, and compiled.language is 'en'
 */
export function mergeMembers(
  target: Target,
  source: JsonObject,
  rule: MergeRule,
  state: MergeState,
  place: Place | null,
): boolean {
  let isStored = false;
  for (const name in source) {
    const value = source[name];
    // A member of this name would set the prototype; no standard or extension knows it.
    if (value === undefined || name === '__proto__') continue;
    const fieldRule = rule.fields.get(name) ?? plainRule;
    if (fieldRule.isOmitted) continue;
    if (fieldRule.isWhole) {
      state.leaves.put(target, name, value);
      isStored = true;
    } else if (Array.isArray(value)) {
      isStored = mergeArray(target, name, value, { rule: fieldRule, state, place }) || isStored;
    } else if (isObject(value)) {
      isStored = mergeObject(target, name, value, { rule: fieldRule, state, place }) || isStored;
    } else {
      putLeaf(target, name, value, { rule: fieldRule, state, place });
      isStored = true;
    }
  }
  return isStored;
}

type Here = { rule: MergeRule; state: MergeState; place: Place | null };

/** What earlier releases left under a name; an object also has members that no release gave it (`constructor`): functions. */
function earlierOf(target: Target, name: string): unknown {
  const earlier = target[name];
  return typeof earlier === 'function' ? undefined : earlier;
}

function putLeaf(target: Target, name: string, value: JsonValue, { state, place }: Here): void {
  const earlier = earlierOf(target, name);
  if (typeof earlier === 'object' && earlier !== null) {
    const length = Array.isArray(earlier) ? state.mixed.get(earlier) : undefined;
    if (length !== undefined && Array.isArray(earlier)) {
      replaceHead(target, name, earlier.splice(length), { value, state });
      return;
    }
    if (!Array.isArray(earlier) || !state.leaves.isList(earlier)) {
      // A removal (null) of a whole object is ignored without a word: the standard removes single values only.
      if (value !== null) {
        state.warnings.push(
          `${describePlace({ parent: place, name })} is ${Array.isArray(earlier) ? 'an array' : 'an object'} in an earlier release; the later value ${describeValue(value)} was left out.`,
        );
      }
      return;
    }
  }
  state.leaves.put(target, name, value);
}

/** A whole list that merged objects were added to: the list is replaced, the objects stay behind it. */
function replaceHead(
  target: Target,
  name: string,
  items: unknown[],
  later: { value: JsonValue; state: MergeState },
): void {
  later.state.leaves.put(target, name, later.value);
  const head: unknown = target[name];
  if (Array.isArray(head)) addBehind(target, name, head, later.state).push(...items);
}

/** A copy of a whole list that merged objects can be added to. */
function addBehind(target: Target, name: string, list: readonly unknown[], state: MergeState): unknown[] {
  const mixed = [...list];
  state.mixed.set(mixed, list.length);
  target[name] = mixed;
  return mixed;
}

function mergeObject(target: Target, name: string, value: JsonObject, { rule, state, place }: Here): boolean {
  const here = { parent: place, name };
  const earlier = earlierOf(target, name);
  if (earlier === undefined || earlier === null) {
    const fresh: Target = {};
    if (!mergeMembers(fresh, value, rule, state, here)) return false;
    target[name] = fresh;
    return true;
  }
  if (isObject(earlier)) return mergeMembers(earlier, value, rule, state, here);
  if (!mergeMembers({}, value, rule, { ...state, warnings: [] }, here)) return false;
  throw inconsistent(here, Array.isArray(earlier) ? 'an array' : 'the value', earlier, 'an object');
}

function mergeArray(target: Target, name: string, value: JsonValue[], here: Here): boolean {
  if (value.length === 0) return false;
  const { state, place } = here;
  if (!isObjects(value)) {
    putLeaf(target, name, value, here);
    return true;
  }
  const earlier = earlierOf(target, name);
  if (earlier === undefined || earlier === null) {
    const fresh: unknown[] = [];
    if (!mergeItems(fresh, value, here, { parent: place, name })) return false;
    target[name] = fresh;
    return true;
  }
  const at = { parent: place, name };
  if (Array.isArray(earlier)) {
    const isMerged = state.mixed.has(earlier) || !state.leaves.isList(earlier);
    return mergeItems(isMerged ? earlier : addBehind(target, name, earlier, state), value, here, at);
  }
  if (!mergeItems([], value, { ...here, state: { ...state, warnings: [] } }, at)) return false;
  throw inconsistent(at, isObject(earlier) ? 'an object' : 'the value', earlier, 'an array');
}

function inconsistent(place: Place, kind: string, earlier: unknown, later: string): AppError {
  return new AppError(
    'input-unreadable',
    `An earlier release has ${kind} at ${describePlace(place)} (${describeValue(earlier)}), a later one has ${later} there, and the standard doesn't say how to merge them. Correct one of the releases.`,
  );
}

/** Merges an array of objects by `id`: an unknown id is added at the end, an object without one always is. */
function mergeItems(
  target: unknown[],
  items: readonly JsonObject[],
  { rule, state }: Here,
  place: Place,
): boolean {
  const known =
    rule.join === 'append' || target.length + items.length < 2 ? null : indexOf(target, rule, state);
  const seen = items.length < 2 ? null : new Set<string>();
  let isStored = false;
  for (const [position, item] of items.entries()) {
    const id = identifierOf(item);
    if (id !== null) {
      if (seen?.has(id) === true) state.warnings.push(duplicate(place, id, rule));
      seen?.add(id);
    }
    const key = rule.join === 'by-position' ? String(position) : id;
    const earlier = key === null ? undefined : known?.get(key);
    const here = { parent: place, name: id ?? String(position) };
    const into: Target = earlier ?? {};
    // An object in its place is merged like any other: set here, it would be merged into itself.
    if (earlier === undefined && item['id'] !== undefined && typeof item['id'] !== 'object')
      into['id'] = item['id'];
    if (!mergeItem(into, item, rule, state, here)) continue;
    isStored = true;
    if (earlier !== undefined) continue;
    target.push(into);
    if (key !== null) known?.set(key, into);
  }
  return isStored;
}

/** The `id` of an object in an array tells who it is: it is neither versioned nor replaced. */
function mergeItem(
  into: Target,
  item: JsonObject,
  rule: MergeRule,
  state: MergeState,
  place: Place,
): boolean {
  const id = into['id'];
  const isStored = mergeMembers(into, item, rule, state, place);
  if (id !== undefined && id !== null) into['id'] = id;
  return isStored;
}

function indexOf(target: readonly unknown[], rule: MergeRule, state: MergeState): Map<string, Target> {
  const index = new Map<string, Target>();
  const start = state.mixed.get(target) ?? 0;
  for (let position = start; position < target.length; position += 1) {
    const entry = target[position];
    if (!isObject(entry)) continue;
    const key = rule.join === 'by-position' ? String(position - start) : identifierOf(entry);
    if (key !== null && !index.has(key)) index.set(key, entry);
  }
  return index;
}

/** Identifiers are the same when they read the same: publishers write 1 in one release and "1" in the next. */
function identifierOf(item: JsonObject): string | null {
  const { id } = item;
  if (id === undefined) return null;
  // Objects whose id is null are one object to the reference.
  if (id === null) return '\u0000null';
  return plainText(id);
}

function duplicate(place: Place, id: string, rule: MergeRule): string {
  const effect = rule.join === null ? 'they were merged, the last one counts' : 'they were kept apart';
  return `Several objects of one release have the id ${JSON.stringify(id)} in ${describePlace(place)}; ${effect}.`;
}
