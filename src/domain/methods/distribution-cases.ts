import { z } from 'zod';
import type { Law } from '../../maths/distributions/_law.ts';
import type { Distribution } from '../../maths/distributions/distribution.ts';
import { lawOf } from '../../maths/distributions/distribution.ts';
import type { CaseResult } from './case-result.ts';

/** A number, or a text that a table holds in its stead. */
const number = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.number());
const optional = z
  .union([z.literal(''), z.null(), number])
  .optional()
  .transform((value) => (typeof value === 'number' ? value : null));

const rows = z.array(
  z.object({
    distribution: z.string().regex(/^(?:fixed|uniform|triangular|pert(?:_lambda[\d.]+)?|normal|lognormal)$/),
    min_or_mu: number,
    mode: optional,
    max_or_sigma: optional,
    statistic: z.enum(['mean', 'variance', 'sd', 'skewness', 'median', 'quantile', 'cdf']),
    p_or_x: optional,
    value: number,
  }),
);

type Row = z.infer<typeof rows>[number];

/** Share of the value, or of the standard deviation where that is greater, that a formula may be off. */
const tolerance = 1e-9;

/**
 * Checks moments, quantiles and shares of distributions against reference values.
 *
 * The format is a table with the columns distribution, min_or_mu, mode, max_or_sigma, statistic, p_or_x, value. The
 * deviation is relative to the greatest of the value, the standard deviation (for values and quantiles) and one
 * (for shares and skewness); it may be a billionth.
 *
 * @param parsed the rows as objects by column name, cells as texts or numbers
 * @throws ZodError with the path of what isn't of the format, RangeError where parameters make no distribution
 * @example checkDistributionCases([{ distribution: 'normal', min_or_mu: '0', mode: '', max_or_sigma: '1', statistic: 'quantile', p_or_x: '0.5', value: '0' }])[0]?.passed // true
 */
export function checkDistributionCases(parsed: unknown): CaseResult[] {
  return rows.parse(parsed).map((row) => {
    const { distribution, statistic, p_or_x: at, value: expected } = row;
    const law = lawOf(distributionOf(row));
    const { got, scale } = answers[statistic](law, at ?? Number.NaN);
    const deviation = Math.abs(got - expected) / Math.max(Math.abs(expected), scale);
    const parameters = [row.min_or_mu, row.mode, row.max_or_sigma].filter((one) => one !== null).join(', ');
    return {
      id: `${distribution}(${parameters})`,
      what: at === null ? statistic : `${statistic} at ${at}`,
      expected,
      got,
      deviation,
      tolerance,
      passed: deviation <= tolerance,
    };
  });
}

/** What is asked of a distribution, and in which unit it may be off. */
const answers: Record<Row['statistic'], (law: Law, at: number) => { got: number; scale: number }> = {
  mean: (law) => ({ got: law.mean, scale: Math.sqrt(law.variance) }),
  variance: (law) => ({ got: law.variance, scale: Number.MIN_VALUE }),
  sd: (law) => ({ got: Math.sqrt(law.variance), scale: Number.MIN_VALUE }),
  skewness: (law) => ({ got: law.skewness ?? Number.NaN, scale: 1 }),
  median: (law) => ({ got: law.quantile(0.5), scale: Math.sqrt(law.variance) }),
  quantile: (law, at) => ({ got: law.quantile(at), scale: Math.sqrt(law.variance) }),
  cdf: (law, at) => ({ got: law.cdf(at), scale: 1 }),
};

function distributionOf(row: Row): Distribution {
  const { distribution: name, min_or_mu: low, mode } = row;
  if (name === 'fixed') return { kind: 'fixed', value: low };
  const high = row.max_or_sigma ?? Number.NaN;
  if (name === 'uniform') return { kind: 'uniform', low, high };
  if (name === 'normal') return { kind: 'normal', mean: low, sd: high };
  if (name === 'lognormal') return { kind: 'log-normal', mu: low, sigma: high };
  const points = { low, mode: mode ?? Number.NaN, high };
  if (name === 'triangular') return { kind: 'triangular', ...points };
  return { kind: 'pert', ...points, lambda: Number(name.split('lambda')[1] ?? 4) };
}
