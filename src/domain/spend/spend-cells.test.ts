import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmountEvidence, readAmount } from './read-amount.ts';
import { DayEvidence, readPaidDay, readWrittenDay } from './read-paid-day.ts';

describe('amounts as published', () => {
  it.each([
    ['£1,234.50', 123_450],
    ['1234.5', 123_450],
    ['(12.00)', -1200],
    ['£(1,012.00)', -101_200],
    ['-£5', -500],
    ['£-5.25', -525],
    ['12.00-', -1200],
    ['12.00 CR', -1200],
    ['12.00DR', 1200],
    ['1.234,50', 123_450],
    ['1.234.567,8', 123_456_780],
    ['1 234,50', 123_450],
    ["1'234.50", 123_450],
    ['GBP 7', 700],
    ['−3.00', -300],
    ['  \u00A0250.00 ', 25_000],
    ['1,234', 123_400],
    ['12,50', 1250],
    ['.5', 50],
    ['0', 0],
    ['(0.00)', 0],
    ['1.0E+5', 10_000_000],
  ])('%s is %i pence', (text, pence) => {
    expect(readAmount(text, '.')).toMatchObject({ kind: 'amount', pence });
  });

  it.each(['n/a', '12 apples', '1,23,4', '1,,000', '12.3.4', 'TBC', '=SUM(A1)', '£', '1,000.00.00'])(
    '%s is none',
    (text) => {
      expect(readAmount(text, '.').kind).not.toBe('amount');
    },
  );

  it.each(['', ' ', '-', '£ -', '–'])('%j is nothing', (text) => {
    expect(readAmount(text, '.').kind).toBe('blank');
  });

  it('that can be read in two ways follow their column', () => {
    const evidence = new AmountEvidence();
    for (const text of ['1.234', '12,50', '7,00']) evidence.add(text);
    expect(evidence.decimalMark()).toBe(',');
    expect(readAmount('1.234', ',')).toMatchObject({ pence: 123_400 });
    expect(readAmount('1.234', '.')).toMatchObject({ pence: 123, isRounded: true });
    expect(new AmountEvidence().decimalMark()).toBe('.');
  });

  it('come back from every way of writing them', () => {
    const ways: ((text: string, isNegative: boolean) => string)[] = [
      (text, isNegative) => (isNegative ? `-£${text}` : `£${text}`),
      (text, isNegative) => (isNegative ? `(${text})` : text),
      (text, isNegative) => (isNegative ? `${text}-` : `${text} `),
    ];
    assert(
      property(integer({ min: -1e12, max: 1e12 }), constantFrom(...ways), (pence, way) => {
        const text = (Math.abs(pence) / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 });
        expect(readAmount(way(text, pence < 0), '.')).toEqual({
          kind: 'amount',
          pence: pence === 0 ? 0 : pence,
          isRounded: false,
        });
      }),
    );
  });
});

describe('days as published', () => {
  it.each([
    ['04/01/2017', '2017-01-04'],
    ['4.1.17', '2017-01-04'],
    ['04-Jan-2017', '2017-01-04'],
    ['4th January 2017', '2017-01-04'],
    ['Jan 4, 2017', '2017-01-04'],
    ['Wednesday, 4 January 2017', '2017-01-04'],
    ['2017-01-04 00:00:00', '2017-01-04'],
    ['2017-01-04T09:30:00Z', '2017-01-04'],
    ['04/01/2017 13:05', '2017-01-04'],
    ['20170104', '2017-01-04'],
    ['42739', '2017-01-04'],
    ['Jan-17', '2017-01-01'],
    ['2017-01', '2017-01-01'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readPaidDay(text, 'day-first')).toBe(day);
  });

  it.each(['29/02/2023', '32/01/2024', '13/13/2024', 'soon', '12', '999999', '01/01/1899'])(
    '%s is none',
    (text) => {
      expect(readWrittenDay(text)).toBeNull();
    },
  );

  it('are read in the order of their column as a whole', () => {
    const order = (...texts: string[]): string => {
      const evidence = new DayEvidence();
      for (const text of texts) evidence.add(text);
      return evidence.order();
    };
    expect(order('04/01/2017', '31/01/2017')).toBe('day-first');
    expect(order('01/04/2017', '01/31/2017')).toBe('month-first');
    expect(order('13/01/2017', '01/31/2017', '01/30/2017')).toBe('month-first');
    // Every day fits both.
    expect(order('01/04/2017', '01/05/2017', '01/06/2017')).toBe('day-first');
  });

  it('of both orders in one column are noticed, and each is read in the one it fits', () => {
    const evidence = new DayEvidence();
    for (const text of ['31/01/2017', '30/01/2017', '01/25/2017', '02/01/2017']) evidence.add(text);
    expect([evidence.order(), evidence.isContradictory]).toEqual(['day-first', true]);
    expect(readPaidDay('01/25/2017', evidence.order())).toBe('2017-01-25');
    expect(readPaidDay('02/01/2017', evidence.order())).toBe('2017-01-02');
  });

  it('are counted by month and by their forms', () => {
    const evidence = new DayEvidence();
    for (const text of ['01/04/2023', '5-Apr-23', '45021', '30/04/2023', 'none']) evidence.add(text);
    expect(evidence.forms().map(({ form, count }) => [form, count])).toEqual([
      ['numbers', 2],
      ['month-name', 1],
      ['serial', 1],
    ]);
    expect([...evidence.monthCounts()]).toEqual([['2023-04', 4]]);
  });
});
