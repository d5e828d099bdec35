/**
 * Everything about the repository that needs no test run: format, lint, types, unused code, generated files up to date.
 * Two steps run at a time; each prints one line, and its output where it fails. Ends with 1 where one failed.
 *
 *   npm run check
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

type Step = { name: string; command: string; arguments: string[] };

const own = (name: string): string => join(import.meta.dirname, '..', 'node_modules', '.bin', name);
const node = process.execPath;

/** Longest first, so that the two lanes end together. */
const steps: Step[] = [
  { name: 'lint', command: own('oxlint'), arguments: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: own('prettier'), arguments: ['--check', '.', '--log-level', 'warn'] },
  { name: 'types', command: own('tsc'), arguments: ['-p', '.'] },
  { name: 'types of browser tests', command: own('tsc'), arguments: ['-p', 'test/e2e'] },
  { name: 'unused code', command: own('knip'), arguments: ['--no-progress'] },
  { name: 'generated documents', command: node, arguments: ['scripts/generate.ts', '--check'] },
  { name: 'generated schema', command: node, arguments: ['scripts/generate-schema.ts', '--check'] },
];

/** Runs one step and prints its line. */
async function run(step: Step): Promise<boolean> {
  const startedMs = performance.now();
  const child = spawn(step.command, step.arguments, {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.on('close', resolve);
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

const waiting = [...steps];
const results: boolean[] = [];
const lane = async (): Promise<void> => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await run(step));
};
await Promise.all([lane(), lane()]);
process.exitCode = results.length === steps.length && results.every(Boolean) ? 0 : 1;
