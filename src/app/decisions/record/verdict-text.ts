import type { ChainFault } from '../../../domain/decisions/record/check-chain.ts';
import type { Difference } from '../../../domain/decisions/record/compare-results.ts';
import type { VersionChange } from '../../../domain/decisions/record/method-versions.ts';
import type { JsonValue } from '../../../lib/json.ts';
import { countText } from '../../count-text.ts';
import type { VerifiedRecord } from './verify-record.ts';

/** What verifying found of a record, with its place in the chain and a hash that was expected. */
export type FoundFaults = VerifiedRecord & {
  chain: readonly ChainFault[];
  /** The hash that the record should have and hasn't; null where it has, or none was given. */
  otherHash: string | null;
};

/**
 * Whether a record is confirmed: whole, its figures come out again, and nothing speaks against its place in the chain.
 *
 * @example isConfirmed({ ...verified, chain: [], otherHash: null }) // true
 */
export function isConfirmed({ verdict, chain, otherHash }: FoundFaults): boolean {
  return verdict === 'confirmed' && otherHash === null && !chain.some(({ kind }) => kind === 'broken');
}

/**
 * What verifying a record found, in sentences, the verdict first.
 *
 * @example verdictSentences(found)[0] // 'Confirmed: the record is whole, and every figure comes out again.'
 */
export function verdictSentences(found: FoundFaults): string[] {
  const { verdict, chain, otherHash } = found;
  const isDoubted = verdict === 'confirmed' && !isConfirmed(found);
  return [
    found.record === null ? unreadable : isDoubted ? doubted : verdicts[verdict],
    ...found.faults.map(({ says }) => says),
    ...(otherHash === null
      ? []
      : [`Its hash isn’t the one that was kept elsewhere, ${otherHash}: this is another record.`]),
    ...chain.map(({ says }) => says),
    ...(found.isComposedInTime
      ? []
      : ['The best compositions weren’t found in time, so they aren’t set side by side.']),
    ...found.differences.map(differenceText),
    ...found.changedMethods.map((one) => changeText('The method', one)),
    ...found.changedReference.map((one) => changeText('The reference data', one)),
    ...(found.changedJudgements.length === 0 ? [] : [judgementsText(found.changedJudgements)]),
    ...(found.erasedNames === 0 ? [] : [erasedText(found.erasedNames)]),
  ];
}

const doubted =
  'Not confirmed: the record is whole and its figures come out again, but it isn’t the one that was to be there.';
const unreadable = 'Not confirmed: this can’t be read as a record.';

function judgementsText(changed: readonly VersionChange[]): string {
  const ids = changed.map(({ id }) => `“${id}”`).join(', ');
  return changed.length === 1
    ? `The reference data ${ids} has changed since. No figure rests on it; what people judged may.`
    : `The reference data ${ids} have changed since. No figure rests on them; what people judged may.`;
}

function erasedText(count: number): string {
  return `${countText(count, 'name')} ${count === 1 ? 'was' : 'were'} erased, which the hash allows.`;
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
