import { normalCdf, normalDensity } from './normal.ts';

/** A forecast of one number: a distribution, a sample of it (an ensemble), or the number alone. */
export type NumberForecast =
  | { kind: 'normal'; mean: number; sd: number }
  | { kind: 'log-normal'; mu: number; sigma: number }
  | { kind: 'uniform'; low: number; high: number }
  | { kind: 'ensemble'; values: readonly number[] }
  | { kind: 'point'; value: number };

/**
 * The continuous ranked probability score of a forecast once the number is known, in the unit of the number; less is better, 0 is
 * a sure forecast that came true. Of a point forecast it is the absolute error, so the two can be compared.
 *
 * Definition: ∫(F(x) − 1{x ≥ observed})² dx. Closed forms: normal and log-normal after Gneiting, Raftery, Westveld and Goldman
 * (Monthly Weather Review 133, 2005) and Baran and Lerch (2015); ensembles as the distribution that gives each value the same
 * share, E|X − y| − E|X − X′| ÷ 2 with every pair counted (not the "fair" score, which divides by n(n − 1)). Checked against
 * SciPy. Cost: n log n for an ensemble.
 *
 * @throws RangeError where a spread is below nought (or a log-normal's not above), a uniform's ends the wrong way round, an
 *   ensemble empty, or something no number
 * @example crps({ kind: 'normal', mean: 0, sd: 1 }, 0) // 0.23369497725510913
 * @example crps({ kind: 'ensemble', values: [1, 3] }, 2) // 0.5
 */
export function crps(forecast: NumberForecast, observed: number): number {
  checkForecast(forecast, observed);
  if (forecast.kind === 'normal') return normalScore(forecast.mean, forecast.sd, observed);
  if (forecast.kind === 'log-normal') return logNormalScore(forecast.mu, forecast.sigma, observed);
  if (forecast.kind === 'uniform') return uniformScore(forecast.low, forecast.high, observed);
  if (forecast.kind === 'ensemble') return ensembleScore(forecast.values, observed);
  return Math.abs(observed - forecast.value);
}

function checkForecast(forecast: NumberForecast, observed: number): void {
  const numbers = Object.values(forecast).filter((value) => typeof value !== 'string');
  if (![observed, ...numbers.flat()].every((value) => Number.isFinite(value)))
    throw new RangeError('A forecast and what was observed are numbers.');
  if (forecast.kind === 'normal' && forecast.sd < 0)
    throw new RangeError(`A standard deviation is nought or more, not ${forecast.sd}.`);
  if (forecast.kind === 'log-normal' && !(forecast.sigma > 0))
    throw new RangeError(`The spread of a log-normal forecast is above nought, not ${forecast.sigma}.`);
  if (forecast.kind === 'uniform' && forecast.low > forecast.high)
    throw new RangeError(`A forecast can't lie between ${forecast.low} and ${forecast.high}.`);
  if (forecast.kind === 'ensemble' && forecast.values.length === 0)
    throw new RangeError('An ensemble without values forecasts nothing.');
}

function normalScore(mean: number, sd: number, observed: number): number {
  if (sd === 0) return Math.abs(observed - mean);
  const z = (observed - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

function logNormalScore(mu: number, sigma: number, observed: number): number {
  const mean = Math.exp(mu + sigma ** 2 / 2);
  const beyond = normalCdf(sigma / Math.SQRT2) - 1;
  // All of the distribution lies above nought.
  if (observed <= 0) return -observed - 2 * mean * beyond;
  const z = (Math.log(observed) - mu) / sigma;
  return observed * (2 * normalCdf(z) - 1) - 2 * mean * (normalCdf(z - sigma) + beyond);
}

function uniformScore(low: number, high: number, observed: number): number {
  const width = high - low;
  if (width === 0) return Math.abs(observed - low);
  const inside = Math.min(high, Math.max(low, observed));
  const share = (inside - low) / width;
  return Math.abs(observed - inside) + (width * (share ** 3 + (1 - share) ** 3)) / 3;
}

function ensembleScore(values: readonly number[], observed: number): number {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  let [error, pairs] = [0, 0];
  sorted.forEach((value, index) => {
    error += Math.abs(value - observed);
    pairs += value * (2 * index + 1 - count);
  });
  return error / count - pairs / count ** 2;
}
