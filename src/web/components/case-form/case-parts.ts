import type { CaseTask } from '../../../domain/decisions/triage-question.ts';
import type { CasePart } from './case-field.ts';
import { appraisalParts } from './parts/appraisal-parts.ts';
import { governanceParts } from './parts/governance-parts.ts';
import { moneyParts } from './parts/money-parts.ts';
import { needParts } from './parts/need-parts.ts';
import { optionParts } from './parts/option-parts.ts';

/** Every page on which a case is edited. A test holds that together they reach every path of the document. */
export const caseParts: readonly CasePart[] = [
  ...needParts,
  ...optionParts,
  ...moneyParts,
  ...appraisalParts,
  ...governanceParts,
];

/** The part of that id; undefined where there is none. */
export function findPart(id: string): CasePart | undefined {
  return caseParts.find((part) => part.id === id);
}

/** Pages that work on each task, in the order in which one would fill them in. */
export const partsOfTask: Readonly<Record<CaseTask, readonly string[]>> = {
  need: ['about', 'triage', 'need', 'outcomes', 'volumes'],
  reuse: ['reuse'],
  market: ['market'],
  'interest-test': ['public-interest-test'],
  service: ['components', 'map-text'],
  options: ['delivery-models', 'options', 'departures'],
  tests: ['test-grid', 'tests'],
  costs: [
    'appraisal',
    'cost-groups',
    'cost-lines',
    'cost-file',
    'cost-risks',
    'risk-treatments',
    'correlations',
    'benefits',
    'unmonetised',
    'budgets',
    'stress-tests',
    'enquiries',
  ],
  criteria: ['criteria-library', 'criteria', 'weights'],
  scores: [
    'assessors',
    'scores',
    'moderation',
    'composition-choices',
    'composition',
    'composition-interfaces',
  ],
  pilot: ['pilot'],
  recommendation: ['recommendation'],
  approval: ['roles', 'assessments', 'approvals', 'delegations', 'release'],
  route: ['route'],
  review: ['review'],
};

/** Paths of the document that no page edits, and why. */
export const editedElsewhere: Readonly<Record<string, string>> = {
  case: 'the version of the format, which the program sets',
  id: 'the address of the case, chosen when it is made',
  'appraisal.currency': 'amounts are in pounds, and nothing else can be written',
  evidence: 'figures are taken from the register, on the page that shows them, and never typed',
};

/** Where a path of the document is edited: the page, the item of its list, and the field. */
export type EditPlace = { part: string; item: number | null; field: string | null };

/**
 * Where a path is edited, as problems name it; null where nowhere.
 *
 * @example placeOf('costs.lines[3].unitCost') // { part: 'cost-lines', item: 3, field: 'unitCost' }
 */
export function placeOf(path: string): EditPlace | null {
  const plain = path.replaceAll(/\[\d+\]/gu, '[]');
  const listed = caseParts
    .flatMap((part) => (part.kind === 'list' ? [part] : []))
    .filter((part) => isWithin(path, part.path))
    .toSorted((one, other) => other.path.length - one.path.length)[0];
  const own = caseParts.find(
    (part) =>
      part.kind === 'own' &&
      part.edits.some((edited) =>
        edited.endsWith('.*')
          ? isWithin(plain, edited.slice(0, -2)) || isWithin(path, edited.slice(0, -2).replace('[]', ''))
          : plain === edited,
      ),
  );
  if (own !== undefined) return { part: own.id, item: null, field: null };
  if (listed !== undefined) {
    const [, index, rest = ''] = /^\[(\d+)\]\.?(.*)$/u.exec(path.slice(listed.path.length)) ?? [];
    const field = listed.fields.find((one) => isWithin(rest, one.path))?.path ?? null;
    return { part: listed.id, item: index === undefined ? null : Number(index), field };
  }
  for (const part of caseParts) {
    if (part.kind !== 'fields') continue;
    const field = part.fields.find((one) => isWithin(path, one.path));
    if (field !== undefined) return { part: part.id, item: null, field: field.path };
  }
  const near = caseParts.find((part) =>
    part.kind === 'fields'
      ? part.fields.some((one) => isWithin(one.path, path))
      : part.kind === 'list' && isWithin(part.path, path),
  );
  return near === undefined ? null : { part: near.id, item: null, field: null };
}

/** Whether a path is another or lies below it. */
function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}
