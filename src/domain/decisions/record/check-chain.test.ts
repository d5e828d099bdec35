import { describe, expect, it } from 'vitest';
import { recordWith } from '../../../../test/factories/decision-record.ts';
import { checkChain } from './check-chain.ts';

const first = recordWith();
const second = recordWith({ number: 2, previous: first.hash });
const third = recordWith({ number: 3, previous: second.hash, stage: 'full' });

describe('the chain of a case', () => {
  it('holds in any order, and beside records of other cases', () => {
    expect(checkChain([third, first, second, recordWith({ case: 'another' })])).toEqual([]);
    expect(checkChain([recordWith({ number: null })])).toEqual([]);
  });

  it('tells which record is missing, with its hash', () => {
    expect(checkChain([first, third])).toEqual([
      {
        kind: 'missing',
        case: 'permits',
        number: 3,
        says: `Record 2, which record 3 follows, isn’t here: its hash is ${second.hash}.`,
      },
    ]);
  });

  it.each([
    ['another record before', [first, recordWith({ number: 2, previous: 'f'.repeat(64) })], 'another hash'],
    ['two with one number', [first, second, recordWith({ number: 2, previous: first.hash, title: 'x' })], 'two records'],
    ['a first one that follows', [recordWith({ previous: 'f'.repeat(64) })], 'The first record names one'],
    ['a second one that follows none', [first, recordWith({ number: 2 })], 'names no record before it'],
    ['an unsigned one that follows', [recordWith({ number: null, previous: first.hash })], 'stands in no chain'],
  ])('is broken by %s', (_, records, says) => {
    const [fault] = checkChain(records);
    expect(fault?.kind).toBe('broken');
    expect(fault?.says).toContain(says);
  });
}); // prettier-ignore
