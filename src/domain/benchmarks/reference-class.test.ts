import { assert, array, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../maths/normal.ts';
import { fitLogRatio, type RatioPrior, type RatioSample } from './fit-log-ratio.ts';
import { ratioMean, ratioQuantile, ratioShareBelow, type RatioDistribution } from './ratio-distribution.ts';
import { classNumbers, growthClass, projectClass } from './reference-class.ts';

const prior: RatioPrior = { mu: Math.log(1.05), sigma: 0.2, weight: 10 };

function sampleOf(logs: readonly number[], censored = 0): RatioSample {
  return {
    exact: logs.length,
    sumLog: logs.reduce((sum, log) => sum + log, 0),
    sumLogSquares: logs.reduce((sum, log) => sum + log * log, 0),
    censored,
  };
}

const limits = { least: 0.9, most: 1.1 };

const published: RatioDistribution = {
  kind: 'log-normal-pareto',
  tailShare: 0.18,
  mu: Math.log(1.05),
  sigma: 0.15,
  threshold: 1.5,
  alpha: 1.378,
  cap: 20,
};

describe('mean and spread of ratios', () => {
  it('are the prior where nothing was seen', () => {
    expect(fitLogRatio(sampleOf([]), prior, limits)).toEqual({
      mu: prior.mu,
      sigma: 0.2,
      n: 0,
      sampleShare: 0,
    });
  });

  it('are the closed form where nothing is censored', () => {
    const logs = [0.1, 0.3, -0.05, 0.2];
    const mean = 0.1375;
    const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
    const fit = fitLogRatio(sampleOf(logs), prior, limits);
    expect(fit.mu).toBeCloseTo((10 * prior.mu + 0.55) / 14, 12);
    expect(fit.sigma ** 2).toBeCloseTo((10 * 0.04 + squares + (40 / 14) * (mean - prior.mu) ** 2) / 14, 12);
    expect(fit.sampleShare).toBeCloseTo(4 / 14, 15);
  });

  it('lie between the sample and the prior, nearer to the sample the larger it is', () => {
    assert(
      property(array(double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (logs) => {
        const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
        const { mu } = fitLogRatio(sampleOf(logs), prior, limits);
        const tenfold = fitLogRatio(sampleOf(Array.from({ length: 10 }, () => logs).flat()), prior, limits);
        expect(mu).toBeGreaterThanOrEqual(Math.min(mean, prior.mu) - 1e-9);
        expect(mu).toBeLessThanOrEqual(Math.max(mean, prior.mu) + 1e-9);
        expect(Math.abs(tenfold.mu - mean)).toBeLessThanOrEqual(Math.abs(mu - mean) + 1e-9);
      }),
    );
  });

  it('with censored ratios are where a naive search of the likelihood finds its highest point', () => {
    const logs = [0.3, 0.5, 0.2];
    const censored = 7;
    const height = (mu: number, sigma: number): number => {
      const seen = logs.reduce((sum, log) => sum - Math.log(sigma) - (log - mu) ** 2 / (2 * sigma ** 2), 0);
      const share = normalCdf((Math.log(1.1) - mu) / sigma) - normalCdf((Math.log(0.9) - mu) / sigma);
      const unseen = censored * Math.log(share);
      const before = -10 * Math.log(sigma) - (10 * 0.04 + 10 * (mu - prior.mu) ** 2) / (2 * sigma ** 2);
      return seen + unseen + before;
    };
    let best = { mu: 0, sigma: 0, height: -Infinity };
    for (let mu = -0.2; mu <= 0.4; mu += 0.001) {
      for (let sigma = 0.05; sigma <= 0.6; sigma += 0.001) {
        const found = height(mu, sigma);
        if (found > best.height) best = { mu, sigma, height: found };
      }
    }
    const fit = fitLogRatio(sampleOf(logs, censored), prior, limits);
    expect(Math.abs(fit.mu - best.mu)).toBeLessThan(0.0011);
    expect(Math.abs(fit.sigma - best.sigma)).toBeLessThan(0.0011);
  });

  it('leaving censored ratios out would make growth look greater than it is', () => {
    const logs = [0.3, 0.5, 0.2];
    expect(fitLogRatio(sampleOf(logs, 20), prior, limits).mu).toBeLessThan(
      fitLogRatio(sampleOf(logs), prior, limits).mu,
    );
  });

  it('stay finite with nothing but censored ratios', () => {
    const fit = fitLogRatio(sampleOf([], 100_000), prior, limits);
    expect(fit.mu).toBeGreaterThan(Math.log(0.9));
    expect(fit.mu).toBeLessThan(Math.log(1.1));
    expect(fit.sigma).toBeGreaterThan(0);
    const far = fitLogRatio(sampleOf([], 3), { mu: 20, sigma: 0.1, weight: 1 }, limits);
    expect(Number.isFinite(far.mu + far.sigma)).toBe(true);
  });
});

describe('distributions of ratios', () => {
  const all: [string, RatioDistribution][] = [
    ['log-normal', { kind: 'log-normal', mu: 0.1, sigma: 0.3 }],
    ['with a tail', published],
    ['with an exponent of one', { ...published, alpha: 1 }],
  ];

  it.each(all)('%s: quantile and share are each the inverse of the other', (_, distribution) => {
    assert(
      property(double({ min: 0.001, max: 0.99, noNaN: true }), (share) => {
        const ratio = ratioQuantile(distribution, share);
        if (distribution.kind === 'log-normal-pareto' && ratio >= distribution.cap) return;
        expect(ratioShareBelow(distribution, ratio)).toBeCloseTo(share, 9);
      }),
    );
  });

  it.each(all)('%s: the mean is what an even walk through the quantiles comes to', (_, distribution) => {
    const steps = 200_000;
    let sum = 0;
    for (let step = 0; step < steps; step += 1) sum += ratioQuantile(distribution, (step + 0.5) / steps);
    expect(Math.abs(sum / steps / ratioMean(distribution) - 1)).toBeLessThan(1e-3);
  });

  it('the published one has a fifth to a sixth above half as much again, 5.5 times on average before the cap', () => {
    expect(1 - ratioShareBelow(published, 1.5)).toBeCloseTo(0.18, 12);
    const tailOnly: RatioDistribution = { ...published, tailShare: 1, cap: 1e12 };
    expect(ratioMean(tailOnly)).toBeCloseTo(5.47, 1);
    expect(ratioShareBelow(published, 20)).toBe(1);
    expect(ratioShareBelow(published, 0)).toBe(0);
  });
});

describe('reference classes', () => {
  it('of contract growth are wider than their spread while little is known of their middle', () => {
    const { fit, distribution } = growthClass(sampleOf([]), prior);
    expect(fit.n).toBe(0);
    expect(distribution).toEqual({ kind: 'log-normal', mu: prior.mu, sigma: 0.2 * Math.sqrt(1.1) });
  });

  it('of projects are the published distribution until an outturn is seen', () => {
    expect(projectClass([], published, 30)).toEqual({ n: 0, sampleShare: 0, distribution: published });
  });

  it('of projects move by the closed forms', () => {
    const { n, sampleShare, distribution } = projectClass([0.9, 1.1, 1.2, 3, 6], published, 30);
    expect([n, sampleShare]).toEqual([5, 5 / 35]);
    if (distribution.kind !== 'log-normal-pareto') throw new Error('The tail was lost.');
    expect(distribution.tailShare).toBeCloseTo((30 * 0.18 + 2) / 35, 12);
    expect(distribution.alpha).toBeCloseTo((5.4 + 2) / (5.4 / 1.378 + Math.log(2) + Math.log(4)), 12);
    const logs = [0.9, 1.1, 1.2].map(Math.log);
    const sum = logs.reduce((total, log) => total + log, 0);
    expect(distribution.mu).toBeCloseTo((24.6 * Math.log(1.05) + sum) / 27.6, 12);
  });

  it('of projects come to Hill’s estimator where the prior weighs nothing', () => {
    const tail = [2, 3, 5, 9];
    const { distribution } = projectClass(tail, published, 1e-9);
    const hill = tail.length / tail.reduce((sum, ratio) => sum + Math.log(ratio / 1.5), 0);
    expect(distribution.kind === 'log-normal-pareto' ? distribution.alpha : 0).toBeCloseTo(hill, 6);
  });

  it('without a tail move as log-normal ones', () => {
    const { distribution } = projectClass([1.2, 1.2], { kind: 'log-normal', mu: 0, sigma: 0.1 }, 2);
    expect(distribution.mu).toBeCloseTo(Math.log(1.2) / 2, 12);
  });

  it('give rising quantiles', () => {
    assert(
      property(integer({ min: 0, max: 30 }), integer({ min: 0, max: 30 }), (exact, censored) => {
        const { distribution } = growthClass(
          sampleOf(
            Array.from({ length: exact }, (_, at) => at / 20 - 0.3),
            censored,
          ),
          prior,
        );
        const ratios = classNumbers(distribution).quantiles.map(({ ratio }) => ratio);
        expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
      }),
    );
  });
});
