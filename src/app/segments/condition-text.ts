import type { Comparator, Condition } from '../../domain/segments/checks/condition.ts';
import { facts } from '../../domain/segments/checks/facts.ts';
import { listText } from '../decisions/figure-text.ts';
import { factValueText } from './fact-text.ts';

const words: Readonly<Record<Comparator, string>> = {
  is: 'is',
  isOneOf: 'is one of',
  above: 'is above',
  below: 'is below',
  atLeast: 'is at least',
  atMost: 'is at most',
  includes: 'includes',
};

/**
 * A condition in words, for whoever wants to know when a check fires.
 *
 * @example conditionText({ kind: 'compare', fact: 'term-months', by: 'above', value: 24 }) // 'term is above 24 months'
 */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => partText(part)).join(', and ');
    case 'anyOf':
      return condition.of.map((part) => partText(part)).join(', or ');
    case 'not':
      return `it is not so that ${conditionText(condition.of)}`;
    case 'compare':
      break;
  }
  const fact = facts[condition.fact];
  const { by, value } = condition;
  if (typeof value === 'boolean') return yesNoText(condition.fact, fact.label, value);
  const wanted = Array.isArray(value) ? listText(value) : factValueText(fact, value);
  return `${fact.label} ${words[by]} ${wanted}`;
}

/** Parts that join others are set in brackets, so that “and” and “or” can’t be taken for one another. */
function partText(part: Condition): string {
  const text = conditionText(part);
  return part.kind === 'all' || part.kind === 'anyOf' ? `(${text})` : text;
}

function yesNoText(name: string, label: string, wanted: boolean): string {
  if (name.startsWith('says-')) return wanted ? `the text has ${label}` : `the text has no ${label}`;
  return `${label}: ${wanted ? 'yes' : 'no'}`;
}
