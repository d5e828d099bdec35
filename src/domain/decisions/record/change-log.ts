import type { CaseDocument } from '../case-parts/case-document.ts';
import { compareDocuments, type DocumentDifference } from '../compare-documents.ts';

/** A change between two versions of a case: where, and what stands there before and after in words. */
export type CaseChange = { path: string; what: string; before: string; after: string };

/** Members that tell items of a list apart where they have no id. */
const callers = [
  'option', 'test', 'criterion', 'assessor', 'role', 'year', 'section', 'stage', 'approver', 'component', 'model', 'group',
  'kind', 'between', 'what', 'label', 'name', 'approval',
]; // prettier-ignore

/** Longest name by which an item is called, and longest group that is told with all its members. */
const longestTold = 120;

/**
 * What changed between two versions of a case, as `compareDocuments` finds it, in words for who decides. Names beside posts
 * aren’t compared: a record keeps them apart, so that they can be erased.
 *
 * @example changeLog(approved, present)[0] // { path: 'need.neededBy', what: 'Need, needed by', before: '2028-03-31', after: '2028-06-30' }
 */
export function changeLog(before: CaseDocument, after: CaseDocument): CaseChange[] {
  const [was, is] = [withoutNames(before), withoutNames(after)];
  return compareDocuments(was, is).map((difference) => ({
    path: difference.path,
    what: placeText(difference.path, difference.kind === 'removed' ? was : is),
    ...sidesText(difference),
  }));
}

function withoutNames(document: CaseDocument): CaseDocument {
  return { ...document, roles: document.roles.map(({ role, post }) => ({ role, post })) };
}

/** `options[0].name` as “Options, “Build it”, name”. */
function placeText(path: string, document: CaseDocument): string {
  let at: unknown = document;
  const words = [...path.matchAll(/[^.[\]]+/gu)].map(([key]) => {
    const isItem = Array.isArray(at);
    at = memberOf(at, key);
    return isItem ? nameOf(at) : spoken(key);
  });
  const text = words.join(', ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isGroup(value) ? value[key] : undefined;
}

function nameOf(item: unknown): string {
  if (!isGroup(item)) return plain(item);
  const own = item['name'] ?? item['label'] ?? item['text'];
  if (typeof own === 'string' && own.length <= longestTold) return `“${own}”`;
  if (typeof item['id'] === 'string') return item['id'];
  return callers
    .filter((name) => name in item)
    .map((name) => plain(item[name]))
    .join(' · ');
}

function sidesText({ path, kind, before, after }: DocumentDifference): { before: string; after: string } {
  const isItem = path.endsWith(']');
  if (kind === 'added') return { before: 'nothing', after: wholeText(after, isItem, 'added') };
  if (kind === 'removed') return { before: wholeText(before, isItem, 'it was there'), after: 'nothing' };
  return { before: plain(before), after: plain(after) };
}

/** What was added or removed; of an item of a list, which is named already, and of much, only that. */
function wholeText(value: unknown, isItem: boolean, otherwise: string): string {
  const text = plain(value);
  return isGroup(value) && (isItem || text.length > longestTold) ? otherwise : text;
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plain).join(', ');
  if (isGroup(value))
    return Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${spoken(key)} ${plain(member)}`)
      .join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `unitCost` as “unit cost”. */
function spoken(key: string): string {
  return key.replaceAll(/([a-z])([A-Z])/gu, (_, low: string, high: string) => `${low} ${high.toLowerCase()}`);
}
