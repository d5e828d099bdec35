import { createHash } from 'node:crypto';

/** SHA-256 of a text or bytes, in lower-case hexadecimal (64 characters). */
export function sha256Hex(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A short identifier made from natural keys: the first 80 bits of their SHA-256 in Crockford's base 32 (16 characters).
 * The same keys give the same identifier on every machine and in every run.
 *
 * @example shortId(['ocds-h6vhtk-06d60b', '1', '1']) // 16 characters of 0-9 a-z without i l o u
 */
export function shortId(parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\u001f')).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let out = '';
  for (let i = 0; i < 16; i += 1) {
    out = (crockford[Number(bits & 31n)] ?? '') + out;
    bits >>= 5n;
  }
  return out;
}
