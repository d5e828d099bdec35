/** The six preference functions of Brans and Vincke. */
export const preferenceFunctions = ['usual', 'u-shape', 'v-shape', 'level', 'linear', 'gaussian'] as const;

/**
 * How a difference on one criterion becomes a preference from 0 to 1, in the unit of the criterion: below `q` a difference
 * counts for nothing, from `p` on for everything; `s` is where a Gaussian turns.
 */
export type Preference =
  | { kind: 'usual' }
  | { kind: 'u-shape'; q: number }
  | { kind: 'v-shape'; p: number }
  | { kind: 'level'; q: number; p: number }
  | { kind: 'linear'; q: number; p: number }
  | { kind: 'gaussian'; s: number };

/**
 * How much one option is preferred for being better by a difference, 0 to 1; 0 where it isn't better.
 *
 * Types I to VI of Brans and Vincke, "A Preference Ranking Organisation Method", Management Science 31 (1985): `usual` 1 for
 * any difference; `u-shape` 1 above q; `v-shape` rises to 1 at p; `level` one half above q, 1 above p; `linear` nought up to q,
 * then rises to 1 at p; `gaussian` 1 − exp(−d² ÷ 2s²).
 *
 * @param difference how much better, in the unit of the criterion
 * @throws RangeError where a threshold is below nought or no number, p isn't above q, or p or s is nought
 * @example preferenceFor(3, { kind: 'linear', q: 1, p: 5 }) // 0.5
 */
export function preferenceFor(difference: number, preference: Preference): number {
  checkPreference(preference);
  if (!(difference > 0)) return 0;
  if (preference.kind === 'usual') return 1;
  if (preference.kind === 'u-shape') return difference > preference.q ? 1 : 0;
  if (preference.kind === 'v-shape') return Math.min(1, difference / preference.p);
  if (preference.kind === 'gaussian') return 1 - Math.exp(-(difference ** 2) / (2 * preference.s ** 2));
  const { q, p } = preference;
  if (preference.kind === 'linear') return Math.min(1, Math.max(0, (difference - q) / (p - q)));
  if (difference > p) return 1;
  return difference > q ? 0.5 : 0;
}

function checkPreference(preference: Preference): void {
  const thresholds = [
    ...('q' in preference ? [preference.q] : []),
    ...('p' in preference ? [preference.p] : []),
    ...('s' in preference ? [preference.s] : []),
  ];
  const bad = thresholds.find((threshold) => !(threshold >= 0 && Number.isFinite(threshold)));
  if (bad !== undefined) throw new RangeError(`A threshold of preference is nought or more, not ${bad}.`);
  if ('p' in preference && !(preference.p > ('q' in preference ? preference.q : 0)))
    throw new RangeError(
      `The threshold p has to be above ${'q' in preference ? `q (${preference.q})` : '0'}, not ${preference.p}.`,
    );
  if ('s' in preference && preference.s === 0) throw new RangeError('The threshold s has to be above 0.');
}
