/** What an option costs (less is better) and what it is worth (more is better), each in any one unit. */
export type CostAndValue = { cost: number; value: number };

/** Where an option stands: on the frontier, with those that are the same in both, or with somebody better. */
export type FrontierPlace = {
  option: number;
  isOnFrontier: boolean;
  /** Options with the very same cost and value; they are on the frontier together or not at all. */
  tiedWith: number[];
  /** Options that cost no more and are worth no less, and are better in one of the two. */
  dominatedBy: number[];
};

/**
 * The options that nothing else beats: no other costs no more and is worth no less while being better in one. Options that tie
 * in both don't beat each other.
 *
 * Cost: options².
 *
 * @returns a place for each option, in the order given
 * @throws RangeError where a cost or value is no number
 * @example paretoFrontier([{ cost: 1, value: 5 }, { cost: 2, value: 9 }, { cost: 2, value: 7 }]).map(({ isOnFrontier }) => isOnFrontier) // [true, true, false]
 */
export function paretoFrontier(options: readonly CostAndValue[]): FrontierPlace[] {
  const bad = options.find(({ cost, value }) => !(Number.isFinite(cost) && Number.isFinite(value)));
  if (bad !== undefined)
    throw new RangeError(`A cost of ${bad.cost} and a value of ${bad.value} have no place.`);
  return options.map((own, option) => {
    const tiedWith: number[] = [];
    const dominatedBy: number[] = [];
    options.forEach((other, rival) => {
      if (rival === option || other.cost > own.cost || other.value < own.value) return;
      const isSame = other.cost === own.cost && other.value === own.value;
      (isSame ? tiedWith : dominatedBy).push(rival);
    });
    return { option, isOnFrontier: dominatedBy.length === 0, tiedWith, dominatedBy };
  });
}
