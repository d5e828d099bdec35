import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import { sha256Hex } from '../lib/hash.ts';

const cursorShape = z.strictObject({
  v: z.literal(1),
  list: z.string(),
  after: z.array(z.union([z.string(), z.number(), z.null()])),
  /** The page goes before these values. */
  isBackwards: z.boolean().default(false),
  /** How many rows of the list stand before the place, as far as it was paged through. */
  passed: z.number().int().min(0).default(0),
});

/** What a cursor carries: values of the last row in the columns of the order. */
export type CursorValues = (string | number | null)[];

/** A place between two rows of a list. */
export type CursorPlace = { after: CursorValues; isBackwards: boolean; passed: number };

/** A short mark of a list's filter and order; a cursor of one list is refused by another. */
export function listMark(list: unknown): string {
  return sha256Hex(JSON.stringify(list)).slice(0, 12);
}

/**
 * Writes an opaque cursor.
 *
 * @param more which side of the place is meant, and how many rows stand before it
 * @example writeCursor(listMark({ q: 'cloud', sort: 'newest' }), ['2026-08-10', 'abc'])
 */
export function writeCursor(
  mark: string,
  after: readonly (string | number | null)[],
  more: Partial<Omit<CursorPlace, 'after'>> = {},
): string {
  return Buffer.from(JSON.stringify({ v: 1, list: mark, after, ...more })).toString('base64url');
}

/**
 * Reads a cursor that {@link writeCursor} wrote.
 *
 * @throws AppError `bad-cursor` where it was cut, changed, or belongs to a list with another filter or order
 */
export function readCursor(cursor: string | undefined, mark: string): CursorValues | null {
  return readPlace(cursor, mark)?.after ?? null;
}

/**
 * The same with its direction and how many rows stand before it.
 *
 * @throws AppError `bad-cursor`
 */
export function readPlace(cursor: string | undefined, mark: string): CursorPlace | null {
  if (cursor === undefined) return null;
  const parsed = cursorShape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) {
    throw new AppError('bad-cursor', 'The cursor cannot be read. Start again from the first page.');
  }
  if (parsed.data.list !== mark) {
    throw new AppError(
      'bad-cursor',
      'The cursor belongs to a list with another filter or order. Start again from the first page.',
    );
  }
  const { after, isBackwards, passed } = parsed.data;
  return { after, isBackwards, passed };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
