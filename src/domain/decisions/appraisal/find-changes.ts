import { preferredPrices } from '../../../maths/preferred-prices.ts';
import { switchingValue } from '../../../maths/switching-value.ts';
import { weightStability } from '../../../maths/weight-stability.ts';
import { chooseOption, type Candidate } from './choose-option.ts';
import type { OptionStanding } from './stand-options.ts';
import { matrixOf, type ValueMatrix } from './check-robustness.ts';
import type { OptionValues } from './value-options.ts';

/** Something that would have to be different for another option to be indicated. */
export type Change =
  /** The weight of a criterion, the others keeping their proportions. */
  | { kind: 'weight'; criterion: string; now: number; at: number; side: 'below' | 'above'; to: string }
  /** The points of the indicated option by one criterion, everything else staying. */
  | { kind: 'score'; criterion: string; now: number; at: number; to: string }
  /** What a point is worth, in pounds. */
  | { kind: 'price-per-point'; at: number; side: 'below' | 'above'; to: string }
  /** The cost of the indicated option, in pounds, at the stated price of a point. */
  | { kind: 'cost'; now: number; at: number; to: string }
  /**
   * A test of the indicated option that is open: were it failed, these would be the choice, each at some price of a point where
   * the body hasn’t said one; none where no other is eligible.
   */
  | { kind: 'open-test'; test: string; result: 'condition' | 'unknown'; to: string[] }
  /** An option that a test excludes, and that would be indicated if it passed. */
  | { kind: 'failed-test'; tests: string[]; to: string }
  /** An option that lacks scores, and could come out ahead with the best ones. */
  | { kind: 'missing-scores'; criteria: string[]; to: string };

/** What there is to look at. */
export type ChangeQuestion = {
  indicated: string;
  /** Options that are eligible and have a value, the indicated one among them. */
  candidates: readonly Candidate[];
  /** Every option that has a value, eligible or not. */
  valued: readonly Candidate[];
  values: OptionValues;
  standings: readonly OptionStanding[];
  pricePerPoint: number | null;
  /** For which price of a point the indicated option is the choice, and who it is below and above. */
  prices: { from: number; to: number | null; below: string | null; above: string | null } | null;
};

/**
 * What would change what is indicated, nearest first within each kind. Where the body says what a point is worth, weights and
 * scores are looked at with costs in mind; where it doesn't, by value alone.
 *
 * @example findChanges(question) // [{ kind: 'weight', criterion: 'fit', now: 0.67, at: 0.4, side: 'below', to: 'saas' }, …]
 */
export function findChanges(question: ChangeQuestion): Change[] {
  return [
    ...changesOfPrice(question),
    ...changesOfCost(question),
    ...changesOfWeight(question),
    ...changesOfScore(question),
    ...changesOfTests(question),
    ...changesOfHoles(question),
  ];
}

function changesOfPrice({ prices }: ChangeQuestion): Change[] {
  if (prices === null) return [];
  const { from, to, below, above } = prices;
  return [
    ...(below === null
      ? []
      : [{ kind: 'price-per-point' as const, at: from, side: 'below' as const, to: below }]),
    ...(above === null || to === null
      ? []
      : [{ kind: 'price-per-point' as const, at: to, side: 'above' as const, to: above }]),
  ];
}

function changesOfCost({ indicated, candidates, pricePerPoint }: ChangeQuestion): Change[] {
  const own = candidates.find(({ option }) => option === indicated);
  if (own === undefined || own.cost === null || pricePerPoint === null) return [];
  const turns = candidates.flatMap(({ option, value, cost }) =>
    option === indicated || cost === null
      ? []
      : [{ to: option, at: cost + pricePerPoint * (own.value - value) }],
  );
  const [first] = turns.toSorted((one, other) => one.at - other.at);
  return first === undefined ? [] : [{ kind: 'cost', now: own.cost, ...first }];
}

/**
 * The matrix with the indicated option first, and what each cost comes to in points at the stated price, so that the lead in
 * points is the lead that decides; null where only cost decides.
 */
function decidingMatrix(question: ChangeQuestion): { matrix: ValueMatrix; costPoints: number[] } | null {
  const { indicated, candidates, values, pricePerPoint } = question;
  const byCost = pricePerPoint !== null && candidates.every(({ cost }) => cost !== null);
  if (candidates.length < 2 || (byCost && pricePerPoint === 0)) return null;
  const found = matrixOf(
    values,
    candidates.map(({ option }) => option),
  );
  const order = [...found.options.keys()].toSorted(
    (one, other) =>
      Number(found.options[other] === indicated) - Number(found.options[one] === indicated) || one - other,
  );
  const options = order.map((index) => found.options[index] ?? '');
  return {
    matrix: { ...found, options, points: order.map((index) => found.points[index] ?? []) },
    costPoints: options.map((option) => {
      const cost = candidates.find((one) => one.option === option)?.cost ?? 0;
      return byCost ? cost / pricePerPoint : 0;
    }),
  };
}

function changesOfWeight(question: ChangeQuestion): Change[] {
  const deciding = decidingMatrix(question);
  if (deciding === null) return [];
  const { matrix, costPoints } = deciding;
  // Taking the same from every criterion takes it once from the total, whatever the weights.
  const net = matrix.points.map((row, index) => row.map((points) => points - (costPoints[index] ?? 0)));
  const found = weightStability(net, matrix.weights).flatMap((one): Extract<Change, { kind: 'weight' }>[] => {
    const criterion = matrix.criteria[one.criterion] ?? '';
    const turn = (at: number, side: 'below' | 'above', rival: number | null) =>
      rival === null
        ? []
        : [
            {
              kind: 'weight' as const,
              criterion,
              now: one.weight,
              at,
              side,
              to: matrix.options[rival] ?? '',
            },
          ];
    return [...turn(one.low, 'below', one.below), ...turn(one.high, 'above', one.above)];
  });
  return found.toSorted((one, other) => Math.abs(one.at - one.now) - Math.abs(other.at - other.now));
}

function changesOfScore(question: ChangeQuestion): Change[] {
  const deciding = decidingMatrix(question);
  if (deciding === null) return [];
  const { matrix, costPoints } = deciding;
  const nets = matrix.points.map(
    (row, index) =>
      row.reduce((sum, points, criterion) => sum + points * (matrix.weights[criterion] ?? 0), 0) -
      (costPoints[index] ?? 0),
  );
  // The first to get ahead is the one that is nearest now, whichever criterion loses the points.
  const rivals = [...nets.keys()].slice(1);
  const nearest = rivals.toSorted((one, other) => (nets[other] ?? 0) - (nets[one] ?? 0))[0];
  if (nearest === undefined) return [];
  const lead = (nets[0] ?? 0) - (nets[nearest] ?? 0);
  return matrix.weights
    .flatMap((perUnit, criterion) => {
      const now = matrix.points[0]?.[criterion] ?? Number.NaN;
      const at = switchingValue({ now, lead, perUnit })?.value ?? Number.NaN;
      // Points that round to nothing are told as 0, and nobody gives fewer.
      return at >= 0.05 && at <= 100
        ? [
            {
              kind: 'score' as const,
              criterion: matrix.criteria[criterion] ?? '',
              now,
              at,
              to: matrix.options[nearest] ?? '',
            },
          ]
        : [];
    })
    .toSorted((one, other) => one.now - one.at - (other.now - other.at));
}

function changesOfTests({
  indicated,
  candidates,
  valued,
  standings,
  pricePerPoint,
}: ChangeQuestion): Change[] {
  const own = standings.find(({ option }) => option === indicated);
  const next = choicesAmong(
    candidates.filter(({ option }) => option !== indicated),
    pricePerPoint,
  );
  const excluded = standings.flatMap(({ option, status, failed }): Change[] => {
    const candidate = status === 'failed' ? valued.find((one) => one.option === option) : undefined;
    if (candidate === undefined) return [];
    const choice = chooseOption([...candidates, candidate], pricePerPoint);
    return choice?.option === option
      ? [{ kind: 'failed-test', tests: failed.map(({ test }) => test), to: option }]
      : [];
  });
  return [
    ...(own?.unknown ?? []).map(({ test }): Change => ({
      kind: 'open-test',
      test,
      result: 'unknown',
      to: next,
    })),
    ...(own?.conditions ?? []).map(({ test }): Change => ({
      kind: 'open-test',
      test,
      result: 'condition',
      to: next,
    })),
    ...excluded,
  ];
}

/** Options that would be the choice: one, or with costs but no price of a point each that some price makes the choice. */
function choicesAmong(candidates: readonly Candidate[], pricePerPoint: number | null): string[] {
  const costed = candidates.flatMap(({ value, cost }) => (cost === null ? [] : [{ value, cost }]));
  if (pricePerPoint === null && costed.length === candidates.length)
    return preferredPrices(costed).flatMap(({ option }) => candidates[option]?.option ?? []);
  const choice = chooseOption(candidates, pricePerPoint);
  return choice === null ? [] : [choice.option];
}

function changesOfHoles({ indicated, candidates, values, standings }: ChangeQuestion): Change[] {
  const own = candidates.find(({ option }) => option === indicated)?.value ?? 0;
  const eligible = standings.filter(({ status }) => status === 'eligible').map(({ option }) => option);
  return values.options
    .filter(({ option, value, high }) => value === null && high > own && eligible.includes(option))
    .map(({ option, notScored }) => ({ kind: 'missing-scores', criteria: notScored, to: option }));
}
