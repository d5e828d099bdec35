import { packFormats } from '../../../../app/decisions/pack/case-pack.ts';
import type { CaseDocument } from '../../../../domain/decisions/case-parts/case-document.ts';
import { packReaders } from '../../../../domain/decisions/pack/pack-reader.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';

/** In full, or what may be published. */
export const packVersions = ['full', 'release'] as const;

/** What is wrong with a choice, by its field. */
export type PackFaults = { for?: string; version?: string; format?: string };

type Choice = { name: string; legend: string; error: string | null; items: object[] };

/** What the form of a pack shows. */
export type PackView = { choices: Choice[]; errors: { text: string; href: string }[] };

const readerOfStage = { 'strategic-outline': 'sobc', outline: 'obc', full: 'fbc' } as const;

/**
 * The three choices of a pack: for whom, which version, which format.
 *
 * @example presentPack(document, { typed: {}, faults: {} }, words).choices.length // 3
 */
export function presentPack(
  { stage }: Pick<CaseDocument, 'stage'>,
  { typed, faults }: { typed: Readonly<Record<string, string>>; faults: PackFaults },
  words: Catalogue,
): PackView {
  const { readers, versions, formats, fields } = words.casePack;
  const choice = (
    name: keyof PackFaults,
    values: readonly string[],
    told: Readonly<Record<string, readonly [text: string, hint: string]>>,
    usual: string,
  ): Choice => ({
    name,
    legend: fields[name],
    error: faults[name] ?? null,
    items: values.map((value) => ({
      value,
      text: told[value]?.[0] ?? value,
      hint: { text: told[value]?.[1] ?? '' },
      checked: (typed[name] ?? usual) === value,
    })),
  });
  return {
    choices: [
      choice('for', packReaders, readers, readerOfStage[stage]),
      choice('version', packVersions, versions, 'full'),
      choice('format', packFormats, formats, 'html'),
    ],
    errors: Object.entries(faults).map(([name, text]) => ({ text, href: `#${name}` })),
  };
}
