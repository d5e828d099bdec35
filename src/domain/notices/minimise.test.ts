import {
  array,
  assert,
  dictionary,
  emailAddress,
  jsonValue,
  oneof,
  property,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../lib/json.ts';
import { minimise, postcodeDistrict } from './minimise.ts';
import { scrubText } from './scrub-text.ts';

const party: JsonObject = {
  id: 'GB-COH-01234567',
  name: 'Alpha Ltd',
  roles: ['supplier'],
  identifier: { scheme: 'GB-COH', id: '01234567', legalName: 'Alpha Ltd' },
  address: {
    streetAddress: '1 Low Road',
    locality: 'Leeds',
    region: 'UKE42',
    postalCode: 'LS1 2DE',
    countryName: 'UK',
  },
  contactPoint: { name: 'A Person', email: 'a.person@alpha.example', telephone: '+44 20 7946 0000' },
  details: { scale: 'sme', vcse: false },
  control: { description: 'COCKERILL, Mark' },
};

describe('minimising a release', () => {
  it('keeps of a party only its name, identifiers, place, roles and details', () => {
    const { release } = minimise({ parties: [party] });
    expect(release).toEqual({
      parties: [
        {
          id: 'GB-COH-01234567',
          name: 'Alpha Ltd',
          roles: ['supplier'],
          identifier: { scheme: 'GB-COH', id: '01234567', legalName: 'Alpha Ltd' },
          address: { locality: 'Leeds', region: 'UKE42', postalCode: 'LS1', countryName: 'UK' },
          details: { scale: 'sme', vcse: false },
        },
      ],
    });
  });

  it('drops contact points wherever they stand, also under a name broken by spaces', () => {
    const { release, removed } = minimise({
      buyer: { name: 'B', contactPoint: { email: 'a@b.org' } },
      tender: { contactPoint: {}, 'contactP    oint': { email: 'a@b.org' }, title: 'T' },
      contracts: [{ id: '1', signatories: [{ name: 'A Person' }] }],
    });
    expect(release).toEqual({ buyer: { name: 'B' }, tender: { title: 'T' }, contracts: [{ id: '1' }] });
    expect(removed).toBe(4);
  });

  it('takes e-mail addresses and telephone numbers out of free text and counts them', () => {
    const text = 'Helpdesk: help@portal.co.uk, Tel: 0800 069 8630 or +44 (0)20 7946 0000';
    expect(scrubText(text)).toEqual({
      text: 'Helpdesk: [e-mail removed], Tel: [telephone removed] or [telephone removed]',
      removed: 3,
    });
  });

  it.each([
    ['Phone: 0800 069 8630/ Fax: 0800 069 8631', 'Phone: [telephone removed]/ Fax: [telephone removed]'],
    ['Phone: +44 8000698630rn Thanksrn', 'Phone: [telephone removed]rn Thanksrn'],
    ['Tel.020 7946 0000', 'Tel.[telephone removed]'],
    ['0800 069 8630/07700 900123', '[telephone removed]/[telephone removed]'],
  ])('takes telephone numbers out of %s', (text, expected) => {
    expect(scrubText(text).text).toBe(expected);
  });

  it('keeps of the opening of tenders only its day, because officers are named there', () => {
    const bidOpening = { date: '2026-05-30T12:00:00Z', description: 'A Person (Officer)', address: {} };
    expect(minimise({ tender: { bidOpening } }).release).toEqual({
      tender: { bidOpening: { date: '2026-05-30T12:00:00Z' } },
    });
  });

  it('leaves notice numbers, company numbers, dates, CPV codes and money as they are', () => {
    const text =
      'See 075868-2026 and 2026/S 000-068460, company 01234567, 01.02.2026 - 03.04.2027, 01-02-2026, 72000000-5, £1,006,486 and £0123456789';
    expect(scrubText(text)).toEqual({ text, removed: 0 });
    const release = {
      id: '075868-2026',
      tender: { id: '07700900123', documents: [{ url: 'https://x.example/?id=07700900123' }] },
    };
    expect(minimise(release).release).toBe(release);
  });

  it('keeps the delta of a party: a member set to null stays null', () => {
    const release = { parties: [{ id: '1', address: null, details: null }] };
    expect(minimise(release)).toEqual({ release, removed: 0 });
  });

  it('does not change its input', () => {
    const release = { parties: [structuredClone(party)] };
    minimise(release);
    expect(release).toEqual({ parties: [party] });
  });

  it('stores the district of a British postcode and nothing of any other code', () => {
    expect(['SW1A 2AA', 'sw1a2aa', 'E181AN', 'LS1', '75008', 'RETFORD'].map(postcodeDistrict)).toEqual([
      'SW1A',
      'SW1A',
      'E18',
      'LS1',
      '',
      '',
    ]);
  });
});

describe('properties of minimising', () => {
  const sentence = tuple(string(), emailAddress(), string()).map(([a, address, b]) => ({
    address,
    text: `${a} ${address} ${b}`,
  }));

  it('lets no e-mail address through, in whatever text and place', () => {
    assert(
      property(array(sentence, { minLength: 1, maxLength: 4 }), string(), (sentences, name) => {
        const release: JsonObject = {
          tender: {
            description: sentences.map((one) => one.text).join(' '),
            lots: sentences.map((one) => ({ [name]: one.text })),
          },
          parties: sentences.map((one) => ({ name: one.text, id: one.text, details: { url: one.text } })),
        };
        const stored = JSON.stringify(minimise(release).release);
        for (const { address } of sentences) expect(stored).not.toContain(address);
      }),
    );
  });

  it('changes nothing more when applied twice', () => {
    const values = oneof(
      jsonValue(),
      dictionary(oneof(string(), emailAddress()), oneof(emailAddress(), string())),
    );
    assert(
      property(values, sentence, (value, { text }) => {
        if (!isObject(value)) return;
        const once = minimise({ ...value, description: text, parties: [value] }).release;
        expect(minimise(once)).toEqual({ release: once, removed: 0 });
      }),
    );
  });
});
