import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { isSummable } from '../contracts/amount.ts';

const supplier = [{ id: 'GB-COH-01234567' }];
const gbp = (amount: JsonValue, amountGross?: JsonValue): JsonObject =>
  amountGross === undefined ? { amount, currency: 'GBP' } : { amount, amountGross, currency: 'GBP' };
const tenderOf = (overrides: JsonObject): JsonObject => ({
  title: 'Hosting',
  legalBasis: { scheme: 'UKPGA', id: '2023/54' },
  procurementMethodDetails: 'Open procedure',
  ...overrides,
});

const uk6 = actRelease({
  awards: [
    {
      id: '1',
      status: 'pending',
      date: '2026-05-05T00:00:00+01:00',
      suppliers: supplier,
      value: gbp(900000, 1080000),
      relatedLots: ['1'],
      contractPeriod: { startDate: '2026-06-01T00:00:00+01:00', endDate: '2028-05-31T23:59:59+01:00' },
      documents: [
        {
          id: '012345-2026',
          noticeType: 'UK6',
          url: 'https://www.find-tender.service.gov.uk/Notice/012345-2026',
        },
      ],
    },
  ],
});
const uk7 = (contracts: JsonObject[]): JsonObject =>
  actRelease({
    id: '012399-2026',
    date: '2026-06-02T10:00:00+01:00',
    awards: [{ id: '1', status: 'active' }],
    contracts,
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

describe('awards and contracts', () => {
  it('an award notice alone stands in for the contract', () => {
    const facts = factsFrom([uk6]);
    expect(facts.stage).toBe('award');
    expect(facts.contracts).toMatchObject([
      {
        awardId: '1',
        contractId: '-',
        stage: 'intended',
        awardedOn: '2026-05-05',
        endOn: '2028-05-31',
        headlineIndex: 0,
      },
    ]);
  });

  it('is an intention under the Act, whatever its award says, and an award where no contract notices exist', () => {
    const stage = (overrides: JsonObject, status = 'active'): string | undefined => {
      const awards = [{ id: '1', status, suppliers: supplier, value: gbp(900000) }];
      return factsFrom([actRelease({ awards, ...overrides })]).contracts[0]?.stage;
    };
    const directive = tenderOf({ legalBasis: { scheme: 'CELEX', id: '32014L0024' } });
    expect(stage({}, 'pending')).toBe('intended');
    expect(stage({}, 'active')).toBe('intended');
    expect(stage({}, 'cancelled')).toBe('cancelled');
    expect(stage({ tender: directive })).toBe('awarded');
    expect(stage({ ocid: 'ocds-b5fd17-1', tender: { title: 'Hosting' } })).toBe('awarded');
    expect(stage({ ocid: 'ocds-b5fd17-1', tender: { title: 'Hosting' } }, 'pending')).toBe('intended');
  });

  it('UK6 followed by UK7 is one award with as many contracts as UK7 lists', () => {
    const facts = factsFrom([uk6, uk7([contract('1'), contract('2')])]);
    expect(facts.stage).toBe('contract');
    expect(
      facts.contracts.map((one) => [one.awardId, one.contractId, one.stage, one.supplierPartyIds]),
    ).toEqual([
      ['1', '1', 'signed', ['GB-COH-01234567']],
      ['1', '2', 'signed', ['GB-COH-01234567']],
    ]);
    expect(facts.contracts[0]?.noticeIds).toEqual(['012345-2026', '012399-2026']);
    expect(facts.notices.map((notice) => notice.noticeType)).toEqual(['UK6', 'UK7']);
  });

  it('counts the award value once over the contracts of one award', () => {
    const awards = factsFrom([uk6, uk7([contract('1'), contract('2')])]).contracts.map(
      (one) => one.amounts.filter((amount) => amount.of === 'award' && isSummable(amount)).length,
    );
    expect(awards).toEqual([2, 0]);
  });

  it('gives the same facts whatever the order of arrival', () => {
    const releases = [
      uk6,
      uk7([contract('1')]),
      actRelease({ id: '012500-2026', date: '2026-07-01T00:00:00Z', tag: ['implementation'] }),
    ];
    const expected = factsFrom(releases);
    assert(
      property(constantFrom([0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]), (order) => {
        expect(factsFrom(order.map((index) => releases[index] ?? {}))).toEqual(expected);
      }),
    );
  });

  it('an award that is only an id with amendments is no contract, and is noted', () => {
    const facts = factsFrom([
      actRelease({ awards: [{ id: '5', amendments: [{ id: '012345-2026' }], suppliers: supplier }] }),
    ]);
    expect(facts.contracts).toEqual([]);
    expect(facts.quality).toEqual([
      "awards 5: only changed here (1); the notices that made them aren't held.",
    ]);
  });

  it('lots that were not awarded are no contracts', () => {
    expect(
      factsFrom([actRelease({ awards: [{ id: '1', status: 'unsuccessful', suppliers: [] }] })]).contracts,
    ).toEqual([]);
  });
});

describe('keys of contracts', () => {
  it('stay apart where publishers give no ids, and one key stands once', () => {
    const award = { status: 'active', suppliers: supplier };
    const keys = (awards: JsonObject[]): string[] =>
      factsFrom([actRelease({ awards })]).contracts.map((one) => `${one.awardId} ${one.contractId}`);
    expect(keys([award, award])).toEqual(['#1 -', '#2 -']);
    expect(
      keys([
        { ...award, id: '1' },
        { ...award, id: '1' },
      ]),
    ).toEqual(['1 -']);
  });
});

describe('ends of contracts', () => {
  const ended = (overrides: JsonObject): JsonObject =>
    actRelease({
      id: '020000-2026',
      date: '2026-08-01T00:00:00Z',
      tag: ['contractTermination'],
      contracts: [{ id: '1', awardID: '1', status: 'terminated', ...overrides }],
    });

  it.each([
    ['contractCompleted', 'completed'],
    ['breachOfContract', 'terminated'],
    ['mutuallyAgreed', 'terminated'],
    ['other', 'terminated'],
  ])('the reason class %s makes it %s', (id, stage) => {
    const facts = factsFrom([
      uk6,
      uk7([contract('1')]),
      ended({ terminationRationaleClassifications: [{ id }] }),
    ]);
    expect(facts.contracts[0]).toMatchObject({ stage, endReason: id });
  });

  it('without a reason class it is called completed, and noted', () => {
    const facts = factsFrom([uk6, uk7([contract('1')]), ended({})]);
    expect(facts.contracts[0]).toMatchObject({ stage: 'completed', endReason: null });
    expect(facts.quality[0]).toContain('without a reason class');
  });

  it('the final value stands beside the contract value and is not the headline', () => {
    const final = ended({
      implementation: { endDate: '2026-07-31T00:00:00+01:00', finalValue: gbp(470000, 564000) },
    });
    const [only] = factsFrom([uk6, uk7([contract('1')]), final]).contracts;
    expect(only?.endedOn).toBe('2026-07-31');
    expect(
      only?.amounts.filter((amount) => amount.kind === 'final').map((amount) => amount.minorUnits),
    ).toEqual([47000000, 56400000]);
    expect(only?.amounts[only.headlineIndex ?? -1]).toMatchObject({
      kind: 'contract',
      basis: 'net',
      minorUnits: 45000000,
    });
  });

  it('a procurement termination cancels the award and the process', () => {
    const uk12 = actRelease({
      id: '020000-2026',
      date: '2026-08-01T00:00:00Z',
      tag: ['tenderCancellation'],
      awards: [{ id: '1', status: 'cancelled' }],
    });
    const facts = factsFrom([uk6, uk12]);
    expect([facts.stage, facts.contracts[0]?.stage]).toEqual(['cancelled', 'cancelled']);
  });
});

describe('changes of contracts', () => {
  const uk10 = actRelease({
    id: '020000-2026',
    date: '2026-08-01T09:00:00+01:00',
    tag: ['contractAmendment'],
    contracts: [
      {
        id: '1',
        awardID: '1',
        period: { startDate: '2026-08-02T00:00:00+01:00' },
        proposedAmendments: [
          {
            id: '020000-2026',
            rationale: 'More of the same',
            rationaleClassifications: [{ id: 'additionalGoodsServicesWorks' }],
            value: gbp(500000, 600000),
            period: { startDate: '2026-08-02T00:00:00+01:00', endDate: '2029-05-31T23:59:59+01:00' },
          },
        ],
      },
    ],
  });
  const facts = factsFrom([uk6, uk7([contract('1')]), uk10]);

  it('move the end, not the start', () => {
    expect(facts.contracts[0]).toMatchObject({ startOn: '2026-06-01', endOn: '2029-05-31' });
  });

  it('replace the value: the earlier one is kept and flagged superseded', () => {
    const [only] = facts.contracts;
    expect(
      only?.amounts.filter((one) => one.of === 'contract').map((one) => [one.minorUnits, one.flag]),
    ).toEqual([
      [45000000, 'superseded'],
      [54000000, 'superseded'],
      [50000000, null],
      [60000000, null],
    ]);
    expect(only?.amounts[only.headlineIndex ?? -1]?.minorUnits).toBe(50000000);
  });

  it('are listed with their notice and reason', () => {
    expect(facts.contracts[0]?.changes).toEqual([
      {
        noticeId: '020000-2026',
        publishedAt: '2026-08-01T08:00:00Z',
        description: 'More of the same',
        rationale: ['additionalGoodsServicesWorks'],
      },
    ]);
  });
});

describe('odd content', () => {
  it('of any kind is left out or noted and never throws', () => {
    const odd: JsonValue[] = [null, 7, 'text', [], [null], {}, [[]], true, [{ id: 5 }]];
    for (const value of odd) {
      for (const name of [
        'tender',
        'awards',
        'contracts',
        'parties',
        'bids',
        'relatedProcesses',
        'buyer',
        'planning',
        'tag',
        'date',
        'links',
      ]) {
        expect(() => factsFrom([actRelease({ [name]: value })])).not.toThrow();
      }
      for (const name of [
        'value',
        'lots',
        'items',
        'documents',
        'techniques',
        'legalBasis',
        'title',
        'tenderPeriod',
        'specialRegime',
      ]) {
        expect(() =>
          factsFrom([actRelease({ tender: { [name]: value }, awards: [{ [name]: value, id: '1' }] })]),
        ).not.toThrow();
      }
    }
  });

  it('dates in the years 0001 and 9999 are left out and noted', () => {
    const facts = factsFrom([
      actRelease({
        awards: [
          {
            id: '1',
            suppliers: supplier,
            date: '0001-01-01T00:00:00Z',
            contractPeriod: { endDate: '9999-12-31T00:00:00Z' },
            status: 'active',
          },
        ],
      }),
    ]);
    expect(facts.contracts[0]).toMatchObject({ awardedOn: null, endOn: null });
    expect(facts.quality).toEqual([
      'awards[0].date: the year in "0001-01-01" is impossible and was left out.',
      'awards[0].contractPeriod.endDate: the year in "9999-12-31" is impossible and was left out.',
    ]);
  });

  it('HTML entities in titles are decoded', () => {
    expect(
      factsFrom([actRelease({ tender: tenderOf({ title: 'St James&#039; Place &amp; more' }) })]).title,
    ).toBe("St James' Place & more");
  });

  it('line breaks that a portal spoilt are mended in texts, and noted; names stay', () => {
    const facts = factsFrom([
      actRelease({ tender: tenderOf({ description: 'more inrnprocessing power.rnrnâ€¢ 10 robots' }) }),
    ]);
    expect(facts.description).toBe('more in\nprocessing power.\n\n• 10 robots');
    expect(facts.quality).toEqual([
      'tender: line breaks published as “rn”, or characters encoded twice, were mended in its texts.',
    ]);
  });
});
