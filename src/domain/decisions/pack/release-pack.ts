import type { CaseDocument } from '../case-parts/case-document.ts';
import { statesAmount } from './amount-forms.ts';
import {
  packSectionIds,
  textsOf,
  type PackBlock,
  type PackDocument,
  type PackSection,
  type Told,
} from './pack-document.ts';
import { priceSecrets, tellsPrice, type PriceSecret } from './price-secrets.ts';
import { namesSection, releaseOf } from './release-category.ts';
import { newSchedule, type Schedule, type WithheldEntry, type WithheldMatter } from './schedule.ts';
import { scheduleChapter } from './schedule-chapter.ts';
import { amountsIn, sentencesOf, withheldSentences } from './withheld-words.ts';

/** What a version for release goes by. */
export type ReleaseMatter = {
  document: CaseDocument;
  /** Every section that a pack of the case can have, whoever reads it: what is withheld in one must not stand in another. */
  sections: readonly PackSection[];
  /** Totals with the figures that state them, in pounds: they are withheld where a total would tell a price. */
  totals: readonly { lines: readonly string[]; amounts: readonly number[] }[];
};

/** A pack that may be published, once somebody has checked it, with everything that it leaves out. */
export type ReleasedPack = {
  pack: PackDocument;
  schedule: WithheldEntry[];
  /** Sections that the case wants withheld, and that no section is called. */
  unplaced: string[];
};

/** What may not be seen. */
type Secrets = {
  document: CaseDocument;
  prices: PriceSecret[];
  amounts: number[];
  sentences: ReadonlySet<string>;
  people: string[];
  withheld: ReadonlyMap<string, WithheldMatter>;
};

/**
 * The version of a pack that may be published, with the schedule of what it leaves out. A section is withheld where the case says
 * so; a price where its disclosure basis doesn’t allow it; a total where it would tell such a price; and a sentence or figure
 * that is withheld in one place is withheld wherever it is repeated. Nothing is withheld without standing in the schedule.
 *
 * @example releasePack(pack, { document, sections, totals: [] }).schedule[0]?.section // 'Cost lines'
 */
export function releasePack(pack: PackDocument, matter: ReleaseMatter): ReleasedPack {
  const secrets = secretsOf(matter);
  const schedule = newSchedule();
  const chapters = pack.chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section) => releaseSection(section, secrets, schedule)),
  }));
  const shown = pack.chapters.flatMap(({ sections }) => sections);
  const unplaced = matter.document.release
    .filter(({ category }) => category !== 'publish')
    .map(({ section }) => section)
    .filter(
      (name) =>
        !matter.sections.some((section) => namesSection(name, section)) &&
        !packSectionIds.some((id) => namesSection(name, { id, title: id })),
    );
  const undecided = shown
    .filter((section) => releaseOf(section, matter.document.release) === null)
    .map(({ title }) => title);
  const released: PackDocument = {
    ...pack,
    form: `${pack.form}: version for release`,
    marking: 'OFFICIAL',
    chapters: [...chapters, scheduleChapter(schedule.entries, { unplaced, undecided })],
  };
  return { pack: released, schedule: schedule.entries, unplaced };
}

function secretsOf({ document, sections, totals }: ReleaseMatter): Secrets {
  const kept = sections.flatMap((section) => {
    const said = releaseOf(section, document.release);
    return said === null || said.category === 'publish' ? [] : [{ section, said }];
  });
  const prices = priceSecrets(
    document,
    kept.some(({ section }) => section.id === 'assumptions'),
  );
  const people = document.roles.flatMap(({ name }) => name ?? []);
  return {
    document,
    prices,
    people,
    sentences: withheldSentences(
      document,
      kept.map(({ section }) => section),
    ),
    amounts: [
      ...prices.flatMap(({ amounts }) => amounts),
      ...totals.filter(({ lines }) => tellsPrice(lines, prices)).flatMap(({ amounts }) => amounts),
      ...kept.flatMap(({ section }) => section.blocks.flatMap(textsOf).flatMap(amountsIn)),
    ],
    withheld: new Map(
      kept.map(({ section: { id, title }, said }) => [
        id,
        {
          reason: 'section',
          section: title,
          category: said.category === 'exempt' ? 'likely exempt' : 'on request',
          exemption:
            said.exemption ??
            (said.category === 'exempt' ? 'Nobody has named one.' : 'None: it can be asked for.'),
          because: said.because ?? 'Nobody has said why.',
          review: said.reviewOn ?? 'Nobody has set a day.',
        },
      ]),
    ),
  };
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
  const judge = (texts: readonly string[], told: Told, item: string): number | null => {
    const matter = matterOf(texts, told, secrets, section.title);
    return matter === null ? null : schedule.enter(matter, item);
  };
  return { ...section, blocks: section.blocks.map((block) => releaseBlock(block, judge)) };
}

type Judge = (texts: readonly string[], told: Told, item: string) => number | null;

const gapText = (entry: number): string => `Withheld (${entry})`;

function releaseBlock(block: PackBlock, judge: Judge): PackBlock {
  if (block.kind === 'gap' || block.kind === 'heading') return block;
  if (block.kind === 'list')
    return {
      ...block,
      items: block.items.map((item) => {
        const entry = judge([item.text], item, 'passage');
        return entry === null ? item : { text: gapText(entry) };
      }),
    };
  if (block.kind === 'facts')
    return {
      ...block,
      rows: block.rows.map((row) => {
        const entry = judge([row.text], row, row.name);
        return entry === null ? row : { name: row.name, text: gapText(entry) };
      }),
    };
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => {
      const [name = '', ...others] = row.cells;
      const own = judge([name], {}, 'passage');
      const item = block.isWhole === true ? block.caption : name;
      return own === null
        ? { row, name, entry: judge(others, row, item) }
        : { row, name: gapText(own), entry: own };
    });
    const first = rows.find(({ entry }) => entry !== null);
    if (block.isWhole === true && first !== undefined)
      return { kind: 'gap', entry: first.entry ?? 0, what: `The table “${block.caption}” is withheld` };
    const noted = block.note === undefined ? null : judge([block.note], {}, `note under “${block.caption}”`);
    return {
      ...block,
      rows: rows.map(({ row, name, entry }) =>
        entry === null ? row : { cells: [name, ...row.cells.slice(1).map(() => gapText(entry))] },
      ),
      ...(noted === null ? {} : { note: gapText(noted) }),
    };
  }
  if (block.kind === 'figure') {
    const entry = judge([block.alt, block.svg], block, block.caption);
    return entry === null ? block : { kind: 'gap', entry, what: `The figure “${block.caption}” is withheld` };
  }
  const entry = judge([block.text], block, 'passage');
  return entry === null ? block : { kind: 'gap', entry, what: 'A passage is withheld' };
}

/** Why a piece is withheld; null where it may be seen. */
function matterOf(
  texts: readonly string[],
  { rests = [], tellsOf = [] }: Told,
  secrets: Secrets,
  section: string,
): WithheldMatter | null {
  const told = tellsOf.flatMap((id) => secrets.withheld.get(id) ?? [])[0];
  if (told !== undefined)
    return { ...told, section, because: `It tells of “${told.section}”, which is withheld.` };
  const { prices, document } = secrets;
  const telling = rests.find((lines) => tellsPrice(lines, prices));
  if (telling !== undefined) return priceMatter(telling, secrets, section);
  if (texts.some((text) => statesAmount(text, secrets.amounts)))
    return {
      ...commercial(document),
      reason: 'repeats',
      section,
      because: 'It states a figure that is withheld elsewhere.',
    };
  if (texts.some((text) => sentencesOf(text).some((one) => secrets.sentences.has(one))))
    return {
      reason: 'repeats',
      section,
      category: 'as where it stands',
      exemption: 'As for the section in which it stands.',
      because: 'It repeats words that are withheld elsewhere.',
      review: 'As for the section in which it stands.',
    };
  if (texts.some((text) => secrets.people.some((name) => text.includes(name))))
    return {
      reason: 'person',
      section,
      category: 'likely exempt',
      exemption: `${informationAct(document)}, section ${document.buyer.nation === 'scotland' ? '38' : '40'}`,
      because: 'It names a person; the post is said elsewhere.',
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
  const bases = [...new Set(own.map(({ basis, isStated }) => (isStated ? basis : 'not recorded')))];
  return {
    ...commercial(document),
    reason: isPrice ? 'price' : 'total',
    section,
    because: isPrice
      ? `A price whose disclosure basis is ${bases.map((basis) => `“${basis}”`).join(' or ')}; without one it is taken as “owner only”.`
      : 'A total from which a price that may not be published could be worked out.',
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
