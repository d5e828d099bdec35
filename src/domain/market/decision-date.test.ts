import { expect, test } from 'vitest';
import { decisionDates } from './decision-date.ts';

const seen = (segment: string, route: string, days: readonly number[]) =>
  days.map((one) => ({ segment, route, days: one, contracts: 1 }));
const tenTo100 = Array.from({ length: 10 }, (_, index) => 10 * (index + 1));
const contract = { segment: 'cloud-hosting', route: 'open-competition', endOn: '2027-03-31' };

test('the decision is due the time before the end that three of four procurements of the kind took', () => {
  // R-8 quantile 0.75 of 10, 20 … 100: place 10.333 × 0.75 + 0.333 = 8.083, so 80.83 days.
  expect(decisionDates(seen('cloud-hosting', 'open-competition', tenTo100))(contract)).toEqual({
    on: '2027-01-09',
    days: 81,
    basis: 'segment-and-route',
    count: 10,
  });
});

test('where fewer than ten of the kind were seen, the route decides, then all', () => {
  const few = seen('cloud-hosting', 'open-competition', [300]);
  const ofRoute = decisionDates([...few, ...seen('sector-systems', 'open-competition', tenTo100)])(contract);
  expect(ofRoute).toMatchObject({ basis: 'route', count: 11 });
  const ofAll = decisionDates([...few, ...seen('sector-systems', 'restricted-competition', tenTo100)])(
    contract,
  );
  expect(ofAll).toMatchObject({ basis: 'all', count: 11 });
});

test('without enough procurements, or without an end, there is no decision date', () => {
  expect(decisionDates(seen('cloud-hosting', 'open-competition', [100]))(contract)).toBeNull();
  expect(
    decisionDates(seen('cloud-hosting', 'open-competition', tenTo100))({ ...contract, endOn: null }),
  ).toBeNull();
});
