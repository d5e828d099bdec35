import { isObject, type JsonValue } from '../../../lib/json.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { SignedCase } from '../review-triggers.ts';
import type { DecisionRecord } from './decision-record.ts';

/**
 * What a signed case rested on, as its record holds it. The budget is what the case had over all years, in cash; the band is that of
 * the cash of the option that the officer recommended.
 *
 * @example signedCase(record, document).approvedBudget // 2_450_000
 */
export function signedCase(
  { madeAt, methods, reference, results }: Pick<DecisionRecord, 'madeAt' | 'methods' | 'reference' | 'results'>,
  { budgets, need, options, recommendation }: CaseDocument,
): SignedCase {
  return {
    signedOn: madeAt.slice(0, 10),
    awardedOn: null,
    approvedBudget: budgets.length === 0 ? null : budgets.reduce((sum, { capital, resource }) => sum + capital + resource, 0),
    volumes: need.volumes.map(({ name, perYear }) => ({ name, perYear })),
    band: bandOf(results['money'], recommendation?.option),
    readyOn: options.find(({ id }) => id === recommendation?.option)?.readyOn ?? null,
    bridgedUntil: need.present?.endsOn ?? null,
    versions: [
      ...methods.map(({ id, version }) => ({ what: `The method “${id}”`, version })),
      ...reference.map(({ id, version }) => ({ what: `The reference data “${id}”`, version })),
    ],
  };
} // prettier-ignore

function bandOf(money: JsonValue | undefined, option: string | undefined): SignedCase['band'] {
  const options = isObject(money) && Array.isArray(money['options']) ? money['options'] : [];
  const own = options.find((one) => isObject(one) && one['option'] === option);
  const cash = isObject(own) ? own['cash'] : undefined;
  const [p10, p90] = ['p10', 'p90'].map((name) => quantileOf(isObject(cash) ? cash[name] : undefined));
  return p10 === undefined || p90 === undefined || p10 === null || p90 === null ? null : { p10, p90 };
}

function quantileOf(quantile: JsonValue | undefined): number | null {
  const value = isObject(quantile) ? quantile['value'] : undefined;
  return typeof value === 'number' ? value : null;
}
