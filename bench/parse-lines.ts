/**
 * The bare minimum that the toolkit is measured against: reads a JSON Lines file, parses every line, and with
 * `stringify` writes it back to text.
 *
 *   npx node bench/parse-lines.ts FILE parse|stringify
 */
import { openSync, readSync } from 'node:fs';

const [path = '', mode] = process.argv.slice(2);
const descriptor = openSync(path, 'r');
const block = Buffer.alloc(1_048_576);
let rest: Buffer = Buffer.alloc(0);
let length = 0;
for (let count = readSync(descriptor, block); count > 0; count = readSync(descriptor, block)) {
  const bytes = Buffer.concat([rest, block.subarray(0, count)]);
  let from = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    const value: unknown = JSON.parse(bytes.toString('utf8', from, end));
    if (mode === 'stringify') length += JSON.stringify(value).length;
    from = end + 1;
  }
  rest = bytes.subarray(from);
}
process.stdout.write(`${length}\n`);
