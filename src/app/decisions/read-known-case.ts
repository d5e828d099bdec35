import type { HeldIds } from '../../domain/decisions/held-ids.ts';
import type { Reference } from '../reference.ts';
import { readCase, type ReadCase } from './read-case.ts';

/**
 * Reads and checks a case against everything that the reference data holds.
 *
 * @example readKnownCase(context.reference, text).problems
 */
export function readKnownCase(reference: Reference, text: string): ReadCase {
  return readCase(text, new Set(reference.deliveryModels.map(({ id }) => id)), heldIds(reference));
}

/** The ids of the reference data that a case may refer to. */
function heldIds({ decisions, referenceClasses }: Reference): Required<HeldIds> {
  const { discountRates, approvals, interestTest } = decisions;
  return {
    discountRates: new Set(discountRates.map(({ id }) => id)),
    approvals: new Set(approvals.map(({ id }) => id)),
    referenceClasses: new Set(referenceClasses.map(({ kind }) => kind)),
    interestTest: new Set([
      ...interestTest.parts.flatMap(({ questions }) => questions.map(({ id }) => id)),
      ...interestTest.exclusions.map(({ id }) => id),
    ]),
  };
}
