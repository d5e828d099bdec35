import { smallCase } from './sourcing-case.ts';

/** Things that a version for release may not let out, as they are written in {@link packedCase}. */
export const planted = {
  /** A price that is owner only, in several ways of writing it. */
  price: ['487,321', '487321', '£487k', '£487,000', '£490k', '£0.5m'],
  legalAdvice: 'Counsel holds that the second ground is weak and would not rest on it alone.',
  dissent: 'The cellar floods every second winter and nobody has asked the keeper why.',
  shortDissent: 'Nobody asked her.',
  scoreNote: 'I marked this down because the last upgrade lost a week of permits.',
  person: 'Quentin Placeholder',
} as const;

const [usual, minimum, product, build] = smallCase.costs.lines;

/** A case with something planted in each place that a version for release has to keep to itself. */
export const packedCase = {
  ...smallCase,
  need: {
    ...smallCase.need,
    present: {
      description: 'One product, hosted by its maker.',
      endsOn: '2028-03-31',
      regime: 'Public Contracts Regulations 2015',
    },
  },
  costs: {
    ...smallCase.costs,
    lines: [
      { ...usual, disclosure: 'published' },
      { ...minimum, disclosure: 'published' },
      { ...product, unitCost: 487_321, disclosure: 'owner only', source: 'Offer made in confidence' },
      { ...build, disclosure: 'published' },
    ],
    risks: [
      {
        id: 'late',
        label: 'It is late',
        options: ['build'],
        group: 'run',
        probability: 0.3,
        impact: 40_000,
        year: '2027-28',
        owner: 'Head of Permits',
      },
    ],
  },
  tests: [
    {
      option: 'build',
      test: 'lawful',
      result: 'condition',
      evidence: planted.legalAdvice,
      treatment: 'Ask again.',
      owner: 'Head of Legal',
      by: '2027-01-29',
    },
    {
      option: 'build',
      test: 'affordable',
      result: 'pass',
      evidence:
        'The product was offered to us at £487,321 a year. That is some £490k. Call it £0.5m. Building fits the budget.',
    },
  ],
  budgets: [{ year: '2027-28', resource: 700_000 }],
  stressTests: [{ id: 'less', name: 'A fifth fewer permits', factors: { volume: 0.8 } }],
  scores: [...smallCase.scores.slice(1), { ...smallCase.scores[0], note: planted.scoreNote }],
  moderation: [{ option: 'build', criterion: 'fit', score: 75, note: planted.scoreNote }],
  roles: smallCase.roles.map((role, at) => (at === 0 ? { ...role, name: planted.person } : role)),
  approvals: [
    { stage: 'strategic-outline', approver: 'Investment committee', status: 'given', on: '2026-05-01' },
    {
      stage: 'outline',
      approver: 'Investment committee',
      status: 'asked',
      releases: 'Preparation only.',
      returns: 'The full case, by May 2027.',
    },
  ],
  stage: 'outline',
  recommendation: {
    option: 'build',
    reasons: `I would build it. ${planted.dissent} ${planted.shortDissent} I have weighed that.`,
    dissent: [planted.dissent, planted.shortDissent],
    post: 'Director of Permits',
    on: '2026-10-20',
  },
  release: [
    { section: 'Need and outcomes', category: 'publish' },
    {
      section: 'Scores and dissent',
      category: 'on-request',
      because: 'Advice before a decision',
      reviewOn: '2027-10-29',
    },
    {
      section: 'Legal advice on interim use',
      category: 'exempt',
      exemption: 'Freedom of Information Act 2000, section 42',
      reviewOn: '2028-04-30',
    },
  ],
};
