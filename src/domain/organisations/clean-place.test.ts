import { expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import { cleanPlace } from './clean-place.ts';

it.each([
  ['Leeds,', 'Leeds'],
  [' Leeds ', 'Leeds'],
  ['Newcastle   upon\nTyne', 'Newcastle upon Tyne'],
  ['Leeds ,West Yorkshire', 'Leeds, West Yorkshire'],
  [',, Leeds,, ;', 'Leeds'],
  ["St. Mary's (Scilly)", "St. Mary's (Scilly)"],
  [' , ', null],
  ['', null],
  [null, null],
])('%j reads %j', (published, expected) => {
  expect(cleanPlace(published)).toBe(expected);
});

it('is how the places of a mention are kept', () => {
  const parties = [
    {
      id: 'GB-PPON-PAAA-1111-AAAA',
      name: 'Example Agency',
      roles: ['buyer'],
      address: { locality: 'Leeds, ', region: ' West  Yorkshire', countryName: 'United Kingdom ,' },
    },
  ];
  expect(factsFrom([actRelease({ parties })]).mentions[0]).toMatchObject({
    locality: 'Leeds',
    region: 'West Yorkshire',
    country: 'United Kingdom',
  });
});
