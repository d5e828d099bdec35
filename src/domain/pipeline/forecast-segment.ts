import { addTotals, cohortOf, type ForecastHistory, type ForecastTotals } from './forecast-history.ts';

/** How often a contract that ended was followed by another that is recognised. */
export type RenewalShare = {
  share: number;
  ended: number;
  followed: number;
  /** segment: of the segment itself · all: of all segments, where the segment has too few · none: nothing to go by. */
  basis: 'segment' | 'all' | 'none';
};

/** A forecast made of two parts. Contracts may be fractions; money is whole pence. */
export type ForecastParts = { renewals: number; base: number; forecast: number };

/** One year of a forecast; `ending` are the contracts known to end in it. */
export type ForecastYear = {
  year: number;
  ending: ForecastTotals;
  contracts: ForecastParts;
  pence: ForecastParts;
};

/** The forecast of one segment as made at the beginning of `origin`. */
export type SegmentForecast = {
  segment: string;
  origin: number;
  share: RenewalShare;
  /** Complete years that the base rate is taken from. */
  baseYears: number[];
  years: ForecastYear[];
};

/** Fewest ended contracts that a segment's own share is taken from. */
export const fewestEnded = 30;
/** Fewest contracts signed in the base years that a forecast is made from. */
export const fewestSigned = 10;
/** Years that a base rate is taken from, and that a renewal share looks back. */
const lookBack = 3;

/**
 * Forecasts new contracts of one segment, by what was known at the beginning of a financial year.
 *
 * forecast = contracts known to end in the year × renewal share + base rate. The base rate is what came on top of renewals
 * in the last complete years (three at most, on the same side of February 2025 as the last), where renewals are counted by
 * what was known as long before. Value is forecast the same way with the sums of believable values.
 *
 * @param origin financial year at whose beginning the forecast is made; nothing dated in it or later is used
 * @param count years to forecast, the origin the first
 * @returns null where fewer than {@link fewestSigned} contracts were signed in the base years
 * @example forecastSegment(history, 'cloud-hosting', { origin: 2026, count: 5 })?.years[0]?.contracts.forecast // 41.5
 */
export function forecastSegment(
  history: ForecastHistory,
  segment: string,
  { origin, count }: { origin: number; count: number },
): SegmentForecast | null {
  const baseYears = baseYearsOf(history, origin);
  const signed = history.signed.filter((row) => row.segment === segment && baseYears.includes(row.year));
  if (addTotals(signed).contracts < fewestSigned) return null;
  const share = renewalShare(history, segment, origin);
  const endingIn = (year: number, before: number): ForecastTotals =>
    addTotals(
      history.ending.filter((row) => row.segment === segment && row.year === year && row.knownYear < before),
    );
  const years = Array.from({ length: count }, (_, lead) => {
    const ending = endingIn(origin + lead, origin);
    const part = (measure: 'contracts' | 'pence'): ForecastParts => {
      const rest = baseYears.map((year) => {
        const of = addTotals(signed.filter((row) => row.year === year));
        return of[measure] - share.share * endingIn(year, year - lead)[measure];
      });
      const renewals = share.share * ending[measure];
      const base = Math.max(0, rest.reduce((sum, one) => sum + one, 0) / rest.length);
      return { renewals, base, forecast: renewals + base };
    };
    return { year: origin + lead, ending, contracts: part('contracts'), pence: roundParts(part('pence')) };
  });
  return { segment, origin, share, baseYears, years };
}

/** Complete years before the origin, on the same side of the change of law as the last of them; the first year held is partial. */
function baseYearsOf(history: ForecastHistory, origin: number): number[] {
  const first = Math.min(...history.signed.map(({ year }) => year));
  return Array.from({ length: lookBack }, (_, back) => origin - lookBack + back).filter(
    (year) => year > first && cohortOf(year) === cohortOf(origin - 1),
  );
}

/**
 * How often contracts were followed, of those that ended long enough before the origin for a successor to be seen: in the
 * financial years four to two before it. Successors dated in the origin or later aren't known yet.
 *
 * @example renewalShare(history, 'cloud-hosting', 2026) // { share: 0.4, ended: 50, followed: 20, basis: 'segment' }
 */
export function renewalShare(history: ForecastHistory, segment: string, origin: number): RenewalShare {
  const seen = history.followed.filter(({ year }) => year >= origin - lookBack - 1 && year <= origin - 2);
  const sharesOf = (rows: ForecastHistory['followed']): Omit<RenewalShare, 'basis'> => {
    const ended = countOf(rows);
    const followed = countOf(
      rows.filter(({ followedYear }) => followedYear !== null && followedYear < origin),
    );
    return { share: ended === 0 ? 0 : followed / ended, ended, followed };
  };
  const own = sharesOf(seen.filter((row) => row.segment === segment));
  if (own.ended >= fewestEnded) return { ...own, basis: 'segment' };
  const all = sharesOf(seen);
  return all.ended >= fewestEnded
    ? { ...all, basis: 'all' }
    : { share: 0, ended: all.ended, followed: all.followed, basis: 'none' };
}

function countOf(rows: readonly { contracts: number }[]): number {
  return rows.reduce((sum, { contracts }) => sum + contracts, 0);
}

function roundParts({ renewals, base }: ForecastParts): ForecastParts {
  const whole = { renewals: Math.round(renewals), base: Math.round(base) };
  return { ...whole, forecast: whole.renewals + whole.base };
}
