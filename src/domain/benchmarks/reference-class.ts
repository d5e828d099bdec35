import type { RatioFit, RatioLimits, RatioPrior, RatioSample } from './fit-log-ratio.ts';
import { fitLogRatio } from './fit-log-ratio.ts';
import type { LegalRegime } from '../notices/process-facts.ts';
import type { RatioDistribution } from './ratio-distribution.ts';
import { ratioMean, ratioQuantile } from './ratio-distribution.ts';

/**
 * What a reference class is of. They are never pooled.
 * contract-growth: last or final value over value at award, for what is bought and run · project-cost and project-time:
 * outturn over the estimate at the same approval stage, for what is built, integrated or migrated.
 */
export const referenceClassKinds = ['contract-growth', 'project-cost', 'project-time'] as const;
export type ReferenceClassKind = (typeof referenceClassKinds)[number];

/** Shares at which every class gives its ratio. */
export const quantileShares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95] as const;

/** A class in numbers. */
export type ClassNumbers = {
  distribution: RatioDistribution;
  /** `{ share: 0.8, ratio: 1.2 }`: four in five come to at most 1.2 times. */
  quantiles: { share: number; ratio: number }[];
  mean: number;
};

/**
 * Quantiles and mean of a distribution, for a class.
 *
 * @example classNumbers({ kind: 'log-normal', mu: 0, sigma: 0.2 }).quantiles[3] // { share: 0.5, ratio: 1 }
 */
export function classNumbers(distribution: RatioDistribution): ClassNumbers {
  return {
    distribution,
    quantiles: quantileShares.map((share) => ({ share, ratio: ratioQuantile(distribution, share) })),
    mean: ratioMean(distribution),
  };
}

/**
 * Between which ratios a change needs no change notice: a tenth of the value more or less, for goods and services
 * (Procurement Act 2023, section 75(2)).
 */
export const changeNoticeLimits: RatioLimits = { least: 0.9, most: 1.1 };

/** Laws under which a greater change must be published, so that silence says something (section 75(1) and (6)). */
export const changeNoticeRegimes: readonly LegalRegime[] = ['procurement-act', 'procurement-act-wales'];

/**
 * The distribution of contract growth in one class. The spread is widened for what is not known of its middle:
 * `sigma · √(1 + 1 ÷ (weight + n))`.
 *
 * @example growthClass(sample, prior).fit.sampleShare // 0.44
 */
export function growthClass(
  sample: RatioSample,
  prior: RatioPrior,
): { fit: RatioFit; distribution: RatioDistribution } {
  const fit = fitLogRatio(sample, prior, changeNoticeLimits);
  const known = prior.weight + fit.n;
  return {
    fit,
    distribution: { kind: 'log-normal', mu: fit.mu, sigma: fit.sigma * Math.sqrt(1 + 1 / known) },
  };
}

/**
 * The distribution of a project class: published distribution drawn towards outturns as they come in, believed as strongly as
 * `weight` outturns. The share in the tail is `(w·p₀ + k) ÷ (w + n)`; its exponent
 * `(w·p₀ + k) ÷ (w·p₀ ÷ alpha₀ + Σ ln(x ÷ threshold))`, which is Hill's estimator where the prior weighs nothing; the body, or
 * the whole of a distribution without a tail, as {@link fitLogRatio} without censoring.
 *
 * @param ratios outturn over estimate at the same approval stage
 * @example projectClass([], published, 30).distribution // published
 */
export function projectClass(
  ratios: readonly number[],
  published: RatioDistribution,
  weight: number,
): { n: number; sampleShare: number; distribution: RatioDistribution } {
  const n = ratios.length;
  const sampleShare = n === 0 ? 0 : n / (n + weight);
  if (published.kind === 'log-normal') {
    const { mu, sigma } = fitLogRatio(sampleOf(ratios), { ...published, weight }, changeNoticeLimits);
    return { n, sampleShare, distribution: { kind: 'log-normal', mu, sigma } };
  }
  const { threshold, tailShare, alpha } = published;
  const tail = ratios.filter((ratio) => ratio >= threshold);
  const body = sampleOf(ratios.filter((ratio) => ratio < threshold));
  const { mu, sigma } = fitLogRatio(
    body,
    { ...published, weight: weight * (1 - tailShare) },
    changeNoticeLimits,
  );
  const priorTail = weight * tailShare;
  const excess = tail.reduce((sum, ratio) => sum + Math.log(ratio / threshold), 0);
  return {
    n,
    sampleShare,
    distribution: {
      ...published,
      mu,
      sigma,
      tailShare: (priorTail + tail.length) / (weight + n),
      alpha: tail.length === 0 ? alpha : (priorTail + tail.length) / (priorTail / alpha + excess),
    },
  };
}

function sampleOf(ratios: readonly number[]): RatioSample {
  const logs = ratios.map(Math.log);
  return {
    exact: logs.length,
    sumLog: logs.reduce((sum, log) => sum + log, 0),
    sumLogSquares: logs.reduce((sum, log) => sum + log * log, 0),
    censored: 0,
  };
}
