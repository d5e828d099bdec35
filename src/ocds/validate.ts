import type { ErrorObject, ValidateFunction } from 'ajv';
import ajvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { SchemaKind, SchemaName } from './standard.ts';
import { standardSchema } from './standard.ts';

/** One way in which a value differs from the schema. */
export type Finding = {
  /** Where, with positions in arrays: `/awards/0/value/amount`; empty for the value as a whole. */
  path: string;
  /** The schema's rule: `type`, `required`, `enum`, `format` … */
  rule: string;
  message: string;
};

/**
 * Checks releases and packages against a vendored schema: types, required fields, closed codelists, formats and sizes.
 * A field that the schema doesn't know is no finding, as the standard asks.
 */
export class Validator {
  readonly #name: SchemaName;
  readonly #ajv = makeAjv();
  readonly #checks = new Map<SchemaKind, ValidateFunction>();

  constructor(name: SchemaName) {
    this.#name = name;
  }

  /**
   * What is wrong with a release, or with a package's members beside its releases and records.
   *
   * @example new Validator('1.1').check({ ocid: 1 }, 'release') // [{ path: '/ocid', rule: 'type', message: 'must be string' }, …]
   */
  check(value: JsonObject, kind: SchemaKind): Finding[] {
    const validate = this.#checkOf(kind);
    validate(value);
    // A value that fits none of several alternatives fails each of them, and then once more; the last is enough.
    return (validate.errors ?? [])
      .filter((error) => !error.schemaPath.includes('/anyOf/') && !error.schemaPath.includes('/oneOf/'))
      .map((error) => findingOf(error, value));
  }

  #checkOf(kind: SchemaKind): ValidateFunction {
    const known =
      this.#checks.get(kind) ?? this.#ajv.compile(withoutElements(standardSchema(this.#name, kind), kind));
    this.#checks.set(kind, known);
    return known;
  }
}

function makeAjv(): InstanceType<typeof ajvDraft04.default> {
  // The standard's own keywords (mergeStrategy, openCodelist …) are annotations, hence no strict mode.
  const ajv = new ajvDraft04.default({
    strict: false,
    allErrors: true,
    validateSchema: false,
    logger: false,
  });
  addFormats.default(ajv, ['date-time', 'date', 'email', 'hostname', 'ipv4', 'uri', 'uri-reference']);
  return ajv;
}

/** A package's schema without its releases or records: those are checked one by one. */
function withoutElements(schema: JsonObject, kind: SchemaKind): JsonObject {
  const { id: _id, ...named } = schema;
  if (kind === 'release') return named;
  const list = kind === 'release-package' ? 'releases' : 'records';
  const properties = isObject(named['properties']) ? { ...named['properties'] } : {};
  delete properties[list];
  const required = Array.isArray(named['required']) ? named['required'].filter((name) => name !== list) : [];
  return { ...named, properties, required };
}

function findingOf(error: ErrorObject, value: JsonValue): Finding {
  const allowed: unknown = error.params['allowedValues'];
  const choices = Array.isArray(allowed) ? `: ${allowed.map(String).join(', ')}` : '';
  const found = error.keyword === 'required' ? '' : `, is ${shown(valueAt(value, error.instancePath))}`;
  return {
    path: error.instancePath,
    rule: error.keyword,
    message: `${error.message ?? 'differs from the schema'}${choices}${found}`,
  };
}

function valueAt(value: JsonValue, path: string): JsonValue | undefined {
  let at: JsonValue | undefined = value;
  for (const part of path.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    at = Array.isArray(at) ? at[Number(name)] : isObject(at) ? at[name] : undefined;
  }
  return at;
}

function shown(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
