/**
 * How long readers wait, with a register of the size of years of notices.
 *
 *   npx node bench/register.ts [contracts] [data folder to keep and use again]
 *
 * Fills an embedded database with the sample market until it holds that many contracts (200,000 unless given), starts the
 * service as a user would, and asks it over HTTP: 200 varied requests of each kind, one after the other. Then the same
 * beside a running ingest. Last, the same database under a PostgreSQL server reached over TCP (DATABASE_URL).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openRegister } from '../src/db/connect.ts';
import { seededRng } from '../src/lib/rng.ts';
import { generateReleases } from '../src/sample/generate-releases.ts';
import { fillSample } from './support/fill-sample.ts';
import { startTcpServer } from './support/tcp-server.ts';
import { quantile } from './support/quantile.ts';

const wanted = Number(process.argv[2] ?? 200_000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'bench-register-'));
const port = 3990;
const base = `http://127.0.0.1:${port}`;
const perKind = 200;

const held = await fill();
const lines = [
  `### \`npx node bench/register.ts ${wanted}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `${held.contracts} contracts, ${held.releases} releases, sample market. Milliseconds over HTTP, ${perKind} varied requests each.`,
  '',
  '| | n | p50 | p95 | max |',
  '| --- | --- | --- | --- | --- |',
];

let service = await startService({});
await measureAll('embedded');
const ingest = spawn(process.execPath, ['src/main.ts', 'ingest', await moreReleases()], {
  env: { ...process.env, DATA_DIR: folder },
  stdio: 'ignore',
});
await new Promise((resolve) => setTimeout(resolve, 3000));
await measure('embedded, beside an ingest: health', () => '/health');
await measure('embedded, beside an ingest: list page', (rng) => `/contracts?${listQuery(rng)}`);
ingest.kill('SIGTERM');
await stop(service);
const server = await startTcpServer(folder);
service = await startService({ DATABASE_URL: server.url });
await measureAll('PostgreSQL over TCP');
await stop(service);
await server.stop();

process.stdout.write(`${lines.join('\n')}\n`);
appendFileSync(new URL('results.md', import.meta.url), `${lines.join('\n')}\n\n`);
process.exit(0);

async function fill(): Promise<{ contracts: number; releases: number; ids: string[] }> {
  const register = await openRegister({ dataDir: folder });
  const contracts = await fillSample(register, wanted);
  const releases = await sql<{ count: number }>`select count(*)::int as count from release`.execute(
    register.read,
  );
  const ids = await sql<{
    contract_id: string;
  }>`select contract_id from contract order by contract_id limit 400`.execute(register.read);
  await register.close();
  return { contracts, releases: releases.rows[0]?.count ?? 0, ids: ids.rows.map((row) => row.contract_id) };
}

async function moreReleases(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'bench-more-')), 'more.jsonl');
  for (const line of generateReleases({ processes: 30_000, seed: 9, asOf: '2026-11-01' }))
    appendFileSync(file, `${line}\n`);
  return file;
}

async function startService(settings: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), SAMPLE: 'off', ...settings },
    stdio: 'inherit',
  });
  for (let tries = 0; tries < 300; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answer = await fetch(`${base}/ready`).catch(() => null);
    if (answer?.status === 200) return child;
  }
  throw new Error('The service did not become ready.');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function measureAll(engine: string): Promise<void> {
  await measure(
    `${engine}: list`,
    (rng) => `/api/v1/contracts/find?facets=false&sort=newest&${listQuery(rng)}`,
  );
  await measure(
    `${engine}: list with facet counts`,
    (rng) => `/api/v1/contracts/find?sort=newest&${listQuery(rng)}`,
  );
  await measure(
    `${engine}: word search, ranked, with facets`,
    (rng) => `/api/v1/contracts/find?q=${wordQuery(rng)}`,
  );
  await measure(`${engine}: list page`, (rng) => `/contracts?${listQuery(rng)}`);
  await measure(`${engine}: search page`, (rng) => `/contracts?q=${wordQuery(rng)}`);
  await measure(`${engine}: contract page`, (rng) => `/contracts/${pick(rng, held.ids)}`);
}

async function measure(label: string, path: (rng: { next(): number }) => string): Promise<void> {
  const rng = seededRng(label);
  const times: number[] = [];
  for (let turn = 0; turn < perKind + 10; turn += 1) {
    const url = base + path(rng);
    const from = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${answer.status} for ${url}`);
    if (turn >= 10) times.push(performance.now() - from);
  }
  lines.push(
    `| ${label} | ${times.length} | ${quantile(times, 0.5)} | ${quantile(times, 0.95)} | ${quantile(times, 1)} |`,
  );
  process.stderr.write(`${lines.at(-1) ?? ''}\n`);
}

function listQuery(rng: { next(): number }): string {
  const parts = [
    `buyerType=${pick(rng, ['local-government', 'nhs', 'central-government', 'education', 'housing'])}`,
    `year=${pick(rng, ['2021', '2022', '2023', '2024', '2025', '2026'])}`,
    `route=${pick(rng, ['open-competition', 'framework-call-off', 'direct-award', 'below-threshold'])}`,
    `valueBand=${pick(rng, ['10k-100k', '100k-1m', '1m-10m'])}`,
    `cpvDivision=${pick(rng, ['72', '48', '30', '79'])}`,
    `status=${pick(rng, ['live', 'ended', 'in-extension'])}`,
  ];
  return parts.filter(() => rng.next() < 0.4).join('&');
}

function wordQuery(rng: { next(): number }): string {
  const words = [
    'hosting', 'cloud', 'support', 'licences', 'laptops', 'housing management', 'network', 'security testing', 'data',
    'case management', 'software', 'managed service', 'penetration test', 'telephony', 'erp', 'digital', 'migration',
    '"cloud hosting"', 'support -software', 'council', 'NHS', 'system replacement', 'analytics', 'discovery', 'printing',
  ]; // prettier-ignore
  return encodeURIComponent(pick(rng, words));
}

function pick<Item>(rng: { next(): number }, items: readonly Item[]): Item {
  const item = items[Math.floor(rng.next() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
