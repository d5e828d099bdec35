import type { CaseResult } from './case-result.ts';

/**
 * A reference value beside what a method gives, which may be off by an absolute tolerance.
 *
 * @example compareNumber({ id: 'a', what: 'mean', expected: 1, got: 1.5, tolerance: 0.1 }).passed // false
 */
export function compareNumber(
  given: Pick<CaseResult, 'id' | 'what' | 'expected' | 'got' | 'tolerance'>,
): CaseResult {
  const deviation = Math.abs(given.got - given.expected);
  return { ...given, deviation, passed: deviation <= given.tolerance };
}

/**
 * Runs what works on one part of a file, and says in a refusal which part that was.
 *
 * @throws RangeError with the path in front of the sentence
 * @example atPath('cases.3', () => checkWeights([2], 1)) // throws "cases.3: The weights add up to 2, not to 1. …"
 */
export function atPath<Answer>(path: string, run: () => Answer): Answer {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof RangeError) throw new RangeError(`${path}: ${cause.message}`, { cause });
    throw cause;
  }
}
