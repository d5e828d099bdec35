import { problem, type CaseProblem } from '../case-problem.ts';
import { isOf } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { Uncertain } from '../case-parts/case-fields.ts';
import { yearFactors } from '../money/year-factors.ts';
import { poundsText } from '../pounds-text.ts';

const error = problem('error');
const warning = problem('warning');

/** Pounds that all lines, benefits and risks of a case can come to together and still be added up to the penny. */
const mostPounds = 100_000_000_000;

/**
 * Whether amounts are what they can be: no figure beyond what can be added up, none below nothing unless it is meant, no
 * outcome that never happens, and no id that two figures share.
 *
 * @example checkAmounts(document) // [{ kind: 'warning', path: 'costs.lines[2]', message: '"Licences" can come to less than nothing, down to −£300: …' }]
 */
export function checkAmounts(document: CaseDocument): CaseProblem[] {
  return [
    ...checkSizes(document),
    ...checkSigns(document),
    ...checkChances(document),
    ...checkSharedIds(document),
  ];
}

/** Between which amounts a number lies, as good as always; a bell curve’s lower end is that of one draw in a hundred. */
function endsOf(given: Uncertain): [low: number, high: number] {
  if (typeof given === 'number') return [given, given];
  const { low, high, p10, p90, mean = 0, sd = 0, oneOf } = given;
  if (low !== undefined && high !== undefined) return [low, high];
  if (p10 !== undefined && p90 !== undefined) {
    // Six standard deviations of the logarithm, of which P10 and P90 lie 2.563 apart.
    const reach = (p90 / p10) ** (6 / 2.563);
    const middle = Math.sqrt(p10) * Math.sqrt(p90);
    return [middle / reach, middle * reach];
  }
  if (oneOf !== undefined) {
    const values = oneOf.flatMap(({ value, probability }) => (probability > 0 ? [value] : []));
    return [Math.min(...values), Math.max(...values)];
  }
  return [mean - 2.326 * sd, mean + 6 * sd];
}

/** One figure of the money: where it stands, what it is called, and between which pounds it lies over the term. */
type Figure = { path: string; label: string; ends: [low: number, high: number]; mayBeIncome: boolean };

function figuresOf({ costs, benefits, appraisal }: CaseDocument): Figure[] {
  const timed = (when: CaseDocument['benefits'][number]['when'], realGrowthPercent = 0): number =>
    yearFactors({ when, realGrowthPercent }, appraisal, () => 1).real.reduce((sum, one) => sum + one, 0);
  const scaled = ([low, high]: [number, number], factor: number): [number, number] => [
    low * factor,
    high * factor,
  ];
  return [
    ...costs.lines.map(({ label, quantity, unitCost, when, realGrowthPercent, phase }, at) => {
      const [counts, prices] = [endsOf(quantity), endsOf(unitCost)];
      const products = counts.flatMap((count) => prices.map((price) => count * price));
      return {
        path: `costs.lines[${at}]`,
        label,
        ends: scaled([Math.min(...products), Math.max(...products)], timed(when, realGrowthPercent)),
        mayBeIncome: phase === 'residual-value',
      };
    }),
    ...benefits.map(({ label, amount, when }, at) => ({
      path: `benefits[${at}]`,
      label,
      ends: scaled(endsOf(amount), timed(when)),
      mayBeIncome: false,
    })),
    ...costs.risks.map(({ label, impact }, at) => ({
      path: `costs.risks[${at}]`,
      label,
      ends: endsOf(impact),
      mayBeIncome: false,
    })),
  ];
}

/** The greater end, without its sign; Infinity where it can’t be worked out. */
function sizeOf({ ends }: Figure): number {
  const size = Math.max(...ends.map(Math.abs));
  return Number.isNaN(size) ? Infinity : size;
}

function checkSizes(document: CaseDocument): CaseProblem[] {
  const figures = figuresOf(document);
  const tooLarge = figures.filter((figure) => sizeOf(figure) > mostPounds);
  if (tooLarge.length > 0)
    return tooLarge.map(({ path, label }) =>
      error(
        path,
        `"${label}" can come to more than ${poundsText(mostPounds)} over the term, which can’t be added up to the penny: check quantity, unit cost and years; amounts are whole pounds, not pence or thousands.`,
      ),
    );
  const sum = figures.reduce((total, figure) => total + sizeOf(figure), 0);
  return sum > mostPounds
    ? [
        error(
          'costs.lines',
          `Together the figures can come to more than ${poundsText(mostPounds)}, which can’t be added up to the penny: check quantities, unit costs and years.`,
        ),
      ]
    : [];
}

/**
 * What is below nothing lowers a total. A discount does that honestly; a quantity below nothing, a benefit that costs, an end
 * that nobody meant and an option that costs less than nothing altogether don’t.
 */
function checkSigns(document: CaseDocument): CaseProblem[] {
  const { costs, options } = document;
  const figures = figuresOf(document);
  const found = figures.flatMap(({ path, label, ends: [low, high], mayBeIncome }) => {
    if (!(low < 0) || mayBeIncome) return [];
    if (high > 0)
      return [
        warning(
          path,
          `"${label}" can come to less than nothing, down to ${poundsText(low)}: check the lower end.`,
        ),
      ];
    return path.startsWith('benefits')
      ? [warning(path, `"${label}" is a benefit below nothing: if it costs money, make it a cost line.`)]
      : [];
  });
  const counted = costs.lines.flatMap(({ label, quantity }, at) =>
    endsOf(quantity)[1] < 0
      ? [
          warning(
            `costs.lines[${at}].quantity`,
            `"${label}" has a quantity below 0, which lowers the total: for a discount put the minus before the unit cost.`,
          ),
        ]
      : [],
  );
  const gained = options.flatMap(({ id }, at) => {
    const own = figures
      .slice(0, costs.lines.length)
      .filter((_, line) => isOf(costs.lines[line]?.options ?? [], id));
    return own.reduce((sum, { ends }) => sum + ends[1], 0) < 0
      ? [
          warning(
            `options[${at}]`,
            `"${id}" costs less than nothing, even at the upper ends of its lines: check their signs.`,
          ),
        ]
      : [];
  });
  const mirrored = document.costs.lines.flatMap(({ label, quantity, unitCost }, at) =>
    [
      [quantity, unitCost],
      [unitCost, quantity],
    ].some(
      ([one, other]) =>
        typeof one === 'object' && one.p10 !== undefined && typeof other === 'number' && other < 0,
    )
      ? [
          error(
            `costs.lines[${at}]`,
            `"${label}" multiplies p10 and p90 by a number below 0: give low, likely and high instead.`,
          ),
        ]
      : [],
  );
  return [...mirrored, ...counted, ...gained, ...found];
}

/** An outcome that never happens, and a risk that never does or always. */
function checkChances({ costs, benefits }: CaseDocument): CaseProblem[] {
  const uncertain = [
    ...costs.lines.flatMap(({ quantity, unitCost }, at) => [
      { path: `costs.lines[${at}].quantity`, given: quantity },
      { path: `costs.lines[${at}].unitCost`, given: unitCost },
    ]),
    ...benefits.map(({ amount }, at) => ({ path: `benefits[${at}].amount`, given: amount })),
    ...costs.risks.map(({ impact }, at) => ({ path: `costs.risks[${at}].impact`, given: impact })),
  ];
  return [
    ...uncertain.flatMap(({ path, given }) =>
      typeof given === 'object' && given.oneOf?.some(({ probability }) => probability === 0) === true
        ? [
            warning(
              path,
              'An outcome with the probability 0 never happens: leave it out, or give it a chance.',
            ),
          ]
        : [],
    ),
    ...costs.risks.flatMap(({ label, probability }, at) => {
      const path = `costs.risks[${at}].probability`;
      if (probability === 0)
        return [warning(path, `"${label}" has the probability 0 and counts for nothing.`)];
      return probability === 1
        ? [warning(path, `"${label}" is certain: make it a cost line, so that it is planned for.`)]
        : [];
    }),
  ];
}

/** Enquiries name lines, risks and benefits by their ids, and draws go by them, so one id is one figure. */
function checkSharedIds({ costs, benefits }: CaseDocument): CaseProblem[] {
  const first = new Map(costs.lines.map(({ id }, at) => [id, `costs.lines[${at}]`]));
  const later = [
    ...costs.risks.map(({ id }, at) => ({ id, path: `costs.risks[${at}]` })),
    ...benefits.map(({ id }, at) => ({ id, path: `benefits[${at}]` })),
  ];
  return later.flatMap(({ id, path }) => {
    const other = first.get(id);
    if (other === undefined) first.set(id, path);
    // Two of one list are told by the check of references.
    return other === undefined || other.split('[')[0] === path.split('[')[0]
      ? []
      : [error(`${path}.id`, `"${id}" stands at ${other} already: give this one another id.`)];
  });
}
