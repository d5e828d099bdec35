import type { CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import {
  chooseOption,
  compareTwo,
  type Candidate,
  type ChoiceBasis,
  type OptionComparison,
} from './choose-option.ts';
import { compareCosts, type CostComparison, type OptionCost } from './compare-costs.ts';
import { completeScores, type CompletedScores } from './complete-scores.ts';
import { findChanges, type Change, type ChangeQuestion } from './find-changes.ts';
import { judgeReadiness, refusingErrors, type NotReadyReason, type OpenTasks } from './judge-readiness.ts';
import { standOptions, type OptionStanding } from './stand-options.ts';
import { checkRobustness, type Robustness } from './check-robustness.ts';
import { valueOptions, type OptionValues } from './value-options.ts';
import { weighCriteria, type CriteriaWeights } from './weigh-criteria.ts';

/** What the method indicates, with what a sentence about it needs. */
export type Indicated = {
  option: string;
  basis: ChoiceBasis;
  /** Options that nothing parts from it. */
  tiedWith: string[];
  value: number;
  /** Pounds, P50. */
  cost: number | null;
  /** What the body says a point is worth, in pounds. */
  pricePerPoint: number | null;
  /** For which price of a point it is the choice; null where a cost is missing. */
  preferred: { from: number; to: number | null } | null;
  /** Beside every other option that is shown, comparators among them. */
  comparisons: OptionComparison[];
  /** Weighted points by which it is ahead of the next by value (negative: behind), most first; null where there is no next. */
  lead: { over: string; parts: { criterion: string; points: number }[] } | null;
  /** Comparators that are worth no less and cost no more, so that the case for change isn't made. */
  beatenByComparators: string[];
  /** No pass/fail test of it is recorded. */
  isUntested: boolean;
};

/** What the method says of a case; what a person recommends stands elsewhere and may differ. */
export type Appraisal = {
  isReady: boolean;
  /** Why it isn’t ready for approval. */
  reasons: NotReadyReason[];
  /** Errors because of which options weren’t compared. */
  refusedBy: CaseProblem[];
  indicated: Indicated | null;
  changes: Change[];
  standings: OptionStanding[];
  weights: CriteriaWeights | null;
  scores: CompletedScores | null;
  values: OptionValues | null;
  robustness: Robustness | null;
  /** P50 of every option whose cost is known, in pounds. */
  costs: { option: string; p50: number }[];
  /** Of the options that are eligible and have both a value and a cost. */
  costComparison: CostComparison | null;
};

/** What is needed beside the document. */
export type AppraisalMatter = {
  /** What the checks of the case found. */
  problems: readonly CaseProblem[];
  /** What options cost, by their ids; those that are missing are named in the result. */
  costs: ReadonlyMap<string, OptionCost>;
  /** The task list of the case, so that the result is ready only where the case is; without it only the result is judged. */
  tasks?: OpenTasks | undefined;
};

/**
 * Weighs, values and compares the options of a case, and says what the method indicates, why, and what would change it. Cost
 * stands beside value and is never part of the score. With errors or open questions it says what it honestly can, and that the
 * result isn't ready.
 *
 * @example appraiseOptions(document, { problems: [], costs: new Map() }).indicated?.basis // 'value-only'
 */
export function appraiseOptions(
  document: CaseDocument,
  { problems, costs, tasks }: AppraisalMatter,
): Appraisal {
  const refusedBy = refusingErrors(problems);
  const standings = standOptions(document);
  const isRefused = refusedBy.length > 0;
  const weights = isRefused ? null : weighCriteria(document);
  const scores = isRefused ? null : completeScores(document);
  const values = weights === null || scores === null ? null : valueOptions(weights, scores);
  const reasons = judgeReadiness({ problems, standings, values, costed: new Set(costs.keys()), tasks });
  const known = {
    costs: [...costs].map(([option, { p50 }]) => ({ option, p50 })),
    refusedBy,
    standings,
    weights,
    scores,
    values,
    reasons,
    isReady: reasons.length === 0,
  };
  if (values === null || scores === null)
    return { ...known, indicated: null, changes: [], robustness: null, costComparison: null };

  const valued = values.options.flatMap(({ option, value }): Candidate[] =>
    value === null ? [] : [{ option, value, cost: costs.get(option)?.p50 ?? null }],
  );
  const eligible = standings.filter(({ status }) => status === 'eligible').map(({ option }) => option);
  const candidates = valued.filter(({ option }) => eligible.includes(option));
  const pricePerPoint = document.weights?.pricePerPoint ?? null;
  const costComparison = compareCosts(
    candidates.flatMap(({ option, value }) => {
      const cost = costs.get(option);
      return cost === undefined ? [] : [{ option, value, cost }];
    }),
    pricePerPoint,
  );
  const indicated = indicate({ candidates, costs, standings, values, costComparison, pricePerPoint });
  const robustness = checkRobustness(
    document,
    scores,
    values,
    candidates.map(({ option }) => option),
  );
  return {
    ...known,
    indicated,
    changes:
      indicated === null
        ? []
        : findChanges({
            indicated: indicated.option,
            candidates,
            valued,
            values,
            standings,
            pricePerPoint,
            prices: neighboursOf(indicated, costComparison),
          }),
    robustness,
    costComparison,
  };
}

function indicate(given: {
  candidates: readonly Candidate[];
  costs: ReadonlyMap<string, OptionCost>;
  standings: readonly OptionStanding[];
  values: OptionValues;
  costComparison: CostComparison | null;
  pricePerPoint: number | null;
}): Indicated | null {
  const { candidates, costs, standings, values, costComparison, pricePerPoint } = given;
  const choice = chooseOption(candidates, pricePerPoint);
  const own = candidates.find(({ option }) => option === choice?.option);
  if (choice === null || own === undefined) return null;
  const comparisons = values.options
    .filter(({ option }) => option !== own.option)
    .map(({ option, value }) => compareTwo(own, { option, value, cost: costs.get(option)?.p50 ?? null }));
  const isComparator = (option: string): boolean =>
    standings.some((one) => one.option === option && one.status === 'comparator');
  const standing = standings.find(({ option }) => option === own.option);
  const place = costComparison?.places.find(({ option }) => option === own.option);
  return {
    ...choice,
    value: own.value,
    cost: own.cost,
    pricePerPoint,
    preferred: candidates.every(({ cost }) => cost !== null) ? (place?.preferred ?? null) : null,
    comparisons,
    lead: leadOver(own.option, candidates, values),
    beatenByComparators: comparisons
      .filter((one) => (one.kind === 'beaten' || one.kind === 'same') && isComparator(one.with))
      .map((one) => one.with),
    isUntested: standing?.isTested !== true,
  };
}

/** By which criteria an option is ahead of the next by value, or behind the first. */
function leadOver(
  indicated: string,
  candidates: readonly Candidate[],
  { options }: OptionValues,
): Indicated['lead'] {
  const [next] = candidates
    .filter(({ option }) => option !== indicated)
    .toSorted((one, other) => other.value - one.value);
  if (next === undefined) return null;
  const partsOf = (wanted: string): Map<string, number> =>
    new Map(
      options
        .find(({ option }) => option === wanted)
        ?.parts.map(({ criterion, part }) => [criterion, part ?? 0]),
    );
  const others = partsOf(next.option);
  return {
    over: next.option,
    parts: [...partsOf(indicated)]
      .map(([criterion, part]) => ({ criterion, points: part - (others.get(criterion) ?? 0) }))
      .toSorted((one, other) => other.points - one.points),
  };
}

/** Who is the choice at a lower and at a higher price of a point. */
function neighboursOf(
  { option, preferred }: Indicated,
  comparison: CostComparison | null,
): ChangeQuestion['prices'] {
  if (preferred === null || comparison === null) return null;
  const along = comparison.places
    .flatMap((place) => (place.preferred === null ? [] : [{ option: place.option, ...place.preferred }]))
    .toSorted((one, other) => one.from - other.from);
  const at = along.findIndex((one) => one.option === option);
  return { ...preferred, below: along[at - 1]?.option ?? null, above: along[at + 1]?.option ?? null };
}
