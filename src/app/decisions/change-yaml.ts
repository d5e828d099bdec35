import { isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import { AppError } from '../../lib/errors.ts';

/** A place of a document and what shall stand there; undefined takes away what stands there. */
export type CaseChange = { path: readonly (string | number)[]; value: unknown };

/**
 * The text with some places changed. Comments, order and the way things are written stay wherever the value does.
 *
 * @param text YAML or JSON that can be read, with no more values than `readCase` lets through
 * @throws AppError `bad-request` where a path leads through a plain value
 * @example changeYaml('title: Old # agreed in May\n', [{ path: ['title'], value: 'New' }]) // 'title: New # agreed in May\n'
 */
export function changeYaml(text: string, changes: readonly CaseChange[]): string {
  const document = withoutAliases(parseDocument(text, { uniqueKeys: true }));
  for (const { path, value } of changes) {
    if (isFarOff(document, path)) throw noPlace(path);
    try {
      if (value === undefined) document.deleteIn(path);
      else setPlace(document, path, value);
    } catch (cause) {
      // The document holds a plain value where the path goes on.
      throw noPlace(path, cause);
    }
  }
  return document.toString({ lineWidth: 120 });
}

/** Whether a path leads further than one place behind the end of a list: the places between would all be made. */
function isFarOff(document: Document, path: readonly (string | number)[]): boolean {
  return path.some((key, at) => {
    const node = at === 0 ? document.contents : document.getIn(path.slice(0, at), true);
    return isSeq(node)
      ? Number(key) > node.items.length
      : typeof key === 'number' && key > 0 && node === undefined;
  });
}

function noPlace(path: readonly (string | number)[], cause?: unknown): AppError {
  return new AppError('bad-request', `The case has no place "${path.join('.')}".`, { cause });
}

/** What stands for two places at once can’t be changed at one of them: each place gets its own, with the comments inside. */
function withoutAliases(document: Document): Document {
  let hasAlias = false;
  visit(document, {
    Alias: (_, alias) => {
      hasAlias = true;
      const own = alias.resolve(document)?.clone();
      return own !== undefined && isNode(own) ? own : undefined;
    },
  });
  if (hasAlias)
    visit(document, {
      Value: (_, node) => {
        delete node.anchor;
      },
    });
  return document;
}

/** Goes down to what really differs, so that a comment beside an unchanged value is kept. */
function setPlace(document: Document, path: readonly (string | number)[], value: unknown): void {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(node) && isGroup(value)) {
    const kept = new Set(Object.keys(value).filter((key) => value[key] !== undefined));
    node.items = node.items.filter(({ key }) => kept.has(String(isScalar(key) ? key.value : key)));
    for (const key of kept) setPlace(document, [...path, key], value[key]);
  } else if (isSeq(node) && Array.isArray(value) && node.items.length === value.length && value.length > 0) {
    value.forEach((item: unknown, index) => setPlace(document, [...path, index], item));
  } else if (isScalar(node) && !isGroup(value) && !Array.isArray(value)) {
    if (node.value !== value) document.setIn(path, value);
  } else {
    document.setIn(path, document.createNode(value));
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
