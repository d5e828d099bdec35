import { describe, expect, it } from 'vitest';
import { readCondition } from './read-condition.ts';

describe('a condition that people wrote', () => {
  it('is read with its parts', () => {
    const written = { all: [{ fact: 'bids', is: 1 }, { not: { fact: 'says-exit', is: true } }] };
    expect(readCondition(written)).toEqual({
      condition: {
        kind: 'all',
        of: [
          { kind: 'compare', fact: 'bids', by: 'is', value: 1 },
          { kind: 'not', of: { kind: 'compare', fact: 'says-exit', by: 'is', value: true } },
        ],
      },
      faults: [],
    });
  });

  it.each([
    [{ fact: 'bidz', is: 1 }, 'fact', 'there is no fact called "bidz". Did you mean "bids"?'],
    [{ fact: 'bids', isnt: 1 }, 'isnt', '"isnt" is none of is,'],
    [{ fact: 'bids', is: 'one' }, 'is', '“bids” is a number'],
    [{ fact: 'bids', includes: 1 }, 'includes', 'can’t be compared by "includes"'],
    [{ fact: 'bids' }, '', 'exactly one comparison'],
    [{ fact: 'bids', above: 1, below: 4 }, '', 'exactly one comparison'],
    [{ fact: 'route', is: 'direct' }, 'is', 'is one of open-competition'],
    [{ fact: 'route', isOneOf: [] }, 'isOneOf', 'is one of'],
    [{ fact: 'says-exit', is: 'no' }, 'is', 'is true or false'],
    [{ facts: 'bids', is: 1 }, 'facts', 'Did you mean "fact"?'],
    [{ all: [{ fact: 'bids', is: 1 }] }, 'all', 'at least two'],
    [
      {
        all: [
          { fact: 'bids', is: 1 },
          { fact: 'lotz', is: 1 },
        ],
      },
      'all.1.fact',
      'Did you mean "lots"?',
    ],
    [{ not: { fact: 'bids', is: 1 }, all: [] }, '', 'stands alone'],
    ['bids is 1', '', 'write all, anyOf, not'],
    [null, '', 'write all, anyOf, not'],
    [{}, '', 'can’t be empty'],
  ])('%j is refused at %s', (written, place, message) => {
    const { condition, faults } = readCondition(written);
    expect(condition).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.path.join('.')).toBe(place);
    expect(faults[0]?.message).toContain(message);
  });

  it('is refused where it goes deeper than anybody reads', () => {
    const deep = Array.from({ length: 12 }).reduce<unknown>((inner) => ({ not: inner }), {
      fact: 'bids',
      is: 1,
    });
    expect(readCondition(deep).faults[0]?.message).toContain('at most 4 deep');
  });
});
