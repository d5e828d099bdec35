import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';

/**
 * The name of a file of a case, with its marking before it: who finds the file in a folder sees how to treat it.
 *
 * @example markedFileName(document, 'frontier', 'csv') // 'OFFICIAL-SENSITIVE-COMMERCIAL-permits-frontier.csv'
 */
export function markedFileName(
  { id, marking }: Pick<CaseDocument, 'id' | 'marking'>,
  what: string,
  ending: string,
): string {
  const parts = [marking.level, marking.descriptor, id, what].filter((part) => part !== undefined);
  return `${parts.join('-').replaceAll(/[^\w-]/gu, '-')}.${ending}`;
}
