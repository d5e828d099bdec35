import { isObject, type JsonObject, type JsonValue } from '../../../lib/json.ts';
import { interchangeJson } from '../../../lib/interchange-json.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

/** A change between two versions of a case: where, and what in words. */
export type CaseChange = { path: string; kind: 'added' | 'removed' | 'changed'; says: string };

/** Members that tell items of a list apart where they have no id. */
const callers = [
  'option', 'test', 'criterion', 'assessor', 'role', 'year', 'section', 'stage', 'approver', 'component', 'model', 'group',
  'kind', 'between', 'what', 'label', 'name', 'approval',
]; // prettier-ignore

/** Longest text that is told word for word. */
const longestTold = 120;

/**
 * What changed between two versions of a case, in the order of the document: items of lists are found again by their id or
 * what they are about, not by their place.
 *
 * @example changeLog(approved, present)[0]?.says // 'Need, needed by: was 2028-03-31, is 2028-06-30.'
 */
export function changeLog(before: CaseDocument, after: CaseDocument): CaseChange[] {
  const found: CaseChange[] = [];
  visit(
    { before: interchangeJson(before), after: interchangeJson(after) },
    { path: '', words: [] },
    found,
  );
  return found;
} // prettier-ignore

type Pair = { before: JsonValue | undefined; after: JsonValue | undefined };
type Place = { path: string; words: string[] };

function visit({ before, after }: Pair, place: Place, found: CaseChange[]): void {
  if (Array.isArray(before) && Array.isArray(after)) visitLists(before, after, place, found);
  else if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const path = place.path === '' ? key : `${place.path}.${key}`;
      visit({ before: before[key], after: after[key] }, { path, words: [...place.words, spoken(key)] }, found);
    }
  } else if (before !== after) found.push(told({ before, after }, place));
} // prettier-ignore

function visitLists(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  place: Place,
  found: CaseChange[],
): void {
  const [old, now] = [keyed(before), keyed(after)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  for (const key of keys) {
    const [was, is] = [old.get(key), now.get(key)];
    const path = `${place.path}[${is?.index ?? was?.index ?? 0}]`;
    const at = { path, words: [...place.words, nameOf(is?.item ?? was?.item, key)] };
    if (was === undefined || is === undefined) found.push(told({ before: was?.item, after: is?.item }, at));
    else visit({ before: was.item, after: is.item }, at, found);
  }
}

/** Items by what they are called; by their place where two are called the same. */
function keyed(items: readonly JsonValue[]): Map<string, { item: JsonValue; index: number }> {
  const keys = items.map(keyOf);
  const isUnique = new Set(keys).size === keys.length && !keys.includes('');
  return new Map(
    items.map((item, index) => [
      isUnique ? (keys[index] ?? '') : `number ${index + 1}`,
      { item, index },
    ]),
  );
} // prettier-ignore

function keyOf(item: JsonValue): string {
  if (!isObject(item)) return typeof item === 'object' ? JSON.stringify(item) : String(item);
  if (typeof item['id'] === 'string') return item['id'];
  return callers
    .filter((name) => name in item)
    .map((name) => plain(item[name]))
    .join(' · ');
}

function nameOf(item: JsonValue | undefined, key: string): string {
  const own = isObject(item) ? (item['name'] ?? item['label'] ?? item['text']) : undefined;
  return typeof own === 'string' && own.length <= longestTold ? `“${own}”` : key;
}

function told({ before, after }: Pair, { path, words }: Place): CaseChange {
  const name = words.join(', ');
  const where = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  if (before === undefined) return { path, kind: 'added', says: `${where}: added${valueText(after)}.` };
  if (after === undefined) return { path, kind: 'removed', says: `${where}: removed${valueText(before)}.` };
  const [was, is] = [plain(before), plain(after)];
  const isTold = Math.max(was.length, is.length) <= longestTold;
  return {
    path,
    kind: 'changed',
    says: isTold ? `${where}: was ${was}, is ${is}.` : `${where}: the text was changed.`,
  };
}

/** A short value, to stand behind the verb; an item of a list is named already. */
function valueText(value: JsonValue | undefined): string {
  if (value === undefined || isObject(value)) return '';
  const text = plain(value);
  return text.length > longestTold ? '' : `, ${text}`;
}

function plain(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (isObject(value)) return membersText(value);
  return typeof value === 'string' ? value : String(value);
}

function membersText(value: JsonObject): string {
  return Object.entries(value)
    .map(([key, member]) => `${spoken(key)} ${plain(member)}`)
    .join(', ');
}

/** `unitCost` as “unit cost”. */
function spoken(key: string): string {
  return key.replaceAll(/([a-z])([A-Z])/gu, (_, low: string, high: string) => `${low} ${high.toLowerCase()}`);
}
