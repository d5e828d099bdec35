/**
 * Spend files as large as a sheet of Excel may be: a CSV and a workbook of the same payments.
 *
 *   npx node bench/spend.ts [rows = 1048576, heading included]
 *
 * For each, in a new embedded database and a process of its own: reading every row and doing nothing with it, then
 * `ingest spend`. Writes the lines that bench/results.md keeps.
 */
import { execFile } from 'node:child_process';
import { appendFileSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { xlsxStream } from '../src/lib/xlsx.ts';

const wanted = Number(process.argv[2] ?? 1_048_576);
const heading = ['Date', 'Supplier', 'Expense Type', 'Net Amount', 'Reference'];
const run = promisify(execFile);
const side = z.object({ ms: z.number(), rows: z.number(), peakMb: z.number() });
type Side = z.output<typeof side>;

const lines = [
  `### \`npx node bench/spend.ts ${wanted}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `| ${wanted - 1} payments, embedded database | CSV | XLSX |`,
  '| --- | --- | --- |',
];
const [csv, xlsx] = [await measure('csv'), await measure('xlsx')];
const row = (name: string, text: (found: typeof csv) => string): string =>
  `| ${name} | ${text(csv)} | ${text(xlsx)} |`;
lines.push(
  row('every row read', ({ read }) => rate(read)),
  row('`ingest spend`', ({ ingest }) => rate(ingest)),
  row('payments stored', ({ ingest }) => String(ingest.rows)),
  row('**ingest ÷ read**', ({ read, ingest }) => `**${(ingest.ms / read.ms).toFixed(2)}**`),
  row('**peak memory**', ({ ingest }) => `**${ingest.peakMb.toFixed(0)} MB**`),
  '',
);
process.stdout.write(`${lines.join('\n')}\n`);
appendFileSync(join(import.meta.dirname, 'results.md'), `\n${lines.join('\n')}`);

async function measure(format: 'csv' | 'xlsx'): Promise<{ read: Side; ingest: Side }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-spend-'));
  try {
    const file = join(folder, `payments.${format}`);
    const content = format === 'csv' ? csvText() : xlsxStream(heading, payments());
    await pipeline(Readable.from(content), createWriteStream(file));
    return { read: await runSide('read', file, folder), ingest: await runSide('ingest', file, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSide(name: string, file: string, folder: string): Promise<Side> {
  const script = join(import.meta.dirname, 'spend-side.ts');
  const { stdout } = await run(process.execPath, [script, name, file, folder]);
  return side.parse(JSON.parse(stdout));
}

/** Two years of payments to a thousand firms, days as councils write them. */
function* payments(): Generator<(string | number)[]> {
  for (let at = 1; at < wanted; at += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((at * 730) / wanted)));
    const text = [day.getUTCDate(), day.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0'));
    const firm = (at * 7919) % 1000;
    const pence = (at * 104_729) % 5_000_000;
    yield [
      `${text.join('/')}/${day.getUTCFullYear()}`,
      `Firm ${firm} Services Ltd`,
      'Supplies and services',
      Number(((at % 50 === 0 ? -pence : pence) / 100).toFixed(2)),
      `INV${at}`,
    ];
  }
}

function* csvText(): Generator<string> {
  yield `${heading.join(',')}\n`;
  let block = '';
  for (const cells of payments()) {
    block += `${cells.join(',')}\n`;
    if (block.length < 262_144) continue;
    yield block;
    block = '';
  }
  yield block;
}

function rate({ ms, rows }: Side): string {
  return `${(ms / 1000).toFixed(1)} s (${Math.round((rows / ms) * 1000)}/s)`;
}
