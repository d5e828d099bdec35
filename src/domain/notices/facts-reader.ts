import { readDay } from './day.ts';
import type { FactsReference } from './facts-reference.ts';
import { textAt, type MaybeObject } from './json-fields.ts';
import type { LegalRegime, Publisher } from './process-facts.ts';

/** What the rules of one process share: its publisher and law, the reference data, and where to note doubts. */
export type FactsReader = {
  publisher: Publisher;
  regime: LegalRegime;
  /** Whether the older, European law applies (`tender.legalBasis.scheme` = `CELEX`): amounts are net of VAT. */
  isDirective: boolean;
  reference: FactsReference;
  quality: string[];
  /** The day of `holder[name]`; a doubt is noted with its path. */
  day(holder: MaybeObject, name: string, path: string): string | null;
};

/**
 * A reader for one process. Its `quality` list grows while the rules read.
 *
 * @example factsReader({ publisher: 'find-a-tender', regime: 'procurement-act', isDirective: false }, reference)
 */
export function factsReader(
  about: Pick<FactsReader, 'publisher' | 'regime' | 'isDirective'>,
  reference: FactsReference,
): FactsReader {
  const quality: string[] = [];
  const isBritish = about.publisher !== 'other';
  return {
    ...about,
    reference,
    quality,
    day(holder, name, path) {
      const text = textAt(holder, name);
      if (text === null) return null;
      const { day, note } = readDay(text, `${path}.${name}`, isBritish);
      if (note !== null && !quality.includes(note)) quality.push(note);
      return day;
    },
  };
}
