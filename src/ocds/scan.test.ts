import { describe, expect, it } from 'vitest';
import type { ScanHandler } from './scan.ts';
import { Scan } from './scan.ts';

function recorder(seen: string[], takesLines = false): ScanHandler {
  return {
    line: (bytes) => {
      if (takesLines) seen.push(`line ${bytes.toString()}`);
      return takesLines;
    },
    element: (bytes, span, container) =>
      seen.push(
        `${container === null ? 'value' : `in ${container.number}`} ${span.offset}+${span.length} @${span.line} ${bytes.toString()}`,
      ),
    close: (bytes, _span, container) =>
      seen.push(`close ${container.number} of ${container.parent?.number ?? 0} ${bytes.toString()}`),
    broken: (line) => seen.push(`broken @${line}`),
  };
}

function scan(text: string, takesLines = false): string[] {
  const seen: string[] = [];
  const scanning = new Scan(recorder(seen, takesLines));
  scanning.push(Buffer.from(text));
  scanning.end();
  return seen;
}

describe('finding the borders of releases', () => {
  it('gives the elements of a package with their places, then the package without them', () => {
    expect(scan('{"a":1,"releases":[{"x":1},\n {"y":[2]}],"b":{"releases":[3]}}')).toEqual([
      'in 1 19+7 @1 {"x":1}',
      'in 1 29+9 @2 {"y":[2]}',
      'close 1 of 0 {"a":1,"releases":[],"b":{"releases":[3]}}',
    ]);
  });

  it('goes into the records of a record package', () => {
    expect(scan('{"records":[{"ocid":"o","releases":[{"x":1}],"compiledRelease":{}}]}')).toEqual([
      'in 2 36+7 @1 {"x":1}',
      'close 2 of 1 {"ocid":"o","releases":[],"compiledRelease":{}}',
      'close 1 of 0 {"records":[]}',
    ]);
  });

  it('offers whole lines first, and only where nothing continues them', () => {
    expect(scan('{"a":1}\n{"b":{}\n,"c":2}\n{"d":3}', true)).toEqual([
      'line {"a":1}',
      'value 8+15 @2 {"b":{}\n,"c":2}',
      'line {"d":3}',
    ]);
  });

  it('a release package as large as memory is walked in the space of one release', () => {
    const seen: string[] = [];
    let longest = 0;
    const counting: ScanHandler = {
      ...recorder(seen),
      element: (bytes) => (longest = Math.max(longest, bytes.buffer.byteLength)),
    };
    const scanning = new Scan(counting);
    const block = Buffer.from(`{"ocid":"o","text":"${'x'.repeat(1000)}"},`.repeat(1000));
    scanning.push(Buffer.from('{"releases":['));
    for (let count = 0; count < 100; count += 1) scanning.push(block);
    scanning.push(Buffer.from('{"ocid":"o"}],"version":"1.1"}'));
    scanning.end();
    expect(seen).toEqual(['close 1 of 0 {"releases":[],"version":"1.1"}']);
    expect(longest).toBeLessThan(16 * 1024 * 1024);
  });
});
