import { expect, it } from 'vitest';
import { procurementTime } from './procurement-time.ts';

const seen = (segment: string, route: string, days: number[]) =>
  days.map((one) => ({ segment, route, days: one, contracts: 1 }));
const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

it('takes the narrowest kind of which ten were seen', () => {
  const own = seen('sector-systems', 'open-competition', tens);
  const others = seen(
    'cyber-security',
    'direct-award',
    tens.map((days) => days * 10),
  );
  const all = [...own, ...others];
  const kind = { segment: 'sector-systems', route: 'open-competition' };
  // place (10 + 1/3) × 0.8 + 1/3 = 8.6 among tens is 86; of the half 5.5 is 55.
  expect(procurementTime(all, kind)).toEqual({ p50: 55, p80: 86, n: 10, basis: 'segment-and-route' });
  expect(procurementTime(all, { ...kind, route: null })?.n).toBe(10);
  expect(procurementTime(all, { segment: 'devices-hardware', route: 'direct-award' })).toMatchObject({
    basis: 'route',
    p80: 860,
  });
  expect(procurementTime(all, { segment: 'devices-hardware', route: 'other' })).toMatchObject({
    basis: 'all',
    n: 20,
  });
});

it('nine are too few', () => {
  const nine = seen('sector-systems', 'open-competition', tens.slice(1));
  expect(procurementTime(nine, { segment: 'sector-systems', route: null })).toBeNull();
});
