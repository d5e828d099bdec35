import { checkWeights, columnsOf, type DecisionMatrix } from './decision-matrix.ts';

/** Which option leads while the weight of a criterion is in this range (0 to 1). */
export type Lead = { from: number; to: number; option: number };

/** How firm the first place is against the weight of one criterion. */
export type WeightStability = {
  criterion: number;
  weight: number;
  /** The option that has the first place now, by its number from 0; the first of those that tie. */
  leader: number;
  /** Between these weights the leader keeps the first place, the other weights being scaled in proportion. */
  low: number;
  high: number;
  /** Who takes over below and above; null where nobody does, down to 0 or up to 1. */
  below: number | null;
  above: number | null;
  /** Who leads at which weight, from 0 to 1 without a gap. */
  leads: Lead[];
};

/**
 * For each criterion, how far its weight can move before the first place changes, the others keeping their proportions: in closed
 * form, because every total is a straight line in that weight.
 *
 * Where a criterion has all the weight, the others have no proportion to keep and are taken as equal. Options that tie for the
 * first place now have an interval that ends at the present weight on the side where another gets ahead.
 *
 * Triantaphyllou and Sánchez, "A sensitivity analysis approach for some deterministic multi-criteria decision-making methods",
 * Decision Sciences 28 (1997), for one weight at a time. Cost: criteria × options².
 *
 * @param points one row for each option, more being better
 * @throws RangeError where rows differ in length or the weights don't add up to 1
 * @example weightStability([[80, 20], [40, 60]], [0.6, 0.4])[0] // { criterion: 0, weight: 0.6, leader: 0, low: 0.5, high: 1, below: 1, above: null, leads: [{ from: 0, to: 0.5, option: 1 }, { from: 0.5, to: 1, option: 0 }] }
 */
export function weightStability(points: DecisionMatrix, weights: readonly number[]): WeightStability[] {
  const criteria = columnsOf(points).length;
  checkWeights(weights, criteria);
  return weights.map((weight, criterion) => {
    const lines = points.map((row) => lineOf(row, weights, criterion));
    const totals = lines.map((line) => totalAt(line, weight));
    const leader = totals.indexOf(Math.max(...totals));
    const own = lines[leader] ?? { at0: 0, at1: 0 };
    let below: Turn | null = null;
    let above: Turn | null = null;
    for (const [rival, line] of lines.entries()) {
      // The lead over the rival is a straight line from its value at weight 0 to that at weight 1.
      const [lead0, lead1] = [own.at0 - line.at0, own.at1 - line.at1];
      if (lead0 >= 0 && lead1 >= 0) continue;
      const turn = lead0 / (lead0 - lead1);
      if (lead0 < 0) below = nearer(below, { at: Math.min(turn, weight), lead: lead0, rival }, 1);
      if (lead1 < 0) above = nearer(above, { at: Math.max(turn, weight), lead: lead1, rival }, -1);
    }
    const [low, high] = [below?.at ?? 0, above?.at ?? 1];
    return {
      criterion,
      weight,
      leader,
      low,
      high,
      below: below?.rival ?? null,
      above: above?.rival ?? null,
      leads: leadsOf(lines),
    };
  });
}

/** Where a rival gets ahead, and by how much it is ahead at the end of the scale beyond. */
type Turn = { at: number; lead: number; rival: number };

/** The turn that comes first from the present weight; of those at the same weight, the rival that gains most. */
function nearer(held: Turn | null, found: Turn, side: 1 | -1): Turn {
  if (held === null || side * (found.at - held.at) > 0) return found;
  return found.at === held.at && found.lead < held.lead ? found : held;
}

type Line = { at0: number; at1: number };

/** The total of an option with none and with all of the weight on a criterion. */
function lineOf(row: readonly number[], weights: readonly number[], criterion: number): Line {
  const others = weights.reduce((sum, weight, index) => (index === criterion ? sum : sum + weight), 0);
  const at0 = row.reduce((sum, points, index) => {
    if (index === criterion) return sum;
    const share = others > 0 ? (weights[index] ?? 0) / others : 1 / (row.length - 1);
    return sum + share * points;
  }, 0);
  const at1 = row[criterion] ?? Number.NaN;
  // With one criterion there is nothing else to weigh.
  return { at0: row.length === 1 ? at1 : at0, at1 };
}

const totalAt = ({ at0, at1 }: Line, weight: number): number => at0 * (1 - weight) + at1 * weight;

/** The upper envelope of the lines, from weight 0 to 1. */
function leadsOf(lines: readonly Line[]): Lead[] {
  const leads: Lead[] = [];
  let from = 0;
  let option = firstBy(
    lines,
    ({ at0 }) => at0,
    ({ at1 }) => at1,
  );
  for (;;) {
    const own = lines[option] ?? { at0: 0, at1: 0 };
    let [to, next]: [number, number | null] = [1, null];
    lines.forEach((line, rival) => {
      const gain = line.at1 - line.at0 - (own.at1 - own.at0);
      if (gain <= 0) return;
      const meet = Math.max(from, (own.at0 - line.at0) / gain);
      const steepest = next === null ? -Infinity : slopeOf(lines[next]);
      if (meet < to || (meet === to && next !== null && slopeOf(line) > steepest)) [to, next] = [meet, rival];
    });
    leads.push({ from, to, option });
    if (next === null) return leads;
    [from, option] = [to, next];
  }
}

const slopeOf = (line: Line | undefined): number => (line === undefined ? 0 : line.at1 - line.at0);

/** The number of the line that has the most of one thing, and of those the most of another. */
function firstBy(lines: readonly Line[], most: (line: Line) => number, then: (line: Line) => number): number {
  return lines.reduce((best, line, index) => {
    const held = lines[best] ?? line;
    const gain = most(line) - most(held) || then(line) - then(held);
    return gain > 0 ? index : best;
  }, 0);
}
