import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';

/** How objects of an array are joined where the schema's way (by `id`) is overridden. */
export type ArrayJoin = 'append' | 'by-position';

/** The rule of one field, and of the fields below it. */
export type MergeRule = {
  /** `omitWhenMerged`: the field belongs to one release only and is left out. */
  readonly isOmitted: boolean;
  /** `wholeListMerge`: a later value replaces the earlier one as a whole. */
  readonly isWhole: boolean;
  readonly join: ArrayJoin | null;
  readonly fields: ReadonlyMap<string, MergeRule>;
};

/** The rules of a schema: a tree of field names, array positions left out. */
export type MergeRules = MergeRule;

const noFields: ReadonlyMap<string, MergeRule> = new Map<string, MergeRule>();

/** The rule of a field that the schema doesn't name: objects merge by member, arrays of objects by `id`. */
export const plainRule: MergeRule = { isOmitted: false, isWhole: false, join: null, fields: noFields };

const omitted: MergeRule = { ...plainRule, isOmitted: true };
const whole: MergeRule = { ...plainRule, isWhole: true };

/**
 * Reads the merge rules of a release schema.
 *
 * - `omitWhenMerged` (1.1) or `mergeStrategy: ocdsOmit` (1.0) goes before every other rule.
 * - `wholeListMerge` or `mergeStrategy: ocdsVersion` counts on arrays only, and goes before what is nested in them.
 * - An array whose items may be something else than an object, or are objects without `id`, is replaced as a whole.
 *
 * Source: https://standard.open-contracting.org/1.1/en/schema/merging/
 *
 * @param overrides path without array positions (`nested/array`) → how its objects are joined instead
 * @example mergeRulesOf(schema).fields.get('tag')?.isOmitted // true
 */
export function mergeRulesOf(
  schema: JsonObject,
  overrides: Readonly<Record<string, ArrayJoin>> = {},
): MergeRules {
  const tree: MergeRule = { ...plainRule, fields: rulesOfProperties(schema['properties'], schema, []) };
  return Object.entries(overrides).reduce(
    (rules, [path, join]) => withJoin(rules, path.split('/'), join),
    tree,
  );
}

function rulesOfProperties(
  properties: JsonValue | undefined,
  schema: JsonObject,
  seen: readonly JsonObject[],
): Map<string, MergeRule> {
  const rules = new Map<string, MergeRule>();
  if (!isObject(properties)) return rules;
  for (const [name, declared] of Object.entries(properties)) {
    const rule = ruleOf(resolve(declared, schema), schema, seen);
    if (rule !== null) rules.set(name, rule);
  }
  return rules;
}

function ruleOf(property: JsonObject, schema: JsonObject, seen: readonly JsonObject[]): MergeRule | null {
  if (property['omitWhenMerged'] === true || property['mergeStrategy'] === 'ocdsOmit') return omitted;
  const types = typesOf(property);
  const isArray = types.includes('array');
  if (isArray && (property['wholeListMerge'] === true || property['mergeStrategy'] === 'ocdsVersion'))
    return whole;
  if (types.includes('object') && isObject(property['properties'])) return nested(property, schema, seen);
  if (!isArray || property['items'] === undefined) return null;
  const items = resolve(property['items'], schema);
  const itemTypes = typesOf(items);
  if (itemTypes.some((type) => type !== 'object')) return whole;
  if (!itemTypes.includes('object') || !isObject(items['properties'])) return null;
  return 'id' in items['properties'] ? nested(items, schema, seen) : whole;
}

/** A definition that holds itself ends the descent: what lies deeper follows the plain rule. */
function nested(holder: JsonObject, schema: JsonObject, seen: readonly JsonObject[]): MergeRule | null {
  if (seen.includes(holder)) return null;
  const fields = rulesOfProperties(holder['properties'], schema, [...seen, holder]);
  return fields.size === 0 ? null : { ...plainRule, fields };
}

function resolve(declared: JsonValue, schema: JsonObject): JsonObject {
  if (!isObject(declared)) return {};
  const reference = declared['$ref'];
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return declared;
  let found: JsonValue | undefined = schema;
  for (const part of reference.slice(2).split('/')) found = isObject(found) ? found[part] : undefined;
  return found === undefined ? {} : resolve(found, schema);
}

function typesOf(property: JsonObject): string[] {
  const { type } = property;
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((name) => typeof name === 'string') : [];
}

function withJoin(rule: MergeRule, path: readonly string[], join: ArrayJoin): MergeRule {
  const [name, ...rest] = path;
  if (name === undefined) return { ...rule, join };
  const fields = new Map(rule.fields);
  fields.set(name, withJoin(rule.fields.get(name) ?? plainRule, rest, join));
  return { ...rule, fields };
}
