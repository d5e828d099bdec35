import { LineCounter, parseDocument } from 'yaml';

/** A text of YAML as it was read: its value and where each part stands, or why it can’t be read. */
export type YamlLines =
  | { value: unknown; lineOf(path: readonly PropertyKey[]): number | null; fault: null }
  | { fault: { line: number | null; message: string } };

/**
 * Reads YAML with the line of every part.
 *
 * @example readYamlLines('a: 1\nb: 2').lineOf(['b']) // 2
 */
export function readYamlLines(text: string): YamlLines {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [fault] = parsed.errors;
  if (fault !== undefined) {
    const message = (fault.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/u, '');
    return { fault: { line: lines.linePos(fault.pos[0]).line, message } };
  }
  if (parsed.contents === null) return { fault: { line: null, message: 'the text is empty' } };
  try {
    return {
      value: parsed.toJS({ maxAliasCount: 100 }),
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
    return { fault: { line: null, message: cause instanceof Error ? cause.message : String(cause) } };
  }
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
