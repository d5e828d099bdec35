import type { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import { suggest } from '../lib/suggest.ts';
import type { InputField } from './input-fields.ts';
import { inputFields } from './input-fields.ts';

/** What a refusal is about: the operation's id, its input, and how its inputs are called where it was called. */
export type Call = { id: string; input: z.ZodObject };

/**
 * Turns the texts of a query string or a command line into an operation's input.
 *
 * @param texts name → every text given for it, in order
 * @throws AppError bad-request with one sentence per faulty input, the same on every surface
 * @example readTextInput(findContracts, { buyer: ['Marram Council'], limit: ['50'] })
 */
export function readTextInput(
  call: Call,
  texts: Readonly<Record<string, readonly string[]>>,
): Record<string, unknown> {
  const fields = inputFields(call.input);
  const raw: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(texts)) {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw unknownInput(call, name);
    if (!field.isList && values.length > 1) throw givenTwice(call, name);
    raw[name] = field.isList
      ? values.flatMap((value) => splitList(field, value))
      : toValue(field, values[0] ?? '');
  }
  return readInput(call, raw);
}

/**
 * Checks an input whose values already have their types (a JSON body).
 *
 * @throws AppError bad-request
 */
export function readInput(call: Call, raw: unknown): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new AppError('bad-request', `${call.id} takes a JSON object with its inputs as members.`);
  }
  const known = Object.keys(call.input.shape);
  const unknown = Object.keys(raw).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownInput(call, unknown);
  const result = call.input.safeParse(raw);
  if (result.success) return result.data;
  throw new AppError('bad-request', `${call.id} refused ${listNames(result.error)}.`, {
    fields: sentences(result.error),
  });
}

/** The refusal for an input that the operation doesn't have. */
export function unknownInput(call: Call, name: string): AppError {
  const known = Object.keys(call.input.shape);
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  const near = suggest(name, known);
  const takes = known.length === 0 ? 'It takes no input.' : `It takes: ${known.join(', ')}.`;
  const hint = near === null ? '' : ` Did you mean "${near}"?`;
  return new AppError('bad-request', `${call.id} has no input called "${shown}".${hint} ${takes}`, {
    fields: { [shown]: 'Not known.' },
  });
}

function givenTwice(call: Call, name: string): AppError {
  return new AppError('bad-request', `${call.id} takes "${name}" once, and it was given more than once.`, {
    fields: { [name]: 'Give it once.' },
  });
}

function splitList(field: InputField, value: string): unknown[] {
  const parts = field.splitsOnComma ? value.split(',').filter((part) => part !== '') : [value];
  return parts.map((part) => toValue(field, part));
}

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

/** A text as its field's type; a text that is none stays a text, and the operation's own check refuses it. */
function toValue(field: InputField, text: string): unknown {
  if (field.type === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (field.type === 'boolean') return truths[text.toLowerCase()] ?? text;
  return text;
}

function listNames(error: z.ZodError): string {
  const names = [...new Set(error.issues.map((issue) => `"${String(issue.path[0] ?? 'the input')}"`))];
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function sentences(error: z.ZodError): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || 'input';
    found[path] ??= issueSentence(issue);
  }
  return found;
}

/** A check's finding in plain words; what an operation wrote for itself is kept as it is. */
function issueSentence(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too big|Too small|Unrecognized)\b/.test(issue.message)) {
    return /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  }
  if (issue.code === 'invalid_value')
    return `Must be one of: ${issue.values
      .map(String)
      .filter((value) => value !== '')
      .join(', ')}.`;
  if (issue.code === 'invalid_type') {
    return issue.message.endsWith('received undefined')
      ? 'Is missing.'
      : `Must be ${expectedWords[issue.expected] ?? `a ${issue.expected}`}.`;
  }
  if (issue.code === 'too_big')
    return `Must be at most ${String(issue.maximum)}${lengthWords(issue.origin)}.`;
  if (issue.code === 'too_small')
    return `Must be at least ${String(issue.minimum)}${lengthWords(issue.origin)}.`;
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'Must be a day such as 2025-02-24.';
  return 'Is not valid.';
}

const expectedWords: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  string: 'a text',
  array: 'a list',
  object: 'an object',
};

function lengthWords(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' values' : '';
}
