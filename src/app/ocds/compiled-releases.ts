import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { isObject } from '../../lib/json.ts';
import { problemAt } from '../../ocds/reader.ts';
import { parseStrictly } from '../../ocds/strict-json.ts';
import { readValues } from '../../ocds/values.ts';
import type { Context } from '../context.ts';
import { toolkitInputs } from './toolkit-inputs.ts';
import type { ToolkitNotices } from './toolkit-notices.ts';

/** A compiled release, and the line on which it begins. */
export type CompiledLine = { release: JsonObject; line: number; input: string };

/**
 * Reads compiled releases, one JSON text each, and gives them to `take` at once; what is none is told and left out.
 *
 * @yields after each block of input
 * @throws AppError input-unreadable where a file isn't there
 */
export async function* readCompiledReleases(
  context: Context,
  files: readonly string[],
  notices: ToolkitNotices,
  take: (line: CompiledLine) => void,
): AsyncGenerator<void> {
  const inputs = await toolkitInputs(context, files);
  const reader = {
    parse: parseFinite,
    problem: notices.problem.bind(notices),
    take: (value: JsonValue, line: number, input: string): void => {
      const fault = faultOf(value);
      if (fault !== null) notices.problem(problemAt(input, { line, element: null }, fault));
      else if (isObject(value)) take({ release: value, line, input });
    },
  };
  for await (const _ of readValues(inputs, reader)) {
    context.signal.throwIfAborted();
    yield;
  }
}

/** What a number out of range looks like; in a text it means nothing, so that the value is looked at too. */
const huge = /\d[eE]\+?\d{3}|\d{309}/;

/** Parses a text as it is; a number out of range is a fault, as for the reference. */
function parseFinite(bytes: Buffer): ReturnType<typeof parseStrictly> {
  const parsed = parseStrictly(bytes);
  if (!('value' in parsed) || !huge.test(bytes.toString('latin1')) || isFinite(parsed.value)) return parsed;
  return { fault: 'a number in it is out of range' };
}

function isFinite(value: JsonValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isFinite);
}

const compileFirst = 'Compile it first: sourcing ocds compile.';

function faultOf(value: JsonValue): { clause: string; advice: string } | null {
  if (Array.isArray(value)) return { clause: 'is an array, not a compiled release', advice: compileFirst };
  if (!isObject(value)) return { clause: 'is not a JSON object', advice: '' };
  const isPackage = Array.isArray(value['releases']) || Array.isArray(value['records']);
  return isPackage && value['ocid'] === undefined
    ? { clause: 'is a package, not a compiled release', advice: compileFirst }
    : null;
}
