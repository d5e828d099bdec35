import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** The machine's own PATH: an installed package must not lean on what a clone has. */
const ownPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);
const environment = { ...process.env, PATH: ownPath, npm_config_audit: 'false', npm_config_fund: 'false' };

let folder: string;

// Packing, and installing what was packed from the registry, is done once for all tests here.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcing-package-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: root });
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{"name":"someone","private":true}');
  await run('npm', ['install', '--prefer-offline', '--no-save', `./${tarball ?? ''}`], {
    cwd: folder,
    env: environment,
    timeout: 240_000,
  });
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const sourcing = (argv: string[], input = '') => {
  const answer = run(join(folder, 'node_modules', '.bin', 'sourcing'), argv, {
    cwd: folder,
    env: environment,
  });
  answer.child.stdin?.end(input);
  return answer;
};

test('the packed package runs where it is installed: JavaScript, on the Node it brings', async () => {
  await writeFile(
    join(folder, 'release.json'),
    JSON.stringify({
      ocid: 'ocds-213czf-1',
      id: '1',
      date: '2026-01-01T00:00:00Z',
      tag: ['tender'],
      initiationType: 'tender',
    }),
  );
  const { stdout } = await sourcing(['ocds', 'detect-format', 'release.json']);
  expect(stdout).toContain('release');
  expect((await sourcing(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('it carries what it reads: reference data, templates, migrations; and no tests', async () => {
  const installed = join(folder, 'node_modules', 'digital-sourcing');
  const names = await readdir(installed, { recursive: true });
  expect(names.filter((name) => name.startsWith('dist') && /\.ts$|\.test\./.test(name))).toEqual([]);
  expect(names.some((name) => name.endsWith('.njk'))).toBe(true);
  expect(names.some((name) => name.endsWith('.sql'))).toBe(true);
  expect(names.some((name) => name.startsWith('reference'))).toBe(true);
  expect(
    (await sourcing(['sample', '--processes', '50', '--as-of', '2026-11-01'])).stdout.split('\n').length,
  ).toBeGreaterThan(50);
});
