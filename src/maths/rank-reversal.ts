/** Two of the options that stay whose order turned when another was dropped: `ahead` was ahead before. */
export type Reversal = { dropped: number; ahead: number; behind: number };

/**
 * Which options change places with one another when a third is dropped. An order that rests on which others were looked at is
 * no order to decide by; the additive model over fixed ranges never reverses.
 *
 * A tie that is broken, or a new tie, counts as no reversal.
 *
 * Belton and Gear, "On a short-coming of Saaty's method of analytic hierarchies", Omega 11 (1983).
 *
 * @param options the scores of each, whatever the method takes
 * @param scoresOf the method: one score for each option it is given
 * @param best whether the highest or the lowest score is the best
 * @example rankReversals([[1], [2], [3]], (kept) => kept.map(([score]) => score ?? 0), 'highest') // []
 */
export function rankReversals<Option>(
  options: readonly Option[],
  scoresOf: (kept: readonly Option[]) => readonly number[],
  best: 'highest' | 'lowest',
): Reversal[] {
  const sign = best === 'highest' ? 1 : -1;
  const leadOf = (values: readonly number[], one: number, other: number): number =>
    sign * ((values[one] ?? Number.NaN) - (values[other] ?? Number.NaN));
  const all = scoresOf(options);
  return options.flatMap((_, dropped) => {
    const kept = [...options.keys()].filter((index) => index !== dropped);
    if (kept.length < 2) return [];
    const scores = scoresOf(options.filter((_option, index) => index !== dropped));
    return kept.flatMap((ahead, place) =>
      kept.flatMap((behind, otherPlace) =>
        leadOf(all, ahead, behind) > 0 && leadOf(scores, place, otherPlace) < 0
          ? [{ dropped, ahead, behind }]
          : [],
      ),
    );
  });
}
