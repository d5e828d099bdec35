import { appendFile, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import { giveTo, nobody } from './identity.ts';
import type { Identity } from './identity.ts';
import { runProgram } from './run-program.ts';
import { ownerRole } from './settings.ts';
import { isMuslSystem, startFailure } from './start-failure.ts';

/**
 * Makes the database's files where there are none. They are made under another name and renamed when they are whole,
 * so a kill leaves nothing that looks like a database. To be called while the start lock is held.
 *
 * @throws AppError `database-unavailable`
 */
export async function initialise(
  paths: ClusterPaths,
  binaries: Binaries,
  identity: Identity | null,
): Promise<void> {
  if (await isInitialised(paths.databaseDir)) return;
  const prefix = `${paths.databaseDir}.new-`;
  for (const entry of await readdir(paths.dataDir)) {
    // Left behind by a start that was killed.
    if (entry.startsWith('database.new-'))
      await rm(join(paths.dataDir, entry), { recursive: true, force: true });
  }
  let folder = '';
  try {
    folder = await mkdtemp(prefix);
    // initdb insists on a user with a name, which the owner of a folder mounted into a container may not have; PostgreSQL doesn't.
    const maker = identity === null ? null : nobody;
    await giveTo(folder, maker);
    await runInitdb(binaries.initdb, folder, maker);
    // Only the socket's own folder decides who may connect: it is open to its owner alone.
    await writeFile(join(folder, 'pg_hba.conf'), 'local all all trust\n');
    await giveTo(folder, identity);
    await rm(paths.databaseDir, { recursive: true, force: true });
    await rename(folder, paths.databaseDir);
  } catch (cause) {
    if (folder !== '') await rm(folder, { recursive: true, force: true });
    if (cause instanceof AppError) throw cause;
    const output = cause instanceof Error ? cause.message : String(cause);
    await appendFile(paths.log, `${output}\n`).catch(() => undefined);
    throw startFailure({
      doing: 'initialised',
      databaseDir: paths.databaseDir,
      output,
      isMusl: output.includes('ENOENT') && isMuslSystem(),
    });
  }
}

/** Whether the folder holds a database. Anything else that is in its place is refused, not removed. */
async function isInitialised(databaseDir: string): Promise<boolean> {
  const entries = await readdir(databaseDir).catch(() => []);
  if (entries.length === 0) return false;
  const version = await readFile(join(databaseDir, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null) return true;
  throw new AppError(
    'database-unavailable',
    `${databaseDir} is not empty and holds no database: move its content away, or set DATA_DIR to another folder.`,
  );
}

async function runInitdb(program: string, folder: string, identity: Identity | null): Promise<void> {
  const cluster = ['--username', ownerRole, '--auth', 'trust', '--encoding', 'UTF8', '--data-checksums'];
  // The same order and case rules on every machine, whatever its language.
  const language = ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'];
  const options = [...cluster, ...language];
  const child = runProgram({ program, options, databaseDir: folder, identity, output: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  if ((await promise) !== 0) throw new Error(output);
}
