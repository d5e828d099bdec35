import { isUtf8 } from 'node:buffer';
import type { JsonValue } from '../lib/json.ts';

/**
 * Parses one JSON text as it is, mending nothing: bytes that are not UTF-8 are a fault.
 *
 * @example parseStrictly(Buffer.from('{"a":1}')) // { value: { a: 1 } }
 */
export function parseStrictly(bytes: Buffer): { value: JsonValue } | { fault: string } {
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd') && !isUtf8(bytes)) return { fault: 'it is not UTF-8' };
  try {
    const value: JsonValue = JSON.parse(text);
    return { value };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'invalid JSON' };
  }
}
