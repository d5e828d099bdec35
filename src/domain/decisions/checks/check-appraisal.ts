import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

const error = problem('error');
const warning = problem('warning');
const missing = problem('missing');

/**
 * Whether options can be scored: a tree of criteria without a circle, weights that sum, locked before scores, every
 * assessor’s scores complete, and no criterion that repeats a cost.
 *
 * @example checkAppraisal(document) // [{ kind: 'error', path: 'weights', message: 'The shares sum to 95 per cent: …' }]
 */
export function checkAppraisal(document: CaseDocument): CaseProblem[] {
  const circles = checkTree(document);
  // In a circle nothing is weighed or scored: what that leads to would only hide it.
  if (circles.length > 0) return [...circles, ...checkAssessors(document)];
  return [
    ...checkWeights(document),
    ...checkAssessors(document),
    ...checkScores(document),
    ...checkDoubleCount(document),
  ];
}

/**
 * Criteria that no other is part of: these are scored and weighted.
 *
 * @example leafCriteria({ criteria: [{ id: 'fit', … }, { id: 'speed', parent: 'fit', … }] }).map(({ id }) => id) // ['speed']
 */
export function leafCriteria({ criteria }: Pick<CaseDocument, 'criteria'>): CaseDocument['criteria'] {
  const parents = new Set(criteria.flatMap(({ parent }) => (parent === undefined ? [] : [parent])));
  return criteria.filter(({ id }) => !parents.has(id));
}

function checkTree({ criteria }: CaseDocument): CaseProblem[] {
  const parentOf = new Map(criteria.map(({ id, parent }) => [id, parent]));
  return criteria.flatMap(({ id }, at) => {
    const chain = [id];
    for (let next = parentOf.get(id); next !== undefined; next = parentOf.get(next)) {
      if (next === id)
        return [
          error(
            `criteria[${at}].parent`,
            chain.length === 1
              ? `"${id}" is part of itself: take its parent away, or name another.`
              : `The criteria go round in a circle: ${[...chain, id].join(' → ')}. Take one parent away.`,
          ),
        ];
      if (chain.includes(next)) return [];
      chain.push(next);
    }
    return [];
  });
}

function checkWeights(document: CaseDocument): CaseProblem[] {
  const { criteria, weights, scores } = document;
  if (criteria.length === 0) return [];
  const found = criteria.flatMap(({ swing, id }, at) =>
    swing === undefined ? [missing(`criteria[${at}].swing`, `"${id}" has no weight yet.`)] : [],
  );
  const leaves = leafCriteria(document);
  const sum = leaves.reduce((total, { swing }) => total + (swing ?? 0), 0);
  if (weights?.method === 'shares' && Math.abs(sum - 100) > 1e-6)
    found.push(
      error(
        'weights',
        `The shares sum to ${Number(sum.toFixed(4))} per cent: make them sum to 100, or use swing weights, which need not.`,
      ),
    );
  if (sum === 0 && found.length === 0)
    found.push(error('weights', 'Every weight is 0: at least one must count.'));
  if (scores.length > 0 && weights?.lockedOn === undefined)
    found.push(
      warning(
        'weights.lockedOn',
        'There are scores, but weights are not locked: a facilitator locks them before scores open.',
      ),
    );
  for (const [at, { swing, anchors, id }] of criteria.entries())
    if (swing !== undefined && swing > 0 && anchors === undefined)
      found.push(
        warning(
          `criteria[${at}].anchors`,
          `"${id}" has no anchors: a swing weight means nothing without the range from worst to best.`,
        ),
      );
  return found;
}

function checkAssessors({ assessors, scores }: CaseDocument): CaseProblem[] {
  return assessors.flatMap(({ id, interestsDeclaredOn }, at) =>
    interestsDeclaredOn === undefined && scores.some(({ assessor }) => assessor === id)
      ? [missing(`assessors[${at}].interestsDeclaredOn`, `"${id}" has scored without declaring interests.`)]
      : [],
  );
}

function key(assessor: string, option: string, criterion: string): string {
  return `${assessor}\n${option}\n${criterion}`;
}

/** An assessor who scored half leaves holes: they are named, and the assessor is left out where the hole is. */
function checkScores(document: CaseDocument): CaseProblem[] {
  const options = document.options.filter(({ shortlisted }) => shortlisted);
  const leaves = leafCriteria(document);
  const given = new Set(
    document.scores.map(({ assessor, option, criterion }) => key(assessor, option, criterion)),
  );
  const found = document.assessors.flatMap(({ id: assessor }, at) => {
    const holes = options.flatMap(({ id: option }) =>
      leaves.filter(({ id }) => !given.has(key(assessor, option, id))).map(({ id }) => `${option} by ${id}`),
    );
    if (holes.length === 0 || document.scores.length === 0) return [];
    const all = options.length * leaves.length;
    return [
      warning(
        `assessors[${at}]`,
        `"${assessor}" gave ${all - holes.length} of ${all} scores; missing ${holes.length === 1 ? 'is' : 'are'} ${holes.slice(0, 5).join(', ')}${holes.length > 5 ? ' and others' : ''}. The mean is of those who scored.`,
      ),
    ];
  });
  const parents = new Set(document.criteria.map(({ parent }) => parent));
  for (const [at, { criterion, score }] of document.scores.entries()) {
    if (parents.has(criterion))
      found.push(error(`scores[${at}].criterion`, `"${criterion}" is made of others: score those.`));
    if (typeof score === 'object' && score.low > score.high)
      found.push(
        error(`scores[${at}].score`, `low (${score.low}) is above high (${score.high}): exchange them.`),
      );
  }
  const seen = new Map<string, number>();
  for (const [at, { assessor, option, criterion }] of document.scores.entries()) {
    const first = seen.get(key(assessor, option, criterion));
    if (first !== undefined)
      found.push(
        error(
          `scores[${at}]`,
          `"${assessor}" scored ${option} by ${criterion} at scores[${first}] already: keep one.`,
        ),
      );
    seen.set(key(assessor, option, criterion), at);
  }
  return [...found, ...checkModeration(document)];
}

/** Two agreements on one cell would leave open which of them counts. */
function checkModeration({ moderation }: CaseDocument): CaseProblem[] {
  return moderation.flatMap(({ option, criterion }, at) => {
    const first = moderation.findIndex((one) => one.option === option && one.criterion === criterion);
    return first === at
      ? []
      : [
          error(
            `moderation[${at}]`,
            `${option} by ${criterion} is agreed at moderation[${first}] already: keep one.`,
          ),
        ];
  });
}

const costWords = /\b(price|cost|costs|value for money|affordab\w*|cheap\w*|saving\w*|budget)\b/iu;

/** A criterion that repeats a cost, or a risk or benefit that has its price, would count it twice. */
function checkDoubleCount({ criteria, costs, benefits }: CaseDocument): CaseProblem[] {
  const priced = [
    ...costs.risks.map(({ label }) => ({ noun: 'risk', label })),
    ...benefits.map(({ label }) => ({ noun: 'benefit', label })),
  ];
  const repeated = criteria.flatMap(({ name, id, description }, at) => {
    if (description !== undefined) return [];
    const own = stemsOf(name);
    const found = priced.find(({ label }) => {
      const shared = [...stemsOf(label)].filter((stem) => own.has(stem)).length;
      return shared >= 2 || (shared === 1 && own.size === 1);
    });
    return found === undefined
      ? []
      : [
          warning(
            `criteria[${at}].name`,
            `"${id}" may count again what the ${found.noun} “${found.label}” has a price for already: score what the price leaves out, and say so in the description.`,
          ),
        ];
  });
  return [...repeated, ...checkCostNames({ criteria })];
}

/** The beginnings of the words that tell something; short words and what every service has tell nothing. */
function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)).filter((stem) => !common.has(stem)));
}

const common: ReadonlySet<string> = new Set(['servic', 'provid', 'suppli', 'system', 'their', 'other', 'which', 'about', 'after', 'befor', 'while', 'years', 'month']); // prettier-ignore

function checkCostNames({ criteria }: Pick<CaseDocument, 'criteria'>): CaseProblem[] {
  return criteria.flatMap(({ name, id }, at) =>
    costWords.test(name)
      ? [
          warning(
            `criteria[${at}].name`,
            `"${id}" sounds like a cost, which the money tables count already: leave it out, or say what else it means.`,
          ),
        ]
      : [],
  );
}
