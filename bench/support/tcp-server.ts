import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinCluster } from '../../src/db/embedded/cluster.ts';
import { ownerRole, registerDatabase } from '../../src/db/embedded/settings.ts';

/** Runs the database of a data folder as a server that listens on TCP, as somebody's own PostgreSQL would. */
export async function startTcpServer(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = 5499;
  // The embedded one stops ten seconds after its last client.
  await sleep(13_000);
  await appendFile(join(dataDir, 'database', 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n');
  const cluster = await joinCluster({ dataDir, port, settings: { listen_addresses: '127.0.0.1' } });
  return {
    url: `postgres://${ownerRole}@127.0.0.1:${port}/${registerDatabase}`,
    stop: async () => cluster.attendance.release(),
  };
}
