import type { JsonObject } from '../../lib/json.ts';
import { readDay } from './day.ts';
import type { FactsReader } from './facts-reader.ts';
import { objectAt, textAt } from './json-fields.ts';
import { noticeIdOf } from './notices-of.ts';

/** Years in which a notice can have been published electronically. */
const firstYear = '1990';
const lastYear = '2100';

/** Dates of a tender that are read elsewhere without a word where they can't be. */
const tenderDates = [
  ['contractPeriod', 'startDate'],
  ['contractPeriod', 'endDate'],
  ['contractPeriod', 'maxExtentDate'],
  ['tenderPeriod', 'endDate'],
  ['enquiryPeriod', 'endDate'],
] as const;

/**
 * Notes the dates of releases and of the tender that can't be believed, whether or not there is a contract.
 * Dates of lots, awards and contracts are noted where they are read.
 *
 * @example noteDateDoubts(releases, compiled, reader); reader.quality // ['release 012345-2026: the date "0001-01-01" …']
 */
export function noteDateDoubts(
  releases: readonly JsonObject[],
  compiled: JsonObject,
  reader: FactsReader,
): void {
  for (const release of releases) {
    const text = textAt(release, 'date');
    const { day } = readDay(text, 'date', true);
    if (text === null || (day !== null && day >= firstYear && day.slice(0, 4) <= lastYear)) continue;
    reader.quality.push(
      `release ${noticeIdOf(release)}: the date "${text.slice(0, 40)}" is impossible and was left out; the release counts as the oldest.`,
    );
  }
  const tender = objectAt(compiled, 'tender');
  for (const [period, name] of tenderDates) reader.day(objectAt(tender, period), name, `tender.${period}`);
  reader.day(tender, 'expressionOfInterestDeadline', 'tender');
}
