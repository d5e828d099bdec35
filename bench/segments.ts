/**
 * What classifying costs beside reading the same processes.
 *
 *   npx node bench/segments.ts [processes]
 *
 * In one run, in one new embedded database with the sample market: (a) the facts of every process read in pages, as
 * `segments refresh` reads them; (b) the same facts classified; (c) `segments refresh` of all, with what it writes.
 * The middle of three turns each. Writes the lines that bench/results.md keeps.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { fillWithSample } from '../src/app/sample/fill-with-sample.ts';
import { refreshSegments } from '../src/app/segments/refresh-segments.ts';
import { segmentColumns } from '../src/app/segments/segment-columns.ts';
import { openRegister } from '../src/db/connect.ts';
import { listOutdated } from '../src/db/queries/segments.ts';
import type { ProcessFacts } from '../src/domain/notices/process-facts.ts';
import { testContext } from '../test/support/context.ts';

const processes = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-segments-'));
const register = await openRegister({ dataDir: folder });
const context = testContext({ register, now: '2026-11-01T12:00:00Z' });
await fillWithSample(context, processes);
const model = context.reference.segments;

let facts: ProcessFacts[] = [];
const readMs = await middle(async () => {
  facts = await readAll();
});
const classifyMs = await middle(async () => {
  for (const one of facts) segmentColumns(one, model);
});
const refreshMs = await middle(async () => {
  await register.write(async (transaction) => {
    await sql`update process set segment_model = 'older'`.execute(transaction);
  });
  const started = performance.now();
  await refreshSegments(context, register);
  return performance.now() - started;
});

const count = facts.length;
const per100000 = (ms: number): string => `${((ms / count) * 100).toFixed(1)} s per 100,000`;
const lines = [
  `### \`npx node bench/segments.ts ${processes}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `| ${count} processes of the sample market, the middle of 3 turns | |`,
  '| --- | --- |',
  `| facts read from the database | ${per100000(readMs)} |`,
  `| classified | ${per100000(classifyMs)} (${Math.round((count / classifyMs) * 1000)}/s) |`,
  `| **classified ÷ read** | **${(classifyMs / readMs).toFixed(2)}** |`,
  `| \`segments refresh\` of all, with what it writes | ${per100000(refreshMs)} |`,
  '',
];
process.stdout.write(`${lines.join('\n')}\n`);
appendFileSync(join(import.meta.dirname, 'results.md'), `\n${lines.join('\n')}`);
await register.close();
rmSync(folder, { recursive: true, force: true });

/** As somebody reads them who classifies: every process was classified by other weights than these. */
async function readAll(): Promise<ProcessFacts[]> {
  const all: ProcessFacts[] = [];
  for (let after = ''; ;) {
    const page = await listOutdated(register, '', { after, limit: 400 });
    const last = page.at(-1);
    if (last === undefined) return all;
    after = last.ocid;
    all.push(...page.map((one) => one.facts));
  }
}

/** The middle of three turns, in milliseconds; a turn may give its own time. */
async function middle(turn: () => Promise<number | void>): Promise<number> {
  const times: number[] = [];
  for (let turns = 0; turns < 3; turns += 1) {
    const started = performance.now();
    const own = await turn();
    times.push(typeof own === 'number' ? own : performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[1] ?? 0;
}
