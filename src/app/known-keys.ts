import { z } from 'zod';

/**
 * The names that a schema knows at a place of a document, so that a mistyped one can be told from the nearest. Where several
 * shapes are allowed, the names of all of them.
 *
 * @param keys the way to the place, as in an issue of the schema
 * @example knownKeysAt(z.strictObject({ costs: z.array(z.strictObject({ unitCost: z.number() })) }), ['costs', 3]) // ['unitCost']
 */
export function knownKeysAt(schema: unknown, keys: readonly PropertyKey[]): string[] {
  const places = keys.reduce<unknown[]>((found, key) => found.flatMap((one) => below(one, key)), [schema]);
  return [...new Set(places.flatMap(shapes).flatMap(({ shape }) => Object.keys(shape)))];
}

/** What stands under a name, or at a place of a list. */
function below(schema: unknown, key: PropertyKey): unknown[] {
  return alternatives(schema).flatMap((one): unknown[] => {
    if (one instanceof z.ZodObject) return [one.shape[String(key)]];
    if (one instanceof z.ZodArray) return [one.element];
    if (one instanceof z.ZodRecord) return [one.valueType];
    return [];
  });
}

function shapes(schema: unknown): z.ZodObject[] {
  return alternatives(schema).filter((one) => one instanceof z.ZodObject);
}

/** A schema without what surrounds it, each of several that are allowed. */
function alternatives(schema: unknown): unknown[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(alternatives);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return alternatives(schema.unwrap());
  return schema === undefined ? [] : [schema];
}
