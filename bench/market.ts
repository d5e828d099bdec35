/**
 * How long readers of the market wait, and what a changed contract costs, at two sizes of the register.
 *
 *   npx node bench/market.ts [contracts of the smaller] [contracts of the larger] [data folder of the larger, to use again]
 *
 * Fills embedded databases with the sample market (5,000 and 20,000 contracts unless given), asks each page of the market 100
 * times with varied filters, then changes 1,000 contracts of both sizes and measures bringing the sums up to date with the gate.
 */
import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { listWrongGroups, listWrongSums } from '../src/db/queries/market-gate.ts';
import { refreshMarket } from '../src/db/queries/market-summary.ts';
import { openRegister } from '../src/db/connect.ts';
import type { Register } from '../src/db/register.ts';
import { buyerTypes } from '../src/domain/organisations/mention.ts';
import { digitalSegmentIds } from '../src/domain/segments/segment.ts';
import { seededRng, type Rng } from '../src/lib/rng.ts';
import { registerPages } from '../src/web/register-pages.ts';
import { testApp } from '../test/support/app.ts';
import { fillSample } from './support/fill-sample.ts';
import { quantile } from './support/quantile.ts';

const sizes = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 20_000)];
const perPage = 100;
const changedContracts = 1000;

const pages: Record<string, (rng: Rng) => string> = {
  'market overview': (rng) => `/market?${scope(rng)}`,
  'market overview, no filter': () => '/market',
  'one segment': (rng) => `/market/segments/${pick(rng, digitalSegmentIds)}?${scope(rng)}`,
  renewals: (rng) => `/market/renewals?buyerType=${pick(rng, buyerTypes)}`,
  competition: (rng) => `/market/competition?${scope(rng)}`,
  growth: (rng) => `/market/growth?${scope(rng)}`,
  exposure: (rng) => `/market/exposure?buyerType=${pick(rng, buyerTypes)}`,
  frameworks: (rng) => `/market/frameworks?buyerType=${pick(rng, buyerTypes)}`,
};

const lines = [
  `### \`npx node bench/market.ts ${sizes.join(' ')}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `Embedded database, sample market, in one process; ${perPage} requests of each page, ${changedContracts} changed contracts.`,
  '',
  '| | contracts | p50 | p95 | max |',
  '| --- | --- | --- | --- | --- |',
];
for (const size of sizes) await measureSize(size);
process.stdout.write(`${lines.join('\n')}\n`);
appendFileSync(new URL('results.md', import.meta.url), `${lines.join('\n')}\n\n`);
process.exit(0);

async function measureSize(size: number): Promise<void> {
  const kept = size === sizes.at(-1) ? process.argv[4] : undefined;
  const register = await openRegister({ dataDir: kept ?? mkdtempSync(join(tmpdir(), 'bench-market-')) });
  const contracts = await fillSample(register, size);
  const app = testApp({ register, pages: registerPages });
  for (const [name, address] of Object.entries(pages)) {
    const rng = seededRng('pages');
    const times: number[] = [];
    for (let count = -5; count < perPage; count += 1) {
      const started = performance.now();
      const answer = await app.inject({ url: address(rng), headers: { host: 'localhost:3000' } });
      if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode}`);
      if (count >= 0) times.push(performance.now() - started);
    }
    addLine(name, contracts, times);
  }
  addLine(
    `sums after ${changedContracts} changed contracts, with the gate (ms)`,
    contracts,
    await changes(register),
  );
  const started = performance.now();
  const wrong = await listWrongSums(register.latest);
  if (wrong.length > 0) throw new Error(`${wrong.length} sums are wrong.`);
  addLine('adding up everything again (ms)', contracts, [performance.now() - started]);
  await app.close();
  await register.close();
}

/** Changes contracts all over the register ten times, the value of each and the end of every third, and measures counting them. */
async function changes(register: Register): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    await register.write(async (transaction) => {
      await sql`update contract set net_pence = net_pence + 100, end_on = end_on + (hashtext(contract_id) % 3 = 0)::int where contract_id in (
        select contract_id from contract where net_pence is not null order by md5(contract_id || ${String(round)}) limit ${changedContracts})`.execute(
        transaction,
      );
    });
    const started = performance.now();
    await register.write(async (transaction) => {
      const { groups } = await refreshMarket(transaction, changedContracts);
      const wrong = await listWrongGroups(transaction, groups);
      if (wrong.length > 0) throw new Error('The gate is red.');
    });
    times.push(performance.now() - started);
  }
  return times;
}

function addLine(name: string, contracts: number, times: number[]): void {
  lines.push(
    `| ${name} | ${contracts} | ${quantile(times, 0.5)} | ${quantile(times, 0.95)} | ${quantile(times, 1)} |`,
  );
}

function scope(rng: Rng): string {
  const from = 2020 + Math.floor(rng.next() * 5);
  const kind = rng.next() < 0.5 ? '' : `&buyerType=${pick(rng, buyerTypes)}`;
  return `from=${from}&to=2026${kind}`;
}

function pick<Value>(rng: Rng, values: readonly Value[]): Value {
  const value = values[Math.floor(rng.next() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from.');
  return value;
}
