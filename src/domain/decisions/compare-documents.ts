import type { CaseDocument } from './case-parts/case-document.ts';

/** One place at which two documents differ; undefined is nothing there. */
export type DocumentDifference = {
  /** Where it stands in the later document, or in the earlier one where it is gone: `costs.lines[3].unitCost`. */
  path: string;
  kind: 'added' | 'removed' | 'changed';
  before: unknown;
  after: unknown;
};

/**
 * What differs between two documents, in the order of the later one. Items of lists are matched by what names them, not by
 * where they stand, so that an item that moved is no difference by itself.
 *
 * @example compareDocuments(document, { ...document, title: 'New' }) // [{ path: 'title', kind: 'changed', before: 'Old', after: 'New' }]
 */
export function compareDocuments(before: CaseDocument, after: CaseDocument): DocumentDifference[] {
  return differences(before, after, '');
}

function differences(before: unknown, after: unknown, path: string): DocumentDifference[] {
  if (Object.is(before, after) || JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === undefined) return [{ path, kind: 'added', before, after }];
  if (after === undefined) return [{ path, kind: 'removed', before, after }];
  if (isItems(before) && isItems(after)) return itemDifferences(before, after, path);
  if (isGroup(before) && isGroup(after) && !isFigure(before) && !isFigure(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return keys.flatMap((key) => differences(before[key], after[key], path === '' ? key : `${path}.${key}`));
  }
  return [{ path, kind: 'changed', before, after }];
}

type Item = Record<string, unknown>;

function itemDifferences(
  before: readonly Item[],
  after: readonly Item[],
  path: string,
): DocumentDifference[] {
  const earlier = byName(before);
  const later = byName(after);
  return [
    ...[...later].flatMap(([name, { item, index }]) =>
      differences(earlier.get(name)?.item, item, `${path}[${index}]`),
    ),
    ...[...earlier].flatMap(([name, { item, index }]) =>
      later.has(name)
        ? []
        : [{ path: `${path}[${index}]`, kind: 'removed' as const, before: item, after: undefined }],
    ),
  ];
}

/** Items by their id, or by what else tells them apart; those that nothing tells apart by their order. */
function byName(items: readonly Item[]): Map<string, { item: Item; index: number }> {
  const found = new Map<string, { item: Item; index: number }>();
  items.forEach((item, index) => {
    const name = nameOf(item);
    let key = name;
    for (let number = 2; found.has(key); number += 1) key = `${name} ${number}`;
    found.set(key, { item, index });
  });
  return found;
}

/** Fields that together name an item, where it has no id. */
const naming = [
  'assessor', 'option', 'criterion', 'test', 'role', 'component', 'model', 'group', 'year', 'stage', 'approver', 'approval',
  'kind', 'what', 'label', 'name', 'section',
] as const; // prettier-ignore

function nameOf(item: Item): string {
  if (typeof item['id'] === 'string') return item['id'];
  const between = item['between'];
  if (Array.isArray(between)) return between.join(' ');
  return naming.map((key) => (typeof item[key] === 'string' ? item[key] : '')).join('|');
}

function isItems(value: unknown): value is Item[] {
  return Array.isArray(value) && value.every(isGroup);
}

function isGroup(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a group of values is one answer: an uncertain number, or when something falls due. */
function isFigure(value: Item): boolean {
  const figures = ['low', 'p10', 'mean', 'oneOf', 'once', 'from', 'shares'];
  return Object.keys(value).some((key) => figures.includes(key));
}
