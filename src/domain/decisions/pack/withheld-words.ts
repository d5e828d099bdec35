import type { CaseDocument } from '../case-parts/case-document.ts';
import { wordedDays } from './worded-days.ts';
import { textsOf, type PackSection } from './pack-document.ts';

/** Shorter pieces say nothing by themselves. */
const fewestWords = 6;

/**
 * The sentences of a text that say something by themselves, six words or more.
 *
 * @example sentencesOf('No. Nobody has tried the export of all records.') // ['nobody has tried the export of all records']
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/[.;:!?]["”’)]*\s|\n/u)
    .map((piece) =>
      piece
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}%£]+/gu, ' ')
        .trim(),
    )
    .filter((piece) => piece.split(' ').length >= fewestWords);
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
  ]);
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
  const authored = new Set(texts.flatMap(sentencesOf));
  const shown = sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)).flatMap(sentencesOf);
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
