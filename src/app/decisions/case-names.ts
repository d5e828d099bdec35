import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';

/** Names of what a document refers to by ids; an id without one stands for itself. */
export type CaseNames = {
  option: (id: string) => string;
  criterion: (id: string) => string;
  assessor: (id: string) => string;
  component: (id: string) => string;
};

/** The parts of a case that have names. */
type NamedParts = Pick<CaseDocument, 'options' | 'criteria' | 'assessors' | 'components'>;

/**
 * The names in a case, for sentences.
 *
 * @example namesOf(document).option('saas') // 'SaaS suite'
 */
export function namesOf({ options, criteria, assessors, components }: NamedParts): CaseNames {
  return {
    option: lookup(options.map(({ id, name }) => [id, name])),
    criterion: lookup(criteria.map(({ id, name }) => [id, name])),
    assessor: lookup(assessors.map(({ id, post }) => [id, post])),
    component: lookup(components.map(({ id, name }) => [id, name])),
  };
}

function lookup(pairs: readonly (readonly [id: string, name: string])[]): (id: string) => string {
  const names = new Map(pairs);
  return (id) => names.get(id) ?? id;
}

/**
 * A pass/fail test as words.
 *
 * @example testName('team-in-post') // 'team in post'
 */
export function testName(id: string): string {
  return id.replaceAll('-', ' ');
}
