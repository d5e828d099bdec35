import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { MergeRule } from './merge-rules.ts';
import { plainRule } from './merge-rules.ts';
import { isObjects } from './merge-state.ts';
import { plainText } from './plain-text.ts';

/**
 * The members of a process's only release that its compiled release has: without omitted fields, nulls and empty objects
 * and arrays. What needs no change is the release's own object, not a copy, which makes this far cheaper than merging.
 *
 * @returns undefined where an array holds an `id` twice or a null as `id`, and the release must be merged with itself
 * @example cleanRelease({ ocid: 'ocds-1', language: null, awards: [] }, ocds11Rules()) // { ocid: 'ocds-1' }
 */
export function cleanRelease(release: JsonObject, rules: MergeRule): JsonObject | undefined {
  const cleaned = cleanMembers(release, rules);
  return cleaned === repeated ? undefined : (cleaned ?? {});
}

const repeated = Symbol('an id that occurs twice');

/** The object itself where nothing is to be left out of it; null where nothing stays. */
function cleanMembers(source: JsonObject, rule: MergeRule): JsonObject | null | typeof repeated {
  let copy: JsonObject | null = null;
  let isEmpty = true;
  for (const name in source) {
    const value = source[name] ?? null;
    const fieldRule = rule.fields.get(name) ?? plainRule;
    const kept = name === '__proto__' ? null : cleanValue(value, fieldRule);
    if (kept === repeated) return repeated;
    // A removed value makes its object exist all the same, as in the reference.
    if (kept !== null || (value === null && !fieldRule.isOmitted)) isEmpty = false;
    if (kept !== value || kept === null) copy ??= membersBefore(source, name);
    if (copy !== null && kept !== null) copy[name] = kept;
  }
  return isEmpty ? null : (copy ?? source);
}

function membersBefore(source: JsonObject, end: string): JsonObject {
  const copy: JsonObject = {};
  for (const name in source) {
    if (name === end) break;
    if (name !== '__proto__') copy[name] = source[name] ?? null;
  }
  return copy;
}

function cleanValue(value: JsonValue, rule: MergeRule): JsonValue | typeof repeated {
  if (rule.isOmitted) return null;
  if (rule.isWhole || typeof value !== 'object' || value === null) return value;
  if (isObject(value)) return cleanMembers(value, rule);
  if (value.length === 0) return null;
  return isObjects(value) ? cleanItems(value, rule) : value;
}

function cleanItems(items: JsonObject[], rule: MergeRule): JsonObject[] | null | typeof repeated {
  if (rule.join !== null || hasRepeatedId(items)) return repeated;
  let copy: JsonObject[] | null = null;
  for (const [position, item] of items.entries()) {
    const kept = cleanMembers(item, rule);
    if (kept === repeated) return repeated;
    if (kept !== item) copy ??= items.slice(0, position);
    if (kept !== null) copy?.push(kept);
  }
  const kept = copy ?? items;
  return kept.length === 0 ? null : kept;
}

/** Compares each with each where there are few; null counts as repeated, for the merge has a rule of its own for it. */
function hasRepeatedId(items: readonly JsonObject[]): boolean {
  if (items.length > 12) {
    const known = new Set<string>();
    for (const { id } of items) {
      if (id === undefined) continue;
      const text = typeof id === 'string' ? id : JSON.stringify(id);
      if (id === null || known.has(text)) return true;
      known.add(text);
    }
    return false;
  }
  for (const [position, { id }] of items.entries()) {
    if (id === undefined) continue;
    if (id === null || typeof id === 'object') return true;
    for (let earlier = 0; earlier < position; earlier += 1) {
      const other = items[earlier]?.['id'];
      // 1 and "1" are the same id.
      if (other === id || (typeof other !== typeof id && plainText(other) === plainText(id))) return true;
    }
  }
  return false;
}
