import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import { openTable } from '../spend/open-table.ts';

/** A row of a table that somebody sent, with its number in the file. */
export type SentRow = { row: number; cells: string[] };

/** Rows that a case can hold as cost lines, and the heading. */
const mostRows = 5001;

/**
 * The rows of the first sheet that can be seen, of a CSV file or an Excel workbook that somebody sent. The file lies on the disk while
 * it is read, because workbooks are read from there, and is gone afterwards.
 *
 * @throws AppError `input-unreadable` where it is no such file or has too many rows, `machine-resource` where there is no room for it
 * @example await readLineTable(bytes) // [{ row: 1, cells: ['What is paid for', …] }, …]
 */
export async function readLineTable(bytes: Uint8Array): Promise<SentRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sourcing-lines-')).catch(refuseRoom);
  try {
    const path = join(folder, 'lines');
    await writeFile(path, bytes, { mode: 0o600 }).catch(refuseRoom);
    const file = await openTable(path);
    try {
      const table = file.tables.find(({ isHidden }) => !isHidden) ?? file.tables[0];
      const rows: SentRow[] = [];
      for await (const row of table?.rows([]) ?? []) {
        if (row.cells.every((cell) => cell.trim() === '')) continue;
        rows.push({ row: row.row, cells: [...row.cells] });
        if (rows.length > mostRows)
          throw new AppError(
            'input-unreadable',
            `The file has more than ${mostRows - 1} rows: a case has at most as many cost lines.`,
          );
      }
      return rows;
    } finally {
      file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function refuseRoom(cause: unknown): never {
  throw new AppError('machine-resource', 'There is no room on the disk for the file. Nothing was stored.', {
    cause,
  });
}
