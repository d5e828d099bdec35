import { expect, it } from 'vitest';
import { statedUsers } from './stated-users.ts';

it.each([
  ['Case management for 1,200 named users', 1200],
  ['Renewal of 500 licences', 500],
  ['Renewal of 350 user licenses for three years', 350],
  ['80 concurrent seats', 80],
  ['12000 users. The 12,000 users work in shifts.', 12_000],
])('%s: one exact number', (text, count) => {
  expect(statedUsers([text])).toBe(count);
});

it.each([
  'Up to 500 users',
  'over 3,000 staff users',
  'approximately 450 licences',
  'between 100 and 200 users',
  '100-200 users',
  '100 to 200 users',
  '300 users now, 900 users later',
  'an additional 50 licences',
  '2 users',
  '500 servers for all users',
  '£500 licences',
  'a vehicle of 8 seats',
  'version 3.5 users',
  'users',
  'Framework RM6100 users',
])('%s: no number to rely on', (text) => {
  expect(statedUsers([text])).toBeNull();
});

it('two texts that give different numbers say nothing', () => {
  expect(statedUsers(['For 500 users', 'For 600 users'])).toBeNull();
  expect(statedUsers(['For 500 users', 'Support for 500 users'])).toBe(500);
});
