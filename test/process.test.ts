import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDataFolder } from './support/data-folder.ts';

const root = join(import.meta.dirname, '..');

/** Runs the command as a process of its own, by its file in `bin` as npm links it, or another program. */
function start(
  argv: readonly string[],
  environment: Record<string, string> = {},
  program: string = join(root, 'bin', 'sourcing.js'),
) {
  const child = spawn(program, [...argv], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  const result = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (result.stderr += chunk.toString('utf8')));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...result }));
  });
  const printed = (text: string) =>
    new Promise<void>((resolve) => {
      const look = (): void => {
        if (result.stdout.includes(text)) resolve();
      };
      child.stdout.on('data', look);
      child.on('close', () => resolve());
      look();
    });
  return { child, ended, printed };
}

test('a setting that cannot be used is refused before anything starts', async () => {
  const { child, ended } = start(['config', 'show'], { PORT: 'eighty' });
  child.stdin.end();
  expect(await ended).toEqual({
    code: 2,
    stdout: '',
    stderr: 'sourcing: The setting PORT (now "eighty") must be a whole number from 0 to 65535.\n',
  });
});

test('a reader that stops early is no failure', async () => {
  const { child, ended } = start(['sample', '--processes', '20000', '--as-of', '2026-11-01']);
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended).toMatchObject({ code: 0 });
});

test('Ctrl-C stops a stream with 130 and one sentence, also where nothing slows it down', async () => {
  const { child, ended } = start([
    'sample',
    '--processes',
    '1000000',
    '--as-of',
    '2026-11-01',
    '--output',
    '/dev/null',
  ]);
  // Progress on standard error shows that it is under way.
  await new Promise((resolve) => child.stderr.once('data', resolve));
  child.kill('SIGTERM');
  const { code, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain('sourcing: Stopped before the end.\n');
});

test.skipIf(!existsSync('/dev/full'))('a full disk is a sentence with exit code 5', async () => {
  const { ended } = start([
    'sample',
    '--processes',
    '3000',
    '--as-of',
    '2026-11-01',
    '--output',
    '/dev/full',
  ]);
  expect(await ended).toMatchObject({ code: 5, stderr: expect.stringContaining('The disk is full') });
});

test('the service starts on an empty folder, answers, and ends with 0 when asked to stop; a second one is told that the port is taken', async () => {
  const folder = await createDataFolder();
  const port = await freePort();
  const environment = { DATA_DIR: folder.path, PORT: String(port), SAMPLE: 'off' };
  try {
    const service = start(['serve'], environment);
    await service.printed(`http://localhost:${port}`);
    expect(await (await fetch(`http://localhost:${port}/health`)).json()).toMatchObject({ status: 'ok' });
    expect(await (await fetch(`http://localhost:${port}/ready`)).json()).toMatchObject({ status: 'ready' });
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
    expect(await start(['serve'], environment).ended).toMatchObject({
      code: 5,
      stderr: expect.stringContaining(`Port ${port} is in use by another program.`),
    });
    service.child.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' });
    await expect(fetch(`http://localhost:${port}/health`)).rejects.toThrow();
  } finally {
    await folder.remove();
  }
});

test.each([
  ['npm', ['start'], 0],
  ['npm', ['run', 'sourcing', '--', 'serve'], 0],
  ['npx', ['sourcing', 'serve'], null],
])(
  '"%s" %j that is asked to stop leaves nothing behind: it passes the signal to its shell, which passes it to nobody',
  async (program, argv, code) => {
    const folder = await createDataFolder();
    const port = await freePort();
    try {
      const service = start(argv, { DATA_DIR: folder.path, PORT: String(port), SAMPLE: 'off' }, program);
      await service.printed(`http://localhost:${port}`);
      service.child.kill('SIGTERM');
      // `ended` waits until nobody holds standard output any more, thus also for a service without its npm.
      expect(await service.ended).toMatchObject({ code });
      await expect(fetch(`http://localhost:${port}/health`)).rejects.toThrow();
    } finally {
      await folder.remove();
    }
  },
  60_000,
);

test('Ctrl-C that arrives from the terminal and once more from the program in between is one, and ends the service with 0', async () => {
  const folder = await createDataFolder();
  const port = await freePort();
  try {
    const service = start(['serve'], { DATA_DIR: folder.path, PORT: String(port), SAMPLE: 'off' });
    await service.printed(`http://localhost:${port}`);
    service.child.kill('SIGINT');
    service.child.kill('SIGINT');
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' });
  } finally {
    await folder.remove();
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
