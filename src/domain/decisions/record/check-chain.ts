import type { DecisionRecord } from './decision-record.ts';

/** A link that doesn’t hold, or can’t be looked at because the record before is missing. */
export type ChainFault = {
  kind: 'broken' | 'missing';
  case: string;
  number: number | null;
  says: string;
};

/**
 * Whether records of a case follow one another: each names the hash of the one before it, the first names none.
 *
 * @param records in any order, of one case or of several
 * @example checkChain([first, second]) // []
 */
export function checkChain(
  records: readonly Pick<DecisionRecord, 'case' | 'body' | 'number' | 'previous' | 'hash'>[],
): ChainFault[] {
  return records.flatMap((record): ChainFault[] => {
    const { number, previous } = record;
    const broken = (says: string): ChainFault[] => [{ kind: 'broken', case: record.case, number, says }];
    if (number === null)
      return previous === null ? [] : broken('An unsigned record stands in no chain, and this one names a record before it.');
    const same = records.filter((other) => other.case === record.case && other.body.id === record.body.id);
    if (same.some((other) => other !== record && other.number === number && other.hash !== record.hash))
      return broken(`There are two records with the number ${number}.`);
    if (number === 1)
      return previous === null ? [] : broken('The first record names one before it.');
    if (previous === null) return broken(`Record ${number} names no record before it.`);
    const before = same.find((other) => other.number === number - 1);
    if (before === undefined)
      return [{ kind: 'missing', case: record.case, number, says: `Record ${number - 1}, which record ${number} follows, isn’t here: its hash is ${previous}.` }];
    return before.hash === previous
      ? []
      : broken(`Record ${number} follows a record ${number - 1} with another hash than the one that is here.`);
  });
} // prettier-ignore
