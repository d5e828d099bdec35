import { AppError } from '../../../lib/errors.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { statesAmount } from './amount-forms.ts';
import {
  textsOf,
  type PackBlock,
  type PackDocument,
  type PackFigure,
  type PackSection,
  type PackTable,
  type Told,
} from './pack-document.ts';
import { priceSecrets, tellsPrice, type PriceSecret } from './price-secrets.ts';
import { releaseOf, unknownSections } from './release-category.ts';
import { newSchedule, type Schedule, type WithheldEntry, type WithheldMatter } from './schedule.ts';
import { scheduleChapter } from './schedule-chapter.ts';
import { drawnTexts } from './drawn-texts.ts';
import { amountsIn, foldedText, piecesOf, withheldSentences } from './withheld-words.ts';

/** What a version for release goes by. */
export type ReleaseMatter = {
  document: CaseDocument;
  /** Every section that a pack of the case can have, whoever reads it: what is withheld in one must not stand in another. */
  sections: readonly PackSection[];
  /** Totals with the figures that state them, in pounds: they are withheld where a total would tell a price. */
  totals: readonly { lines: readonly string[]; amounts: readonly number[] }[];
  /** Names of people beside those that the case names. */
  people?: readonly string[];
};

/** A pack that may be published, once somebody has checked it, with everything that it leaves out. */
export type ReleasedPack = {
  pack: PackDocument;
  schedule: WithheldEntry[];
};

/** What may not be seen. */
type Secrets = {
  document: CaseDocument;
  prices: PriceSecret[];
  amounts: number[];
  sentences: ReturnType<typeof withheldSentences>;
  people: string[];
  withheld: ReadonlyMap<string, WithheldMatter>;
};

/**
 * The version of a pack that may be published, with the schedule of what it leaves out. A section is withheld where the case says
 * so; a price where its disclosure basis doesn’t allow it; a total where it would tell such a price; and a sentence or figure
 * that is withheld in one place is withheld wherever it is repeated. Nothing is withheld without standing in the schedule.
 *
 * @throws AppError `bad-request` with `fields` where the case wants something withheld that no section is called
 * @example releasePack(pack, { document, sections, totals: [] }).schedule[0]?.section // 'Cost lines'
 */
export function releasePack(pack: PackDocument, matter: ReleaseMatter): ReleasedPack {
  refuseUnknown(matter.document);
  const secrets = secretsOf(matter);
  const schedule = newSchedule();
  const chapters = pack.chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section) => releaseSection(section, secrets, schedule)),
  }));
  const shown = pack.chapters.flatMap(({ sections }) => sections);
  const undecided = shown
    .filter((section) => releaseOf(section, matter.document.release) === null)
    .map(({ title }) => title);
  const front = judgeOf(secrets, schedule, 'Front page');
  const [title, subtitle, body] = [pack.title, pack.subtitle, pack.body].map((text) =>
    releaseText(text, front, 'passage'),
  );
  const released: PackDocument = {
    ...pack,
    title: title ?? '',
    subtitle: subtitle ?? '',
    body: body ?? '',
    form: `${pack.form}: version for release`,
    marking: 'OFFICIAL',
    chapters: [...chapters, scheduleChapter(schedule.entries, undecided)],
  };
  return { pack: released, schedule: schedule.entries };
}

/** What isn’t found can’t be withheld, and what isn’t withheld for sure is not written. */
function refuseUnknown({ release }: CaseDocument): void {
  const unknown = unknownSections(release);
  if (unknown.length === 0) return;
  const names = unknown.map((name) => `“${name}”`).join(', ');
  const says = `The case wants ${names} withheld, and no section of a pack is called that. Name the section in which it stands, such as “Scores and dissent”; the pack in full has every title.`;
  throw new AppError('bad-request', says, { fields: { version: says } });
}

function secretsOf({ document, sections, totals, people: others = [] }: ReleaseMatter): Secrets {
  const kept = sections.flatMap((section) => {
    const said = releaseOf(section, document.release);
    return said === null || said.category === 'publish' ? [] : [{ section, said }];
  });
  const prices = priceSecrets(
    document,
    kept.some(({ section }) => section.id === 'assumptions'),
  );
  const people = [...document.roles.flatMap(({ name }) => name ?? []), ...others];
  const told = [
    ...prices.flatMap(({ amounts }) => amounts),
    ...totals.filter(({ lines }) => tellsPrice(lines, prices)).flatMap(({ amounts }) => amounts),
  ];
  const secrets: Omit<Secrets, 'withheld'> = {
    document,
    prices,
    people,
    sentences: withheldSentences(
      document,
      kept.map(({ section }) => section),
      (text) => statesAmount(text, told, 'loose'),
    ),
    // What generated sentences tell of prices is known by what they rest on.
    amounts: kept
      .filter(({ section }) => section.id !== 'assumptions')
      .flatMap(({ section }) => section.blocks.flatMap(textsOf).flatMap(amountsIn)),
  };
  const matters = kept.map(({ section: { id, title }, said }): [string, WithheldMatter] => [
    id,
    {
      reason: 'section',
      section: title,
      category: said.category === 'exempt' ? 'likely exempt' : 'on request',
      exemption: sayable(
        said.exemption ??
          (said.category === 'exempt' ? 'Nobody has named one.' : 'None: it can be asked for.'),
        secrets,
      ),
      because: sayable(said.because ?? 'Nobody has said why.', secrets),
      review: said.reviewOn ?? 'Nobody has set a day.',
    },
  ]);
  return { ...secrets, withheld: new Map(matters) };
}

/** What the case says of its release, as far as that tells nothing itself: the schedule is published too. */
function sayable(text: string, secrets: Omit<Secrets, 'withheld'>): string {
  return wordsMatter(text, secrets, '') === null ? text : 'It can’t be said here: it tells what is withheld.';
}

function releaseSection(section: PackSection, secrets: Secrets, schedule: Schedule): PackSection {
  const whole = secrets.withheld.get(section.id);
  if (whole !== undefined) {
    const entry = schedule.enter(whole, 'the whole section');
    return {
      ...section,
      blocks: [{ kind: 'gap', entry, what: `The section “${section.title}” is withheld` }],
    };
  }
  const judge = judgeOf(secrets, schedule, section.title);
  return { ...section, blocks: section.blocks.map((block) => releaseBlock(block, judge)) };
}

/** The number of the entry of what is withheld; null where it may be seen. */
type Judge = {
  told: (told: Told, item: string) => number | null;
  words: (text: string, item: string) => number | null;
  /** The same of the texts of a drawing, whose figures are judged by what they tell. */
  drawn: (text: string, item: string) => number | null;
};

function judgeOf(secrets: Secrets, schedule: Schedule, section: string): Judge {
  const enter = (matter: WithheldMatter | null, item: string): number | null =>
    matter === null ? null : schedule.enter(matter, item);
  return {
    told: (told, item) => enter(toldMatter(told, secrets, section), item),
    words: (text, item) => enter(wordsMatter(text, secrets, section), item),
    drawn: (text, item) => enter(wordsMatter(text, { ...secrets, amounts: [] }, section), item),
  };
}

const gapText = (entry: number): string => `Withheld (${entry})`;

/** A text without those of its lines that may not be seen. */
function releaseText(text: string, judge: Judge, item: string): string {
  const left = text
    .split('\n')
    .map((line) => {
      const entry = judge.words(line, item);
      return entry === null ? line : gapText(entry);
    })
    .join('\n');
  // What is said over several lines stands in none of them.
  const entry = judge.words(left, item);
  return entry === null ? left : gapText(entry);
}

/** A name as it may be seen, and what the schedule calls what bears it. */
function releaseName(name: string, judge: Judge): { name: string; item: string } {
  const released = releaseText(name, judge, 'passage');
  return { name: released, item: released === name ? name : 'passage' };
}

function releasePassage<Kind extends Told & { text: string }>(
  passage: Kind,
  judge: Judge,
  item: string,
): Kind {
  const entry = judge.told(passage, item);
  return { ...passage, text: entry === null ? releaseText(passage.text, judge, item) : gapText(entry) };
}

function releaseBlock(block: PackBlock, judge: Judge): PackBlock {
  if (block.kind === 'gap') return block;
  if (block.kind === 'heading') return { ...block, text: releaseText(block.text, judge, 'passage') };
  if (block.kind === 'list')
    return { ...block, items: block.items.map((item) => releasePassage(item, judge, 'passage')) };
  if (block.kind === 'facts')
    return {
      ...block,
      rows: block.rows.map((row) => {
        const { name, item } = releaseName(row.name, judge);
        return { ...releasePassage(row, judge, item), name };
      }),
    };
  if (block.kind === 'table') return releaseTable(block, judge);
  if (block.kind === 'figure') return releaseFigure(block, judge);
  const entry = judge.told(block, 'passage') ?? judge.words(block.text, 'passage');
  if (entry !== null) return { kind: 'gap', entry, what: 'A passage is withheld' };
  return block.kind === 'quote' ? { ...block, by: releaseText(block.by, judge, 'passage') } : block;
}

function releaseFigure(figure: PackFigure, judge: Judge): PackBlock {
  const { name, item } = releaseName(figure.caption, judge);
  const entry = drawnTexts(figure.svg).reduce(
    (found, text) => found ?? judge.drawn(text, item),
    judge.told(figure, item) ?? judge.words(figure.alt, item),
  );
  return entry === null
    ? { ...figure, caption: name }
    : { kind: 'gap', entry, what: `The figure “${name}” is withheld` };
}

function releaseTable(table: PackTable, judge: Judge): PackBlock {
  const { isWhole = false, note } = table;
  const { name: caption, item: captionItem } = releaseName(table.caption, judge);
  const rows = table.rows.map((row) => {
    const [first = '', ...others] = row.cells;
    const { name, item: own } = releaseName(first, judge);
    const item = isWhole ? captionItem : own;
    const entry = judge.told(row, item);
    return {
      entry,
      cells: [
        name,
        ...others.map((cell, at) => {
          const told = entry ?? judge.told(row.cellTold?.[at + 1] ?? {}, item);
          return told === null ? releaseText(cell, judge, item) : gapText(told);
        }),
      ],
    };
  });
  const entry = rows.find((row) => row.entry !== null)?.entry ?? null;
  if (isWhole && entry !== null) return { kind: 'gap', entry, what: `The table “${caption}” is withheld` };
  return {
    ...table,
    caption,
    head: table.head.map((head) => releaseText(head, judge, 'passage')),
    rows: rows.map(({ cells }) => ({ cells })),
    ...(note === undefined ? {} : { note: releaseText(note, judge, `note under “${caption}”`) }),
  };
}

/** Why something is withheld for what it tells of prices or of a withheld section; null where it may be seen. */
function toldMatter(
  { rests = [], tellsOf = [] }: Told,
  secrets: Secrets,
  section: string,
): WithheldMatter | null {
  const told = tellsOf.flatMap((id) => secrets.withheld.get(id) ?? [])[0];
  if (told !== undefined)
    return { ...told, section, because: `It tells of “${told.section}”, which is withheld.` };
  const telling = rests.find((lines) => tellsPrice(lines, secrets.prices));
  return telling === undefined ? null : priceMatter(telling, secrets, section);
}

/** Why words are withheld because they stand, or what they say stands, where it is withheld; null where they may be seen. */
function wordsMatter(
  text: string,
  secrets: Omit<Secrets, 'withheld'>,
  section: string,
): WithheldMatter | null {
  const { document, sentences, people, amounts } = secrets;
  const folded = foldedText(text);
  if (sentences.ofPrices.some((piece) => folded.includes(piece)))
    return {
      ...commercial(document),
      reason: 'repeats',
      section,
      because:
        'It states the same figure as a price that is withheld. Where that is chance, say in the case that the price may be published, or write the sentence without the figure.',
    };
  if (statesAmount(text, amounts) || piecesOf(text).some((piece) => sentences.ofSections.has(piece)))
    return {
      reason: 'repeats',
      section,
      category: 'as where it stands',
      exemption: 'As for the section in which it stands.',
      because: 'It repeats what stands in a section that is withheld.',
      review: 'As for the section in which it stands.',
    };
  if (people.some((name) => text.includes(name)))
    return {
      reason: 'person',
      section,
      category: 'likely exempt',
      exemption: `${informationAct(document)}, section ${document.buyer.nation === 'scotland' ? '38' : '40'}`,
      because: 'It names a person; the post is said.',
      review: 'Nobody has set a day.',
    };
  return null;
}

function priceMatter(
  lines: readonly string[],
  { prices, document }: Secrets,
  section: string,
): WithheldMatter {
  const own = prices.filter(({ line }) => lines.includes(line));
  const isPrice = lines.length === 1;
  const stated = [...new Set(own.flatMap(({ basis, isStated }) => (isStated ? [basis] : [])))];
  return {
    ...commercial(document),
    reason: isPrice ? 'price' : 'total',
    section,
    because: !isPrice
      ? 'A total from which a price that may not be published could be worked out.'
      : stated.length > 0
        ? `A price whose disclosure basis is ${stated.map((basis) => `“${basis}”`).join(' or ')}.`
        : 'A price whose disclosure basis nobody has recorded, so that it is taken as “owner only”.',
  };
}

function commercial(document: CaseDocument): Pick<WithheldMatter, 'category' | 'exemption' | 'review'> {
  const number = document.buyer.nation === 'scotland' ? '33' : '43';
  return {
    category: 'likely exempt',
    exemption: `${informationAct(document)}, section ${number} (commercial interests), if somebody confirms it`,
    review: 'Nobody has set a day.',
  };
}

function informationAct({ buyer }: CaseDocument): string {
  return buyer.nation === 'scotland'
    ? 'Freedom of Information (Scotland) Act 2002'
    : 'Freedom of Information Act 2000';
}
