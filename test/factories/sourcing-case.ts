import { caseDocument, type CaseDocument } from '../../src/domain/decisions/case-parts/case-document.ts';

/** A small case that is complete but for what a test takes away or changes. */
export const smallCase = {
  case: 1,
  id: 'permits',
  title: 'Replace the permits service',
  buyer: { name: 'Harbour Authority', type: 'central-government' },
  asOf: '2026-11-01',
  need: {
    statement: 'Traders need permits within ten days.',
    outcomes: [{ id: 'speed', text: 'Permits within ten days' }],
    neededBy: '2028-03-31',
    ifNothing: 'The contract ends and permits are issued on paper.',
  },
  appraisal: { firstYear: '2027-28', years: 3, priceBase: '2026-27' },
  components: [
    { id: 'workflow', name: 'Case workflow', evolution: 'product', connects: ['register'] },
    { id: 'register', name: 'Register', evolution: 'custom' },
  ],
  options: [
    { id: 'bau', name: 'As it is', role: 'business-as-usual' },
    { id: 'minimum', name: 'Patch it', role: 'do-minimum' },
    { id: 'product', name: 'A product', model: 'saas' },
    { id: 'build', name: 'Build it', model: 'in-house-build' },
  ],
  costs: {
    groups: [{ id: 'run', name: 'Running' }],
    lines: [
      line('bau-run', ['bau'], 900_000),
      line('minimum-run', ['minimum'], 700_000),
      line('product-run', ['product'], { low: 400_000, likely: 500_000, high: 800_000 }),
      line('build-run', ['build'], { low: 300_000, likely: 600_000, high: 900_000 }),
    ],
    treatments: [{ group: 'run', method: 'bottom-up' }],
  },
  criteria: [
    criterion('fit', 'Fit to the need', 'service-delivery', 100),
    criterion('people', 'Effect on staff', 'people-and-assets', 50),
  ],
  weights: { method: 'swing', lockedOn: '2026-10-01', lockedBy: 'Facilitator' },
  assessors: [{ id: 'one', post: 'Service owner', interestsDeclaredOn: '2026-09-01', interests: 'none' }],
  scores: ['bau', 'minimum', 'product', 'build'].flatMap((option, index) => [
    { assessor: 'one', option, criterion: 'fit', score: 20 * (index + 1) },
    { assessor: 'one', option, criterion: 'people', score: 90 - 15 * index },
  ]),
  roles: [
    { role: 'senior-responsible-owner', post: 'Director of Permits' },
    { role: 'accounting-officer', post: 'Chief Executive' },
    { role: 'author', post: 'Commercial manager' },
    { role: 'verifier', post: 'Analyst of another team' },
    { role: 'approver', post: 'Investment committee' },
  ],
  assessments: ['equality', 'data-protection', 'security'].map((kind) => ({ kind, status: 'done' })),
};

function line(id: string, options: string[], unitCost: unknown): Record<string, unknown> {
  const when = { from: '2027-28', to: '2029-30' };
  return {
    id,
    label: id,
    options,
    phase: 'run',
    group: 'run',
    unitCost,
    when,
    vat: { treatment: 'recoverable' },
  };
}

function criterion(id: string, name: string, group: string, swing: number): Record<string, unknown> {
  return { id, name, group, swing, anchors: { worst: 'Fails the need', best: 'Meets it wholly' } };
}

/**
 * {@link smallCase} with parts exchanged.
 *
 * @example caseWith({ options: [] }).options // []
 */
export function caseWith(parts: Record<string, unknown> = {}): CaseDocument {
  return caseDocument.parse({ ...smallCase, ...parts });
}
