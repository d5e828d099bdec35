/** The sections of a playbook, in the order in which they are read. */
export const sectionIds = [
  'scope',
  'business-model',
  'pricing',
  'market',
  'risks',
  'terms',
  'exit',
  'levers',
  'client',
  'small-firms',
  'kpis',
  'routes',
  'models',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** What every paragraph of a section must have beside its text and its mark. */
export type ParagraphNeed = 'name' | 'formula' | 'by' | 'model';

/** Needs of the sections that list things; the others are plain paragraphs. */
export const sectionNeeds: Readonly<Partial<Record<SectionId, readonly ParagraphNeed[]>>> = {
  pricing: ['name'],
  levers: ['by'],
  kpis: ['name', 'formula'],
  routes: ['name'],
  models: ['model'],
};

/**
 * A passage as its parts: a section, or one paragraph of it.
 *
 * @example parsePassage('terms.egress') // { section: 'terms', paragraph: 'egress' }
 * @example parsePassage('nowhere') // null
 */
export function parsePassage(passage: string): { section: SectionId; paragraph: string | null } | null {
  const [name, paragraph = null] = passage.split('.', 2);
  const section = sectionIds.find((id) => id === name);
  return section === undefined ? null : { section, paragraph };
}
