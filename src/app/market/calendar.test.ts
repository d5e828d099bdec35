import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';
import type { RenewalItem } from './renewals-view.ts';

const item: RenewalItem = {
  id: 'abc123',
  contracts: [{ id: 'abc123', suppliers: ['Aldergate Systems Ltd'] }],
  title: 'Housing system; support, and "hosting"',
  segment: 'sector-systems',
  route: 'open-competition',
  buyer: { id: 'b1', name: 'Marram District Council' },
  suppliers: ['Aldergate Systems Ltd'],
  netPence: 100_00,
  netCount: 1,
  endOn: '2027-03-31',
  maxEndOn: '2028-03-31',
  decision: { on: '2026-09-12', days: 200, basis: 'route', count: 31 },
};
const now = new Date('2026-11-01T12:00:00Z');

/** Lines as RFC 5545 folds them, joined again. */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('a renewal is an entry of a whole day on its decision date, with signs escaped as RFC 5545 says', () => {
  const lines = linesOf(calendarOf([item], now));
  expect(lines).toContain('DTSTART;VALUE=DATE:20260912');
  expect(lines).toContain('DTSTAMP:20261101T120000Z');
  expect(lines).toContain(String.raw`SUMMARY:Decide on renewal: Housing system\; support\, and "hosting"`);
  expect(lines).toContain('UID:abc123@digital-sourcing');
  expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain(String.raw`31 seen`);
});

test('without a decision date it stands on its end and says why', () => {
  const lines = linesOf(calendarOf([{ ...item, decision: null }], now));
  expect(lines).toContain('DTSTART;VALUE=DATE:20270331');
  expect(lines.join('\n')).toContain('Too few procurements of this kind');
});

test('no line is longer than 75 bytes, and lines end as the standard says', () => {
  const text = calendarOf([{ ...item, title: 'é'.repeat(200) }], now);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test('no renewals make an empty calendar', () => {
  expect(calendarOf([], now)).toContain('BEGIN:VCALENDAR');
  expect(calendarOf([], now)).not.toContain('VEVENT');
});
