import { expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { reviewDue, reviewTriggerIds, type ObservedFacts, type SignedCase } from './review-triggers.ts';

const { reviewTriggers } = testContext().reference.decisions;
const signed: SignedCase = {
  signedOn: '2026-06-01',
  awardedOn: null,
  approvedBudget: 1_000_000,
  volumes: [{ name: 'permits', perYear: 1000 }],
  band: { p10: 400_000, p90: 700_000 },
  readyOn: '2028-03-01',
  bridgedUntil: null,
  versions: [{ what: 'thresholds', version: '2026' }],
};
const marks = (seen: Partial<ObservedFacts>): string[] =>
  reviewDue(signed, { on: '2026-11-01', ...seen }, reviewTriggers).marks.map(({ trigger }) => trigger);

it.each<[string, Partial<ObservedFacts>, Partial<ObservedFacts>]>([
  [
    'volume-moved',
    { volumes: [{ name: 'permits', perYear: 899 }] },
    { volumes: [{ name: 'permits', perYear: 1100 }] },
  ],
  ['volume-moved', { volumes: [{ name: 'appeals', perYear: 5 }] }, { volumes: [] }],
  ['over-budget', { p80: 1_000_001 }, { p80: 1_000_000 }],
  ['condition-lapsed', { lapsedConditions: ['Team in post'] }, { lapsedConditions: [] }],
  ['few-suppliers', { credibleSuppliers: 1 }, { credibleSuppliers: 2 }],
  ['incumbent-event', { incumbentEvents: ['In administration.'] }, { incumbentEvents: [] }],
  [
    'route-ended',
    { route: { name: 'Framework', endsOn: '2026-10-28', isAvailable: true } },
    { route: { name: 'Framework', endsOn: '2026-11-01', isAvailable: true } },
  ],
  [
    'route-ended',
    { route: { name: 'Framework', endsOn: null, isAvailable: false } },
    { route: { name: 'Framework', endsOn: null, isAvailable: true } },
  ],
  ['past-bridging', { bridgedUntil: '2028-02-28' }, { bridgedUntil: '2028-03-01' }],
  [
    'past-bridging',
    { on: '2028-02-29', awardedOn: '2027-01-01', bridgedUntil: '2028-02-28' },
    { on: '2028-03-02', awardedOn: '2027-01-01', bridgedUntil: '2028-03-01' },
  ],
  [
    'post-vacant',
    { vacantPosts: [{ post: 'Architect', neededOn: '2026-12-31' }] },
    { vacantPosts: [{ post: 'Architect', neededOn: '2027-01-01' }] },
  ],
  ['outside-band', { outturn: 399_999 }, { outturn: 700_000 }],
  [
    'rule-superseded',
    { versions: [{ what: 'thresholds', version: '2028' }] },
    {
      versions: [
        { what: 'thresholds', version: '2026' },
        { what: 'other', version: '2' },
      ],
    },
  ],
  ['body-changed', { bodyChange: { on: '2028-04-01', into: 'a unitary' } }, { bodyChange: null }],
  ['no-award', { on: '2027-06-01' }, { on: '2027-05-31' }],
  ['no-award', { on: '2027-06-01' }, { on: '2027-06-01', awardedOn: '2027-01-01' }],
])('%s marks %j and not %j', (trigger, due, fine) => {
  expect(marks(due)).toEqual([trigger]);
  expect(marks(fine)).toEqual([]);
});

it('what nobody has looked at is named, and no mark', () => {
  const { marks: found, notObserved } = reviewDue(signed, { on: '2026-11-01' }, reviewTriggers);
  expect(found).toEqual([]);
  expect(notObserved).toEqual(reviewTriggerIds.filter((id) => id !== 'no-award'));
});
