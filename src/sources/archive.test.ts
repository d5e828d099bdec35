import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeShared } from '../../test/support/shared-data.ts';
import type { JsonObject } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { createFileArchive } from './archive.ts';

const window = { from: '2026-08-10T00:00:00', to: '2026-08-10T10:00:00' };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function parse(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error('No object.');
  return value;
}

function failing(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(`${code}: write`), { code }));
}

describe('an archive of files', () => {
  test('keeps a page under its source, year and window, and nothing else beside it', async () => {
    const archive = createFileArchive(folder);
    const page = await archive.write('find-a-tender', window, parse('{"releases":[{"ocid":"a"}]}'));
    expect(page.path).toBe('find-a-tender/2026/2026-08-10T000000_2026-08-10T100000.json.gz');
    expect(await readdir(join(folder, 'find-a-tender', '2026'))).toEqual([
      '2026-08-10T000000_2026-08-10T100000.json.gz',
    ]);
    expect(gunzipSync(await readFile(archive.pathOf(page))).toString()).toBe('{"releases":[{"ocid":"a"}]}');
  });

  test('keeps a number that is too large for any computer as it was published', async () => {
    const archive = createFileArchive(folder);
    const page = await archive.write('find-a-tender', window, parse('{"a":1e9999,"b":[-1e9999,1.5]}'));
    expect(gunzipSync(await readFile(archive.pathOf(page))).toString()).toBe(
      '{"a":1e9999,"b":[-1e9999,1.5]}',
    );
  });

  test('knows a whole page from a damaged and a missing one', async () => {
    const archive = createFileArchive(folder);
    const page = await archive.write('find-a-tender', window, parse('{"releases":[]}'));
    expect(await archive.check(page)).toBe('whole');
    await truncate(archive.pathOf(page), page.bytes - 1);
    expect(await archive.check(page)).toBe('corrupt');
    await archive.remove(page);
    expect(await archive.check(page)).toBe('missing');
    await archive.remove(page);
  });

  test('says that the disk is full, and passes other failures on', async () => {
    const full = createFileArchive(folder, failing('ENOSPC')).write('find-a-tender', window, {});
    await expect(full).rejects.toMatchObject({ code: 'machine-resource' });
    await expect(full).rejects.toThrow(
      /^The disk is full: .*json\.gz could not be written\. Free some space.*--resume/,
    );
    await expect(
      createFileArchive(folder, failing('EIO')).write('find-a-tender', window, {}),
    ).rejects.toThrow('EIO: write');
  });
});

describeShared('a published page', 'find-a-tender/2026-08-10_page-001.json', (file) => {
  test('comes back from the archive as it was', async () => {
    const archive = createFileArchive(folder);
    const published = parse(await readFile(file, 'utf8'));
    const page = await archive.write('find-a-tender', window, published);
    expect(parse(gunzipSync(await readFile(archive.pathOf(page))).toString())).toEqual(published);
  });
});
