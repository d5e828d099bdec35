import type { CaseDocument } from '../case-parts/case-document.ts';
import { wordedDays } from './worded-days.ts';
import { textsOf, type PackSection } from './pack-document.ts';

/** Pieces of fewer words say something by themselves only where somebody made them a sentence, or nobody else wrote the same. */
const fewestWords = 6;

/**
 * The sentences and parts of sentences of a text, in small letters and without signs.
 *
 * @example piecesOf('No. Nobody has tried it: why?') // ['no', 'nobody has tried it', 'why']
 */
export function piecesOf(text: string): string[] {
  return text.split(/[.;:!?]["”’)]*\s|\n/u).map(plainPiece);
}

function plainPiece(piece: string): string {
  return piece
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%£]+/gu, ' ')
    .trim();
}

/** How many of its words hold a letter: a day or a figure says nothing by itself. */
function countWords(piece: string): number {
  return piece.split(' ').filter((word) => /\p{L}/u.test(word)).length;
}

/**
 * What texts that people wrote say by themselves: pieces of six words or more, shorter ones of two or more that end as a sentence,
 * and whole texts of two or more words that stand only once.
 *
 * @example tellingPieces(['Weak. We lost it', 'high']) // new Set(['we lost it'])
 */
export function tellingPieces(texts: readonly string[]): Set<string> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(plainPiece(text), (times.get(plainPiece(text)) ?? 0) + 1);
  const short = texts.flatMap((text) => {
    const ends = text.split(/(?<=[.!?]["”’)]*)(?:\s|$)/u).filter((one) => /[.!?]["”’)]*$/u.test(one));
    return [
      ...ends.map(plainPiece),
      ...(text.includes(' ') && times.get(plainPiece(text)) === 1 ? piecesOf(text) : []),
    ];
  });
  return new Set([
    ...texts.flatMap(piecesOf).filter((piece) => countWords(piece) >= fewestWords),
    ...short.filter((piece) => countWords(piece) >= 2 && !isDay(piece)),
  ]);
}

function isDay(piece: string): boolean {
  return /^(?:\p{L}+ )?\d{1,2} \p{L}+ \d{4}$/u.test(piece);
}

/**
 * Every text that people wrote in a case, names left out: a name may be said even where what is said of it may not.
 *
 * @example authoredTexts(document).includes('Access ends with the contract.') // true
 */
export function authoredTexts(document: CaseDocument): string[] {
  const names = namesIn(document);
  return everyText(document)
    .filter((text) => !names.has(text))
    .map(wordedDays);
}

/** What things of a case are called. */
function namesIn(document: CaseDocument): Set<string> {
  const { options, criteria, costs, benefits, components, enquiries, stressTests, roles, assessors } =
    document;
  return new Set([
    document.title,
    document.buyer.name,
    ...[...options, ...criteria, ...components, ...stressTests].map(({ name }) => name),
    ...[...costs.lines, ...costs.risks, ...benefits, ...enquiries].map(({ label }) => label),
    ...[...roles, ...assessors].map(({ post }) => post),
    ...postsIn(document),
  ]);
}

/** Fields that hold a post, or what a thing is counted in. */
const postFields = new Set(['post', 'owner', 'realisedBy', 'approver', 'lockedBy', 'unit', 'name']);

function postsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    typeof held === 'string' ? (postFields.has(key) ? [held] : []) : postsIn(held),
  );
}

function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : [];
}

/**
 * A text without what differs between two places where the same is said: capitals, blanks and the ends of lines.
 *
 * @example foldedText('It asks\n£2.28M') // 'it asks £2.28m'
 */
export function foldedText(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Sentences that people wrote and that may not be seen: those of withheld sections, and those that state a price that is withheld.
 * Sentences of the program itself aren’t among them: what their figures tell is known. A name that states such a price is.
 *
 * @param isSecret whether a text states such a price
 * @example withheldSentences(document, [dissent], () => false).has('we should build all of it') // true
 */
export function withheldSentences(
  document: CaseDocument,
  sections: readonly PackSection[],
  isSecret: (text: string) => boolean,
): { ofSections: Set<string>; ofPrices: string[] } {
  const texts = authoredTexts(document);
  const authored = tellingPieces(texts);
  for (const name of namesIn(document)) authored.delete(plainPiece(name));
  const shown = sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)).flatMap(piecesOf);
  return {
    ofSections: new Set(shown.filter((sentence) => authored.has(sentence))),
    ofPrices: [
      ...new Set(
        everyText(document)
          .flatMap((text) => wordedDays(text).split(/(?<=[.;!?]["”’)]*)\s/u))
          .filter((piece) => isSecret(piece))
          .map(foldedText),
      ),
    ],
  };
}

const amount = /£ ?(?<figure>\d[\d,]*(?:\.\d+)?) ?(?<unit>bn|billion|m\b|million|k\b|thousand)?/giu;
const units: Readonly<Record<string, number>> = {
  bn: 1e9,
  billion: 1e9,
  m: 1e6,
  million: 1e6,
  k: 1e3,
  thousand: 1e3,
};

/**
 * The amounts of money in a text, in pounds.
 *
 * @example amountsIn('From £2.28m to £640 a day') // [2_280_000, 640]
 */
export function amountsIn(text: string): number[] {
  return [...text.matchAll(amount)].map(({ groups }) => {
    const pounds = Number((groups?.['figure'] ?? '').replaceAll(',', ''));
    return Math.round(pounds * (units[(groups?.['unit'] ?? '').toLowerCase()] ?? 1) * 100) / 100;
  });
}
