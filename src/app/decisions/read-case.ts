import type { z } from 'zod';
import { checkCase } from '../../domain/decisions/check-case.ts';
import type { CaseProblem } from '../../domain/decisions/case-problem.ts';
import { caseDocument, type CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { HeldIds } from '../../domain/decisions/held-ids.ts';
import { sharedSize } from '../../lib/shared-size.ts';
import { describeIssues } from '../describe-issues.ts';
import { readYamlLines, type YamlFault } from '../yaml-lines.ts';
import { isOwnProblem, partialCase, type PartialCase } from './partial-case.ts';
import { yamlFaultText } from './yaml-fault-text.ts';

/** A problem of a case, with the line of the file where it stands, from 1; null where it stands nowhere yet. */
export type LocatedProblem = CaseProblem & { line: number | null };

/** A case as it was read, or nothing where the text is no case; and everything that is wrong or missing. */
export type ReadCase = {
  document: CaseDocument | null;
  problems: LocatedProblem[];
  /** Where the text doesn’t fit the schema: what is left without the parts that don’t, for results that don’t rest on them. */
  partial?: PartialCase | undefined;
};

/** Characters of a case’s text; 5,000 cost lines are 2 million. */
export const caseTextLimit = 5_000_000;

/** Values of a case, those that aliases repeat counted each time; 5,000 cost lines are 200,000. */
const mostValues = 1_000_000;

/**
 * Reads a case from YAML or JSON, which is YAML too, and checks it. Nothing is thrown for what people write.
 *
 * @param models ids of the delivery models that are known
 * @param held ids of the reference data that a case may refer to
 * @example readCase('case: 1\nid: x', models).problems[0] // { kind: 'error', path: 'title', message: 'This is missing: write text.', line: null }
 */
export function readCase(text: string, models: ReadonlySet<string>, held: HeldIds = {}): ReadCase {
  if (text.length > caseTextLimit)
    return noCase(
      `The text has ${countOf(text.length)} characters; a case has at most ${countOf(caseTextLimit)}.`,
    );
  const nul = text.indexOf('\0');
  if (nul !== -1)
    return noCase(
      'There is a sign here that no text may hold (U+0000): take it away, or save the file as UTF-8.',
      text.slice(0, nul).split('\n').length,
    );
  // The library’s own limit refuses what is used a hundred times, which five hundred lines do honestly.
  const parsed = readYamlLines(text, -1);
  if (parsed.fault !== null) return noCase(faultText(parsed.fault), parsed.fault.line);
  const value = caseValue(parsed.value);
  if (typeof value === 'string') return noCase(value);
  const locate = (path: readonly PropertyKey[]): number | null => parsed.lineOf(path);
  const read = caseDocument.safeParse(value.of);
  if (!read.success) {
    const problems = locateIssues(read.error, value.of, locate);
    const partial = partialCase(
      value.of,
      read.error.issues.map((issue) =>
        issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : issue.path,
      ),
    );
    return partial === null
      ? { document: null, problems }
      : {
          document: null,
          problems: [
            ...problems,
            ...problemsOfRest(partial, models, held).map((each) => ({
              ...each,
              line: locate(splitPath(each.path)),
            })),
          ],
          partial,
        };
  }
  const problems = checkCase(read.data, models, held).map((each) => ({
    ...each,
    line: locate(splitPath(each.path)),
  }));
  return { document: read.data, problems };
}

function faultText(fault: YamlFault): string {
  if (fault.kind === 'syntax') return yamlFaultText(fault.error);
  if (fault.kind === 'empty') return 'The text is empty: write a case, or begin with an example.';
  const { cause } = fault;
  return `The text can’t be read: ${cause instanceof RangeError ? 'it is nested too deeply' : String(cause)}.`;
}

/** What the text says, or why it is no case. */
function caseValue(value: unknown): { of: object } | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `This is ${Array.isArray(value) ? 'a list' : 'a single value'}, and no case: a case is named parts, and begins with “case: 1”.`;
  const size = sharedSize(value);
  if (size === Infinity) return 'Something in the text refers to itself (* inside its own &): write it out.';
  if (size > mostValues)
    return `With all that it refers to (*) the text has ${countOf(size)} values; a case has at most ${countOf(mostValues)}. Write out what is meant.`;
  return { of: value };
}

function countOf(count: number): string {
  return count > 1e15 ? 'far too many' : count.toLocaleString('en-GB');
}

function noCase(message: string, line: number | null = null): ReadCase {
  return { document: null, problems: [{ kind: 'error', path: '', message, line }] };
}

/** Of what is left when parts are taken away, what is wrong with it all the same. */
function problemsOfRest(
  { document, leftOut }: PartialCase,
  models: ReadonlySet<string>,
  held: HeldIds,
): CaseProblem[] {
  return checkCase(document, models, held).filter(
    ({ kind, path }) => kind !== 'missing' && isOwnProblem(path, leftOut),
  );
}

function locateIssues(
  error: z.ZodError,
  value: unknown,
  locate: (path: readonly PropertyKey[]) => number | null,
): LocatedProblem[] {
  return describeIssues(error, value, caseDocument).map(({ keys, path, message }) => ({
    kind: 'error',
    path,
    message:
      keys.at(-1) === 'currency' && keys[0] !== 'appraisal'
        ? 'There is no "currency" here. Amounts are in pounds: convert them, and say rate and day in source.'
        : message,
    line: locate(keys),
  }));
}

/** `costs.lines[3].unitCost` as keys. */
function splitPath(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/gu)].map(([part]) => (/^\d+$/u.test(part) ? Number(part) : part));
}
