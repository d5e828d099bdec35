import {
  isAlias,
  isCollection,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';

/** Why a text of YAML gives no value, and the line where it shows. */
export type YamlFault =
  | { kind: 'syntax'; line: number; error: Pick<YAMLError, 'code' | 'message'> }
  | { kind: 'empty'; line: null }
  | { kind: 'aliases'; line: null; cause: unknown };

/** A text of YAML as it was read: its value and where each part stands, or why it can’t be read. */
export type YamlLines =
  { value: unknown; lineOf(path: readonly PropertyKey[]): number | null; fault: null } | { fault: YamlFault };

/**
 * Reads YAML with the line of every part.
 *
 * @param mostAliases how often an alias may be followed; −1 where the caller counts what comes of them
 * @example readYamlLines('a: 1\nb: 2').lineOf(['b']) // 2
 */
export function readYamlLines(text: string, mostAliases = 100): YamlLines {
  if (isTooDeep(text)) {
    const error = { code: 'RESOURCE_EXHAUSTION', message: 'The text is nested too deeply' } as const;
    return { fault: { kind: 'syntax', line: 1, error } };
  }
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    // Whatever version a text says it is: days stay texts, yes is no boolean, and nothing becomes bytes.
    schema: 'core',
    resolveKnownTags: false,
  });
  const [error] = parsed.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(openedAt(parsed, error) ?? error.pos[0]);
    const isThousands =
      error.code === 'DUPLICATE_KEY' && thousands.test(text.split(/\r?\n/u)[line - 1] ?? '');
    const own = { code: error.code, message: isThousands ? thousandsMessage : error.message };
    return { fault: { kind: 'syntax', line, error: own } };
  }
  if (parsed.contents === null) return { fault: { kind: 'empty', line: null } };
  try {
    const dangling = danglingAlias(parsed);
    if (dangling !== null) {
      const unnamed = { code: 'BAD_ALIAS', message: 'Unresolved alias' } as const;
      return { fault: { kind: 'syntax', line: lines.linePos(dangling).line, error: unnamed } };
    }
    return {
      value: parsed.toJS({ maxAliasCount: mostAliases }),
      lineOf: (path) => {
        for (let length = path.length; length > 0; length -= 1) {
          const node: unknown = parsed.getIn(path.slice(0, length), true);
          if (hasRange(node)) return lines.linePos(node.range[0]).line;
        }
        return null;
      },
      fault: null,
    };
  } catch (cause) {
    return { fault: { kind: 'aliases', line: null, cause } };
  }
}

/** Where the quotation mark or bracket stands that is never closed; the parser tells where it stopped looking. */
function openedAt(parsed: Document.Parsed, { message, pos: [end] }: YAMLError): number | null {
  if (!/^(Missing closing|Flow (map|sequence))/u.test(message)) return null;
  let found: number | null = null;
  visit(parsed, {
    Node: (_, node) => {
      if (node.range?.[1] === end && isOpened(node)) found = node.range[0];
    },
  });
  return found;
}

function isOpened(node: Node): boolean {
  return isScalar(node) ? String(node.type).startsWith('QUOTE') : isCollection(node) && node.flow === true;
}

/** Where the first alias stands that refers to nothing before it; the parser says no line. Null where there is none. */
function danglingAlias(parsed: Document.Parsed): number | null {
  const named = new Set<string>();
  let found: number | null = null;
  visit(parsed, (_, node) => {
    if (isAlias(node)) {
      if (named.has(node.source)) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    }
    if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string') named.add(node.anchor);
    return undefined;
  });
  return found;
}

/** Within brackets a comma parts, so that 900,000 is read as 900 and a name 000; the second such name is “there already”. */
const thousands = /[[{].*\d,\d{3}\b/u;

/** What the message of a fault is where {@link thousands} made it. */
export const thousandsMessage = 'Commas between thousands';

/** Brackets within brackets that anybody writes by hand or by program. */
const deepest = 200;

/** The parser takes minutes for a text of open brackets; splitting it into words takes no time. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
