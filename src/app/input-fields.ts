import { z } from 'zod';

/** One input of an operation in the words that the command line, the API and the documentation need. */
export type InputField = {
  /** As in the operation's input and in the API's query: `buyerType`. */
  name: string;
  type: 'text' | 'number' | 'boolean';
  /** What a text stands for, where it is no free text: `.meta({ format: 'file' })` says so of the path of a file. */
  format: 'day' | 'file' | null;
  isList: boolean;
  /** The only values it takes, where they are listed. */
  choices: readonly string[];
  isRequired: boolean;
  /** As text, where there is one. */
  defaultValue: string | null;
  meaning: string;
  /** May several values be given in one text, parted by commas? Not for free text, which may hold commas. */
  splitsOnComma: boolean;
};

/**
 * Describes every input of an operation, in the order of its declaration.
 *
 * @example inputFields(z.object({ limit: z.number().default(20) })) // [{ name: 'limit', type: 'number', format: null, … }]
 */
export function inputFields(input: z.ZodObject): InputField[] {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    ...describeField(name, typeof property === 'boolean' ? {} : property),
    isRequired: required.has(name),
    defaultValue: defaultText(input.shape[name]),
  }));
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function describeField(name: string, property: JsonSchema): Omit<InputField, 'isRequired' | 'defaultValue'> {
  const isList = typesOf(property).includes('array');
  const value = isList ? itemsOf(property) : property;
  const type = fieldType(typesOf(value));
  // An empty text takes a value away; it is no choice to offer.
  const choices = (value.enum ?? []).filter((choice) => choice !== null && choice !== '').map(String);
  return {
    name,
    type,
    format: value.format === 'date' ? 'day' : value.format === 'file' ? 'file' : null,
    isList,
    choices,
    meaning: property.description ?? '',
    splitsOnComma: isList && (choices.length > 0 || type === 'number'),
  };
}

function fieldType(types: readonly string[]): InputField['type'] {
  // A text that stands for a truth (`z.stringbool().or(z.boolean())`) is a boolean to whoever types it.
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('string')) return 'text';
  return types.includes('number') || types.includes('integer') ? 'number' : 'text';
}

function typesOf(schema: JsonSchema): string[] {
  const own = schema.type === undefined ? [] : [schema.type].flat();
  const others = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [...own, ...others.flatMap((other) => (typeof other === 'boolean' ? [] : typesOf(other)))];
}

function itemsOf(schema: JsonSchema): JsonSchema {
  const { items } = schema;
  return items === undefined || typeof items === 'boolean' || Array.isArray(items) ? {} : items;
}

/** What the input becomes when it is left out; asked of the type itself, because a schema doesn't always carry it. */
function defaultText(type: z.core.$ZodType | undefined): string | null {
  const result = type === undefined ? null : z.safeParse(type, undefined);
  if (result === null || !result.success) return null;
  const value = result.data;
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
