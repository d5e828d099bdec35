import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../lib/clock.ts';
import { findATender } from './find-a-tender.ts';
import { withHarvestLease } from './lease.ts';
import { createMemoryLedger } from './memory-ledger.ts';

const signal = new AbortController().signal;
const nobodyIsGone = (): boolean => false;

function until(stop: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    stop.addEventListener('abort', () => reject(new Error('stopped')));
  });
}

describe('the lease of a harvest', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-01T12:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  test('is renewed while the work runs and given back after it, also when it fails', async () => {
    const ledger = createMemoryLedger();
    const holder = { name: 'one', isGone: nobodyIsGone };
    const work = withHarvestLease(findATender, { ledger, clock: systemClock, signal, holder }, async () => {
      await vi.advanceTimersByTimeAsync(600_000);
      const lease = await ledger.leaseOf(findATender.id);
      expect(lease?.until).toEqual(new Date('2026-11-01T12:12:00Z'));
      throw new Error('broken');
    });
    await expect(work).rejects.toThrow('broken');
    expect(await ledger.leaseOf(findATender.id)).toBeNull();
  });

  test('stops the work when another process has taken it', async () => {
    const ledger = createMemoryLedger();
    const holder = { name: 'one', isGone: nobodyIsGone };
    const work = withHarvestLease(findATender, { ledger, clock: systemClock, signal, holder }, (stop) =>
      until(stop),
    );
    const failure = expect(work).rejects.toThrow(/Another harvest of Find a Tender is running \(two\)/);
    await vi.advanceTimersByTimeAsync(1000);
    const other = { holder: 'two', until: new Date('2026-11-01T13:00:00Z') };
    await ledger.takeLease(findATender.id, other, systemClock.now(), () => true);
    await vi.advanceTimersByTimeAsync(60_000);
    await failure;
    expect((await ledger.leaseOf(findATender.id))?.holder).toBe('two');
  });
});
