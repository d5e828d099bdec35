import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkCase } from '../../domain/decisions/check-case.ts';
import type { CaseProblem } from '../../domain/decisions/case-problem.ts';
import { caseDocument, type CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { describeIssues } from '../describe-issues.ts';

/** A problem of a case, with the line of the file where it stands, from 1; null where it stands nowhere yet. */
export type LocatedProblem = CaseProblem & { line: number | null };

/** A case as it was read, or nothing where the text is no case; and everything that is wrong or missing. */
export type ReadCase = { document: CaseDocument | null; problems: LocatedProblem[] };

/** Characters of a case’s text; 5,000 cost lines are 2 million. */
export const caseTextLimit = 5_000_000;

/**
 * Reads a case from YAML or JSON, which is YAML too, and checks it. Nothing is thrown for what people write.
 *
 * @param models ids of the delivery models that are known
 * @example readCase('case: 1\nid: x', models).problems[0] // { kind: 'error', path: 'title', message: 'title is missing.', line: null }
 */
export function readCase(text: string, models: ReadonlySet<string>): ReadCase {
  if (text.length > caseTextLimit)
    return noCase(`The text has ${text.length} characters; a case has at most ${caseTextLimit}.`);
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [fault] = parsed.errors;
  if (fault !== undefined) {
    const line = lines.linePos(fault.pos[0]).line;
    return noCase(`Line ${line} can’t be read: ${fault.message.split('\n')[0] ?? ''}`, line);
  }
  if (parsed.contents === null) return noCase('The text is empty: write a case, or begin with an example.');
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    return noCase(`The text can’t be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const locate = (path: readonly PropertyKey[]): number | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = parsed.getIn(path.slice(0, length), true);
      if (hasRange(node)) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  const read = caseDocument.safeParse(value);
  if (!read.success) return { document: null, problems: locateIssues(read.error, value, locate) };
  const problems = checkCase(read.data, models).map((each) => ({
    ...each,
    line: locate(splitPath(each.path)),
  }));
  return { document: read.data, problems };
}

function noCase(message: string, line: number | null = null): ReadCase {
  return { document: null, problems: [{ kind: 'error', path: '', message, line }] };
}

function locateIssues(
  error: z.ZodError,
  value: unknown,
  locate: (path: readonly PropertyKey[]) => number | null,
): LocatedProblem[] {
  return describeIssues(error, value).map(({ keys, path, message }) => ({
    kind: 'error',
    path,
    message,
    line: locate(keys),
  }));
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** `costs.lines[3].unitCost` as keys. */
function splitPath(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/gu)].map(([part]) => (/^\d+$/u.test(part) ? Number(part) : part));
}
