/**
 * How long a health request waits while a case is worked out in the same service.
 *
 *   npx node bench/beside-simulation.ts [draws = 100000] [lines = 50] [options = 6]
 *
 * Starts the service as a user would on an empty data folder, keeps a case with that many correlated lines and options,
 * asks for its health every ten milliseconds while nothing else happens, and then while the case is worked out from
 * beginning to end: simulation, tornado, value of finding out, ranks, best compositions. One request at a time, over HTTP.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { quantile } from './support/quantile.ts';

const [draws = 100_000, lines = 50, options = 6] = process.argv.slice(2).map(Number);
const port = 3991;
const base = `http://127.0.0.1:${port}`;
const service = spawn(process.execPath, ['src/main.ts', 'serve'], {
  env: {
    ...process.env,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'bench-beside-')),
    PORT: String(port),
    SAMPLE: 'off',
  },
  stdio: 'inherit',
});
await untilReady();
await post('decisions/save', { text: caseText() });
// What is loaded when something is first asked for isn’t what is measured.
await probeWhile(sleep(2000));
const alone = await probeWhile(sleep(5000));
const started = performance.now();
const beside = await probeWhile(post('decisions/work-out', { case: 'bench' }));
const tookMs = performance.now() - started;
const ended = new Promise((resolve) => service.once('exit', resolve));
service.kill('SIGTERM');
await ended;

const row = (label: string, times: readonly number[]): string =>
  `| ${label} | ${times.length} | ${quantile(times, 0.5)} | ${quantile(times, 0.95)} | ${quantile(times, 1)} |`;
const report = [
  `### \`npx node bench/beside-simulation.ts ${process.argv.slice(2).join(' ')}`.trimEnd() +
    `\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `A case of ${draws} draws × ${lines} correlated lines × ${options} options, worked out in ${(tookMs / 1000).toFixed(1)} s. Milliseconds of a health request over HTTP (p95 beside it under 20).`,
  '',
  '| | n | p50 | p95 | max |',
  '| --- | --- | --- | --- | --- |',
  row('nothing else', alone),
  row('while the case is worked out', beside),
  '',
];
process.stdout.write(`${report.join('\n')}\n`);
appendFileSync(join(import.meta.dirname, 'results.md'), `\n${report.join('\n')}`);

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    await sleep(200);
    const answer = await fetch(`${base}/ready`).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error('The service did not become ready.');
}

async function post(operation: string, input: unknown): Promise<void> {
  const answer = await fetch(`${base}/api/v1/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} for ${operation}: ${text.slice(0, 500)}`);
}

/** Milliseconds of each health request until something has ended. */
async function probeWhile(work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const state = { hasEnded: false };
  const watched = work.finally(() => {
    state.hasEnded = true;
  });
  while (!state.hasEnded) {
    const from = performance.now();
    const answer = await fetch(`${base}/health`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${answer.status} for /health`);
    times.push(performance.now() - from);
    await sleep(10);
  }
  await watched;
  return times;
}

/** A case whose options each have lines of their own, all correlated with one another, and three criteria. */
function caseText(): string {
  const ids = Array.from({ length: options }, (_, option) => `option-${option}`);
  const criteria = ['fit', 'people', 'exit'];
  return stringify({
    case: 1,
    id: 'bench',
    title: 'A case to be worked out',
    buyer: { name: 'Harbour Authority', type: 'central-government' },
    asOf: '2026-11-01',
    need: {
      statement: 'Traders need permits within ten days.',
      outcomes: [{ id: 'speed', text: 'Permits within ten days' }],
      neededBy: '2028-03-31',
      ifNothing: 'Permits are issued on paper.',
    },
    appraisal: { firstYear: '2027-28', years: 5, priceBase: '2026-27', draws },
    options: ids.map((id) => ({ id, name: id })),
    costs: {
      groups: [{ id: 'run', name: 'Running' }],
      treatments: [{ group: 'run', method: 'bottom-up' }],
      correlations: [{ between: ['run', 'run'], rank: 0.3 }],
      lines: ids.flatMap((option, at) =>
        Array.from({ length: lines }, (_, line) => ({
          id: `${option}-line-${line}`,
          label: `Line ${line}`,
          options: [option],
          phase: 'run',
          group: 'run',
          unitCost: { low: 700 + at, likely: 1000 + 37 * line, high: 2200 + 80 * line },
          when: { from: '2027-28', to: '2031-32' },
          vat: { treatment: 'recoverable' },
        })),
      ),
    },
    criteria: criteria.map((id) => ({ id, name: id, group: 'service-delivery', swing: 100 })),
    assessors: [{ id: 'one', post: 'Service owner' }],
    scores: ids.flatMap((option, at) =>
      criteria.map((criterion, place) => ({
        assessor: 'one',
        option,
        criterion,
        score: (17 * at + 31 * place) % 100,
      })),
    ),
  });
}
