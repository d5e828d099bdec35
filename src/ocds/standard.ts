import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { MergeRules } from './merge-rules.ts';
import { mergeRulesOf } from './merge-rules.ts';

/** A vendored release schema: OCDS 1.0.3, OCDS 1.1.5, or 1.1.5 patched with the extensions that Find a Tender names. */
export type SchemaName = '1.0' | '1.1' | 'uk';

/** The schemas of a version: of a release, and where it has them of the two packages. */
export type SchemaKind = 'release' | 'release-package' | 'record-package';

const folders: Readonly<Record<SchemaName, string>> = { '1.0': '1.0.3', '1.1': '1.1.5', uk: 'uk' };
const schemas = new Map<string, JsonObject>();
const rules = new Map<SchemaName, MergeRules>();

/**
 * A vendored schema (`reference/ocds`, see its SOURCES.md), read once.
 * Packages of the UK profile are those of 1.1: no extension that Find a Tender names patches them, apart from paging links.
 *
 * @example standardSchema('1.1').title // 'Schema for an Open Contracting Release'
 */
export function standardSchema(name: SchemaName, kind: SchemaKind = 'release'): JsonObject {
  const folder = folders[name === 'uk' && kind !== 'release' ? '1.1' : name];
  const path = `${folder}/${kind}-schema.json`;
  const known = schemas.get(path);
  if (known !== undefined) return known;
  const parsed: JsonValue = JSON.parse(
    readFileSync(new URL(`../../reference/ocds/${path}`, import.meta.url), 'utf8'),
  );
  const schema = isObject(parsed) ? parsed : {};
  schemas.set(path, schema);
  return schema;
}

/**
 * The merge rules of a vendored schema, computed once.
 *
 * @example standardRules('1.1').fields.get('tag')?.isOmitted // true
 */
export function standardRules(name: SchemaName): MergeRules {
  const known = rules.get(name) ?? mergeRulesOf(standardSchema(name));
  rules.set(name, known);
  return known;
}

/**
 * Merge rules of OCDS 1.1.5.
 *
 * @example ocds11Rules().fields.get('awards')?.fields.get('suppliers')?.isWhole // false
 */
export function ocds11Rules(): MergeRules {
  return standardRules('1.1');
}

/**
 * Merge rules of OCDS 1.0.3, where suppliers are replaced as a whole.
 *
 * @example ocds10Rules().fields.get('awards')?.fields.get('suppliers')?.isWhole // true
 */
export function ocds10Rules(): MergeRules {
  return standardRules('1.0');
}

/**
 * Merge rules of OCDS 1.1.5 with the extensions that Find a Tender names.
 *
 * @example ukRules().fields.get('tender')?.fields.has('lots') // true
 */
export function ukRules(): MergeRules {
  return standardRules('uk');
}
