import { isRecord, valueAt } from './value-shapes.ts';
import type { ListPart } from './case-field.ts';
import type { ChoiceFacts } from './choices.ts';
import { valueText } from './value-text.ts';

/**
 * What an item of a list is called.
 *
 * @example itemName(part, { option: 'saas', test: 'lawful' }, facts) // 'SaaS suite: Lawful'
 */
export function itemName(part: ListPart, item: unknown, facts: ChoiceFacts): string {
  const names = part.named.map((path) => {
    const field = part.fields.find((one) => one.path === path);
    return field === undefined ? '' : valueText(field, valueAt(item, path), facts);
  });
  return names.filter((name) => name !== '').join(': ');
}

/** Items of a list of the document, as they stand. */
export function itemsOf(part: ListPart, document: unknown): Record<string, unknown>[] {
  const list = valueAt(document, part.path);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/**
 * Where an item of an earlier version stands now: by its id where it has one, else where the same is said. Null where it
 * can’t be told.
 */
export function placeNow(
  part: ListPart,
  index: number,
  { before, now }: { before: unknown; now: unknown },
): number | null {
  const earlier = itemsOf(part, before);
  const later = itemsOf(part, now);
  if (JSON.stringify(earlier) === JSON.stringify(later)) return index < later.length ? index : null;
  const item = earlier[index];
  if (item === undefined) return null;
  const same = (one: Record<string, unknown>): boolean =>
    item['id'] === undefined ? JSON.stringify(one) === JSON.stringify(item) : one['id'] === item['id'];
  const found = later.flatMap((one, place) => (same(one) ? [place] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
