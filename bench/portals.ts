/**
 * How well processes that several portals published are joined, against the truth of the sample market, and what it costs.
 *
 *   npx node bench/portals.ts [processes] [seed] [--show]
 *
 * A true pair is a process and its second publication; a found pair is two processes counted as one. The sample also holds
 * rounds of the year before, which look the same and are not. `--show` prints pairs that are wrong or missing.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ingestReleases } from '../src/app/notices/ingest-releases.ts';
import { matchProcesses } from '../src/app/processes/match-processes.ts';
import { openRegister } from '../src/db/connect.ts';
import { pairText } from '../src/domain/processes/group-processes.ts';
import { streamInput } from '../src/ocds/input.ts';
import { readReleases } from '../src/ocds/reader.ts';
import { generateSample } from '../src/sample/generate-releases.ts';
import { testContext } from '../test/support/context.ts';

const [processesText = '10000', seedText = '1'] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'));
const options = {
  processes: Number(processesText),
  seed: Number(seedText),
  asOf: '2026-11-01',
  portals: true,
};
const truth = new Map<string, string>();
const titles = new Map<string, string>();

async function* bytes(): AsyncGenerator<Uint8Array> {
  for (const { line, plan } of generateSample(options)) {
    if (plan.sameAs !== undefined) truth.set(pairText(plan.ocid, plan.sameAs), plan.ocid);
    titles.set(plan.ocid, `${plan.title} | ${plan.buyerName}`);
    yield Buffer.from(`${line}\n`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-portals-'));
const register = await openRegister({ dataDir: folder });
const context = testContext({ register, now: '2026-11-01T12:00:00Z' });
const input = streamInput('sample market', bytes);
const started = performance.now();
await ingestReleases(context, {
  inputs: [input.name],
  read: (onProblem) => readReleases([input], onProblem),
  total: null,
});
const ingestMs = performance.now() - started;
const matchStarted = performance.now();
const summary = await matchProcesses(context, register);
const matchMs = performance.now() - matchStarted;

const { rows: counted } = await sql<{ ocid: string; main_ocid: string }>`
  select ocid, main_ocid from process where main_ocid is not null`.execute(register.read);
const { rows: pairs } = await sql<{
  one: string;
  other: string;
  score: number;
  parts: { part: string; weight: number }[];
}>`
  select one_ocid as one, other_ocid as other, score, parts from process_pair`.execute(register.read);
const found = new Set(counted.map(({ ocid, main_ocid: main }) => pairText(ocid, main)));
const right = [...found].filter((pair) => truth.has(pair)).length;
const inQueue = pairs.filter(
  ({ one, other }) => truth.has(pairText(one, other)) && !found.has(pairText(one, other)),
);

const smallStarted = performance.now();
await register.write(async (transaction) => {
  await sql`insert into process_match_due select ocid from process order by md5(ocid) limit 1000`.execute(
    transaction,
  );
});
await matchProcesses(context, register);
const smallMs = performance.now() - smallStarted;

const bands = [0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5].map((from, at, all) => {
  const to = all[at - 1] ?? 1.01;
  const inside = pairs.filter(({ score }) => score >= from && score < to);
  const trueOnes = inside.filter(({ one, other }) => truth.has(pairText(one, other))).length;
  return `| confidence ${from} to ${Math.min(1, to)}: pairs, of which truly one process | ${inside.length}, ${trueOnes} |`;
});
const share = (part: number, whole: number): string =>
  whole === 0 ? 'not enough data' : (part / whole).toFixed(4);
const lines = [
  `### \`npx node bench/portals.ts ${options.processes} ${options.seed}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `| ${titles.size} processes of the sample market, ${truth.size} of them published twice | |`,
  '| --- | --- |',
  `| **precision** | **${share(right, found.size)}** of ${found.size} joined |`,
  `| **recall** | **${share(right, truth.size)}** joined, ${share(right + inQueue.length, truth.size)} with the review queue |`,
  ...bands,
  `| pairs compared | ${summary.compared} |`,
  `| ingest; comparing everything | ${(ingestMs / 1000).toFixed(1)} s; ${(matchMs / 1000).toFixed(1)} s |`,
  `| **comparing everything ÷ ingest** | **${(matchMs / ingestMs).toFixed(2)}** |`,
  `| comparing 1,000 processes again | ${smallMs.toFixed(0)} ms |`,
  '',
];
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.includes('--show')) {
  const about = (pair: string): string =>
    pair
      .split(' ')
      .map((ocid) => `${ocid} ${titles.get(ocid) ?? ''}`)
      .join('\n    ');
  const partsOf = (pair: string): string => {
    const row = pairs.find(({ one, other }) => pairText(one, other) === pair);
    return row === undefined
      ? 'no pair'
      : `${row.score} ${row.parts.map(({ part, weight }) => `${part} ${weight}`).join(', ')}`;
  };
  const show = (name: string, list: readonly string[]): void =>
    list
      .slice(0, 25)
      .forEach((pair) => process.stdout.write(`${name} ${partsOf(pair)}\n    ${about(pair)}\n`));
  show(
    'WRONG',
    [...found].filter((pair) => !truth.has(pair)),
  );
  show(
    'MISSING',
    [...truth.keys()].filter((pair) => !found.has(pair)),
  );
} else appendFileSync(join(import.meta.dirname, 'results.md'), `\n${lines.join('\n')}`);
await register.close();
rmSync(folder, { recursive: true, force: true });
