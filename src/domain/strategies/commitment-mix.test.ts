import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marketContract } from '../../../test/factories/market-contract.ts';
import { committedByYear } from '../market/committed-value.ts';
import { commitmentMix, type MixedContract } from './commitment-mix.ts';

const mixed = (changes: Parameters<typeof marketContract>[0], segment: string, model: string | null) => ({
  ...marketContract(changes),
  segment,
  model,
});

test('what is committed from a year on, by segment and model, the largest first', () => {
  const found = commitmentMix(
    [
      mixed({ netPence: 73_000, startOn: '2025-04-01', endOn: '2027-03-31' }, 'sector-systems', 'saas'),
      mixed({ netPence: 146_000, startOn: '2026-04-01', endOn: '2027-03-31' }, 'cloud-hosting', 'cloud-platform'),
      mixed({ netPence: null }, 'sector-systems', 'saas'),
      mixed({ netPence: null }, 'sector-systems', null),
    ],
    2026,
  );
  expect(found).toEqual([
    { segment: 'cloud-hosting', model: 'cloud-platform', contracts: 1, measured: 1, pence: 146_000 },
    { segment: 'sector-systems', model: 'saas', contracts: 2, measured: 1, pence: 36_500 },
    { segment: 'sector-systems', model: null, contracts: 1, measured: 0, pence: 0 },
  ]);
}); // prettier-ignore

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10));
const contract: fc.Arbitrary<MixedContract<string>> = fc
  .record({
    netPence: fc.option(fc.integer({ min: 0, max: 1e11 })),
    startOn: fc.option(day),
    endOn: fc.option(day),
    maxEndOn: fc.option(day),
    stage: fc.constantFrom('signed', 'awarded', 'terminated'),
    segment: fc.constantFrom('a', 'b'),
    model: fc.constantFrom('x', 'y', null),
  })
  .map(({ segment, model, ...changes }) => ({ ...marketContract(changes), segment, model })); // prettier-ignore

test('parts come to what all contracts commit in these years, to the penny, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(contract, { maxLength: 20 }), fc.integer({ min: 2020, max: 2032 }), (all, from) => {
      const parts = commitmentMix(all, from);
      const { years } = committedByYear(all.map((one) => ({ ...marketContract(), ...one })));
      const whole = years.filter(({ year }) => year >= from).reduce((sum, { pence }) => sum + pence, 0);
      expect(parts.reduce((sum, { pence }) => sum + pence, 0)).toBe(whole);
      expect(parts.reduce((sum, { contracts }) => sum + contracts, 0)).toBe(all.length);
      expect(parts.map(({ pence }) => pence)).toEqual(
        parts.map(({ pence }) => pence).toSorted((a, b) => b - a),
      );
    }),
  );
});
