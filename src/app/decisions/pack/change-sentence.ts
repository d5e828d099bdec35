import type { Change } from '../../../domain/decisions/appraisal/find-changes.ts';
import { changeRow } from '../appraisal-tables.ts';
import type { CaseNames } from '../case-names.ts';

/**
 * A change as one sentence.
 *
 * @example changeSentence(change, indicated, names) // 'SaaS suite, where what a point is worth is below £113,000 (now £150,000).'
 */
export function changeSentence(
  change: Change,
  indicated: { option: string; pricePerPoint: number | null },
  names: CaseNames,
): string {
  const [what = '', now = '', turns = '', then = ''] = changeRow(
    change,
    { indicated: names.option(indicated.option), price: indicated.pricePerPoint },
    names,
  );
  const isNow = now === 'not said' ? 'nobody has said what it is now' : `it is ${now} now`;
  return `${then} becomes the choice if the ${what.replace(/^what a point is worth$/u, 'worth of a point')} is ${turns}; ${isNow}.`;
}
