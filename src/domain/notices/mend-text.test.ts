import { describe, expect, it } from 'vitest';
import { mendText } from './mend-text.ts';

describe('mendText', () => {
  it.each([
    ['Mental Health Needs.rnrnWe are looking', 'Mental Health Needs.\n\nWe are looking'],
    ['(increase inrnprocessing power)', '(increase in\nprocessing power)'],
    ['technical problems.rn (SC Ref:581665)', 'technical problems.\n(SC Ref:581665)'],
    ['more information: rnTo purchase', 'more information: \nTo purchase'],
    ['repairs; andrn -tLot 4 Heating', 'repairs; and\n- Lot 4 Heating'],
    ['at https://example.org/login.htmlrnrnAnd', 'at https://example.org/login.html\n\nAnd'],
    ['Ref 12.rn', 'Ref 12.\n'],
  ])('a line break that lost its backslashes is one again: %s', (published, mended) => {
    expect(mendText(published)).toBe(mended);
  });

  it.each([
    'modern Northern turnover',
    'ModernGov licences',
    'mrna assay',
    'https://example.org/strn123 page',
    'Asgwrn a dwrn',
    'R&D',
  ])('a word that has the letters stays: %s', (text) => {
    expect(mendText(text)).toBe(text);
  });

  it.each([
    ['robots) â€¢ 10 x upgrade', 'robots) • 10 x upgrade'],
    ['worth Â£5,000', 'worth £5,000'],
    ['the buyerâ€™s cafÃ©', 'the buyer’s café'],
  ])('a character that was encoded twice is read: %s', (published, mended) => {
    expect(mendText(published)).toBe(mended);
  });

  it.each(['Château', 'Âge', 'SÃO PAULO', 'tâche'])('a letter with an accent stays: %s', (text) => {
    expect(mendText(text)).toBe(text);
  });
});
