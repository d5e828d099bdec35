import { expect, test } from 'vitest';
import { htmlFaults, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { testContext } from '../../../../../test/support/context.ts';
import { showSegmentQuality, type SegmentQuality } from '../../../../app/segments/show-quality.ts';
import { presentSegmentQuality } from './present.ts';

const figure = { mean: 0.951, low: 0.9, high: 0.98 };
const quality: SegmentQuality = {
  labels: { count: 40, sha256: '0' },
  method: { repeats: 10, folds: 5, ridge: { digital: 8, segments: 8, bias: 10 } },
  measures: {
    digitalF1: figure,
    strictDigitalF1: figure,
    segmentAccuracy: { mean: 0.84, low: 0.7, high: 0.9 },
    calibrationError: { mean: 0.03, low: 0.02, high: 0.06 },
  },
  authoredOnly: { digitalF1: 0.9, strictDigitalF1: 0.9, segmentAccuracy: 0.8, calibrationError: 0.1 },
  bySegment: [
    { segment: 'cloud-hosting', count: 10, accuracy: 0.8 },
    { segment: 'not-digital', count: 30, accuracy: 1 },
  ],
  confusion: [
    { label: 'cloud-hosting', answer: 'cloud-hosting', count: 8 },
    { label: 'cloud-hosting', answer: 'not-digital', count: 1.9 },
    { label: 'not-digital', answer: 'not-digital', count: 30 },
  ],
  calibration: [
    { from: 0.5, to: 0.6, count: 4, meanProbability: 0.55, rightShare: 0.5 },
    { from: 0.9, to: 1, count: 36, meanProbability: 0.97, rightShare: 0.98 },
  ],
};

const show = (changes: Partial<SegmentQuality> = {}): string =>
  renderPage('pages/segments/quality/page.njk', presentSegmentQuality({ ...quality, ...changes }, words));

test('the measures stand with their intervals and the number of notices behind them', () => {
  const text = visibleText(show());
  expect(text).toContain('on 40 notices that people had labelled');
  expect(text).toContain('Right segment 0.84 of digital notices, 95% interval 0.70 to 0.90');
});

test('every segment has its number of notices and its share of right answers', () => {
  expect(visibleText(show())).toContain('Cloud hosting 10 80%');
});

test('the confusion table has a column for every answer that was given', () => {
  const text = visibleText(show());
  expect(text).toContain('Label Cloud hosting Not digital');
  expect(text).toContain('Cloud hosting 8 1.9');
});

test('the calibration stands as chart and as table', () => {
  const html = show();
  expect(html).toContain('50% right of 4 given 50% to 60%');
  expect(visibleText(html)).toContain('90% to 100% 36 97% 98%');
});

test('is a valid page, with the measures of the weights in use too', async () => {
  expect(await htmlFaults(show())).toEqual([]);
  const real = await showSegmentQuality.run(testContext(), {});
  expect(await htmlFaults(show(real))).toEqual([]);
});
