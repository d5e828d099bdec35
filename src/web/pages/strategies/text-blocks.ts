/** A piece of a text that people write: a paragraph, or a list. */
export type TextBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/**
 * Paragraphs and lists of a plain text: an empty line ends a paragraph, lines that begin with a hyphen are items. Everything else stands
 * as it was typed; the template escapes it.
 *
 * @example textBlocks('One.\n\n- a\n- b') // [{ kind: 'paragraph', text: 'One.' }, { kind: 'list', items: ['a', 'b'] }]
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const part of text.split(/\n[ \t]*\n/u)) {
    let lines: string[] = [];
    let items: string[] = [];
    const endParagraph = (): void => {
      const joined = lines.join('\n').trim();
      if (joined !== '') blocks.push({ kind: 'paragraph', text: joined });
      lines = [];
    };
    const endList = (): void => {
      if (items.length > 0) blocks.push({ kind: 'list', items });
      items = [];
    };
    for (const line of part.split('\n')) {
      const item = /^\s*-\s+(\S.*)$/u.exec(line)?.[1];
      if (item === undefined) {
        endList();
        lines.push(line);
      } else {
        endParagraph();
        items.push(item.trim());
      }
    }
    endParagraph();
    endList();
  }
  return blocks;
}
