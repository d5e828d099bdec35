import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../lib/json.ts';
import { quantile, quartiles } from '../../maths/quantile.ts';
import { tukeyFences } from '../../maths/tukey-fences.ts';
import { readSettings } from '../toolkit-settings.ts';
import { IndicatorCalculator } from './indicator-calculator.ts';
import { indicators, indicatorSettings } from './indicator-list.ts';

const everything = `currency = GBP\n${indicators.map(({ code }) => `[${code}]\n`).join('')}[R048]\nminimum_contracting_processes = 2\n`;

function calculate(releases: readonly JsonObject[]): JsonObject {
  const calculator = new IndicatorCalculator({
    settings: readSettings(everything, 'settings', indicatorSettings),
    statistics: { quartiles, quantile, fences: tukeyFences },
    map: true,
    onWarning: () => {},
  });
  for (const release of releases) calculator.add(release);
  return calculator.finish({ meta: true }).answer;
}

const id = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const bid = fc.record({
  status: fc.constantFrom('valid', 'valid', 'valid', 'disqualified', 'withdrawn'),
  tenderers: fc.array(fc.record({ id }), { minLength: 1, maxLength: 2 }),
  value: fc.record({ amount: fc.integer({ min: 0, max: 20 }), currency: fc.constantFrom('GBP', 'EUR') }),
});
const award = fc.record({
  status: fc.constantFrom('active', 'active', 'cancelled', 'pending'),
  suppliers: fc.array(fc.record({ id }), { minLength: 1, maxLength: 1 }),
  items: fc.array(
    fc.record({ classification: fc.record({ id: fc.constantFrom('10000000', '20000000', '30000000') }) }),
  ),
});
const process = fc.record({
  buyer: fc.record({ id }),
  tender: fc.record({
    numberOfTenderers: fc.integer({ min: 0, max: 2 }),
    procurementMethod: fc.constantFrom('open', 'direct'),
  }),
  bids: fc.record({ details: fc.array(bid, { maxLength: 5 }) }),
  awards: fc.array(award, { maxLength: 2 }),
});
const market = fc
  .array(process, { maxLength: 30 })
  .map((all) => all.map((each, index): JsonObject => ({ ocid: `ocds-${index}`, ...each })));

/** Sets of ids have no order. */
const sorted = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, member: unknown) =>
      Array.isArray(member) ? member.map(String).toSorted((a, b) => a.localeCompare(b)) : member,
    ),
  );

it('the order of the processes changes nothing, where the settings name the currency', () => {
  fc.assert(
    fc.property(
      market.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(sorted(calculate(shuffled))).toEqual(sorted(calculate(all)));
      },
    ),
  );
});

it('processes of cancelled tenders change nothing', () => {
  fc.assert(
    fc.property(market, market, (all, cancelled) => {
      const others = cancelled.map((each, index): JsonObject => ({
        ...each,
        ocid: `x-${index}`,
        tender: { status: 'cancelled' },
      }));
      expect(calculate([...others, ...all])).toEqual(calculate(all));
    }),
  );
});

it('every result is a finite number', () => {
  fc.assert(
    fc.property(market, (all) => {
      const { Meta: _meta, Maps: _maps, ...groups } = calculate(all);
      for (const ids of Object.values(groups)) {
        for (const codes of Object.values(ids ?? {})) {
          for (const value of Object.values(codes ?? {})) expect(Number.isFinite(value)).toBe(true);
        }
      }
    }),
  );
});

it('what is no release with an ocid is passed over', () => {
  expect(calculate([])).toMatchObject({ Meta: { R024: { q1: null } } });
  const calculator = new IndicatorCalculator({
    settings: null,
    statistics: { quartiles, quantile, fences: tukeyFences },
    map: false,
    onWarning: () => {},
  });
  for (const value of [null, 5, 'x', [], {}, { ocid: 5 }]) calculator.add(value);
  expect(calculator.finish({ meta: false })).toEqual({ answer: {}, counts: [] });
});
