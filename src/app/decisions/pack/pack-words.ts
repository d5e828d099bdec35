import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { Uncertain } from '../../../domain/decisions/case-parts/case-fields.ts';
import { figureText, numberWords } from './number-words.ts';
import { poundsText, shareText } from '../figure-text.ts';

/** An uncertain amount of money. */
export function uncertainPounds(given: Uncertain): string {
  return uncertainText(given, poundsText);
}

/** An uncertain number. */
export function uncertainNumber(given: Uncertain): string {
  return uncertainText(given, figureText);
}

function uncertainText(given: Uncertain, text: (value: number) => string): string {
  if (typeof given === 'number') return text(given);
  const { low, likely, high, p10, p90, mean, sd, oneOf } = given;
  if (oneOf !== undefined)
    return oneOf.map(({ value, probability }) => `${text(value)} (${shareText(probability)})`).join(', ');
  if (p10 !== undefined && p90 !== undefined) return `${text(p10)} to ${text(p90)} (P10 to P90)`;
  if (mean !== undefined) return `${text(mean)}, standard deviation ${text(sd ?? 0)}`;
  const range = `${text(low ?? 0)} to ${text(high ?? 0)}`;
  return likely === undefined ? range : `${range}, most likely ${text(likely)}`;
}

/** When a line falls due. */
export function timingText(when: CaseDocument['costs']['lines'][number]['when']): string {
  if ('once' in when) return when.once;
  if ('from' in when) return `each year ${when.from} to ${when.to}`;
  return Object.entries(when.shares)
    .map(([year, share]) => `${year} ${shareText(share)}`)
    .join(', ');
}

/** An id as words. */
export function wordsOf(id: string): string {
  return id.replaceAll('-', ' ');
}

/** An id as the beginning of a sentence. */
export function sentenceOf(id: string): string {
  return capitalised(wordsOf(id));
}

/** Text that begins with a capital. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Text that ends like a sentence. */
export function ended(text: string): string {
  return /[.!?]["”’)]*$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

/** How many days lie between two days, in words: before, on or after. */
export function gapText(ready: string, needed: string): string {
  const days = Math.round((Date.parse(needed) - Date.parse(ready)) / 86_400_000);
  if (days === 0) return 'on the very day';
  const count = `${numberWords(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `${count} before` : `${count} after`;
}

/** When something is ready, set against the day of need: the end of the present contract has no gap if the next day is met. */
export function readinessText(need: CaseDocument['need'], ready: string): string {
  const days = Math.round((Date.parse(ready) - Date.parse(need.neededBy)) / 86_400_000);
  if (days === 1 && need.present?.endsOn === need.neededBy)
    return 'the day after the present contract ends, so without a gap';
  return days === 0 ? 'on the very day it is needed' : `${gapText(ready, need.neededBy)} it is needed`;
}

/** Stages of a case as people call them. */
export const stageNames: Readonly<Record<CaseDocument['stage'], string>> = {
  'strategic-outline': 'strategic outline stage',
  outline: 'outline stage',
  full: 'full business case stage',
};

/** Marking as it is carried. */
export function markingText({ level, descriptor }: CaseDocument['marking']): string {
  return descriptor === undefined ? level : `${level} ${descriptor}`;
}
