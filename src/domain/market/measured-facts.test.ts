import { describe, expect, it } from 'vitest';
import type { Amount } from '../contracts/amount.ts';
import type { Notice } from '../notices/process-facts.ts';
import { measuredFacts } from './measured-facts.ts';

const contract = { title: 'Provision of Housing Management System', lotIds: ['1', '2'], amounts: [] };
const nothing = { bids: [], notices: [] };

function amount(parts: Partial<Amount>): Amount {
  return {
    of: 'contract', ofId: '1', kind: 'contract', basis: 'net', minorUnits: 100, currency: 'GBP', originalText: null,
    sourcePath: 'contracts[0].value.amount', flag: null, ...parts,
  }; // prettier-ignore
}

function notice(tags: string[], publishedAt: string | null): Notice {
  return { noticeId: '1', noticeType: null, tags, publishedAt, url: null };
}

describe('what measures read of a contract', () => {
  it('knows nothing where the notices say nothing, but the words of the title', () => {
    expect(measuredFacts(nothing, contract)).toEqual({
      bidCount: null, tenderOn: null, firstPence: null, lastPence: null, titleWords: ['housing'],
    }); // prettier-ignore
  });

  it('takes the most bids of the lots that the contract covers, and those of the whole', () => {
    const bids = [
      { lotId: '1', measure: 'bids', count: 1 },
      { lotId: '2', measure: 'bids', count: 4 },
      { lotId: '3', measure: 'bids', count: 9 },
      { lotId: '1', measure: 'smeBids', count: 20 },
    ];
    const bidsFor = (lotIds: string[]): number | null =>
      measuredFacts({ bids, notices: [] }, { ...contract, lotIds }).bidCount;
    expect(bidsFor(['1', '2'])).toBe(4);
    expect(bidsFor(['1'])).toBe(1);
    expect(bidsFor([])).toBe(9);
    expect(bidsFor(['7'])).toBeNull();
    const whole = [{ lotId: '', measure: 'bids', count: 0 }];
    expect(measuredFacts({ bids: whole, notices: [] }, contract).bidCount).toBe(0);
  });

  it('takes the day in London of the first notice that calls for tenders', () => {
    const notices = [
      notice(['planning'], '2026-01-01T09:00:00Z'),
      notice(['tenderUpdate'], '2026-02-01T09:00:00Z'),
      notice(['tender'], null),
      notice(['tender'], '2026-07-02T09:00:00Z'),
      notice(['tender'], '2026-06-30T23:30:00Z'),
    ];
    expect(measuredFacts({ bids: [], notices }, contract).tenderOn).toBe('2026-07-01');
  });

  it.each<[string, Partial<Amount>[], number | null, number | null]>([
    ['one value', [{}], 100, null],
    ['one that a change replaced', [{ flag: 'superseded' }, { minorUnits: 250 }], 100, 250],
    ['the final value before a changed one', [{ flag: 'superseded' }, { minorUnits: 250 }, { kind: 'final', minorUnits: 300 }], 100, 300],
    ['the greatest of several final values', [{}, { kind: 'final', minorUnits: 90 }, { kind: 'final', minorUnits: 95 }], 100, 95],
    ['a final value without a first one', [{ kind: 'final', minorUnits: 300 }], null, null],
    ['no value with VAT, in another currency, of nothing or unbelievable',
      [{ basis: 'gross' }, { currency: 'EUR' }, { minorUnits: 0 }, { flag: 'placeholder' }, { kind: 'award' }], null, null],
    ['only one that was replaced', [{ flag: 'superseded' }], 100, null],
  ])('compares %s', (_, amounts, firstPence, lastPence) => {
    const found = measuredFacts(nothing, { ...contract, amounts: amounts.map(amount) });
    expect([found.firstPence, found.lastPence]).toEqual([firstPence, lastPence]);
  }); // prettier-ignore
});
