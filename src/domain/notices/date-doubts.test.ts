import { expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';

it('impossible dates of a release and of a tender without a contract are named', () => {
  const contractPeriod = { startDate: '0001-01-01T00:00:00Z', endDate: '9999-12-31T00:00:00Z' };
  const tender = { title: 'Hosting', contractPeriod, tenderPeriod: { endDate: 'soon' } };
  expect(factsFrom([actRelease({ date: '0001-01-01T00:00:00Z', tender })]).quality).toEqual([
    'release 012345-2026: the date "0001-01-01T00:00:00Z" is impossible and was left out; the release counts as the oldest.',
    'tender.contractPeriod.startDate: the year in "0001-01-01" is impossible and was left out.',
    'tender.contractPeriod.endDate: the year in "9999-12-31" is impossible and was left out.',
    'tender.tenderPeriod.endDate: "soon" is not a date and was left out.',
  ]);
});

it('a date is named once where a contract takes its term from the tender, and good ones are not named', () => {
  const contractPeriod = { startDate: '2026-06-01T00:00:00Z', endDate: '9999-12-31T00:00:00Z' };
  const tender = { title: 'Hosting', contractPeriod };
  const awards = [{ id: '1', status: 'active', suppliers: [{ id: 'GB-COH-01234567' }] }];
  expect(factsFrom([actRelease({ tender, awards })]).quality).toEqual([
    'tender.contractPeriod.endDate: the year in "9999-12-31" is impossible and was left out.',
  ]);
});
