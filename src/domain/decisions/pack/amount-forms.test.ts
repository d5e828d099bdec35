import { describe, expect, it } from 'vitest';
import { statesAmount } from './amount-forms.ts';
import { amountsIn } from './withheld-words.ts';

describe('an amount in a text', () => {
  it.each([
    'It asks £2,280,000 a year.',
    'It asks £2280000.',
    'It asks £2.28m.',
    'It asks 2.28 million pounds.',
    'It asks £2,280k.',
    '(£2.28m)',
    'It asks £\u00a02,280,000 a year.',
    'It asks £2.28\u202fmillion.',
    'It asks GBP 2,280,000.00 a year.',
    'It asks 2,280,000 pounds.',
  ])('is found: %s', (text) => {
    expect(statesAmount(text, [2_280_000])).toBe(true);
  });

  it.each([
    'It asks £12.28m.',
    'It asks £2.285m.',
    'It asks £2,280.',
    '2,280,000 letters',
    'In 2.28 of cases',
  ])('is not taken for another: %s', (text) => {
    expect(statesAmount(text, [2_280_000])).toBe(false);
  });

  it('is found without a sign only where the figure is telling', () => {
    expect(statesAmount('They said 2,284,513 last week.', [2_284_513])).toBe(true);
    expect(statesAmount('310,000 applications', [310_000])).toBe(false);
    expect(statesAmount('£640 a day', [640])).toBe(true);
    expect(statesAmount('640 cases', [640])).toBe(false);
    expect(statesAmount('GBP 640 a day, or 640 GBP', [640])).toBe(true);
    expect(statesAmount('640 pounds a day', [640])).toBe(true);
    expect(statesAmount('£640.50 a day', [640])).toBe(false);
  });

  it.each(['£2.3m', 'GBP 2.4 million', '£2,300,000', '£2,300k'])(
    'is found rounded where that is asked: %s',
    (text) => {
      expect(statesAmount(text, [2_310_000], 'loose')).toBe(true);
      expect(statesAmount(text, [2_310_000])).toBe(false);
    },
  );

  it('is not found where a rounded figure doesn’t tell it', () => {
    expect(statesAmount('£2m', [2_310_000], 'loose')).toBe(false);
    expect(statesAmount('£0.3m', [260_000], 'loose')).toBe(false);
    expect(statesAmount('2.3 posts', [2_310_000], 'loose')).toBe(false);
  });

  it('is not found in a word that only begins as a unit does', () => {
    expect(statesAmount('By 25 March, after 25 months', [25_000_000])).toBe(false);
    expect(statesAmount('25m a year', [25_000_000])).toBe(true);
  });

  it('are read with their units', () => {
    expect(amountsIn('From £2.28m to £640 a day, £1,200 and £3k; 5 posts')).toEqual([
      2_280_000, 640, 1200, 3000,
    ]);
  });
});
