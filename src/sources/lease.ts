import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import type { Source } from './_source.ts';
import type { Ledger } from './ledger.ts';

/** How long a holder may be silent before another process takes its harvest over. */
const leaseMs = 120_000;
const renewalMs = 30_000;

/** Who takes the lease, and what it needs to know of other processes. */
export type LeaseHolder = {
  /** This process, unique among all that share the database. */
  name: string;
  /** Whether another holder certainly no longer runs; false where that can't be told. */
  isGone(holder: string): boolean;
};

/**
 * Runs `work` while this process alone harvests the source. The lease is renewed meanwhile, so a killed process is
 * followed after two minutes at the latest, and at once where it ran on this machine.
 *
 * @param work gets a signal that fires with `signal`, or when the lease was lost
 * @throws AppError machine-resource where another process harvests the source now
 * @example await withHarvestLease(findATender, { ledger, clock, signal, holder }, async (stop) => harvestUntil(stop))
 */
export async function withHarvestLease<Result>(
  source: Source,
  {
    ledger,
    clock,
    signal,
    holder,
  }: { ledger: Ledger; clock: Clock; signal: AbortSignal; holder: LeaseHolder },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const take = async (): Promise<void> => {
    const now = clock.now();
    const wanted = { holder: holder.name, until: new Date(now.getTime() + leaseMs) };
    const granted = await ledger.takeLease(source.id, wanted, now, (other) => holder.isGone(other));
    if (granted.holder !== holder.name) throw busy(source, granted.holder, granted.until);
  };
  await take();
  const lost = new AbortController();
  const renewal = setInterval(() => void take().catch((error: unknown) => lost.abort(error)), renewalMs);
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    throw lost.signal.aborted && !signal.aborted ? lost.signal.reason : error;
  } finally {
    clearInterval(renewal);
    await ledger.giveLease(source.id, holder.name);
  }
}

function busy(source: Source, holder: string, until: Date): AppError {
  return new AppError(
    'machine-resource',
    `Another harvest of ${source.title} is running (${holder}). Wait until it is done; if that process has died, try again after ${until.toISOString().slice(0, 19)}Z.`,
  );
}
