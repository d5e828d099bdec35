import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../../test/factories/process.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { facts } from './facts.ts';
import { factsOfContract } from './facts-of-contract.ts';
import { factsOfTender } from './facts-of-tender.ts';

const contract = {
  id: '1',
  awardID: '1',
  title: 'Cloud hosting',
  value: { amount: 6_000_000, currency: 'GBP' },
  period: { startDate: '2026-06-01T00:00:00+01:00', endDate: '2029-05-31T23:59:59+01:00' },
  agreedMetrics: [{ id: '1', title: 'Availability' }],
};
const award = {
  id: '1',
  title: 'Cloud hosting',
  suppliers: [{ id: 'GB-COH-01234567', name: 'Example Digital Ltd' }],
};
const tender = {
  title: 'Cloud hosting',
  description: 'Hosting with an exit plan and a committed spend.',
  legalBasis: { scheme: 'UKPGA', id: '2023/54' },
  procurementMethod: 'open',
  procurementMethodDetails: 'Open procedure',
};

function factsWith(parts: JsonObject = {}): ReturnType<typeof factsOfContract> {
  const process = factsFrom([
    actRelease({ tender, awards: [award], contracts: [{ ...contract, ...parts }] }),
  ]);
  const [first] = process.contracts;
  if (first === undefined) throw new Error('The release has no contract.');
  return factsOfContract(process, first, '2026-11-01');
}

describe('what the notices state of a contract', () => {
  it('its value with and without VAT, its term, its indicators, what is left', () => {
    const found = factsWith();
    expect(found['value-ex-vat']?.value).toBe(6_000_000);
    expect(found['value-with-vat']?.value).toBe(7_200_000);
    expect(found['annual-value']?.value).toBe(2_000_000);
    expect(found['term-months']?.value).toBe(36);
    expect(found.kpis?.value).toBe(1);
    expect(found['months-left']?.value).toBe(30.9);
    expect(found.regime?.value).toBe('procurement-act');
  });

  it('terms that its texts speak of, and never that a contract lacks one', () => {
    const found = factsWith();
    expect(found['says-exit']?.value).toBe(true);
    expect(found['says-commitment']?.value).toBe(true);
    expect(
      Object.entries(found).filter(([name, read]) => name.startsWith('says-') && read.value === false),
    ).toEqual([]);
  });

  it('no value and no term where none is published', () => {
    const found = factsWith({ value: null, period: null });
    expect(found['value-ex-vat']).toBeUndefined();
    expect(found['term-months']).toBeUndefined();
    expect(found['months-left']).toBeUndefined();
  });

  it('only facts that are declared to come from a contract', () => {
    const undeclared = Object.keys(factsWith()).filter((name) => !Object.entries(facts).some(([known, { from }]) => known === name && from.contract !== null));
    expect(undeclared).toEqual([]);
  }); // prettier-ignore
});

describe('what a draft that is a release states', () => {
  const draft = factsFrom([
    actRelease({
      tag: ['tender'],
      date: '2026-11-02T10:00:00Z',
      tender: {
        ...tender,
        value: { amount: 500_000, currency: 'GBP' },
        tenderPeriod: { endDate: '2026-11-20T12:00:00Z' },
        documents: [{ id: '1', noticeType: 'UK4', documentType: 'tenderNotice' }],
        lots: [
          {
            id: '1',
            contractPeriod: { startDate: '2027-04-01T00:00:00+01:00', endDate: '2029-03-31T23:59:59+01:00' },
          },
        ],
      },
    }),
  ]);

  it('term and lots, and terms that it has no words for', () => {
    const found = factsOfTender(draft);
    expect(found['term-months']?.value).toBe(24);
    expect(found.lots?.value).toBe(1);
    expect(found['says-egress']?.value).toBe(false);
    expect(found['says-exit']?.value).toBe(true);
  });

  it('only facts that are declared to come from a draft', () => {
    const undeclared = Object.keys(factsOfTender(draft)).filter((name) => !Object.entries(facts).some(([known, { from }]) => known === name && from.draft !== null));
    expect(undeclared).toEqual([]);
  }); // prettier-ignore
});
