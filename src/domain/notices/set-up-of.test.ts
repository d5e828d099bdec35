import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { ProcessFacts } from './process-facts.ts';

const gbp = (amount: number): JsonObject => ({ amount, currency: 'GBP' });

describe('frameworks on Contracts Finder, which has no field for them', () => {
  const published = (title: string, more: JsonObject = {}, supplierCount = 2): ProcessFacts =>
    factsFrom([
      actRelease({
        ocid: 'ocds-b5fd17-0aaaaa',
        tender: { title, procurementMethodDetails: 'Open procedure', value: gbp(500), ...more },
        awards: [
          {
            id: '1',
            status: 'active',
            suppliers: Array.from({ length: supplierCount }, (_, at) => ({
              id: `S${at}`,
              name: `Alpha ${at}`,
            })),
            value: gbp(500000000),
          },
        ],
      }),
    ]);

  it.each([
    ['Major Works Contractors Framework Agreement', 1],
    ['Framework Contracts for Void Property Works', 1],
    ['Specialist Vehicle Supply Framework', 9],
    ['Engineering Design Services Framework', 9],
  ])('%s is one by its title: its value is a ceiling', (title, suppliers) => {
    const facts = published(title, {}, suppliers);
    expect([facts.isFrameworkAgreement, facts.isDynamicMarket]).toEqual([true, false]);
    expect(facts.contracts[0]).toMatchObject({ isFrameworkAgreement: true, amounts: [{ kind: 'ceiling' }] });
    expect(facts.quality).toEqual(['tender.title: names an agreement; values are taken for its ceiling.']);
  });

  it('a dynamic purchasing system is one too', () => {
    const facts = published("Children's Placements Dynamic Purchasing System (DPS)");
    expect([facts.isFrameworkAgreement, facts.isDynamicMarket]).toEqual([false, true]);
    expect(facts.contracts[0]?.amounts[0]?.kind).toBe('ceiling');
  });

  it.each([
    ['Hosting', {}, 2, 'open-competition'],
    ['Hosting Framework', { procurementMethodDetails: 'Call-off from a framework agreement' }, 2, 'framework-call-off'],
    ['Mini Competition under Dynamic Purchasing System for Transport', {}, 9, 'dynamic-market'],
    ['Further Competition, Insurance Framework', {}, 2, 'framework-call-off'],
    ['Development of a Skills Framework', {}, 2, 'open-competition'],
    ['Call-Off Agreement for Syringes', {}, 1, 'open-competition'],
    ['Assurance of our Learning Framework', {}, 1, 'open-competition'],
  ])('%s is none', (title, more, suppliers, route) => {
    const facts = published(title, more, suppliers);
    expect([facts.isFrameworkAgreement, facts.isDynamicMarket, facts.route]).toEqual([false, false, route]);
    expect(facts.contracts[0]?.amounts[0]?.kind).toBe('award');
  }); // prettier-ignore
});

describe('a framework awarded together with its first call-off', () => {
  it('is a ceiling, and the call-off is not', () => {
    const award = (id: string, title: string): JsonObject => ({
      id,
      title,
      status: 'pending',
      suppliers: [{ id: 'GB-COH-01234567' }],
      value: gbp(4000000 - Number(id)),
    });
    const facts = factsFrom([
      actRelease({
        tender: {
          title: 'Drainage',
          legalBasis: { scheme: 'UKPGA', id: '2023/54' },
          techniques: { hasFrameworkAgreement: true },
        },
        awards: [award('1', 'Drainage - Framework'), award('2', 'Drainage - Call-Off Contract')],
      }),
    ]);
    expect(facts.contracts.map((one) => [one.isFrameworkAgreement, one.amounts[0]?.kind])).toEqual([
      [true, 'ceiling'],
      [false, 'award'],
    ]);
  });
});
