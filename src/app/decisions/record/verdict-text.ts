import type { ChainFault } from '../../../domain/decisions/record/check-chain.ts';
import type { Difference } from '../../../domain/decisions/record/compare-results.ts';
import type { VersionChange } from '../../../domain/decisions/record/method-versions.ts';
import type { JsonValue } from '../../../lib/json.ts';
import { countText } from '../../count-text.ts';
import type { VerifiedRecord } from './verify-record.ts';

/**
 * What verifying a record found, in sentences, the verdict first.
 *
 * @example verdictSentences(verified, [])[0] // 'Confirmed: the record is whole, and every figure comes out again.'
 */
export function verdictSentences(verified: VerifiedRecord, chain: readonly ChainFault[]): string[] {
  const isBroken = chain.some(({ kind }) => kind === 'broken');
  return [
    isBroken && verified.verdict === 'confirmed'
      ? 'Not confirmed: the record is whole, and it doesn’t follow the one before it.'
      : verdicts[verified.verdict],
    ...verified.faults.map(({ says }) => says),
    ...chain.map(({ says }) => says),
    ...verified.differences.map(differenceText),
    ...verified.changedMethods.map((one) => changeText('The method', one)),
    ...verified.changedReference.map((one) => changeText('The reference data', one)),
    ...(verified.changedJudgements.length === 0
      ? []
      : [
          `No figure rests on it, but what people judged may: ${verified.changedJudgements.map(({ id }) => id).join(', ')} changed since.`,
        ]),
    ...(verified.erasedNames === 0
      ? []
      : [
          `${countText(verified.erasedNames, 'name')} ${verified.erasedNames === 1 ? 'was' : 'were'} erased; the hash doesn’t cover names.`,
        ]),
  ];
}

const verdicts: Readonly<Record<VerifiedRecord['verdict'], string>> = {
  confirmed: 'Confirmed: the record is whole, and every figure comes out again.',
  changed: 'Not confirmed: the record isn’t as it was made.',
  differs: 'Not confirmed: the record is whole, and other figures come out.',
  'not-recomputed':
    'Not confirmed: the record is whole, but what it was worked out with has changed, so figures can’t be set side by side.',
};

function differenceText({ path, recorded, now }: Difference): string {
  return `${path}: the record says ${valueText(recorded)}, now it is ${valueText(now)}.`;
}

function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? 'something else' : text;
}

function changeText(what: string, { id, recorded, now }: VersionChange): string {
  if (recorded === null) return `${what} “${id}” wasn’t part of it then.`;
  return now === null
    ? `${what} “${id}” in version ${recorded} isn’t known any more.`
    : `${what} “${id}” was version ${recorded} and is ${now}.`;
}
