import type { PackBlock, PackDocument } from './pack-document.ts';

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

/**
 * Days in a text as people say them; what only looks like a day stays.
 *
 * @example wordedDays('Signed on 2026-11-02.') // 'Signed on 2 November 2026.'
 */
export function wordedDays(text: string): string {
  return text.replaceAll(
    /(?<![\w/-])(\d{4})-(\d\d)-(\d\d)(?![\w-])/gu,
    (day, year: string, month: string, date: string) => {
      const name = months[Number(month) - 1];
      return name === undefined ? day : `${Number(date)} ${name} ${year}`;
    },
  );
}

/**
 * A pack with its days in words; what somebody is quoted with stays as it was said.
 *
 * @example withWordedDays(pack).chapters.length // 6
 */
export function withWordedDays(pack: PackDocument): PackDocument {
  return {
    ...pack,
    subtitle: wordedDays(pack.subtitle),
    chapters: pack.chapters.map((chapter) => ({
      ...chapter,
      sections: chapter.sections.map((section) => ({ ...section, blocks: section.blocks.map(wordBlock) })),
    })),
  };
}

function wordBlock(block: PackBlock): PackBlock {
  if (block.kind === 'quote' || block.kind === 'figure') return block;
  if (block.kind === 'list')
    return { ...block, items: block.items.map((item) => ({ ...item, text: wordedDays(item.text) })) };
  if (block.kind === 'facts')
    return { ...block, rows: block.rows.map((row) => ({ ...row, text: wordedDays(row.text) })) };
  if (block.kind === 'table')
    return {
      ...block,
      rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(wordedDays) })),
      ...(block.note === undefined ? {} : { note: wordedDays(block.note) }),
    };
  return block.kind === 'gap' ? block : { ...block, text: wordedDays(block.text) };
}
