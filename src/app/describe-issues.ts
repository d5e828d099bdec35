import type { z } from 'zod';
import { suggest } from '../lib/suggest.ts';
import { knownKeysAt } from './known-keys.ts';
import { plainNumberHint } from './plain-number.ts';

/** What is wrong at one place of a document. */
export type DescribedIssue = { keys: PropertyKey[]; path: string; message: string };

/**
 * What doesn’t fit a document’s schema, each with its path and what to write.
 *
 * @param value what was read, to say what stands there
 * @param schema the document’s, to guess what a name that isn’t known was meant for; without it nothing is guessed
 * @example describeIssues(error, value, schema)[0] // { path: 'costs.lines[0].unitcost', message: 'There is no "unitcost" here. Did you mean "unitCost"?', … }
 */
export function describeIssues(error: z.ZodError, value: unknown, schema?: z.ZodType): DescribedIssue[] {
  return error.issues.flatMap((issue) => describe(issue, { value, schema }, []));
}

/** What is described: the document as it was read, and its schema. */
type Subject = { value: unknown; schema: z.ZodType | undefined };

function describe(
  issue: z.core.$ZodIssue,
  subject: Subject,
  before: readonly PropertyKey[],
): DescribedIssue[] {
  const keys = [...before, ...issue.path];
  if (issue.code === 'invalid_union') return describeUnion(issue, subject, keys);
  const given = valueAt(subject.value, keys);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      at(
        [...keys, key],
        `There is no "${key}" here.${hintOf(key, given, knownKeysAt(subject.schema, keys))}`,
      ),
    );
  return [at(keys, `${sentenceOf(issue, given)}${partsHint(issue, subject, keys)}`)];
}

/** Of several shapes, the one that the reader seems to have meant: the first that is wrong inside, not as a whole. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  subject: Subject,
  keys: readonly PropertyKey[],
): DescribedIssue[] {
  const given = valueAt(subject.value, keys);
  const meant = issue.errors
    .filter((branch) => branch.every((one) => !isWholly(one)))
    .toSorted((one, other) => one.length - other.length)[0];
  const told = ownWords(issue);
  const known = knownKeysAt(subject.schema, keys);
  // Names that each shape knows and no shape has together: what the shapes are says more than that one of them hasn’t this.
  if (told !== null && meant !== undefined && meant.every((one) => isOfAnotherShape(one, known)))
    return [at(keys, `Its parts don’t go together: ${told}.`)];
  if (meant !== undefined) return meant.flatMap((one) => describe(one, subject, keys));
  const wholly = issue.errors.flat().filter(isWholly);
  const wanted = told ?? [...new Set(wholly.flatMap(wantedOf))].join(' or ');
  const takesNumbers = wholly.some((one) => one.code === 'invalid_type' && one.expected === 'number');
  const number = takesNumbers && typeof given === 'string' ? plainNumberHint(given) : null;
  if (given === undefined)
    return [at(keys, `This is missing: ${told ?? `write ${wanted || 'one of the forms allowed here'}`}.`)];
  if (number !== null) return [at(keys, `${shown(given)} is not a number. ${number}`)];
  const nothing = valueless(given);
  if (nothing !== null) return [at(keys, `${nothing}: ${told ?? `write ${wanted}`}.`)];
  if (told !== null) return [at(keys, ended(`${shown(given)}: ${told}`))];
  const takesLists = wholly.some((one) => one.code === 'invalid_type' && one.expected === 'array');
  const list = takesLists && typeof given === 'string' ? ` For one alone write [${given}].` : '';
  return [at(keys, `${shown(given)} is not ${wanted || 'one of the forms allowed here'}.${list}`)];
}

/** Whether names are all wrong with a shape, and another shape of the place has them. */
function isOfAnotherShape(issue: z.core.$ZodIssue, known: readonly string[]): boolean {
  return (
    issue.code === 'unrecognized_keys' &&
    issue.path.length === 0 &&
    issue.keys.every((key) => known.includes(key))
  );
}

/** How what stands there says nothing that could be read; null where it says something. */
function valueless(given: unknown): string | null {
  if (given === null) return 'This is empty';
  return typeof given === 'number' && !Number.isFinite(given) ? 'This number isn’t finite' : null;
}

/** Where a group was wanted, the names that may stand in it. */
function partsHint(issue: z.core.$ZodIssue, { schema }: Subject, keys: readonly PropertyKey[]): string {
  if (issue.code !== 'invalid_type' || issue.expected !== 'object' || ownWords(issue) !== null) return '';
  const known = knownKeysAt(schema, keys);
  if (known.length === 0) return '';
  const more = known.length > mostNames ? ' and others, which the published schema names' : '';
  return ` What may stand in it: ${known.slice(0, mostNames).join(', ')}${more}.`;
}

/** Whether a shape doesn’t fit at all, rather than somewhere inside. */
function isWholly({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function wantedOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_type') return [nounOf(issue.expected)];
  return issue.code === 'invalid_value' ? issue.values.map((value) => `"${String(value)}"`) : [];
}

/** What the schema itself says of a mistake; null where it leaves that to the sentences here. */
function ownWords({ message }: z.core.$ZodIssue): string | null {
  return /^(Invalid|Too (small|big)|Unrecognized)/u.test(message) ? null : message;
}

function sentenceOf(issue: z.core.$ZodIssue, given: unknown): string {
  const name = shown(given);
  const told = ownWords(issue);
  if (told !== null) {
    if (given === undefined) return ended(`This is missing: ${told}`);
    const nothing = valueless(given);
    if (nothing !== null) return ended(`${nothing}: ${told}`);
    // What is wrong with a group of values says which; the group again would only be read twice.
    return ended(
      typeof given === 'object' ? `${told.charAt(0).toUpperCase()}${told.slice(1)}` : `${name}: ${told}`,
    );
  }
  if (issue.code === 'invalid_type') {
    const noun = nounOf(issue.expected);
    if (given === undefined) return `This is missing: write ${noun}.`;
    const nothing = valueless(given);
    if (nothing !== null) return `${nothing}: write ${noun}.`;
    const hint = noun === 'a number' && typeof given === 'string' ? plainNumberHint(given) : null;
    return `${name} is not ${noun}.${hint === null ? '' : ` ${hint}`}`;
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    if (given === undefined)
      return `This is missing: write ${known.length === 1 ? '' : 'one of '}${known.join(', ')}.`;
    const near = typeof given === 'string' ? suggest(given, known) : null;
    const hint = near === null ? '' : ` Did you mean "${near}"?`;
    return known.length === 1
      ? `${name} is not ${known[0] ?? ''}.`
      : `${name} is none of ${known.join(', ')}.${hint}`;
  }
  if (issue.code === 'too_small')
    return issue.origin === 'number' && issue.inclusive === false
      ? `${name} is too small: above ${String(issue.minimum)}.`
      : `${name} is ${sizeOf(given, 'small')}: at least ${String(issue.minimum)}${unitOf(given, issue.minimum)}.`;
  if (issue.code === 'too_big')
    return `${name} is ${sizeOf(given, 'large')}: at most ${String(issue.maximum)}${unitOf(given, issue.maximum)}.${shareHint(given, issue.maximum)}`;
  return `${name}: ${issue.message}.`;
}

/** A text is long or short, a list has many or few, a number is large or small. */
function sizeOf(given: unknown, size: 'small' | 'large'): string {
  if (typeof given === 'string') return size === 'small' ? 'too short' : 'too long';
  if (Array.isArray(given)) return size === 'small' ? 'too short a list' : 'too long a list';
  return `too ${size}`;
}

function unitOf(given: unknown, count: number | bigint): string {
  if (typeof given === 'string') return ` ${Number(count) === 1 ? 'character' : 'characters'}`;
  return Array.isArray(given) ? ` ${Number(count) === 1 ? 'entry' : 'entries'}` : '';
}

/** A sentence with its full stop, unless it ends as a question. */
function ended(sentence: string): string {
  return /[.?!]$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** Where a share from 0 to 1 was wanted, 30 mostly means 30 per cent. */
function shareHint(given: unknown, most: number | bigint): string {
  return most === 1 && typeof given === 'number' && given <= 100
    ? ` For ${given} per cent write ${Number((given / 100).toPrecision(12))}.`
    : '';
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

/** The nearest name that is known and doesn’t stand here already, or those that there are. */
function hintOf(key: string, given: unknown, known: readonly string[]): string {
  const siblings = typeof given === 'object' && given !== null ? Object.keys(given) : [];
  const free = known.filter((name) => !siblings.includes(name));
  const plain = key.replaceAll(/[-_ ]+/gu, '');
  const nearest = suggest(plain, known);
  if (nearest !== null && siblings.includes(nearest)) return ` "${nearest}" stands here already.`;
  const near = nearest ?? free.find((name) => isPartOf(plain, name)) ?? null;
  if (near !== null) return ` Did you mean "${near}"?`;
  if (free.length === 0) return ' See the published schema for what may stand here.';
  const more = free.length > mostNames ? ' and others, which the published schema names' : '';
  return ` What may still stand here: ${free.slice(0, mostNames).join(', ')}${more}.`;
}

const mostNames = 12;

/** Whether one name holds the other, such as “rate” in “ratePercent”; two letters hold nothing. */
function isPartOf(given: string, name: string): boolean {
  const [one, other] = [given.toLowerCase(), name.toLowerCase()];
  return Math.min(one.length, other.length) > 2 && (one.includes(other) || other.includes(one));
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
  // JSON knows no number that isn’t finite, and a text of it could hold what a terminal obeys.
  if (typeof given === 'number') return String(given);
  const text = JSON.stringify(given);
  if (text.length <= 60) return text;
  return typeof given === 'string' ? `${text.slice(0, 56)}…"` : `${text.slice(0, 57)}…`;
}
