import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { findContracts } from '../../src/app/contracts/find-contracts.ts';
import { ingestSpend } from '../../src/app/spend/ingest.ts';
import type { Context } from '../../src/app/context.ts';

/** A folder for the files of one suite, removed after it. */
export function spendFolder(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'spend-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

/**
 * Plants payments of the buyer of a contract to its supplier, to a person, and to somebody unknown; gives the buyer's id.
 */
export async function plantSpend(context: Context): Promise<string> {
  const { items } = await findContracts.run(context, findContracts.input.parse({ limit: 100 }));
  const contract = items.find(({ buyer, suppliers }) => buyer?.id != null && suppliers[0]?.id != null);
  const folder = mkdtempSync(join(tmpdir(), 'spend-'));
  try {
    const path = join(folder, 'spend.csv');
    const names = [contract?.suppliers[0]?.name ?? '', 'Mrs Ann Example', 'Nobody Known Ltd'];
    const rows = names.map((name, at) => `0${at + 1}/10/2026,"${name}",${(at + 1) * 1000}`);
    writeFileSync(path, ['Date,Supplier,Net Amount', ...rows, ',Total,6000'].join('\n'));
    await ingestSpendFiles(context, [path], { publisher: contract?.buyer?.name });
  } finally {
    rmSync(folder, { recursive: true });
  }
  return contract?.buyer?.id ?? '';
}

/** What the command would be given. */
export type SpendInput = Partial<Parameters<typeof ingestSpend.run>[1]>;

/** Reads files as `sourcing ingest spend` does. */
export async function ingestSpendFiles(
  context: Context,
  files: readonly string[],
  input: SpendInput = {},
): ReturnType<typeof ingestSpend.run> {
  return ingestSpend.run(context, ingestSpend.input.parse({ files: [...files], ...input }));
}
