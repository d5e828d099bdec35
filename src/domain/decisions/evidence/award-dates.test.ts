import { expect, it } from 'vitest';
import { awardDates, awardDateSentences } from './award-dates.ts';

const facts = { endOn: '2028-03-31', preparationMonths: 9, procurementDays: 228, transitionMonths: 3 };

it('counts back: change-over, then buying, then preparing', () => {
  expect(awardDates(facts)).toEqual({
    awardBy: '2027-12-31',
    noticeBy: '2027-05-17',
    beginBy: '2026-08-17',
    parts: [
      { what: 'preparation', months: 9 },
      { what: 'procurement', months: 7.5 },
      { what: 'transition', months: 3 },
    ],
  });
});

it('says which day has passed, and each part that a day rests on', () => {
  const said = awardDateSentences(facts, '2026-11-23');
  expect(said).toHaveLength(3);
  expect(said[0]).toContain('signed by 31 December 2027');
  expect(said[0]).not.toContain('passed');
  expect(said[1]).toContain('up to 228 days');
  expect(said[2]).toContain('begin by 17 August 2026');
  expect(said[2]).toContain('That day has passed.');
  expect(awardDateSentences({ ...facts, transitionMonths: 1 }, '2026-11-23')[0]).toContain('as 1 month.');
});

it('without procurements that were seen there is a day of award alone', () => {
  const unseen = { ...facts, procurementDays: null };
  expect(awardDates(unseen)).toMatchObject({ awardBy: '2027-12-31', noticeBy: null, beginBy: null });
  expect(awardDateSentences(unseen, '2026-11-23')).toHaveLength(2);
  expect(awardDates({ ...facts, transitionMonths: 1.5 }).awardBy).toBe('2028-02-14');
});
