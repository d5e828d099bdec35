import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSearch, mostTerms, parseSearch } from './search-query.ts';

const synonyms = [
  ['erp', 'enterprise resource planning'],
  ['epr', 'electronic patient record', 'electronic patient records'],
];

describe('parseSearch', () => {
  it('takes words one by one and phrases whole', () => {
    expect(parseSearch('cloud "case management" hosting', synonyms)).toEqual([
      { kind: 'word', text: 'cloud', alternatives: ['cloud'] },
      { kind: 'word', text: 'hosting', alternatives: ['hosting'] },
      { kind: 'phrase', text: 'case management', alternatives: ['case management'] },
    ]);
  });

  it('leaves out words and phrases after a minus', () => {
    expect(
      parseSearch('laptops -lease -"second hand"', synonyms).filter((term) => term.kind === 'exclude'),
    ).toEqual([
      { kind: 'exclude', text: 'lease', alternatives: ['lease'] },
      { kind: 'exclude', text: 'second hand', alternatives: ['second hand'] },
    ]);
  });

  it('keeps a hyphen inside a word and a lone minus apart from exclusion', () => {
    expect(parseSearch('e-learning - portal', synonyms).map((term) => [term.kind, term.text])).toEqual([
      ['word', 'e-learning'],
      ['word', 'portal'],
    ]);
  });

  it('widens an acronym and its long form both ways', () => {
    expect(parseSearch('ERP', synonyms)[0]?.alternatives).toEqual(['erp', 'enterprise resource planning']);
    expect(parseSearch('new Enterprise Resource Planning', synonyms).map((term) => term.text)).toEqual([
      'new',
      'Enterprise Resource Planning',
    ]);
  });

  it('reads a quotation mark that does not close to the end', () => {
    expect(parseSearch('"housing system', synonyms)).toEqual([
      { kind: 'phrase', text: 'housing system', alternatives: ['housing system'] },
    ]);
  });

  it('finds nothing to search for in signs alone', () => {
    expect(parseSearch('!!! "" -- ?', synonyms)).toEqual([]);
  });

  it('never throws and never takes more terms than it says, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(parseSearch(text, synonyms).length).toBeLessThanOrEqual(mostTerms);
      }),
    );
  });
});

describe('describeSearch', () => {
  it('says what else is found and what is left out', () => {
    expect(describeSearch(parseSearch('erp -training', synonyms))).toEqual([
      'erp also finds "enterprise resource planning"',
      'without "training"',
    ]);
  });

  it('says nothing where a search means just what it says', () => {
    expect(describeSearch(parseSearch('hosting', synonyms))).toEqual([]);
  });
});
