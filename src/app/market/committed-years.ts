import type { z } from 'zod';
import { toReal, type DeflatorSeries } from '../../domain/market/deflate.ts';
import type { FigureSum } from '../../db/queries/market-measures.ts';
import type { committedYearView } from './views.ts';

type CommittedYear = z.output<typeof committedYearView>;

/**
 * Committed value by financial year from sums, oldest first, every year from the first to the last asked for.
 *
 * @param sums of figures `committed` and `extension`
 * @param years financial years, both included
 * @param deflators null for the prices of the contracts
 */
export function committedYearsOf(
  sums: readonly FigureSum[],
  years: { from: number; to: number },
  deflators: DeflatorSeries | null,
): CommittedYear[] {
  const found = new Map<number, CommittedYear>();
  for (let year = years.from; year <= years.to; year += 1) {
    const empty = { contracts: 0, pence: 0, extensionContracts: 0, extensionPence: 0, deflator: null };
    found.set(year, { year, ...empty });
  }
  for (const { figure, year, contracts, netPence } of sums) {
    const one = found.get(year);
    if (one === undefined) continue;
    if (figure === 'committed') {
      one.contracts += contracts;
      one.pence += netPence;
    }
    if (figure === 'extension') {
      one.extensionContracts += contracts;
      one.extensionPence += netPence;
    }
  }
  const all = [...found.values()];
  return deflators === null ? all : all.flatMap((one) => inRealTerms(one, deflators));
}

/** A year in the prices of the base year; left out where its price level isn't known. */
function inRealTerms(year: CommittedYear, deflators: DeflatorSeries): CommittedYear[] {
  const committed = toReal(year.pence, year.year, deflators);
  const extension = toReal(year.extensionPence, year.year, deflators);
  if (committed === null || extension === null) return [];
  return [{ ...year, pence: committed.pence, extensionPence: extension.pence, deflator: committed.basis }];
}
