import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';

/**
 * Puts an interface's path behind a base address that may already hold a part of it, so that
 * `https://host`, `https://host/api/1.0` and the full address all mean the same.
 *
 * @example joinPath('http://127.0.0.1:8080/api/1.0/', 'api/1.0/packages') // 'http://127.0.0.1:8080/api/1.0/packages'
 */
export function joinPath(base: string, path: string): string {
  const url = new URL(base);
  const held = url.pathname.split('/').filter((part) => part !== '');
  const wanted = path.split('/');
  let shared = Math.min(held.length, wanted.length);
  while (shared > 0 && held.slice(-shared).join('/') !== wanted.slice(0, shared).join('/')) shared -= 1;
  return `${url.origin}/${[...held, ...wanted.slice(shared)].join('/')}`;
}

/**
 * Seconds or a date of a `Retry-After` header (RFC 9110, 10.2.3) as milliseconds from now; null where it says neither.
 *
 * @example retryAfterMs('120', new Date()) // 120000
 */
export function retryAfterMs(value: string | null, now: Date): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : Math.max(0, instant - now.getTime());
}

/**
 * The objects of a package's `releases`; null where there is no such list.
 *
 * @example packagedReleases({ releases: [{ ocid: 'ocds-1' }] }) // [{ ocid: 'ocds-1' }]
 */
export function packagedReleases(page: JsonObject): JsonObject[] | null {
  const { releases } = page;
  return Array.isArray(releases) && releases.every(isObject) ? releases : null;
}

/**
 * The parameter `cursor` of a package's `links.next`, null without one. Only the cursor: the address itself is always our own.
 *
 * @example nextCursor({ links: { next: 'https://example.org/packages?cursor=abc' } }) // 'abc'
 */
export function nextCursor(page: JsonObject): string | null {
  const next: JsonValue | undefined = isObject(page['links']) ? page['links']['next'] : undefined;
  if (typeof next !== 'string' || !URL.canParse(next, 'http://relative.invalid')) return null;
  return new URL(next, 'http://relative.invalid').searchParams.get('cursor');
}
