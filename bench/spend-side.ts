/**
 * One side of bench/spend.ts as a process of its own, so that its memory is its own: reads the rows of a file of payments, or
 * puts them into the register of a data folder as `ingest spend` does. Prints milliseconds, rows and the most memory held.
 *
 *   npx node bench/spend-side.ts read|ingest FILE FOLDER
 */
import { openTable } from '../src/app/spend/open-table.ts';
import { openRegister } from '../src/db/connect.ts';
import { testContext } from '../test/support/context.ts';
import { ingestSpendFiles } from '../test/support/spend-files.ts';

const [, , side = 'read', file = '', folder = ''] = process.argv;
const register = side === 'ingest' ? await openRegister({ dataDir: folder }) : null;
const started = performance.now();
const rows = register === null ? await countRows() : await ingest(register);
const ms = performance.now() - started;
process.stdout.write(`${JSON.stringify({ ms, rows, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`);
await register?.close();

async function countRows(): Promise<number> {
  const table = await openTable(file);
  let count = 0;
  for (const each of table.tables) for await (const _ of each.rows([])) count += 1;
  table.close();
  return count - 1;
}

async function ingest(into: Awaited<ReturnType<typeof openRegister>>): Promise<number> {
  const context = testContext({ register: into, now: '2026-11-01T12:00:00Z' });
  const { files } = await ingestSpendFiles(context, [file], { publisher: 'Benchmark Council' });
  return files.reduce((sum, { stored }) => sum + stored, 0);
}
