import { hash } from 'node:crypto';

/**
 * SHA-256 of a text or bytes, in lower-case hexadecimal (64 characters).
 *
 * @example sha256Hex('abc').slice(0, 8) // 'ba7816bf'
 */
export function sha256Hex(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex');
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A short identifier made from natural keys: the first 80 bits of their SHA-256 in Crockford's base 32 (16 characters).
 * The same keys give the same identifier on every machine and in every run.
 *
 * @example shortId(['ocds-h6vhtk-06d60b', '1', '1']) // 16 characters of 0-9 a-z without i l o u
 */
export function shortId(parts: readonly string[]): string {
  const digest = hash('sha256', parts.join('\u001f'), 'buffer');
  let out = '';
  let pending = 0;
  let bits = 0;
  for (let index = 0; index < 10; index += 1) {
    pending = (pending << 8) | (digest[index] ?? 0);
    bits += 8;
    for (; bits >= 5; bits -= 5) out += crockford[(pending >> (bits - 5)) & 31] ?? '';
    pending &= 31;
  }
  return out;
}
