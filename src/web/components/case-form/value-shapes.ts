import type { Uncertain } from '../../../domain/decisions/case-parts/case-fields.ts';
import type { Timing } from '../../../domain/decisions/case-parts/money.ts';

/** Whether a value holds others by name. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value of a document that fits its schema is a number that may be uncertain. */
export function isUncertain(value: unknown): value is Uncertain {
  return typeof value === 'number' || (isRecord(value) && !isTiming(value));
}

/** Whether a value of a document that fits its schema says when something falls due. */
export function isTiming(value: unknown): value is Timing {
  return isRecord(value) && ('once' in value || 'from' in value || 'shares' in value);
}

/**
 * A plain value as text; empty for what is none.
 *
 * @example plainText(7) // '7'
 */
export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/**
 * What stands at a path of the document, `scope.serviceLevel` or `costs.lines[3].label`; undefined where nothing does.
 *
 * @example valueAt({ need: { outcomes: [{ text: 'Faster' }] } }, 'need.outcomes[0].text') // 'Faster'
 */
export function valueAt(document: unknown, path: string): unknown {
  let found: unknown = document;
  for (const key of keysOf(path)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/**
 * A path as keys.
 *
 * @example keysOf('costs.lines[3].label') // ['costs', 'lines', 3, 'label']
 */
export function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/gu)].map(([part]) => (/^\d+$/u.test(part) ? Number(part) : part));
}
