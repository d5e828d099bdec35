import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { isSummable } from './amount.ts';
import { ceilingsOf, withCeilingFlags } from './framework-ceiling.ts';

const supplier = [{ id: 'GB-COH-01234567' }];
const gbp = (amount: JsonValue, amountGross?: JsonValue): JsonObject =>
  amountGross === undefined ? { amount, currency: 'GBP' } : { amount, amountGross, currency: 'GBP' };
const tenderOf = (overrides: JsonObject): JsonObject => ({
  title: 'Hosting',
  legalBasis: { scheme: 'UKPGA', id: '2023/54' },
  procurementMethodDetails: 'Open procedure',
  ...overrides,
});

const contract = (id: string, overrides: JsonObject = {}): JsonObject => ({
  id,
  awardID: '1',
  status: 'active',
  dateSigned: '2026-06-01T00:00:00+01:00',
  value: gbp(450000, 540000),
  period: { startDate: '2026-06-01T00:00:00+01:00', endDate: '2028-05-31T23:59:59+01:00' },
  documents: [{ id: '012399-2026', noticeType: 'UK7' }],
  ...overrides,
});

describe('amounts that cannot be believed', () => {
  const flagsOf = (tender: JsonObject, rest: JsonObject = {}): (string | null)[] =>
    factsFrom([actRelease({ tender: tenderOf(tender), ...rest })]).amounts.map((amount) => amount.flag);

  it('a gross value of zero means no value', () => {
    expect(flagsOf({ value: { amountGross: 0, currency: 'GBP' } })).toEqual(['zero']);
  });

  it('a penny, nines and 1e9999 are placeholders', () => {
    expect(flagsOf({ value: gbp(0.01, 0.01) })).toEqual(['placeholder', 'placeholder']);
    expect(flagsOf({ value: gbp(9999999) })).toEqual(['placeholder']);
    expect(flagsOf({ value: gbp(Number.POSITIVE_INFINITY) })).toEqual(['placeholder']);
  });

  it('a lot in another currency beside a tender of the same number', () => {
    const lots = [{ id: '1', value: { amount: 2000000, currency: 'AED' } }];
    expect(flagsOf({ value: gbp(2000000), lots })).toEqual([null, 'currency-mismatch']);
    expect(flagsOf({ value: gbp(2000000), lots: [{ id: '1', value: gbp(2000000) }] })).toEqual([null, null]);
  });

  it('net and gross that differ by more than VAT by a power of ten', () => {
    expect(flagsOf({ value: gbp(1500000, 18000000) })).toEqual(['decimal-shift', 'decimal-shift']);
    expect(flagsOf({ value: gbp(15000000, 18000000) })).toEqual([null, null]);
  });

  describe('of net and gross where one has slipped, the odd one alone where other amounts speak for one', () => {
    const awards = [{ id: '1', status: 'active', suppliers: supplier, relatedLots: ['1'] }];
    const flags = (tender: JsonObject, contracts: JsonObject[] = []): (string | null)[] => {
      const facts = factsFrom([actRelease({ tender: tenderOf(tender), awards, contracts })]);
      return [...facts.amounts, ...facts.contracts.flatMap((one) => one.amounts)].map((one) => one.flag);
    };
    const shift = 'decimal-shift';
    const slipped = gbp(1500000, 18000000);

    it('the sum of the lots', () => {
      const lots = [
        { id: '1', value: gbp(1000000, 1200000) },
        { id: '2', value: gbp(500000, 600000) },
      ];
      expect(flags({ value: slipped, lots })).toEqual([null, shift, null, null, null, null]);
      const large = lots.map(({ id }) => ({ id, value: gbp(7500000) }));
      expect(flags({ value: slipped, lots: large })).toEqual([shift, null, null, null]);
    });

    it('the value of the one contract, and the other way round the estimate', () => {
      expect(flags({ value: slipped }, [contract('1', { value: gbp(1400000, 1680000) })])).toEqual([
        null, shift, null, null,
      ]); // prettier-ignore
      expect(flags({ value: gbp(1400000) }, [contract('1', { value: slipped })])).toEqual([
        null,
        null,
        shift,
      ]);
    });

    it('both where none speaks: lots that copy the slip, a lot among several, another currency', () => {
      const copy = [{ id: '1', value: slipped }];
      expect(flags({ value: slipped, lots: copy })).toEqual([shift, shift, shift, shift]);
      const part = [{ id: '1', value: gbp(1500000) }, { id: '2' }, { id: '3' }];
      expect(flags({ value: slipped, lots: part }).slice(0, 2)).toEqual([shift, shift]);
      const euros = [contract('1', { value: { amount: 1400000, currency: 'EUR' } })];
      expect(flags({ value: slipped }, euros).slice(0, 2)).toEqual([shift, shift]);
    });

    it('both where amounts speak for either', () => {
      const lots = [{ id: '1', value: gbp(1500000) }];
      const contracts = [contract('1', { value: gbp(15000000) })];
      expect(flags({ value: slipped, lots }, contracts).slice(0, 2)).toEqual([shift, shift]);
    });
  });

  it('a contract a hundred times its estimate', () => {
    const facts = factsFrom([
      actRelease({
        tender: tenderOf({ value: gbp(4500) }),
        awards: [{ id: '1', status: 'active', suppliers: supplier }],
        contracts: [contract('1', { value: gbp(450000) })],
      }),
    ]);
    expect(facts.contracts[0]?.amounts[0]?.flag).toBe('decimal-shift');
    expect(facts.contracts[0]?.headlineIndex).toBeNull();
  });

  describe('one value over awards of one lot to different suppliers', () => {
    const awards = ['1', '2', '3'].map((id) => ({
      id,
      status: 'active',
      suppliers: [{ id: `S${id}`, name: `Supplier ${id} Ltd` }],
      relatedLots: ['1'],
      value: gbp(600000),
    }));
    const awardFlags = (lotValue: JsonObject | null, techniques: JsonObject = {}): (string | null)[] => {
      const lots = [{ id: '1', ...(lotValue === null ? {} : { value: lotValue }) }, { id: '2' }];
      const facts = factsFrom([actRelease({ tender: tenderOf({ lots, techniques }), awards })]);
      expect(facts.contracts.map((one) => one.headlineIndex)).toEqual([0, 0, 0]);
      return facts.contracts.map((one) => one.amounts[0]?.flag ?? null);
    };

    it('counts once where it is the published value of the lot', () => {
      expect(awardFlags(gbp(600000))).toEqual([null, 'shared', 'shared']);
    });

    it('is each supplier’s own where the notice does not say that it is the lot’s', () => {
      expect(awardFlags(null)).toEqual([null, null, null]);
      expect(awardFlags(gbp(1800000))).toEqual([null, null, null]);
    });

    it('counts once where it is the ceiling of a framework', () => {
      expect(awardFlags(null, { hasFrameworkAgreement: true })).toEqual([null, 'shared', 'shared']);
    });
  });

  it('net and gross of one value are out of range together', () => {
    const facts = factsFrom([
      actRelease({
        contracts: [contract('1', { aboveThreshold: false, value: gbp(5750856, 6901027) })],
        awards: [{ id: '1', suppliers: supplier }],
      }),
    ]);
    expect(facts.contracts[0]?.amounts.map((one) => one.flag)).toEqual(['out-of-range', 'out-of-range']);
    expect(flagsOf({ value: gbp(0, 90000) })).toEqual(['zero', null]);
  });

  it('of two currencies of one number, pounds are believed', () => {
    const lots = [{ id: '1', value: gbp(114000) }];
    expect(flagsOf({ value: { amount: 114000, currency: 'EUR' }, lots })).toEqual([
      'currency-mismatch',
      null,
    ]);
  });

  it('a value below the threshold regime that is far above every threshold', () => {
    const facts = factsFrom([
      actRelease({
        contracts: [contract('1', { aboveThreshold: false, value: gbp(8000000) })],
        awards: [{ id: '1', suppliers: supplier }],
      }),
    ]);
    expect(facts.regime).toBe('below-threshold');
    expect(facts.contracts[0]?.amounts[0]?.flag).toBe('out-of-range');
  });

  describe('a value far above the threshold that the notice says it is below', () => {
    const below = (gross: number, more: { category?: string; special?: string; date?: string } = {}) => {
      const { category = 'services', special, date = '2026-07-29T06:30:47+01:00' } = more;
      return factsFrom([
        actRelease({
          date,
          tender: tenderOf(special === undefined ? {} : { specialRegime: [special] }),
          awards: [{ id: '1', suppliers: supplier, mainProcurementCategory: category }],
          contracts: [contract('1', { aboveThreshold: false, value: gbp(gross / 1.2, gross) })],
        }),
      ]);
    };
    const flags = (facts: ReturnType<typeof below>): unknown[] =>
      facts.contracts.flatMap((one) => one.amounts.map((amount) => amount.flag));
    const both = ['above-threshold', 'above-threshold'];

    it('is flagged with its net from seven times on, and the process says why', () => {
      const facts = below(1_454_040);
      expect(flags(facts)).toEqual(both);
      expect(facts.contracts[0]?.headlineIndex).toBeNull();
      expect(facts.quality).toEqual([
        'contracts[0].value.amountGross: 7.0 times the threshold of £207,720 (Goods and services, sub-central authorities) that the notice says it is below; the value isn’t counted.',
      ]);
    });

    it('is believed below that, and doubted aloud from twice on', () => {
      const facts = below(1_454_039);
      expect(flags(facts)).toEqual([null, null]);
      expect(facts.quality).toEqual([expect.stringContaining('one of the two is a slip.')]);
      expect(below(415_439).quality).toEqual([]);
    });

    it('by the threshold of its kind and day', () => {
      expect(flags(below(5_928_000, { special: 'lightTouch' }))).toEqual(both);
      expect(flags(below(1_454_040, { special: 'lightTouch' }))).toEqual([null, null]);
      expect(flags(below(5_928_000, { category: 'works' }))).toEqual([null, null]);
      expect(flags(below(1_454_040, { date: '2025-07-29T06:30:47+01:00' }))).toEqual([null, null]);
      expect(below(5_928_000, { date: '2020-07-29T06:30:47+01:00' }).quality).toEqual([]);
    });

    it('and not where the notice says that it is above', () => {
      const above = factsFrom([
        actRelease({
          contracts: [contract('1', { aboveThreshold: true, value: gbp(5_928_000) })],
          awards: [{ id: '1', suppliers: supplier, mainProcurementCategory: 'services' }],
        }),
      ]);
      expect(flags(above)).toEqual([null]);
    });
  });

  it('a call-off that carries its framework’s ceiling, and only that one', () => {
    const framework = factsFrom([
      actRelease({ tender: tenderOf({ value: gbp(60000000), techniques: { hasFrameworkAgreement: true } }) }),
    ]);
    const callOff = (amount: number): JsonObject =>
      actRelease({
        awards: [{ id: '1', suppliers: supplier }],
        contracts: [contract('1', { value: gbp(amount) })],
      });
    const ceilings = ceilingsOf(framework);
    const copied = withCeilingFlags(factsFrom([callOff(60000000)]), ceilings);
    expect(copied.contracts[0]).toMatchObject({
      headlineIndex: null,
      amounts: [{ flag: 'framework-ceiling' }],
    });
    const real = factsFrom([callOff(450000)]);
    expect(withCeilingFlags(real, ceilings)).toBe(real);
  });

  it('the value of a framework agreement is a ceiling and never summed', () => {
    const facts = factsFrom([
      actRelease({
        tender: tenderOf({ techniques: { hasFrameworkAgreement: true } }),
        awards: [{ id: '1', suppliers: supplier, value: gbp(60000000), status: 'active' }],
      }),
    ]);
    const [amount] = facts.contracts[0]?.amounts ?? [];
    expect(amount).toMatchObject({ kind: 'ceiling', flag: null });
    expect(amount !== undefined && isSummable(amount)).toBe(false);
  });
});

describe('the basis of an amount', () => {
  it('is net and gross under the Act, net under the directive, unstated elsewhere', () => {
    const bases = (release: JsonObject): string[] =>
      factsFrom([release]).amounts.map((amount) => amount.basis);
    expect(bases(actRelease({ tender: tenderOf({ value: gbp(1000, 1200) }) }))).toEqual(['net', 'gross']);
    const directive = { title: 'T', legalBasis: { scheme: 'CELEX', id: '32014L0024' }, value: gbp(1000) };
    expect(bases(actRelease({ tender: directive }))).toEqual(['net']);
    expect(bases(actRelease({ ocid: 'ocds-b5fd17-x', tender: { title: 'T', value: gbp(1000) } }))).toEqual([
      'unstated',
    ]);
  });
});
