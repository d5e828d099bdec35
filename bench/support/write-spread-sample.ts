import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { generateReleases } from '../../src/sample/generate-releases.ts';

/**
 * Writes releases of the sample market as JSON Lines until the file has at least the size asked for; the releases of one
 * process lie far apart in it (all first notices come before all second ones).
 *
 * @returns the file's size and how many releases it holds
 */
export async function writeSpreadSample(
  path: string,
  bytes: number,
): Promise<{ bytes: number; releases: number }> {
  const options = { seed: 1, asOf: '2026-11-01', spread: true };
  let tried = 0;
  for (const line of generateReleases({ ...options, processes: 1000 })) tried += Buffer.byteLength(line) + 1;
  const processes = Math.ceil((1.02 * bytes * 1000) / tried);
  const stream = createWriteStream(path, { highWaterMark: 1_048_576 });
  let written = 0;
  let releases = 0;
  let block = '';
  for (const line of generateReleases({ ...options, processes })) {
    block += `${line}\n`;
    releases += 1;
    if (block.length < 1_048_576) continue;
    written += Buffer.byteLength(block);
    if (!stream.write(block)) await once(stream, 'drain');
    block = '';
  }
  written += Buffer.byteLength(block);
  stream.end(block);
  await once(stream, 'finish');
  return { bytes: written, releases };
}
