import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition, factsAsked, type Condition, type Facts, type Truth } from './condition.ts';
import { readCondition } from './read-condition.ts';

const bids = (value: number): Facts => ({ bids: { value, evidence: '' } });
const condition = (value: unknown): Condition => {
  const { condition: read, faults } = readCondition(value);
  if (read === null) throw new Error(JSON.stringify(faults));
  return read;
};
const one = condition({ fact: 'bids', is: 1 });
const several = condition({ fact: 'changes', atLeast: 2 });

describe('a condition over facts', () => {
  it.each<[unknown, Facts, Truth]>([
    [{ fact: 'bids', is: 1 }, bids(1), 'true'],
    [{ fact: 'bids', above: 1 }, bids(1), 'false'],
    [{ fact: 'bids', atLeast: 1 }, bids(1), 'true'],
    [{ fact: 'bids', below: 1 }, bids(1), 'false'],
    [{ fact: 'bids', atMost: 1 }, bids(1), 'true'],
    [{ fact: 'route', is: 'direct-award' }, { route: { value: 'direct-award', evidence: '' } }, 'true'],
    [
      { fact: 'route', isOneOf: ['other', 'direct-award'] },
      { route: { value: 'other', evidence: '' } },
      'true',
    ],
    [
      { fact: 'evolutions', includes: 'genesis' },
      { evolutions: { value: ['custom', 'genesis'], evidence: '' } },
      'true',
    ],
    [{ fact: 'says-exit', is: false }, { 'says-exit': { value: true, evidence: '' } }, 'false'],
    [{ not: { fact: 'bids', is: 1 } }, bids(1), 'false'],
  ])('%j over %j is %s', (written, facts, truth) => {
    expect(evaluateCondition(condition(written), facts)).toBe(truth);
  });

  it('a fact that is not stated never passes: not, and both ways round', () => {
    expect(evaluateCondition(one, {})).toBe('not-stated');
    expect(evaluateCondition({ kind: 'not', of: one }, {})).toBe('not-stated');
    expect(evaluateCondition({ kind: 'all', of: [one, several] }, bids(1))).toBe('not-stated');
    expect(evaluateCondition({ kind: 'anyOf', of: [one, several] }, bids(2))).toBe('not-stated');
  });

  it('one part decides where it can, whatever else is not stated', () => {
    expect(evaluateCondition({ kind: 'all', of: [several, one] }, bids(2))).toBe('false');
    expect(evaluateCondition({ kind: 'anyOf', of: [several, one] }, bids(1))).toBe('true');
  });

  it('asks for each fact once', () => {
    expect(factsAsked({ kind: 'all', of: [one, { kind: 'not', of: one }, several] })).toEqual([
      'bids',
      'changes',
    ]);
  });
});

const names = ['bids', 'changes', 'lots'] as const;
const compare = fc.record({
  kind: fc.constant('compare' as const),
  fact: fc.constantFrom(...names),
  by: fc.constantFrom('is' as const, 'above' as const, 'atMost' as const),
  value: fc.integer({ min: 0, max: 3 }),
});
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    compare,
    fc.record({
      kind: fc.constantFrom('all' as const, 'anyOf' as const),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
  ),
}));
const numbers = fc.record(Object.fromEntries(names.map((name) => [name, fc.integer({ min: 0, max: 3 })])), {
  requiredKeys: [],
});
const factsFrom = (values: Record<string, number | undefined>): Facts =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, evidence: '' }]],
    ),
  );

describe('for any condition', () => {
  it('what is said stays said when more becomes known', () => {
    fc.assert(
      fc.property(tree, numbers, numbers, (asked, some, more) => {
        const before = evaluateCondition(asked, factsFrom(some));
        const after = evaluateCondition(asked, factsFrom({ ...more, ...some }));
        return before === 'not-stated' || before === after;
      }),
    );
  });

  it('where everything is stated, something is said', () => {
    fc.assert(
      fc.property(
        tree,
        numbers,
        (asked, some) =>
          evaluateCondition(asked, factsFrom({ bids: 0, changes: 1, lots: 2, ...some })) !== 'not-stated',
      ),
    );
  });

  it('not all is any of the nots', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 3 }), numbers, (of, some) => {
        const facts = factsFrom(some);
        const outside = evaluateCondition({ kind: 'not', of: { kind: 'all', of } }, facts);
        const inside = of.map((part): Condition => ({ kind: 'not', of: part }));
        return outside === evaluateCondition({ kind: 'anyOf', of: inside }, facts);
      }),
    );
  });
});
