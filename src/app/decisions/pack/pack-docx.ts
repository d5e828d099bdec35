import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx';
import type {
  PackBlock,
  PackChapter,
  PackDocument,
  PackSection,
  PackTable,
} from '../../../domain/decisions/pack/pack-document.ts';

/** Twentieths of a point. */
const [pageWidth, pageHeight, margin] = [11_906, 16_838, 1_000];
/** A table with more columns needs the page’s long side. */
const portraitColumns = 6;

/**
 * A pack as a Word document: headings as headings, tables with captions and heads that repeat, the marking at the head and foot of
 * every page, its language and its properties set. A drawing is told in words, as its table stands beside it; the HTML has both.
 */
export async function packDocx(pack: PackDocument): Promise<Uint8Array> {
  const { title, form, marking, body, chapters } = pack;
  const file = new Document({
    title: `${title}: ${form}`,
    subject: form,
    creator: body,
    lastModifiedBy: body,
    keywords: marking,
    description: `${form}. ${marking}.`,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: 'Arial', size: 40, bold: true },
          paragraph: { spacing: { after: 120, line: 240, lineRule: LineRuleType.AUTO } },
        },
        heading1: headingStyle(32, 240),
        heading2: headingStyle(26, 280),
        heading3: headingStyle(22, 200),
      },
      paragraphStyles: [
        {
          id: 'TableCaption',
          name: 'Table caption',
          basedOn: 'Normal',
          run: { bold: true },
          paragraph: { keepNext: true, spacing: { before: 160, after: 60 } },
        },
        {
          id: 'TableText',
          name: 'Table text',
          basedOn: 'Normal',
          run: { size: 18 },
          paragraph: { spacing: { after: 20, line: 240, lineRule: LineRuleType.AUTO } },
        },
        {
          id: 'Note',
          name: 'Note',
          basedOn: 'Normal',
          run: { size: 18, color: '484949' },
          paragraph: { spacing: { before: 60 } },
        },
        {
          id: 'Said',
          name: 'Quotation',
          basedOn: 'Normal',
          paragraph: { indent: { left: 400, right: 400 } },
        },
        { id: 'Notice', name: 'Notice', basedOn: 'Normal', run: { bold: true } },
        { id: 'Withheld', name: 'Withheld', basedOn: 'Normal', run: { italics: true } },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 260 } } },
            },
          ],
        },
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 400 } } },
            },
          ],
        },
      ],
    },
    sections: chapters.map((chapter, at) => sectionOf(pack, chapter, at === 0)),
  });
  return Packer.toBuffer(file);
}

function headingStyle(size: number, before: number): { run: object; paragraph: object } {
  return {
    run: { font: 'Arial', size, bold: true, color: '0b0c0c' },
    paragraph: { keepNext: true, spacing: { before, after: 100, line: 240, lineRule: LineRuleType.AUTO } },
  };
}

function sectionOf(pack: PackDocument, chapter: PackChapter, isFirst: boolean): ISectionOptions {
  const columns = chapter.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.head.length : 0)),
  );
  const isWide = Math.max(0, ...columns) > portraitColumns;
  const width = (isWide ? pageHeight : pageWidth) - 2 * margin;
  const marked = (): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: pack.marking, bold: true, size: 18 })],
    });
  return {
    properties: {
      page: {
        // The library exchanges the two sides of a page that lies.
        size: {
          width: pageWidth,
          height: pageHeight,
          orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    headers: { default: new Header({ children: [marked()] }) },
    footers: {
      default: new Footer({
        children: [
          marked(),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({ text: `${pack.title}: ${pack.form}. Page `, size: 16 }),
              new TextRun({ children: [PageNumber.CURRENT], size: 16 }),
              new TextRun({ text: ' of ', size: 16 }),
              new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 16 }),
            ],
          }),
        ],
      }),
    },
    children: [
      ...(isFirst
        ? [
            new Paragraph({ heading: HeadingLevel.TITLE, text: pack.title }),
            new Paragraph({ text: pack.form }),
            new Paragraph({ style: 'Note', text: pack.subtitle }),
          ]
        : []),
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: chapter.title }),
      ...chapter.sections.flatMap((section) =>
        sectionParts(section, {
          isChapter: chapter.sections.length === 1 && section.title === chapter.title,
          width,
        }),
      ),
    ],
  };
}

type Part = Paragraph | Table;

function sectionParts(
  { title, blocks }: PackSection,
  { isChapter, width }: { isChapter: boolean; width: number },
): Part[] {
  const heading = isChapter ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, text: title })];
  const below = isChapter ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
  return [...heading, ...blocks.flatMap((block) => blockParts(block, below, width))];
}

type Below = typeof HeadingLevel.HEADING_2 | typeof HeadingLevel.HEADING_3;

function blockParts(block: PackBlock, below: Below, width: number): Part[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ text: block.text })];
    case 'heading':
      return [new Paragraph({ heading: below, text: block.text })];
    case 'notice':
      return [new Paragraph({ style: 'Notice', text: block.text })];
    case 'quote':
      return [
        new Paragraph({ style: 'Said', text: block.text }),
        new Paragraph({ style: 'Said', children: [new TextRun({ text: block.by, italics: true })] }),
      ];
    case 'gap':
      return [
        new Paragraph({
          style: 'Withheld',
          text: `${block.what}: see entry ${block.entry} of the schedule.`,
        }),
      ];
    case 'list':
      return block.items.map(
        ({ text }) =>
          new Paragraph({
            text,
            numbering: { reference: block.isOrdered === true ? 'numbers' : 'bullets', level: 0 },
          }),
      );
    case 'facts':
      return [
        ...tableParts(
          {
            kind: 'table',
            caption: '',
            head: ['Question', 'Answer'],
            numeric: [],
            rows: block.rows.map(({ name, text }) => ({ cells: [name, text] })),
          },
          width,
          [0.22, 0.78],
        ),
      ];
    case 'figure':
      return [
        new Paragraph({ style: 'TableCaption', text: block.caption }),
        new Paragraph({ text: `The HTML version draws this. ${block.alt}` }),
      ];
    case 'table':
      return tableParts(block, width, columnShares(block));
    default:
      return block satisfies never;
  }
}

/** Widths by what stands in the columns: the longest word must fit, and long texts get more. */
function columnShares({ head, rows }: PackTable): number[] {
  const needs = head.map((name, at) => {
    const cells = [name, ...rows.map(({ cells: own }) => own[at] ?? '')];
    const word = Math.max(...cells.map(longestWord));
    const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
    return Math.max(word * 1.2 + 2, Math.min(40, 4 + mean));
  });
  const sum = needs.reduce((total, need) => total + need, 0);
  return needs.map((need) => need / sum);
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s/u).map((word) => word.length));
}

function tableParts(table: PackTable, width: number, shares: readonly number[]): Part[] {
  const { caption, head, rows, numeric, note } = table;
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: line, bottom: line, left: none, right: none };
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: Math.round(width * (shares[column] ?? 0)), type: WidthType.DXA },
      borders,
      margins: { top: 40, bottom: 40, left: 40, right: 80 },
      children: text.split('\n').map(
        (own) =>
          new Paragraph({
            style: 'TableText',
            alignment: numeric.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [new TextRun({ text: own, bold: isHead })],
          }),
      ),
    });
  return [
    ...(caption === '' ? [] : [new Paragraph({ style: 'TableCaption', text: caption })]),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: shares.map((share) => Math.round(width * share)),
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((name, at) => cell(name, at, true)),
        }),
        ...rows.map(
          ({ cells }) =>
            new TableRow({
              cantSplit: true,
              children: cells.map((text, at) => cell(text, at, at === 0 && head[0] === 'Question')),
            }),
        ),
      ],
    }),
    new Paragraph(note === undefined ? { text: '' } : { style: 'Note', text: note }),
  ];
}
