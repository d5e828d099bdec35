import { expect, test } from 'vitest';
import { decide, probabilitiesOf } from './classify.ts';
import { fitCalibration, type Held } from './fit-calibration.ts';
import { digitalSegmentIds, type SegmentId } from './segment.ts';

/** Scores that are sure of cloud hosting, or of nothing digital; right in seven of ten. */
const held: Held[] = Array.from({ length: 200 }, (_, index) => {
  const isCloud = index % 2 === 0;
  const isRight = index % 20 < 14;
  const segment: SegmentId = isCloud
    ? isRight
      ? 'cloud-hosting'
      : 'cyber-security'
    : isRight
      ? 'not-digital'
      : 'cyber-security';
  return {
    scores: {
      digital: isCloud ? 6 : -6,
      segments: digitalSegmentIds.map((id) => (id === 'cloud-hosting' ? 8 : 0)),
    },
    notice: { ocid: String(index), segment, also: null, confidence: 'high', features: [] },
  };
});

test('answers that are right in seven of ten get a probability of about 0.7, however sure the scores were', () => {
  const calibration = fitCalibration(held);
  for (const { scores } of held.slice(0, 2)) {
    const { probability } = decide(probabilitiesOf(scores, calibration), calibration);
    expect(probability).toBeGreaterThan(0.62);
    expect(probability).toBeLessThan(0.78);
  }
});

test('without any notice nothing is changed', () => {
  const { segmentSlope, ...rest } = fitCalibration([]);
  expect(rest).toEqual({ digitalSlope: 1, digitalShift: 0, answerSlope: 1, answerShift: 0 });
  expect(segmentSlope).toBeCloseTo(1, 3);
});
