import { describe, expect, it } from 'vitest';
import { factsOfDraft } from './facts-of-draft.ts';

const value = (text: string, name: keyof ReturnType<typeof factsOfDraft>): unknown =>
  factsOfDraft(text)[name]?.value;

describe('what a draft tender in words states', () => {
  it.each([
    ['The estimated value is £1.1m excluding VAT.', 'value-ex-vat', 1_100_000],
    ['Contract value: £240,000 inc VAT', 'value-ex-vat', 200_000],
    ['Contract value: £240,000 inc VAT', 'value-with-vat', 240_000],
    ['The contract runs for five years from 1 April.', 'term-months', 60],
    ['Initial term of 24 months with an extension of 12 months', 'longest-term-months', 36],
    ['Initial term of 24 months with an extension of 12 months', 'extension-percent', 50],
    ['Price counts for 60% of the award.', 'price-weight-percent', 60],
    ['70 per cent for price, 30 per cent for quality', 'price-weight-percent', 70],
    ['Suppliers have 18 days to respond.', 'tender-days', 18],
    ['The bidding window is eighteen days; bidding period of 10 days', 'tender-days', 10],
    ['There is one lot.', 'lots', 1],
    ['Following preliminary market engagement in May', 'market-engagement', 'yes'],
    ['Insurance must be in place at the time of tender.', 'says-bid-insurance', true],
    ['Insurance must be in place at award.', 'says-bid-insurance', false],
    ['Bidders provide two years of audited accounts.', 'says-audited-accounts', true],
    ['ISO 27001 is required at bid.', 'says-bid-certificates', true],
    ['Give three council references.', 'says-public-references', true],
  ] as const)('“%s” states %s', (text, name, expected) => {
    expect(value(text, name)).toBe(expected);
  });

  it('sets the turnover that is demanded against the value of a year', () => {
    const text = 'The value is £1.1m without VAT. The term is 5 years. A turnover of £5m is required.';
    expect(value(text, 'turnover-times-annual')).toBeCloseTo(22.7, 1);
  });

  it('states no number where the text gives two', () => {
    expect(value('Lot A has a term of 24 months, lot B a term of 36 months.', 'term-months')).toBeUndefined();
    expect(value('The value is £1m. The total value is £2m.', 'value-ex-vat')).toBeUndefined();
  });

  it('shows the words that it was read from', () => {
    const { evidence } =
      factsOfDraft('All data leaves for free: there is no egress fee at any time.')['says-egress'] ?? {};
    expect(evidence).toContain('no egress fee');
  });

  it('says of a text without numbers nothing in numbers', () => {
    const stated = Object.entries(factsOfDraft('We want laptops.')).filter(
      ([, read]) => read.value !== false,
    );
    expect(stated).toEqual([]);
  });
});
