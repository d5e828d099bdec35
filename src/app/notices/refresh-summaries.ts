import { computeDataSummary, storeDataSummary } from '../../db/queries/data-status.ts';
import {
  hasDueOrganisations,
  refreshDueOrganisations,
  refreshFacetSummary,
} from '../../db/queries/summaries.ts';
import type { Register } from '../../db/register.ts';
import { londonDayOf } from '../../lib/days.ts';
import type { Context } from '../context.ts';
import { refreshMarketSums } from '../market/refresh-market.ts';
import { refreshMarketSuccessions } from '../market/refresh-successions.ts';
import { refreshVendors } from '../market/refresh-vendors.ts';

/** Organisations whose totals are added up in one transaction. */
const refreshSize = 500;

/**
 * Adds up what batches left due: on one connection the sums of the market; beside it organisations' totals, the facet counts,
 * what the data page says, and the vendors that contracts lead to. Safe to stop and to run again.
 *
 * @throws Error where sums of the market differ from their rows
 */
export async function refreshSummaries(context: Context, register: Register): Promise<void> {
  let done = 0;
  const progress = (counted: number): void => {
    done += counted;
    context.reporter.progress({ label: 'Adding up', done, total: null, unit: 'totals' });
  };
  await allSettled([
    refreshMarketSums(context, register, progress),
    refreshOthers(context, register, progress),
  ]);
  // Those of contracts that were counted after the others had been looked at.
  await refreshVendors(context, register);
  await refreshMarketSuccessions(context, register);
}

async function refreshOthers(
  context: Context,
  register: Register,
  progress: (counted: number) => void,
): Promise<void> {
  await refreshOrganisations(context, register, progress);
  await refreshCounts(context, register);
  await refreshVendors(context, register);
}

async function refreshCounts(context: Context, register: Register): Promise<void> {
  const now = context.clock.now();
  await refreshFacetSummary(register, londonDayOf(now), now.toISOString());
  const summary = await computeDataSummary(register.latest);
  await register.write(async (transaction) => storeDataSummary(transaction, summary, now.toISOString()));
}

async function refreshOrganisations(
  context: Context,
  register: Register,
  progress: (counted: number) => void,
): Promise<void> {
  for (;;) {
    context.signal.throwIfAborted();
    const refreshed = await register.write(async (transaction) =>
      refreshDueOrganisations(transaction, refreshSize),
    );
    if (refreshed > 0) progress(refreshed);
    if (refreshed < refreshSize && !(await hasDueOrganisations(register.latest))) return;
  }
}

/** Waits for all, also where one fails, so that nothing goes on behind the caller's back; then throws the first failure. */
async function allSettled(running: readonly Promise<unknown>[]): Promise<void> {
  for (const one of await Promise.allSettled(running)) if (one.status === 'rejected') throw one.reason;
}
