import { expect, test } from 'vitest';
import { noticeValue, type NoticeAmount } from './notice-value.ts';

const amount = (changes: Partial<NoticeAmount> = {}): NoticeAmount => ({
  of: 'process',
  kind: 'estimate',
  basis: 'net',
  minorUnits: 500,
  currency: 'GBP',
  flag: null,
  ...changes,
});

test('the estimate of the whole counts before those of its lots', () => {
  expect(noticeValue([amount({ of: 'lot', minorUnits: 9 }), amount()], 1)).toEqual({ pence: 500, gap: null });
});

test('lots are added up where every one has a value', () => {
  const lots = [amount({ of: 'lot' }), amount({ of: 'lot', minorUnits: 200 })];
  expect(noticeValue(lots, 2)).toEqual({ pence: 700, gap: null });
  expect(noticeValue(lots, 3).gap).toBe('no-value');
});

test.each<[string, Partial<NoticeAmount>]>([
  ['with-vat', { basis: 'gross' }],
  ['with-vat', { basis: 'unstated' }],
  ['other-currency', { currency: 'EUR' }],
  ['ceiling', { kind: 'ceiling' }],
  ['no-value', { flag: 'placeholder' }],
  ['no-value', { minorUnits: null }],
])('%s: %j has no value to add up', (gap, changes) => {
  expect(noticeValue([amount(changes)], 1)).toEqual({ pence: null, gap });
});
