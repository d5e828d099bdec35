import { describe, expect, it } from 'vitest';
import { lifecycleAt } from './lifecycle.ts';

const contract = {
  stage: 'signed',
  startOn: '2026-01-01',
  endOn: '2026-12-31',
  maxEndOn: '2028-12-31',
  endedOn: null,
} as const;

describe('where a contract stands on a day', () => {
  it.each([
    ['2025-12-31', 'upcoming'],
    ['2026-01-01', 'live'],
    ['2026-12-31', 'live'],
    ['2027-01-01', 'in-extension'],
    ['2028-12-31', 'in-extension'],
    ['2029-01-01', 'ended'],
  ])('on %s it is %s', (today, expected) => {
    expect(lifecycleAt(contract, today)).toBe(expected);
  });

  it('is what the notices say where they say how it ended', () => {
    expect(lifecycleAt({ ...contract, stage: 'terminated' }, '2026-06-01')).toBe('terminated');
    expect(lifecycleAt({ ...contract, stage: 'cancelled' }, '2026-06-01')).toBe('cancelled');
    expect(lifecycleAt({ ...contract, stage: 'completed' }, '2026-06-01')).toBe('ended');
    expect(lifecycleAt({ ...contract, endedOn: '2026-03-01' }, '2026-06-01')).toBe('ended');
  });

  it('is an intention until a contract notice comes, whatever the calendar says', () => {
    for (const day of ['2025-12-31', '2026-06-01', '2027-06-01', '2029-01-01']) {
      expect(lifecycleAt({ ...contract, stage: 'intended' }, day)).toBe('intended');
    }
    expect(lifecycleAt({ ...contract, stage: 'awarded' }, '2026-06-01')).toBe('live');
  });

  it('is unknown without an end, unless it lies ahead', () => {
    expect(lifecycleAt({ ...contract, endOn: null, maxEndOn: null }, '2026-06-01')).toBe('unknown');
    expect(lifecycleAt({ ...contract, endOn: null, maxEndOn: null }, '2025-06-01')).toBe('upcoming');
  });
});
