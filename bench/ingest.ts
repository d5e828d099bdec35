/**
 * Ingest against the least that any register does: putting the same texts into a table.
 *
 *   npx node bench/ingest.ts [releases]
 *
 * In one run, in one new embedded database: (a) the releases as raw JSON text into a table with a key, a hundred a
 * transaction; (b) `ingest` of the same file. Prints (b) ÷ (a) and the time of the last tenth ÷ the first. How long readers
 * wait meanwhile is measured in bench/register.ts. Writes the lines that bench/results.md keeps.
 */
import { appendFileSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ingestReleases } from '../src/app/notices/ingest-releases.ts';
import { openRegister } from '../src/db/connect.ts';
import { joinCluster } from '../src/db/embedded/cluster.ts';
import { ownerRole, registerDatabase } from '../src/db/embedded/settings.ts';
import { fileInput, readReleases } from '../src/ocds/reader.ts';
import { generateReleases } from '../src/sample/generate-releases.ts';
import { testContext } from '../test/support/context.ts';
import { readLines } from './support/read-lines.ts';

const wanted = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
const file = join(folder, 'releases.jsonl');

const releases = await writeReleases();
const cluster = await joinCluster({ dataDir: folder });
const register = await openRegister({ dataDir: folder });
const owner = new pg.Client({
  host: cluster.address.socketDir,
  port: cluster.address.port,
  user: ownerRole,
  database: registerDatabase,
});
await owner.connect();
const rawMs = await timed(insertRaw);
await owner.query('drop table raw_release');

const marks: number[] = [];
const started = performance.now();
const reporter = {
  warn: () => undefined,
  skipped: () => undefined,
  progress: ({ label }: { label: string }) => {
    if (label === 'Storing notices') marks.push(performance.now() - started);
  },
};
const context = testContext({ register, reporter, now: new Date().toISOString() });
await ingestReleases(context, {
  inputs: [file],
  read: (onProblem) => readReleases([fileInput(file)], onProblem),
  total: releases,
});
const ingestMs = performance.now() - started;

const tenth = Math.floor(marks.length / 10);
const first = (marks[tenth] ?? 0) - (marks[0] ?? 0);
const last = (marks.at(-1) ?? 0) - (marks.at(-1 - tenth) ?? 0);
const memory = process.resourceUsage().maxRSS / 1024;
const lines = [
  `### \`npx node bench/ingest.ts ${wanted}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `| ${releases} sample releases, embedded database | |`,
  '| --- | --- |',
  `| raw text into a table | ${(rawMs / 1000).toFixed(1)} s (${Math.round((releases / rawMs) * 1000)}/s) |`,
  `| ingest, with totals and facets | ${(ingestMs / 1000).toFixed(1)} s (${Math.round((releases / ingestMs) * 1000)}/s) |`,
  `| **ingest ÷ raw** | **${(ingestMs / rawMs).toFixed(2)}** (at most 6) |`,
  `| **last tenth ÷ first tenth** | **${(last / first).toFixed(2)}** (at most 1.3) |`,
  `| peak memory of the ingesting process | ${Math.round(memory)} MB |`,
  '',
];
process.stdout.write(`${lines.join('\n')}\n`);
appendFileSync(new URL('results.md', import.meta.url), `${lines.join('\n')}\n`);
await owner.end();
await register.close();
await cluster.attendance.release();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function writeReleases(): Promise<number> {
  const out = createWriteStream(file);
  let count = 0;
  for (const line of generateReleases({ processes: Math.ceil(wanted / 1.5), seed: 7, asOf: '2026-11-01' })) {
    if (count >= wanted) break;
    count += 1;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return count;
}

async function insertRaw(): Promise<void> {
  await owner.query(
    'create table raw_release (id bigint generated always as identity primary key, body text not null)',
  );
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    await owner.query('insert into raw_release (body) select unnest($1::text[])', [batch]);
    batch = [];
  };
  for await (const line of readLines(createReadStream(file))) {
    batch.push(line);
    if (batch.length >= 100) await flush();
  }
  await flush();
}

async function timed(run: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}
