import { hasStaleSummaries } from '../../db/queries/summaries.ts';
import { londonDayOf } from '../../lib/days.ts';
import type { Context } from '../context.ts';
import { refreshVendors } from '../market/refresh-vendors.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { matchProcesses } from '../processes/match-processes.ts';
import { refreshSegments } from '../segments/refresh-segments.ts';

/** How often the service looks whether totals are of another day or an older state. */
const everyMs = 600_000;

/**
 * Adds up now what a run that was killed left due, and from then on looks every ten minutes: status counts change with
 * the day, and another process may have stored notices and ended before it added them up.
 *
 * @returns stops looking
 */
export async function keepSummaries(context: Context): Promise<() => void> {
  await refreshIfStale(context);
  // Weights or vendors of an update, or a register from before there were segments: pages answer meanwhile.
  let isRunning = true;
  classifyAgain(context)
    .then(async () => refreshVendors(context, await context.register()))
    .then(async () => comparePortals(context))
    .catch((error: unknown) => {
      if (!context.signal.aborted)
        context.reporter.warn(`Segments, vendors or portals could not be refreshed: ${String(error)}`);
    })
    .finally(() => (isRunning = false));
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    comparePortals(context)
      .then(async () => refreshIfStale(context))
      .catch((error: unknown) => {
        if (!context.signal.aborted) context.reporter.warn(`Totals could not be added up: ${String(error)}`);
      })
      .finally(() => (isRunning = false));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function classifyAgain(context: Context): Promise<void> {
  const { classified } = await refreshSegments(context, await context.register());
  if (classified > 0) await refreshIfStale(context);
}

/** Counts once what several portals published; a few seconds for a new register, nothing where nothing changed. */
async function comparePortals(context: Context): Promise<void> {
  const register = await context.register();
  const { changed } = await matchProcesses(context, register);
  if (changed > 0) await refreshSummaries(context, register);
}

async function refreshIfStale(context: Context): Promise<void> {
  const register = await context.register();
  const today = londonDayOf(context.clock.now());
  if (await hasStaleSummaries(register, today)) await refreshSummaries(context, register);
}
