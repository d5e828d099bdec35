import type { FactReading, FactValue } from './fact.ts';
import type { FactName } from './facts.ts';

/** How a fact is compared. `includes` is for facts with several values. */
export const comparators = ['is', 'isOneOf', 'above', 'below', 'atLeast', 'atMost', 'includes'] as const;
export type Comparator = (typeof comparators)[number];

/** A condition over facts. */
export type Condition =
  | { kind: 'all' | 'anyOf'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'compare'; fact: FactName; by: Comparator; value: FactValue };

/** Facts of one subject; what isn’t there is not stated. */
export type Facts = Readonly<Partial<Record<FactName, FactReading>>>;

/** What a condition comes to. A fact that is not stated never makes it false by being absent. */
export type Truth = 'true' | 'false' | 'not-stated';

/**
 * What a condition comes to over some facts, in three values: `all` is false as soon as one part is false, `anyOf` true as soon
 * as one part is true; else what is not stated stays so.
 *
 * @example evaluateCondition({ kind: 'compare', fact: 'bids', by: 'below', value: 2 }, {}) // 'not-stated'
 * @example evaluateCondition({ kind: 'compare', fact: 'bids', by: 'below', value: 2 }, { bids: { value: 1, evidence: '' } }) // 'true'
 */
export function evaluateCondition(condition: Condition, facts: Facts): Truth {
  switch (condition.kind) {
    case 'all':
      return combine(condition.of, facts, 'false');
    case 'anyOf':
      return combine(condition.of, facts, 'true');
    case 'not':
      return opposite(evaluateCondition(condition.of, facts));
    case 'compare':
      break;
  }
  const reading = facts[condition.fact];
  if (reading === undefined) return 'not-stated';
  return compare(reading.value, condition.by, condition.value) ? 'true' : 'false';
}

/** One part that is `deciding` decides; else one that is not stated keeps it open. */
function combine(parts: readonly Condition[], facts: Facts, deciding: 'true' | 'false'): Truth {
  let isOpen = false;
  for (const part of parts) {
    const truth = evaluateCondition(part, facts);
    if (truth === deciding) return deciding;
    isOpen ||= truth === 'not-stated';
  }
  return isOpen ? 'not-stated' : opposite(deciding);
}

function opposite(truth: Truth): Truth {
  return truth === 'not-stated' ? truth : truth === 'true' ? 'false' : 'true';
}

function compare(value: FactValue, by: Comparator, wanted: FactValue): boolean {
  switch (by) {
    case 'is':
      return value === wanted;
    case 'isOneOf':
      return Array.isArray(wanted) && wanted.includes(value);
    case 'includes':
      return Array.isArray(value) && value.includes(wanted);
    case 'above':
      return value > wanted;
    case 'below':
      return value < wanted;
    case 'atLeast':
      return value >= wanted;
    case 'atMost':
      break;
  }
  return value <= wanted;
}

/**
 * The facts that a condition asks for, each once, in the order in which it asks.
 *
 * @example factsAsked({ kind: 'not', of: { kind: 'compare', fact: 'bids', by: 'is', value: 1 } }) // ['bids']
 */
export function factsAsked(condition: Condition): FactName[] {
  if (condition.kind === 'compare') return [condition.fact];
  if (condition.kind === 'not') return factsAsked(condition.of);
  return [...new Set(condition.of.flatMap((part) => factsAsked(part)))];
}
