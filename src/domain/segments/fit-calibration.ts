import { decide, logOdds, probabilitiesOf, type Scores } from './classify.ts';
import { softmax } from './fit-weights.ts';
import { exampleOf, isRight, type LabelledNotice } from './labelled-notice.ts';
import type { Calibration } from './segment-model.ts';

/** Scores of a notice that the weights had not seen, with its labels. */
export type Held = { scores: Scores; notice: LabelledNotice };

/** Slopes near 1 and no shift need no evidence; others need as much as this many notices would give. */
const prudence = 2;

/**
 * Fits how far scores may be trusted, on scores of notices that the weights were not fitted to: a slope and a shift for
 * digital or not (Platt 1999), one temperature among the segments (Guo and others 2017), and a slope and a shift from the
 * probability of the answer to that of its being right.
 *
 * @example fitCalibration(held).segmentSlope // 0.6: scores were too sure
 */
export function fitCalibration(held: readonly Held[]): Calibration {
  const digital = fitPlatt(
    held.map(({ scores, notice }) => {
      const { digital: target, weight } = exampleOf(notice);
      return { score: scores.digital, target, weight };
    }),
  );
  const first = {
    digitalSlope: digital.slope,
    digitalShift: digital.shift,
    segmentSlope: fitTemperature(held),
    answerSlope: 1,
    answerShift: 0,
  };
  const answer = fitPlatt(
    held.map(({ scores, notice }) => {
      const { segment, probability } = decide(probabilitiesOf(scores, first), first);
      return { score: logOdds(probability), target: isRight(segment, notice) ? 1 : 0, weight: 1 };
    }),
  );
  return { ...first, answerSlope: answer.slope, answerShift: answer.shift };
}

type PlattRow = { score: number; target: number; weight: number };

/** Newton's method for two parameters, each step halved until the loss falls. */
function fitPlatt(rows: readonly PlattRow[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0];
  let least = plattLoss(rows, slope, shift);
  for (let count = 0; count < 50; count += 1) {
    let [ds, dt] = newtonStep(rows, slope, shift);
    let next = plattLoss(rows, slope - ds, shift - dt);
    while (next > least && Math.abs(ds) + Math.abs(dt) > 1e-9) {
      [ds, dt] = [ds / 2, dt / 2];
      next = plattLoss(rows, slope - ds, shift - dt);
    }
    if (next >= least) break;
    [slope, shift, least] = [slope - ds, shift - dt, next];
  }
  return { slope, shift };
}

function plattLoss(rows: readonly PlattRow[], slope: number, shift: number): number {
  return rows.reduce(
    (sum, { score, target, weight }) => {
      const odds = slope * score + shift;
      // log(1 + e^odds) without overflow.
      const whole = Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));
      return sum + weight * (whole - target * odds);
    },
    (prudence / 2) * ((slope - 1) ** 2 + shift ** 2),
  );
}

function newtonStep(rows: readonly PlattRow[], slope: number, shift: number): [number, number] {
  let [gs, gt, hss, hst, htt] = [prudence * (slope - 1), prudence * shift, prudence, 0, prudence];
  for (const { score, target, weight } of rows) {
    const share = 1 / (1 + Math.exp(-(slope * score + shift)));
    const error = weight * (share - target);
    const spread = weight * share * (1 - share);
    gs += error * score;
    gt += error;
    hss += spread * score * score;
    hst += spread * score;
    htt += spread;
  }
  const determinant = hss * htt - hst * hst;
  return [(htt * gs - hst * gt) / determinant, (hss * gt - hst * gs) / determinant];
}

/** The slope with the least loss between 0.1 and 3: the loss has one valley in it. */
function fitTemperature(held: readonly Held[]): number {
  const rows = held
    .map(({ scores, notice }) => ({ scores, example: exampleOf(notice) }))
    .filter(({ example }) => example.digital > 0);
  const loss = (slope: number): number =>
    rows.reduce(
      (sum, { scores, example }) => {
        const shares = softmax(scores.segments.map((score) => slope * score));
        const fit = shares.reduce(
          (inner, share, at) => inner + (example.segments[at] ?? 0) * Math.log(Math.max(share, 1e-12)),
          0,
        );
        return sum - example.weight * example.digital * fit;
      },
      (prudence / 2) * (slope - 1) ** 2,
    );
  let [low, high] = [0.1, 3];
  while (high - low > 1e-4) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
