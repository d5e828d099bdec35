import { suggest } from '../../../lib/suggest.ts';
import { comparators, type Comparator, type Condition } from './condition.ts';
import type { FactDeclaration, FactValue } from './fact.ts';
import { factNames, facts, parseFactName } from './facts.ts';

/** What is wrong with a condition, and where in it. */
export type ConditionFault = { path: (string | number)[]; message: string };

/** A condition as it was read, or nothing and what is wrong. */
export type ReadCondition = { condition: Condition | null; faults: ConditionFault[] };

/** Parts of a condition inside each other, so that nobody writes what nobody reads. */
const deepest = 4;

/**
 * Reads a condition as people write it: `{ all: […] }`, `{ anyOf: […] }`, `{ not: … }`, or a fact with one comparison,
 * `{ fact: term-months, above: 60 }`. A fact that isn’t declared, or is compared with what it can’t be, is a fault.
 *
 * @example readCondition({ fact: 'bids', is: 1 }).condition // { kind: 'compare', fact: 'bids', by: 'is', value: 1 }
 * @example readCondition({ fact: 'bidz', is: 1 }).faults[0]?.message // 'there is no fact called "bidz". Did you mean "bids"?'
 */
export function readCondition(value: unknown): ReadCondition {
  const faults: ConditionFault[] = [];
  const condition = read(value, [], faults);
  return faults.length > 0 ? { condition: null, faults } : { condition, faults };
}

function read(value: unknown, path: (string | number)[], faults: ConditionFault[]): Condition | null {
  const fault = (message: string, ...at: (string | number)[]): null => {
    faults.push({ path: [...path, ...at], message });
    return null;
  };
  if (path.length > deepest * 2) return fault(`conditions are at most ${deepest} deep: split the check`);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault('write all, anyOf, not, or a fact with one comparison');
  const entries = Object.entries(value);
  const [first] = entries;
  if (first === undefined) return fault('a condition can’t be empty');
  const [key, inner] = first;
  if (key === 'all' || key === 'anyOf' || key === 'not') {
    if (entries.length > 1) return fault(`"${key}" stands alone: put the rest inside it`);
    if (key === 'not') {
      const of = read(inner, [...path, 'not'], faults);
      return of === null ? null : { kind: 'not', of };
    }
    if (!Array.isArray(inner) || inner.length < 2) return fault(`"${key}" needs a list of at least two`, key);
    const parts = inner.map((part, index) => read(part, [...path, key, index], faults));
    const of = parts.filter((part) => part !== null);
    return of.length === parts.length ? { kind: key, of } : null;
  }
  return readComparison(entries, fault);
}

type Fault = (message: string, ...at: (string | number)[]) => null;

function readComparison(entries: readonly [string, unknown][], fault: Fault): Condition | null {
  const given = entries.find(([key]) => key === 'fact');
  if (given === undefined) {
    const known = ['fact', 'all', 'anyOf', 'not'];
    const key = entries[0]?.[0] ?? '';
    return fault(`"${key}" is none of ${known.join(', ')}${hint(key, known)}`, key);
  }
  const name = String(given[1]);
  const fact = parseFactName(name);
  if (fact === null) return fault(`there is no fact called "${name}"${hint(name, factNames)}`, 'fact');
  const others = entries.filter(([key]) => key !== 'fact');
  const [comparison] = others;
  if (comparison === undefined || others.length > 1)
    return fault(`write exactly one comparison beside the fact: ${comparators.join(', ')}`);
  const [key, wanted] = comparison;
  const by = comparators.find((one) => one === key);
  if (by === undefined)
    return fault(`"${key}" is none of ${comparators.join(', ')}${hint(key, comparators)}`, key);
  const problem = misfit(facts[fact], by, wanted);
  if (problem !== null) return fault(problem, key);
  return isValue(wanted) ? { kind: 'compare', fact, by, value: wanted } : fault('this is no value', key);
}

/** Why a declared fact can’t be compared so; null where it can. */
function misfit(fact: FactDeclaration, by: Comparator, wanted: unknown): string | null {
  const fits: Record<FactDeclaration['type'], readonly Comparator[]> = {
    number: ['is', 'above', 'below', 'atLeast', 'atMost'],
    'yes-no': ['is'],
    choice: ['is', 'isOneOf'],
    choices: ['includes'],
  };
  if (!fits[fact.type].includes(by))
    return `“${fact.label}” can’t be compared by "${by}", only by ${fits[fact.type].join(', ')}`;
  if (fact.type === 'number') return typeof wanted === 'number' ? null : `“${fact.label}” is a number`;
  if (fact.type === 'yes-no') return typeof wanted === 'boolean' ? null : `“${fact.label}” is true or false`;
  const asked: readonly unknown[] = by === 'isOneOf' ? (Array.isArray(wanted) ? wanted : []) : [wanted];
  const unknown = asked.find((one) => !fact.values.some((known) => known === one));
  if (asked.length > 0 && unknown === undefined) return null;
  return `“${fact.label}” is one of ${fact.values.join(', ')}${hint(String(unknown), fact.values)}`;
}

function isValue(value: unknown): value is FactValue {
  return (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'string' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'))
  );
}

function hint(given: string, known: readonly string[]): string {
  const near = suggest(given, known);
  return near === null ? '' : `. Did you mean "${near}"?`;
}
