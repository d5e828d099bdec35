import type { CaseDocument } from './case-parts/case-document.ts';

/**
 * The name of any file of a case, with its marking before everything else: who finds the file in a folder sees how to treat it.
 *
 * @param parts the id of the case, and what the file holds
 * @param ending such as `csv`
 * @example markedFileName({ level: 'OFFICIAL-SENSITIVE', descriptor: 'COMMERCIAL' }, ['permits', 'frontier'], 'csv') // 'OFFICIAL-SENSITIVE-COMMERCIAL-permits-frontier.csv'
 */
export function markedFileName(
  { level, descriptor }: CaseDocument['marking'],
  parts: readonly (string | number)[],
  ending: string,
): string {
  const words = [level, ...(descriptor === undefined ? [] : [descriptor]), ...parts];
  return `${words.join('-').replaceAll(/[^\w-]/gu, '-')}.${ending}`;
}
