import { financialYears } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { Uncertain } from '../case-parts/case-fields.ts';
import { meanOfUncertain } from '../money/simulate-options.ts';

type Line = CaseDocument['costs']['lines'][number];

/** A price that may not be published. */
export type PriceSecret = {
  line: string;
  label: string;
  /** The basis that the case gives; owner only where it gives none. */
  basis: string;
  isStated: boolean;
  /** Expected pounds over the term, undiscounted: how much of a total it is. */
  weight: number;
  /** Every figure of its price, in pounds. */
  amounts: number[];
};

/** Stands for the prices of components by supplier, which have no line and no basis of their own. */
export const compositionPrices = 'composition/prices';

/** What a total must hold beside its largest price, as a share of that price, so that nobody can tell the price from it. */
const leastRest = 0.1;
/** A total of fewer prices tells them to whoever knows the others. */
const fewestPrices = 3;

/**
 * Prices of a case that the public may not see: those that no notice published, unless their supplier consented. A basis that
 * permits Crown bodies or public bodies to see a price doesn’t permit publishing it, and without a basis it is owner only.
 *
 * @param isListWithheld the list of prices is withheld as a whole: then only what a notice published is public
 * @example priceSecrets(document, false).map(({ line }) => line) // ['subscription']
 */
export function priceSecrets(document: CaseDocument, isListWithheld: boolean): PriceSecret[] {
  const years = financialYears(document.appraisal).length;
  const choices = (document.composition?.choices ?? []).filter(({ supplier }) => supplier !== undefined);
  const parts: PriceSecret[] =
    choices.length === 0
      ? []
      : [
          {
            line: compositionPrices,
            label: 'Prices of components',
            basis: 'owner only',
            isStated: false,
            weight: 0,
            amounts: choices.map(({ cost }) => cost),
          },
        ];
  const lines = document.costs.lines
    .filter(
      ({ disclosure }) =>
        disclosure !== 'published' && (isListWithheld || disclosure !== 'supplier consented'),
    )
    .map((line) => ({
      line: line.id,
      label: line.label,
      basis: line.disclosure ?? 'owner only',
      isStated: line.disclosure !== undefined,
      weight:
        Math.abs(meanOfUncertain(line.quantity) * meanOfUncertain(line.unitCost)) * yearsOf(line, years),
      amounts: amountsOf(line.unitCost),
    }));
  return [...lines, ...parts];
}

/** In how many years a line falls due. */
function yearsOf({ when }: Line, years: number): number {
  if ('once' in when || 'shares' in when) return 1;
  return Math.min(years, Math.max(1, Number(when.to.slice(0, 4)) - Number(when.from.slice(0, 4)) + 1));
}

/**
 * The figures of an uncertain number.
 *
 * @example amountsOf({ low: 400, likely: 520, high: 900 }) // [400, 520, 900]
 */
export function amountsOf(given: Uncertain): number[] {
  if (typeof given === 'number') return [given];
  const { low, likely, high, p10, p90, mean, oneOf = [] } = given;
  return [low, likely, high, p10, p90, mean, ...oneOf.map(({ value }) => value)].filter(
    (amount) => amount !== undefined,
  );
}

/**
 * Whether a total tells a price that may not be published: where fewer than three such prices are in it, or where all but the
 * two largest come to less than a tenth of the largest (the p per cent rule of statistical disclosure control: whoever knows the
 * second then knows the first within a tenth). Prices that are public hide nothing.
 *
 * @param lines ids of the cost lines that are added up
 * @example tellsPrice(['subscription'], secrets) // true
 */
export function tellsPrice(lines: readonly string[], secrets: readonly PriceSecret[]): boolean {
  const own = secrets.filter(({ line }) => lines.includes(line)).map(({ weight }) => weight);
  if (own.length === 0) return false;
  if (own.length < fewestPrices) return true;
  const [largest = 0, , ...rest] = own.toSorted((one, other) => other - one);
  return rest.reduce((sum, weight) => sum + weight, 0) < leastRest * largest;
}
