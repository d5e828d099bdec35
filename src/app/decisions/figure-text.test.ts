import { describe, expect, it } from 'vitest';
import { listText, pointsText, poundsText, shareText } from './figure-text.ts';

describe('figures as they are said', () => {
  it.each([
    [0, '£0'],
    [0.4, '£0.40'],
    [12, '£12'],
    [850, '£850'],
    [113_333, '£113,000'],
    [999_999, '£1m'],
    [14_249_000, '£14.2m'],
    [-1_734_000, '−£1.73m'],
    [2_500_000_000, '£2.5bn'],
  ])('pounds: %d is %s', (pounds, text) => {
    expect(poundsText(pounds)).toBe(text);
  });

  it('shares say what is not quite none or all', () => {
    expect([0, 0.001, 0.884, 0.999, 1].map(shareText)).toEqual(['0%', 'under 1%', '88%', 'over 99%', '100%']);
  });

  it('points have one decimal at most, and names stand in a sentence', () => {
    expect([60, 8.333].map(pointsText)).toEqual(['60', '8.3']);
    expect([listText([]), listText(['A']), listText(['A', 'B', 'C'])]).toEqual(['', 'A', 'A, B and C']);
  });
});
