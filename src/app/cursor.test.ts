import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listMark, readCursor, writeCursor } from './cursor.ts';

describe('cursor', () => {
  const mark = listMark({ q: 'cloud', sort: 'newest' });

  it('gives back what was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 4 }),
        (after) => {
          expect(readCursor(writeCursor(mark, after), mark)).toEqual(after);
        },
      ),
    );
  });

  it('is refused by a list with another filter', () => {
    const other = listMark({ q: 'laptops', sort: 'newest' });
    expect(() => readCursor(writeCursor(mark, ['x']), other)).toThrow(/another filter or order/);
  });

  it('is refused when cut or made up', () => {
    expect(() => readCursor(writeCursor(mark, ['x']).slice(0, 10), mark)).toThrow(/cannot be read/);
    expect(() => readCursor('!!', mark)).toThrow(/cannot be read/);
    expect(() => readCursor(Buffer.from('{"v":2}').toString('base64url'), mark)).toThrow(/cannot be read/);
  });

  it('is not needed for the first page', () => {
    expect(readCursor(undefined, mark)).toBeNull();
  });
});
