import type { OptionCost } from '../../src/domain/decisions/appraisal/compare-costs.ts';
import type { CaseDocument } from '../../src/domain/decisions/case-parts/case-document.ts';
import { seededRng } from '../../src/lib/rng.ts';
import { caseWith } from './sourcing-case.ts';

const anchors = { worst: 'Fails the need', best: 'Meets it wholly' };

/** Points of each option by fit, change, people and risk, from each of three assessors. */
const points: Readonly<Record<string, readonly (readonly number[])[]>> = {
  bau: [[20, 70, 50, 20], [25, 75, 55, 15], [15, 80, 45, 25]],
  minimum: [[35, 65, 50, 30], [40, 60, 55, 35], [30, 70, 45, 25]],
  build: [[85, 45, 80, 55], [80, 50, 85, 45], [90, 40, 75, 50]],
  saas: [[60, 75, 50, 60], [55, 80, 55, 65], [80, 70, 45, 55]],
  integrator: [[70, 60, 35, 50], [65, 55, 40, 55], [75, 65, 30, 45]],
  mixed: [[85, 70, 75, 70], [50, 75, 70, 75], [90, 65, 80, 65]],
}; // prettier-ignore

const criteria = ['fit', 'change', 'people', 'risk'];
const assessors = ['service', 'digital', 'finance'];

const parts: Record<string, unknown> = {
  options: [
    { id: 'bau', name: 'Business as usual', role: 'business-as-usual' },
    { id: 'minimum', name: 'Do minimum', role: 'do-minimum' },
    { id: 'build', name: 'In-house build', model: 'in-house-build' },
    { id: 'saas', name: 'SaaS suite', model: 'saas' },
    { id: 'integrator', name: 'Systems integrator', model: 'systems-integrator' },
    {
      id: 'mixed',
      name: 'Mixed economy',
      models: { workflow: 'saas', register: 'in-house-build' },
    },
    { id: 'venture', name: 'Joint venture', shortlisted: false, because: 'It takes longer than there is.' },
  ],
  tests: [
    { option: 'bau', test: 'lawful', result: 'fail', evidence: 'No extension is left.' },
    {
      option: 'build',
      test: 'team-in-post',
      result: 'condition',
      treatment: 'Fill 11 of 16 posts.',
      owner: 'Head of Digital',
      by: '2027-06-30',
    },
    { option: 'saas', test: 'lawful', result: 'pass' },
    {
      option: 'mixed',
      test: 'exit-tested',
      result: 'condition',
      treatment: 'Test the export of all cases before award.',
      owner: 'Service owner',
      by: '2027-05-31',
    },
    { option: 'integrator', test: 'affordable', result: 'fail', evidence: 'The budget ends at £15m.' },
  ],
  costs: {
    groups: [{ id: 'run', name: 'Running' }],
    lines: [
      {
        id: 'running',
        label: 'Running',
        options: Object.keys(points),
        phase: 'run',
        group: 'run',
        unitCost: 5_000_000,
        when: { from: '2027-28', to: '2029-30' },
        vat: { treatment: 'recoverable' },
      },
    ],
    treatments: [{ group: 'run', method: 'bottom-up' }],
  },
  criteria: [
    { id: 'service', name: 'Service', group: 'service-delivery', swing: 100, anchors },
    { id: 'fit', name: 'Fit to the need', group: 'service-delivery', parent: 'service', swing: 100, anchors },
    { id: 'change', name: 'Ease of the change', group: 'transition-and-mobilisation', parent: 'service', swing: 60, anchors },
    { id: 'people', name: 'Effect on staff', group: 'people-and-assets', swing: 40, anchors },
    { id: 'risk', name: 'Resilience', group: 'risk-and-impact', swing: 60, anchors },
  ],
  assessors: assessors.map((id) => ({
    id,
    post: `Head of ${id}`,
    interestsDeclaredOn: '2026-09-01',
    interests: 'none',
  })),
  scores: Object.entries(points).flatMap(([option, rows]) =>
    rows.flatMap((row, at) =>
      row.map((score, criterion) => ({
        assessor: assessors[at],
        option,
        criterion: criteria[criterion],
        score,
      })),
    ),
  ),
  moderation: [
    {
      option: 'mixed',
      criterion: 'fit',
      score: 85,
      note: 'The second assessor had taken the old scope; agreed after reading the map.',
    },
  ],
}; // prettier-ignore

/**
 * A case of six options and three assessors that is scored: a mixed economy is worth more than a suite, and costs more.
 *
 * @example appraisedCase({ tests: [] }).options.length // 7
 */
export function appraisedCase(changes: Record<string, unknown> = {}): CaseDocument {
  return caseWith({ ...parts, ...changes });
}

/** P50 of {@link appraisedCase}’s options, pounds. */
const costs = {
  bau: 17.5e6,
  minimum: 16.2e6,
  build: 15.1e6,
  saas: 12.5e6,
  integrator: 18.1e6,
  mixed: 14.2e6,
};

/**
 * What the options cost, each with draws that rise and fall together.
 *
 * @example appraisedCosts().get('saas')?.p50 // 12_500_000
 */
export function appraisedCosts(draws = 2000): Map<string, OptionCost> {
  const shared = seededRng('shared');
  const shocks = Float64Array.from({ length: draws }, () => shared.next());
  return new Map(
    Object.entries(costs).map(([option, p50]) => {
      const own = seededRng(option);
      const totals = shocks.map((shock) => p50 * (0.8 + 0.2 * shock + 0.2 * own.next()));
      return [option, { p50, totals }];
    }),
  );
}
