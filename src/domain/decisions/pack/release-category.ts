import type { CaseDocument } from '../case-parts/case-document.ts';
import { packSectionIds, type PackSectionId } from './pack-document.ts';

type ReleaseEntry = CaseDocument['release'][number];

/** Words by which people name a section, in small letters, beside its id. A name holds one of them as words. */
const sectionWords: Partial<Readonly<Record<PackSectionId, readonly string[]>>> = {
  'decision-summary': ['summary'],
  need: ['need', 'outcomes', 'strategic case'],
  present: ['business as usual', 'present contract', 'present arrangement'],
  longlist: ['options', 'longlist', 'shortlist'],
  appraisal: ['appraisal', 'value and cost', 'economic case'],
  'indicative-result': ['indicative result', 'result'],
  recommendation: ['recommendation'],
  switching: ['switching values', 'sensitivity', 'sensitivities'],
  stress: ['stress tests', 'stress'],
  enquiries: ['enquiries', 'what to find out'],
  composition: ['composition', 'mixed economy'],
  market: ['market', 'engagement', 'commercial case'],
  reuse: ['reuse', 'what exists already'],
  route: ['route', 'contract strategy', 'procurement strategy'],
  interim: ['interim', 'bridge', 'extension', 'legal advice'],
  'risk-allocation': ['risk allocation', 'risks', 'risk register'],
  exit: ['exit'],
  'money-economic': ['economic table'],
  'money-financial': ['financial table', 'financial case', 'cash'],
  funding: ['funding', 'budget', 'budgets'],
  benefits: ['benefits', 'benefit'],
  roles: ['roles'],
  delivery: ['delivery', 'milestones', 'management case'],
  pilot: ['pilot'],
  approvals: ['approvals'],
  review: ['review'],
  assumptions: ['cost lines', 'assumptions', 'prices', 'rates'],
  tests: ['pass/fail tests', 'tests'],
  scores: ['scores', 'scoring', 'moderation'],
  dissent: ['dissent'],
  conflicts: ['conflicts', 'interests', 'declarations'],
  'model-quality': ['model quality', 'model qa', 'quality assurance', 'quality of the model'],
  assessments: ['assessments', 'equality', 'data protection'],
  'interest-test': ['public interest test'],
  changes: ['change log', 'changes'],
  versions: ['versions', 'reference data', 'record'],
  legal: ['legal implications'],
  equality: ['equality'],
  quality: ['quality of care', 'patients and staff'],
  'clinical-safety': ['clinical safety'],
  'background-papers': ['papers'],
};

const strictness = { publish: 0, 'on-request': 1, exempt: 2 } as const;

/**
 * Whether a name that somebody wrote means a section: by its id or its title, or by words of the section in it.
 *
 * @example namesSection('Scores and dissent', { id: 'dissent', title: 'Dissent' }) // true
 */
export function namesSection(name: string, { id, title }: { id: PackSectionId; title: string }): boolean {
  const named = plain(name);
  if (named === plain(title) || named === plain(id)) return true;
  return (sectionWords[id] ?? []).some((words) => named.includes(plain(words)));
}

/**
 * What the case says of the release of a section, the strictest where it says several things; null where it says nothing, which
 * means that the section is published.
 *
 * @example releaseOf({ id: 'dissent', title: 'Dissent' }, document.release)?.category // 'on-request'
 */
export function releaseOf(
  section: { id: PackSectionId; title: string },
  release: readonly ReleaseEntry[],
): ReleaseEntry | null {
  return (
    release
      .filter(({ section: name }) => namesSection(name, section))
      .toSorted((one, other) => strictness[other.category] - strictness[one.category])[0] ?? null
  );
}

/**
 * Which sections the case wants withheld that no pack has, by the names that somebody wrote: what isn’t found can’t be withheld.
 *
 * @example unknownSections([{ section: 'Minutes of the meeting', category: 'exempt' }]) // ['Minutes of the meeting']
 */
export function unknownSections(release: readonly Pick<ReleaseEntry, 'section' | 'category'>[]): string[] {
  return release
    .filter(({ category }) => category !== 'publish')
    .map(({ section }) => section)
    .filter((name) => !packSectionIds.some((id) => namesSection(name, { id, title: id })));
}

/** Small letters with blanks around each word. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z/]+/gu, ' ')
    .trim()} `;
}
