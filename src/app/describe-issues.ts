import type { z } from 'zod';
import { suggest } from '../lib/suggest.ts';

/** What is wrong at one place of a document. */
export type DescribedIssue = { keys: PropertyKey[]; path: string; message: string };

/**
 * What doesn’t fit a document’s schema, each with its path and what to write.
 *
 * @param value what was read, to say what stands there
 * @example describeIssues(error, value)[0] // { path: 'costs.lines[0].unitcost', message: 'There is no "unitcost" here. Did you mean "unitCost"?', … }
 */
export function describeIssues(error: z.ZodError, value: unknown): DescribedIssue[] {
  return error.issues.flatMap((issue) => describe(issue, value, []));
}

function describe(issue: z.core.$ZodIssue, value: unknown, before: readonly PropertyKey[]): DescribedIssue[] {
  const keys = [...before, ...issue.path];
  const given = valueAt(value, keys);
  if (issue.code === 'invalid_union') return describeUnion(issue, value, keys);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => at([...keys, key], `There is no "${key}" here.${hintOf(key, given)}`));
  return [at(keys, sentenceOf(issue, given))];
}

/** Of several shapes, the one that the reader seems to have meant: the first that is wrong inside, not as a whole. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  value: unknown,
  keys: readonly PropertyKey[],
): DescribedIssue[] {
  const meant = issue.errors
    .filter((branch) => branch.every((one) => one.code !== 'invalid_type' || one.path.length > 0))
    .toSorted((one, other) => one.length - other.length)[0];
  if (meant !== undefined) return meant.flatMap((one) => describe(one, value, keys));
  const wanted = [
    ...new Set(
      issue.errors.flat().flatMap((one) => (one.code === 'invalid_type' ? [nounOf(one.expected)] : [])),
    ),
  ];
  return [
    at(
      keys,
      `${shown(valueAt(value, keys))} is not ${wanted.join(' or ') || 'one of the forms allowed here'}.`,
    ),
  ];
}

function sentenceOf(issue: z.core.$ZodIssue, given: unknown): string {
  const name = shown(given);
  if (issue.code === 'invalid_type') {
    const noun = nounOf(issue.expected);
    return given === undefined ? `This is missing: write ${noun}.` : `${name} is not ${noun}.`;
  }
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid')) {
    const known = issue.values.map(String);
    const near = typeof given === 'string' ? suggest(given, known) : null;
    const hint = near === null ? '' : ` Did you mean "${near}"?`;
    return known.length === 1
      ? `${name} is not ${known[0] ?? ''}.`
      : `${name} is none of ${known.join(', ')}.${hint}`;
  }
  if (issue.code === 'too_small' && issue.message.startsWith('Too small'))
    return `${name} is too small: at least ${String(issue.minimum)}.`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big'))
    return `${name} is too large: at most ${String(issue.maximum)}.`;
  return `${name}: ${issue.message}.`;
}

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
  record: 'a group of named values',
};

function nounOf(expected: string): string {
  return nouns[expected] ?? expected;
}

/** Keys that stand beside it can’t be what was meant, so the schema’s keys are guessed from the siblings’ usual spelling. */
function hintOf(key: string, given: unknown): string {
  const siblings = typeof given === 'object' && given !== null ? Object.keys(given) : [];
  const camel = key.replaceAll(/[-_ ]+(\w)/gu, (_, letter: string) => letter.toUpperCase());
  return camel !== key && !siblings.includes(camel)
    ? ` Names are written like "${camel}".`
    : ' See the published schema for what may stand here.';
}

function at(keys: readonly PropertyKey[], message: string): DescribedIssue {
  const path = keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('');
  return { keys: [...keys], path, message: message.replace(/\.\.$/u, '.') };
}

function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  let found: unknown = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

function shown(given: unknown): string {
  if (given === undefined) return 'Nothing';
  const text = JSON.stringify(given);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
