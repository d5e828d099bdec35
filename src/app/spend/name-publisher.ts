import { publisherFromFileName, type PublisherBasis } from '../../domain/spend/publisher-name.ts';
import { normaliseName } from '../../domain/organisations/normalise-name.ts';
import type { SurveyedTable } from './survey-file.ts';

/** Whose file it is. */
export type Publisher = { name: string; key: string; basis: PublisherBasis };

/**
 * Whose file it is: as stated, else the one department family or the one body that its rows name, else what the file's
 * name says.
 *
 * @example namePublisher('april.csv', 'Marram District Council', []).basis // 'stated'
 */
export function namePublisher(
  fileName: string,
  stated: string | undefined,
  tables: readonly SurveyedTable[],
): Publisher {
  const name = stated?.trim() ?? '';
  if (name !== '') return { name, key: normaliseName(name), basis: 'stated' };
  for (const counts of ['families', 'buyers'] as const) {
    const names = new Set(tables.flatMap(({ findings }) => [...findings[counts].keys()]));
    const [only] = names;
    if (only !== undefined && new Set([...names].map(normaliseName)).size === 1)
      return { name: only, key: normaliseName(only), basis: 'column' };
  }
  const guessed = publisherFromFileName(fileName);
  return { name: guessed, key: normaliseName(guessed), basis: 'file-name' };
}
