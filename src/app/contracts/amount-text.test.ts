import { describe, expect, it } from 'vitest';
import { amountText, moneyText } from './amount-text.ts';

describe('money on the command line', () => {
  it('parts thousands, and shows pence only where there are some', () => {
    expect(moneyText(71_040_000, 'GBP')).toBe('£710,400');
    expect(moneyText(123_456_789, 'GBP')).toBe('£1,234,567.89');
    expect(moneyText(-5, 'GBP')).toBe('-£0.05');
    expect(moneyText(1_500, 'JPY')).toBe('JPY 1,500');
    expect(moneyText(99_900, null)).toBe('999');
    expect(moneyText(null, 'GBP')).toBeNull();
  });

  it('says the kind, the VAT basis and any doubt', () => {
    const amount = { minorUnits: 1, currency: 'GBP', kind: 'award', basis: 'unstated' } as const;
    expect(amountText({ ...amount, flag: 'placeholder' })).toBe(
      '£0.01 (award, VAT not stated, not believed: placeholder)',
    );
    expect(amountText({ ...amount, minorUnits: null, flag: 'unreadable' })).toContain('cannot be read');
    expect(amountText(null)).toBe('no value we can rely on');
  });
});
