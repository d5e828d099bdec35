import { normalCdf, normalDensity } from '../../maths/normal.ts';

/** What is known of a group of ratios, by the logarithms of those that were published. */
export type RatioSample = {
  /** Ratios that were published. */
  exact: number;
  sumLog: number;
  sumLogSquares: number;
  /** Ratios of which only this is known: that they lie between the limits. */
  censored: number;
};

/** What is believed before any is seen, as strongly as `weight` seen ratios. */
export type RatioPrior = { mu: number; sigma: number; weight: number };

/** Mean and spread of the logarithm, and how far they come from the sample: n ÷ (n + weight). */
export type RatioFit = { mu: number; sigma: number; n: number; sampleShare: number };

const mostRounds = 1_000;
const closeEnough = 1e-12;

/** Between which two ratios a change need not be published. */
export type RatioLimits = { least: number; most: number };

/**
 * Mean and spread of the logarithm of ratios, drawn towards what was believed before (normal with normal-inverse-gamma
 * prior, most probable values). Without censored ratios this is closed: `mu = (w·mu₀ + Σx) ÷ (w + n)` and
 * `sigma² = (w·sigma₀² + Σ(x − x̄)² + w·n ÷ (w + n)·(x̄ − mu₀)²) ÷ (w + n)`. Censored ratios are put in as what a ratio between
 * the limits is on average, over and over until nothing changes (expectation and maximisation, Dempster, Laird and Rubin
 * 1977). Without any ratio it is the prior.
 *
 * @example fitLogRatio({ exact: 0, sumLog: 0, sumLogSquares: 0, censored: 0 }, { mu: 0.05, sigma: 0.2, weight: 10 }, { least: 0.9, most: 1.1 }) // { mu: 0.05, sigma: 0.2, n: 0, sampleShare: 0 }
 */
export function fitLogRatio(sample: RatioSample, prior: RatioPrior, limits: RatioLimits): RatioFit {
  const n = sample.exact + sample.censored;
  let fit = { mu: prior.mu, sigma: prior.sigma };
  for (let round = 0; round < mostRounds; round += 1) {
    const next = maximise(sample, prior, betweenLimits(fit, limits));
    const moved = Math.abs(next.mu - fit.mu) + Math.abs(next.sigma - fit.sigma);
    fit = next;
    if (moved < closeEnough || sample.censored === 0) break;
  }
  return { ...fit, n, sampleShare: n === 0 ? 0 : n / (n + prior.weight) };
}

type Moments = { mean: number; variance: number };

/** Mean and variance of the logarithm of a ratio that is only known to lie between the limits. */
function betweenLimits({ mu, sigma }: { mu: number; sigma: number }, limits: RatioLimits): Moments {
  const from = Math.log(limits.least);
  const to = Math.log(limits.most);
  const low = (from - mu) / sigma;
  const high = (to - mu) / sigma;
  const share = normalCdf(high) - normalCdf(low);
  // Where the middle is so far away that no share is left, the nearer limit is what is known.
  if (share < 1e-12) return { mean: mu < from ? from : to, variance: 0 };
  const pull = (normalDensity(low) - normalDensity(high)) / share;
  const squeeze = (low * normalDensity(low) - high * normalDensity(high)) / share;
  return { mean: mu + sigma * pull, variance: Math.max(0, sigma * sigma * (1 + squeeze - pull * pull)) };
}

function maximise(
  { exact, sumLog, sumLogSquares, censored }: RatioSample,
  { mu: mu0, sigma: sigma0, weight }: RatioPrior,
  unseen: Moments,
): { mu: number; sigma: number } {
  const n = exact + censored;
  if (n === 0) return { mu: mu0, sigma: sigma0 };
  const sum = sumLog + censored * unseen.mean;
  const squares = sumLogSquares + censored * (unseen.mean ** 2 + unseen.variance);
  const mean = sum / n;
  const within = Math.max(0, squares - n * mean * mean);
  const between = ((weight * n) / (weight + n)) * (mean - mu0) ** 2;
  return {
    mu: (weight * mu0 + sum) / (weight + n),
    sigma: Math.sqrt((weight * sigma0 * sigma0 + within + between) / (weight + n)),
  };
}
