import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegister } from '../../src/db/connect.ts';
import { actRelease } from '../factories/release.ts';
import { createDataFolder, type DataFolder } from '../support/data-folder.ts';
import { runCommandToEnd } from '../support/hostile/command.ts';

const megabyte = 1024 * 1024;
const packageBytes = 200 * megabyte;
/** Each release carries this much of documents, as large tenders do. */
const documentBytes = megabyte / 2;

/** Loose: the package is 200 MB, and held as text or as values it would take three to five times that. */
const mostBytes = 900 * megabyte;

describe('a package of 200 MB on a single line', { timeout: 240_000 }, () => {
  let folder: DataFolder;
  let path: string;
  let count: number;
  beforeAll(async () => {
    folder = await createDataFolder();
    path = join(folder.path, 'package.json');
    count = await writePackage(path);
  });
  afterAll(() => folder.remove());

  it('is compiled without being held at once', async () => {
    const compiled = join(folder.path, 'compiled.jsonl');
    const ended = await runCommandToEnd(['ocds', 'compile', path, '--output', compiled], folder.path);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.peakBytes).toBeLessThan(mostBytes);
    expect(await lineCount(compiled)).toBe(count);
  });

  it('is ingested without being held at once', async () => {
    const ended = await runCommandToEnd(['ingest', path], folder.path);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining(`Read ${count} releases: ${count} new`) });
    expect(ended.peakBytes).toBeLessThan(mostBytes);
    const register = await openRegister({ dataDir: folder.path });
    const { rows } = await sql`select count(*)::int as count from contract`.execute(register.read);
    await register.close();
    expect(rows).toEqual([{ count }]);
  }); // prettier-ignore
});

/** @returns the number of releases, each of a process of its own */
async function writePackage(path: string): Promise<number> {
  const file = createWriteStream(path);
  const description = 'Supply and support of a housing management system. '.repeat(200);
  const documents = Array.from({ length: documentBytes / description.length }, (_, index) => ({
    id: String(index),
    title: `Document ${index}`,
    description,
  }));
  file.write('{"uri":"https://example.org/package","publishedDate":"2026-01-01T00:00:00Z","releases":[');
  let count = 0;
  for (let written = 0; written < packageBytes; count += 1) {
    const number = String(count).padStart(6, '0');
    const release = actRelease({ ocid: `ocds-h6vhtk-${number}`, id: `${number}-2026` });
    const text = JSON.stringify({ ...release, planning: { documents } });
    written += text.length;
    if (!file.write(count === 0 ? text : `,${text}`)) await once(file, 'drain');
  }
  file.end(']}\n');
  await once(file, 'finish');
  return count;
}

async function lineCount(path: string): Promise<number> {
  let count = 0;
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Uint8Array)) continue;
    for (const byte of chunk) if (byte === 10) count += 1;
  }
  return count;
}
