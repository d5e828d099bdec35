import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../../test/support/context.ts';
import { reviewDue } from '../review-triggers.ts';
import { methodVersions } from './method-versions.ts';
import { observeCase, type Today } from './observe-case.ts';
import { signedCase } from './signed-case.ts';

const { reviewTriggers } = testContext().reference.decisions;
const need = { ...smallCase.need, volumes: [{ name: 'Applications', perYear: 1000 }] };
const recommendation = {
  option: 'product',
  reasons: 'It is there in time.',
  post: 'Director of Permits',
  on: '2026-10-20',
};
const parts = {
  need,
  recommendation,
  budgets: [{ year: '2027-28', capital: 100_000, resource: 900_000, source: 'Baseline' }],
  tests: [
    {
      option: 'product',
      test: 'exit-tested',
      result: 'condition',
      treatment: 'Try an export',
      by: '2027-03-31',
    },
  ],
};
const signed = caseWith(parts);
const reference = [{ id: 'deflators', version: '2026', restsOn: 'results' as const }];
const record = {
  madeAt: '2026-11-01T12:00:00.000Z',
  methods: methodVersions(),
  reference,
  results: {
    money: { options: [{ option: 'product', cash: { p10: { value: 700_000 }, p90: { value: 990_000 } } }] },
  },
};
const today: Today = {
  on: '2026-12-01',
  methods: methodVersions(),
  reference,
  p80: null,
  incumbentEvents: null,
  route: null,
  presentEndsOn: null,
  awardedOn: null,
};

function marksOf(changed: Record<string, unknown>, other: Partial<Today> = {}): string[] {
  const seen = observeCase(signed, caseWith({ ...parts, ...changed }), { ...today, ...other });
  return reviewDue(signedCase(record, signed), seen, reviewTriggers).marks.map(({ because }) => because);
}

describe('a signed case', () => {
  it('rests on what its record holds', () => {
    expect(signedCase(record, signed)).toMatchObject({
      signedOn: '2026-11-01',
      approvedBudget: 1_000_000,
      volumes: [{ name: 'Applications', perYear: 1000 }],
      band: { p10: 700_000, p90: 990_000 },
    });
    expect(signedCase({ ...record, results: {} }, caseWith())).toMatchObject({ band: null, approvedBudget: null });
  });

  it('isn’t marked while nothing has changed, and what nobody has looked at is told', () => {
    expect(marksOf({})).toEqual([]);
    const { notObserved } = reviewDue(signedCase(record, signed), observeCase(signed, signed, today), reviewTriggers);
    expect(notObserved).toEqual([
      'volume-moved', 'over-budget', 'few-suppliers', 'incumbent-event', 'route-ended', 'past-bridging', 'post-vacant',
      'outside-band',
    ]); // prettier-ignore
  });

  it.each<[string, Record<string, unknown>, Partial<Today>]>([
    ['“Applications” moved from 1000 to 1200 a year, more than 10 per cent.', { need: { ...need, volumes: [{ name: 'Applications', perYear: 1200 }] } }, {}],
    ['P80 is £1,100,000, £100,000 above the approved budget.', { title: 'Dearer now' }, { p80: 1_100_000 }],
    ['The condition “Try an export (by 2027-03-31)” lapsed.', {}, { on: '2027-04-01' }],
    ['One supplier is thought credible, fewer than 2.', { market: { engaged: 'yes', heard: 'One will bid.', credibleSuppliers: 1 } }, {}],
    ['The present contract was terminated.', {}, { incumbentEvents: ['The present contract was terminated.'] }],
    ['Framework X ended on 30 November 2026.', {}, { route: { name: 'Framework X', endsOn: '2026-11-30', isAvailable: true } }],
    ['The reference data “deflators”: 2026 was replaced by 2027.', {}, { reference: [{ id: 'deflators', version: '2027' }] }],
    ['The body becomes part of another body on 1 April 2028.', { buyer: { ...smallCase.buyer, changesOn: '2028-04-01' } }, {}],
    ['Signed on 1 November 2026, and no award is known after 12 months.', { tests: [] }, { on: '2027-11-01' }],
  ])('is marked: %s', (because, changed, other) => {
    expect(marksOf(changed, other)).toEqual([because]);
  });

  const present = { description: 'One product.', endsOn: '2028-03-31' };
  const ready = (readyOn: string) => smallCase.options.map((one) => (one.id === 'product' ? { ...one, readyOn } : one));
  const bridged = { ...parts, need: { ...need, present }, options: ready('2028-04-30') };
  const marksOfBridged = (changed: Record<string, unknown>, other: Partial<Today> = {}): string[] => {
    const then = caseWith(bridged);
    const seen = observeCase(then, caseWith({ ...bridged, ...changed }), { ...today, ...other });
    return reviewDue(signedCase(record, then), seen, reviewTriggers).marks.flatMap(({ trigger, because }) =>
      trigger === 'past-bridging' || trigger === 'post-vacant' || trigger === 'no-award' ? [because] : [],
    );
  };

  it('isn’t marked for a gap that was signed with it, and is once that grows or the present contract has ended', () => {
    expect(marksOfBridged({})).toEqual([]);
    expect(marksOfBridged({ options: ready('2028-05-31') })).toEqual([
      'It works on 31 May 2028, and the present arrangement can be kept to 31 March 2028.',
    ]);
    // The register knows of an option in the present contract.
    expect(marksOfBridged({ options: ready('2028-05-31') }, { presentEndsOn: '2028-06-30' })).toEqual([]);
    expect(marksOfBridged({ tests: [] }, { on: '2028-04-01', awardedOn: '2027-09-01' })).toEqual([
      'The present arrangement could be kept to 31 March 2028, which has passed, and the new one works on 30 April 2028.',
    ]);
  });

  it('is marked for a team that isn’t in post 60 days before, and for a post that is no longer named', () => {
    const team = (result: string) => [{ option: 'product', test: 'team-in-post', result, by: '2027-01-15' }];
    expect(marksOfBridged({ tests: team('condition') })).toEqual([
      'The team of its option is needed on 15 January 2027 and unfilled.',
    ]);
    expect(marksOfBridged({ tests: team('pass') })).toEqual([]);
    expect(marksOfBridged({ tests: team('condition') }, { on: '2026-11-10' })).toEqual([]);
    const roles = smallCase.roles.filter(({ role }) => role !== 'approver');
    expect(marksOfBridged({ roles })).toEqual([
      'The approver (Investment committee), no longer named, is needed on 1 December 2026 and unfilled.',
    ]);
  });

  it('isn’t marked for want of an award that the register shows', () => {
    expect(marksOfBridged({ options: smallCase.options }, { on: '2027-11-01' })).toEqual([
      'Signed on 1 November 2026, and no award is known after 12 months.',
    ]);
    expect(marksOfBridged({ options: smallCase.options }, { on: '2027-11-01', awardedOn: '2027-09-01' })).toEqual([]);
  });

  it('isn’t marked for a change of the body that was known when it was signed, until it comes', () => {
    const known = caseWith({ ...parts, buyer: { ...smallCase.buyer, changesOn: '2028-04-01' } });
    const at = (on: string) => observeCase(known, known, { ...today, on }).bodyChange;
    expect([at('2028-03-31'), at('2028-04-01')]).toEqual([null, { on: '2028-04-01', into: 'another body' }]);
  });
}); // prettier-ignore
