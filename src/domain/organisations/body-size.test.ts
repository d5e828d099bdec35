import { describe, expect, it } from 'vitest';
import { bodyOf, bodySizes, type BodySize, type SizedBody } from './body-size.ts';

const residents: BodySize = {
  measure: 'residents', value: 812_000, roundedTo: 1000, year: 2021, source: 'a census', reviewed: '2026-11-23', covers: null,
}; // prettier-ignore
const body = (id: string, rest: Partial<SizedBody> = {}): SizedBody => ({
  id,
  names: [`${id} Council`],
  keys: [],
  sizes: [residents],
  isSample: false,
  ...rest,
});
const sizes = bodySizes([
  body('leeds', { names: ['Leeds City Council', 'Leeds Council'], keys: ['GB-PPON:PAAA-1111-AAAA'] }),
  body('kent', { names: ['Kent County Council'], keys: ['GB-PPON:PBBB-2222-BBBB'] }),
]);
const find = (name: string, keys: string[] = [], names: string[] = []) => {
  const found = bodyOf({ name, keys, names }, sizes);
  return found === null ? null : [found.body.id, found.basis];
};

describe('a body of known size', () => {
  it('is found by its number, whatever its name', () => {
    expect(find('Any name', ['GB-COH:01234567', 'GB-PPON:PAAA-1111-AAAA'])).toEqual(['leeds', 'number']);
  });

  it('is found by a whole name in any spelling, its own or another', () => {
    expect(find('THE LEEDS CITY COUNCIL')).toEqual(['leeds', 'name']);
    expect(find('Something else', [], ['Leeds Council'])).toEqual(['leeds', 'name']);
  });

  it('is not found by part of a name, nor by that of a shop of the council', () => {
    expect(find('Leeds City Council Pension Fund')).toBeNull();
    expect(find('Kent County Council (t/a Procurement Services)')).toBeNull();
    expect(find('Kent County Council trading as Anything')).toBeNull();
  });

  it('is unknown where two bodies would fit', () => {
    expect(find('x', ['GB-PPON:PAAA-1111-AAAA', 'GB-PPON:PBBB-2222-BBBB'])).toBeNull();
    expect(find('Leeds Council', [], ['Kent County Council'])).toBeNull();
  });
});

describe('sizes that contradict each other are refused:', () => {
  it.each([
    ['an id', [body('a'), body('a', { names: ['other'] })], 'The id "a" stands at a and again at a.'],
    ['a name', [body('a'), body('b', { names: ['A COUNCIL'] })], 'The name "a council" stands at a'],
    ['a number', [body('a', { keys: ['x'] }), body('b', { keys: ['x'] })], 'The number "x" stands at a'],
    ['a measure', [body('a', { sizes: [residents, residents] })], 'The body a gives the same measure twice.'],
  ])('%s that stands twice', (_, bodies, message) => {
    expect(() => bodySizes(bodies)).toThrow(message);
  });
});
