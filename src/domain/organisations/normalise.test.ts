import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPersonLikely } from './is-person-likely.ts';
import { companyNumberIn, guessIdentifier, normaliseIdentifier } from './normalise-identifier.ts';
import { bilingualNames, normaliseName, tradingNameOf } from './normalise-name.ts';

describe('official identifiers', () => {
  it.each([
    ['GB-COH', '1953344', 'GB-COH:01953344'],
    ['GB-COH', 'sc 21174', 'GB-COH:SC021174'],
    ['GB-COH', 'ni34904', 'GB-COH:NI034904'],
    ['GB-COH', 'OC301436', 'GB-COH:OC301436'],
    ['GB-COH', 'RC000648', 'GB-COH:RC000648'],
    ['GB-COH', 'IP21256R', 'GB-COH:IP21256R'],
    ['GB-COH', 'RS007530', 'GB-COH:RS007530'],
    ['GB-COH', 'BR021056', 'GB-COH:BR021056'],
    ['GB-COH', 'GB-COH-02738472', 'GB-COH:02738472'],
    ['GB-COH', 'Company No. 1234567', 'GB-COH:01234567'],
    ['GB-COH', 'Reg. number: NI 034904', 'GB-COH:NI034904'],
    ['GB-COH', '1953344.0', 'GB-COH:01953344'],
    ['GB-COH', 'OC-301436', 'GB-COH:OC301436'],
    ['GB-COH', 'NO001234', 'GB-COH:NO001234'],
    ['gb-ppon', 'pbzb-4962-tvlr', 'GB-PPON:PBZB-4962-TVLR'],
    ['GB-CHC', '0279417', 'GB-CHC:279417'],
    ['GB-SC', '42386', 'GB-SC:SC042386'],
    ['GB-NIC', 'NIC100019', 'GB-NIC:100019'],
    ['GB-NHS', 'rtd', 'GB-NHS:RTD'],
    ['GB-UKPRN', '10007164', 'GB-UKPRN:10007164'],
    ['GB-MPR', '30938R', 'GB-MPR:30938R'],
  ])('%s %s is %s', (scheme, id, key) => {
    expect(normaliseIdentifier(scheme, id)).toBe(key);
  });

  it.each([
    ['GB-FTS', '14266'],
    ['GB-CFS', '229770'],
    ['GB-SRS', 'sid4gov.cabinetoffice.gov.uk/rFBk7FPE'],
    ['GB-COH', '00000000'],
    ['GB-COH', '99999999'],
    ['GB-COH', 'N/A'],
    ['GB-COH', 'Imosphere Ltd'],
    ['GB-COH', '458577871'],
    ['GB-COH', 'Sole trader'],
    ['GB-PPON', 'withheld'],
    ['GB-CHC', '12'],
    ['XX-UNKNOWN', '1'],
  ])('%s %s joins nothing', (scheme, id) => {
    expect(normaliseIdentifier(scheme, id)).toBeNull();
  });

  it('without a scheme are read by their form', () => {
    expect(guessIdentifier('03898053')).toBe('GB-COH:03898053');
    expect(guessIdentifier('OC307742')).toBe('GB-COH:OC307742');
    expect(guessIdentifier('PHNT-5649-ZYQJ')).toBe('GB-PPON:PHNT-5649-ZYQJ');
    for (const id of ['N/A', '210715608', '168524345', 'RV9', '1324196'])
      expect(guessIdentifier(id)).toBeNull();
  });

  it.each([
    ['Alpha Limited (01234567)', 'GB-COH:01234567'],
    ['ALPHA LLP (oc301436)', 'GB-COH:OC301436'],
    ['Alpha Ltd, company number 01234567', 'GB-COH:01234567'],
    ['Alpha Ltd (Company No: SC123456)', 'GB-COH:SC123456'],
    ['Alpha Ltd (1234567)', null],
    ['Alpha 20260101', null],
    ['Lot 12345678 Ltd', null],
    ['Alpha Ltd (00000000)', null],
  ])('behind a name: %s', (name, key) => {
    expect(companyNumberIn(name)).toBe(key);
  });

  it('without a scheme are nothing where charity and company share the form', () => {
    expect(guessIdentifier('SC021174')).toBeNull();
    expect(guessIdentifier('SC521174')).toBe('GB-COH:SC521174');
  });
});

describe('names for comparison', () => {
  it.each([
    ['ALPHA & SONS (UK) LIMITED', 'Alpha and Sons UK Ltd.'],
    ['The Open University', 'OPEN UNIVERSITY, THE'],
    ['Alpha Public Limited Company', 'Alpha P.L.C.'],
    ['Creating Enterprise C.I.C', 'Creating Enterprise Community Interest Company'],
    ['Dŵr Cymru Cyfyngedig', 'DWR CYMRU CYF'],
    ['Runtime Collective Limited t/a Brandwatch', 'RUNTIME COLLECTIVE LTD'],
    ['St. Christopher’s Fellowship', "St Christopher's Fellowship"],
    ['Beta Company Limited', 'Beta Co Ltd'],
    ['Gamma Limited (01234567)', 'Gamma Ltd'],
    ['Relx (UK) Ltd TA LexisNexis', 'RELX (UK) LIMITED'],
    ['Turning Tech Intermediate, Inc. (dba Echo360)', 'Turning Tech Intermediate Inc'],
  ])('%s is %s', (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other));
  });

  it.each([
    ['Alpha Ltd', 'Alpha LLP'],
    ['Alpha (North) Ltd', 'Alpha (South) Ltd'],
    ['Lot 1 Ltd', 'Lot 2 Ltd'],
    ['Tees TA Centre', 'Tees'],
    ['Alpha (2019) Ltd', 'Alpha Ltd'],
  ])('%s is not %s', (one, other) => {
    expect(normaliseName(one)).not.toBe(normaliseName(other));
  });

  it('are the same when normalised again', () => {
    assert(
      property(string({ unit: 'grapheme' }), (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
      }),
    );
  });

  it.each([
    ['Runtime Collective Limited t/a Brandwatch', 'Brandwatch'],
    ['Rainly Ltd (trading as Housing Perks)', 'Housing Perks'],
    ['Relx (UK) Ltd TA LexisNexis', 'LexisNexis'],
    ['Alpha Ltd t/a', null],
    ['Data Ltd', null],
  ])('the name under which %s trades', (name, trading) => {
    expect(tradingNameOf(name)).toBe(trading);
  });

  it('of two languages give both', () => {
    expect(bilingualNames('Llywodraeth Cymru / Welsh Government')).toEqual([
      'Llywodraeth Cymru',
      'Welsh Government',
    ]);
    expect(bilingualNames('Alpha / Beta Ltd')).toEqual(['Alpha / Beta Ltd']);
  });
});

describe('suppliers that are likely natural persons', () => {
  it.each(['Jane Doe', 'Dr T Example', 'Mrs Ann Example', 'Jean de la Tour', 'Jane Doe t/a Doe Design'])(
    '%s',
    (name) => {
      expect(isPersonLikely(name, [])).toBe(true);
    },
  );

  it.each([
    'Jane Doe Ltd',
    'uk car service',
    'Clocktower Cars',
    'MS CARS',
    'TUV Sud',
    '24x7 Surrey',
    'Brodies LLP',
  ])('not %s', (name) => {
    expect(isPersonLikely(name, [])).toBe(false);
  });

  it('not one with a number that only organisations have', () => {
    expect(isPersonLikely('Jane Doe', ['GB-COH:01234567'])).toBe(false);
    expect(isPersonLikely('Jane Doe', ['GB-CHC:1234567'])).toBe(false);
  });

  it('also with the number that the central digital platform gives to sole traders', () => {
    expect(isPersonLikely('Jane Doe', ['GB-PPON:PAAA-1111-AAAA'])).toBe(true);
  });

  it('also with an occupation behind the name', () => {
    expect(isPersonLikely('Jane Doe Training Consultant', [])).toBe(true);
    expect(isPersonLikely('Example Training Consultants', [])).toBe(false);
  });

  it.each(['Example Bus Corporation', 'Recruit With Purpose', 'Example Tree Registry'])(
    'not %s, whatever its number',
    (name) => {
      expect(isPersonLikely(name, ['GB-PPON:PAAA-1111-AAAA'])).toBe(false);
    },
  );
});
