import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { Timing } from '../case-parts/money.ts';
import { financialYears, isOf } from '../case-years.ts';

const error = problem('error');
const warning = problem('warning');

/**
 * Whether the lines can be added up: years inside the appraisal, shares that sum, one treatment of risk for each cost
 * group of each option, costs to the end of the term.
 *
 * @example checkMoney(document) // [{ kind: 'warning', path: 'options[2]', message: 'Costs of "saas" end in 2029-30, but the appraisal goes to 2036-37: …' }]
 */
export function checkMoney(document: CaseDocument): CaseProblem[] {
  const years = financialYears(document.appraisal);
  const inside = new Set(years);
  const { lines, risks } = document.costs;
  const dated = [
    ...lines.map((line, at) => ({ path: `costs.lines[${at}].when`, when: line.when })),
    ...document.benefits.map((benefit, at) => ({ path: `benefits[${at}].when`, when: benefit.when })),
    ...risks.map((risk, at) => ({ path: `costs.risks[${at}].year`, when: { once: risk.year } })),
  ];
  return [
    ...dated.flatMap(({ path, when }) => checkTiming(path, when, inside)),
    ...checkTreatments(document),
    ...checkEnds(document, years),
    ...checkPriceBase(document),
    ...lines.flatMap(({ vat, label }, at) =>
      vat.treatment === 'unknown'
        ? [
            warning(
              `costs.lines[${at}].vat`,
              `Nobody has said whether VAT on "${label}" is recovered: it counts as a cost in the financial table until somebody does.`,
            ),
          ]
        : [],
    ),
  ];
}

function checkPriceBase({ appraisal: { priceBase, firstYear } }: CaseDocument): CaseProblem[] {
  return priceBase > firstYear
    ? [
        warning(
          'appraisal.priceBase',
          `Prices of ${priceBase} aren’t known yet when the appraisal begins in ${firstYear}: give amounts at prices of today.`,
        ),
      ]
    : [];
}

function checkTiming(path: string, when: Timing, inside: ReadonlySet<string>): CaseProblem[] {
  const named =
    'once' in when ? [when.once] : 'from' in when ? [when.from, when.to] : Object.keys(when.shares);
  const found = named
    .filter((year) => !inside.has(year))
    .map((year) =>
      error(
        path,
        `${year} lies outside the appraisal (${[...inside].at(0)} to ${[...inside].at(-1)}): change the year, or the term.`,
      ),
    );
  if ('from' in when && when.from > when.to)
    found.push(error(path, `from (${when.from}) is after to (${when.to}): exchange them.`));
  if ('shares' in when) {
    const sum = Object.values(when.shares).reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-6)
      found.push(error(path, `The shares sum to ${Number(sum.toFixed(6))}: make them sum to 1.`));
  }
  return found;
}

/** Exactly one treatment for each cost group of each option that has lines in it. */
function checkTreatments({ costs, options }: CaseDocument): CaseProblem[] {
  return costs.groups.flatMap(({ id: group }, at) =>
    options
      .filter(({ id }) => costs.lines.some((line) => line.group === group && isOf(line.options, id)))
      .flatMap(({ id, role }) => {
        const found = costs.treatments.filter((one) => one.group === group && isOf(one.options, id));
        const methods = found.map(({ method }) => method).join(' and ');
        if (found.length > 1)
          return [
            error(
              `costs.groups[${at}]`,
              `Risk of "${group}" in "${id}" is treated twice (${methods}): keep one, or it is counted twice.`,
            ),
          ];
        if (found.length === 0 && role !== 'business-as-usual')
          return [
            problem('missing')(
              `costs.groups[${at}]`,
              `Say how risk of "${group}" in "${id}" is treated: bottom-up, optimism-bias or reference-class.`,
            ),
          ];
        return [];
      }),
  );
}

/** A term of ten years with costs for three is a mistake, or needs a reason. */
function checkEnds({ costs, options, appraisal }: CaseDocument, years: readonly string[]): CaseProblem[] {
  const last = years.at(-1);
  return options.flatMap(({ id, role, shortlisted, scope }, at) => {
    if (!shortlisted) return [];
    const own = costs.lines.filter((line) => isOf(line.options, id));
    const path = `options[${at}]`;
    if (own.length === 0)
      return [
        problem('missing')(
          path,
          role === 'option'
            ? `"${id}" has no cost lines: add some, or don’t shortlist it.`
            : `"${id}" has no cost lines: a comparator is always costed, so add what it costs to go on.`,
        ),
      ];
    const ends = own
      .flatMap(({ when }) =>
        'once' in when ? [when.once] : 'from' in when ? [when.to] : Object.keys(when.shares),
      )
      .toSorted()
      .at(-1);
    if (ends === undefined || last === undefined || ends >= last || scope.differs !== undefined) return [];
    return [
      warning(
        path,
        `Costs of "${id}" end in ${ends}, but the appraisal of ${appraisal.years} years goes to ${last}: add the later years, shorten the term, or explain it in scope.differs.`,
      ),
    ];
  });
}
