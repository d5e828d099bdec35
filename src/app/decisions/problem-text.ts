import { z } from 'zod';
import { countText } from '../count-text.ts';
import type { LocatedProblem } from './read-case.ts';

/** A problem of a case as operations answer it. */
export const caseProblemView = z.object({
  kind: z.enum(['error', 'warning', 'missing']),
  path: z.string(),
  line: z.number().int().nullable(),
  message: z.string(),
});

const headings = {
  error: 'Errors',
  warning: 'Warnings',
  missing: 'Missing before it can be approved',
} as const;

/**
 * Problems as text, by kind, each with line and path.
 *
 * @example problemText([]) // 'Nothing is wrong, and nothing is missing.'
 */
export function problemText(problems: readonly LocatedProblem[]): string {
  if (problems.length === 0) return 'Nothing is wrong, and nothing is missing.';
  return (['error', 'warning', 'missing'] as const)
    .map((kind) => ({ kind, own: problems.filter((one) => one.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) =>
      [headings[kind], ...own.map((one) => `  ${placeText(one)}${one.message}`)].join('\n'),
    )
    .join('\n\n');
}

function placeText({ line, path }: LocatedProblem): string {
  const place = [line === null ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
  return place === '' ? '' : `${place}: `;
}

/**
 * How many problems of each kind, in one line.
 *
 * @example problemCounts([]) // 'no errors, no warnings, nothing missing'
 */
export function problemCounts(problems: readonly LocatedProblem[]): string {
  const count = (kind: LocatedProblem['kind']): number => problems.filter((one) => one.kind === kind).length;
  const [errors, warnings, missing] = [count('error'), count('warning'), count('missing')];
  return [
    errors === 0 ? 'no errors' : countText(errors, 'error'),
    warnings === 0 ? 'no warnings' : countText(warnings, 'warning'),
    missing === 0 ? 'nothing missing' : `${missing} missing`,
  ].join(', ');
}
