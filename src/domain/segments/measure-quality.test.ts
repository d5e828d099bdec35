import { describe, expect, test } from 'vitest';
import { seededRng } from '../../lib/rng.ts';
import { foldsOf, type Prediction } from './cross-validate.ts';
import { exampleOf, isRight, type LabelledNotice } from './labelled-notice.ts';
import { calibrationBins, confusionOf, measureQuality } from './measure-quality.ts';
import { digitalSegmentIds, type SegmentId } from './segment.ts';

const notice = (segment: SegmentId, also: SegmentId | null = null): LabelledNotice => ({
  ocid: 'ocds-1',
  segment,
  also,
  confidence: 'high',
  features: [],
});
const prediction = (label: LabelledNotice, answer: SegmentId, probability: number): Prediction => ({
  notice: label,
  answer,
  second: 'not-digital',
  probability,
});

/** Two digital notices found and one missed, one not digital taken for digital, one rightly not. */
const predictions = [
  prediction(notice('cloud-hosting'), 'cloud-hosting', 0.95),
  prediction(notice('cyber-security'), 'cloud-hosting', 0.55),
  prediction(notice('sector-systems'), 'not-digital', 0.65),
  prediction(notice('not-digital'), 'sector-systems', 0.45),
  prediction(notice('not-digital'), 'not-digital', 0.95),
];

describe('measures of quality', () => {
  test('are what one counts by hand', () => {
    const quality = measureQuality(predictions);
    expect(quality.digitalF1).toBeCloseTo(4 / 6, 9);
    expect(quality.segmentAccuracy).toBeCloseTo(1 / 3, 9);
    // Bins: 0.95 twice, both right; 0.55, 0.65 and 0.45, none right.
    expect(quality.calibrationError).toBeCloseTo((2 * 0.05 + 0.55 + 0.65 + 0.45) / 5, 9);
  });

  test('an answer that the readers would also accept is right', () => {
    const borderline = [prediction(notice('sector-systems', 'not-digital'), 'not-digital', 0.9)];
    expect(measureQuality(borderline)).toMatchObject({
      segmentAccuracy: 1,
      digitalF1: null,
      strictDigitalF1: 0,
    });
    expect(confusionOf(borderline)).toEqual([
      { label: 'sector-systems', answer: 'sector-systems', count: 1 },
    ]);
  });

  test('of nothing are nothing, never a number', () => {
    expect(measureQuality([])).toEqual({
      count: 0,
      digitalF1: null,
      strictDigitalF1: null,
      segmentAccuracy: null,
      calibrationError: null,
    });
  });

  test('a probability of one falls into the last bin', () => {
    expect(calibrationBins([prediction(notice('not-digital'), 'not-digital', 1)]).at(-1)?.count).toBe(1);
  });
});

describe('labels', () => {
  test('a second label gets a quarter, on either side of digital', () => {
    const both = exampleOf(notice('cloud-hosting', 'cyber-security'));
    expect(both.digital).toBe(1);
    expect(both.segments[digitalSegmentIds.indexOf('cyber-security')]).toBe(0.25);
    expect(exampleOf(notice('cloud-hosting', 'not-digital'))).toMatchObject({ digital: 0.75 });
    expect(exampleOf(notice('not-digital', 'cloud-hosting'))).toMatchObject({ digital: 0.25 });
  });

  test('only the two labels are right', () => {
    const label = notice('cloud-hosting', 'cyber-security');
    expect([isRight('cloud-hosting', label), isRight('cyber-security', label)]).toEqual([true, true]);
    expect(isRight('sector-systems', label)).toBe(false);
  });
});

describe('folds', () => {
  test('every notice is in exactly one, and classes of five or more are spread evenly', () => {
    const all = [
      ...Array.from({ length: 20 }, () => notice('not-digital')),
      ...Array.from({ length: 5 }, () => notice('cyber-security')),
      notice('cloud-hosting'),
      notice('emerging-technology'),
    ];
    const folds = foldsOf(all, 5, seededRng(1));
    expect(new Set(folds.flat()).size).toBe(all.length);
    for (const fold of folds) {
      expect(fold.filter(({ segment }) => segment === 'not-digital')).toHaveLength(4);
      expect(fold.filter(({ segment }) => segment === 'cyber-security')).toHaveLength(1);
    }
  });

  test('the same seed deals the same folds', () => {
    const all = Array.from({ length: 12 }, () => notice('not-digital'));
    expect(foldsOf(all, 3, seededRng(7))).toEqual(foldsOf(all, 3, seededRng(7)));
  });
});
