import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';

/** The parts of a case that people know by name, and sentences about the text of a case by id. */
type Named = Pick<CaseDocument, 'options' | 'components' | 'criteria' | 'assessors' | 'costs'>;

/**
 * A sentence about a case as a page says it: ids in quotation marks become the names that people gave.
 *
 * @example nameIds('"saas" has no cost lines.', document) // '“SaaS suite” has no cost lines.'
 */
export function nameIds(sentence: string, document: Named): string {
  const { options, components, criteria, assessors, costs } = document;
  const names = new Map<string, string>([
    ...costs.lines.map(({ id, label }) => [id, label] as const),
    ...costs.groups.map(({ id, name }) => [id, name] as const),
    ...assessors.map(({ id, post }) => [id, post] as const),
    ...criteria.map(({ id, name }) => [id, name] as const),
    ...components.map(({ id, name }) => [id, name] as const),
    ...options.map(({ id, name }) => [id, name] as const),
  ]);
  return sentence.replaceAll(/["“]([a-z0-9]+(?:-[a-z0-9]+)*)["”]/gu, (quoted, id: string) => {
    const name = names.get(id);
    return name === undefined ? quoted : `“${name}”`;
  });
}
