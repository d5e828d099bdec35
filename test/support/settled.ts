import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import type { Register } from '../../src/db/register.ts';

/** Waits until every transaction on the server that began before now has ended: the feed waits for them, and other suites run beside. */
export async function settled(register: Register): Promise<void> {
  const { rows } = await register.write(async (transaction) =>
    sql<{ now: string }>`select pg_current_xact_id()::text as now`.execute(transaction),
  );
  await vi.waitFor(
    async () => {
      const { rows: oldest } = await sql<{ isPast: boolean }>`
        select pg_snapshot_xmin(pg_current_snapshot()) > ${rows[0]?.now ?? '0'}::xid8 as "isPast"`.execute(
        register.read,
      );
      expect(oldest[0]?.isPast).toBe(true);
    },
    { timeout: 30_000, interval: 50 },
  );
}
