import { sectionHeadings } from '../../../app/segments/playbook-text.ts';
import type { Format } from '../format.ts';

/** Words about the playbooks of segments. */
export const playbookWords = (format: Format) => ({
  caption: 'Playbook',
  title: (segment: string) => `Playbook: ${segment}`,
  contents: 'On this page',
  sections: sectionHeadings,
  status: {
    key: 'Status',
    unreviewed: 'Unreviewed',
    reviewed: 'Reviewed',
    unreviewedNote: 'No named owner has read it yet. Take each paragraph for what it is marked as.',
    reviewedNote: (owner: string) => `Read by its owner, ${owner}.`,
  },
  owner: 'Owner',
  noOwner: 'Nobody yet',
  reviewedOn: 'Gone through on',
  nextReview: (day: string) => `next by ${day}`,
  reviewDue: (day: string) =>
    `Due for review since ${day}: prices, frameworks and inquiries may have moved on.`,
  changedSince: 'It was edited after that day.',
  version: 'Version',
  versionProgram: 'as it comes with the program',
  versionSaved: (day: string, by: string) => `saved on ${day} by ${by}`,
  versionOld: (version: number) =>
    `You are looking at version ${format.number(version)}, which may not be the one that counts now.`,
  versionCurrent: 'Show the one that counts now',
  historyLink: 'History',
  editLink: 'Edit this playbook',
  checkLink: 'Check a draft tender',
  fileLink: 'Take it as a file (YAML)',
  marks: 'Marks',
  marksNote:
    'Every paragraph says what it rests on: a named source, or the judgement of whoever wrote it. Sources are listed at the end, with how they were read.',
  judgement: 'Judgement',
  source: 'Source',
  by: { team: 'Team', department: 'Department', centre: 'Centre' },
  formula: 'Formula',
  live: {
    heading: 'What the register shows',
    lead: (years: string) =>
      `Contracts that the measures of the market count, ${years}. Each figure opens what stands behind it.`,
    contracts: 'contracts',
    value: 'value without VAT',
    smallFirms: 'won by small firms, by number of contracts',
    topFour: 'of value with the four largest suppliers',
    singleBid: 'with one bid',
    ending: 'end in this and the next five quarters',
    suppliers: 'suppliers measured',
    marketLink: 'All figures of this segment',
    recentLink: 'Contracts of this segment, newest first',
    renewalsLink: 'Renewals, with the day by which to decide',
  },
  prices: {
    title: 'What contracts cost and how long they run',
    description: (contracts: number, years: string) =>
      `${format.number(contracts)} ${format.plural(contracts, { one: 'contract', other: 'contracts' })}, ${years}. Half of the contracts lie between the lower and the upper value.`,
    heads: ['Measure', 'Lower quarter', 'Middle', 'Upper quarter', 'Measured'],
    value: 'Value without VAT',
    yearly: 'Value without VAT for a year',
    term: 'Months without options',
    longest: 'Months with every option',
    note: 'Framework agreements are left out. A term under a year counts as a year. Fewer than ten measured contracts give no figures. Each contract’s own page compares its price with others of its kind.',
    tooFew: 'not enough data',
  },
  awards: {
    title: 'Let last',
    description: 'The contracts of this segment that were signed or awarded last.',
    heads: ['Contract', 'Date', 'Buyer', 'Supplier', 'Value without VAT'],
  },
  endings: {
    title: 'Largest that end in the next 18 months',
    description: (until: string) =>
      `Contracts that end by ${until} and were let for most, without framework agreements.`,
    heads: ['Contract', 'Ends', 'Buyer', 'Supplier', 'Value without VAT'],
    options: (day: string) => `with options to ${day}`,
  },
  person: 'a person, named with the contract',
  listNote:
    'Contracts that the measures of the market count. Likely natural persons are named on the page of the contract only.',
  sellers: {
    title: 'Who sells',
    description: (years: string) => `Suppliers that were alone on a contract, by value, ${years}.`,
    note: 'Contracts with several suppliers are left out, because their value can’t be divided. Likely natural persons are never listed.',
    heads: ['Supplier', 'Contracts', 'Value without VAT'],
  },
  checks: {
    heading: 'Checks',
    lead: (own: number, shared: number) =>
      `${format.number(own)} ${format.plural(own, { one: 'check is', other: 'checks are' })} of this segment, and ${format.number(shared)} ${format.plural(shared, { one: 'holds', other: 'hold' })} in every segment. A check that lacks a fact says so; it never passes.`,
    own: 'Of this segment',
    shared: 'In every segment',
    when: 'When',
    because: 'Why',
    act: 'Do',
    more: 'More',
    outcome: { stop: 'Stop', warn: 'Warn', advise: 'Advise' },
    commands:
      'What they find stands on the page of each contract of the segment, and of each case that buys in it. On the command line: “sourcing segments check” for a contract of the register or a draft, “sourcing decisions check” for a case.',
  },
  sources: {
    heading: 'Sources',
    read: {
      primary: 'The source itself was read, in whole or in part.',
      secondary: 'Only somebody’s report of it was read.',
      unverified: 'It was not read: check it before relying on it.',
    },
  },
  compare: {
    title: 'Segments side by side',
    lead: 'How each kind of supplier earns its money decides how to buy from it. Each segment has a playbook: how it is priced, what goes wrong, terms, levers and checks.',
    table: {
      title: 'All segments',
      description: (years: string) =>
        `What the register measures, ${years}, and the playbook of each segment.`,
      heads: [
        'Segment',
        'Contracts',
        'Value without VAT',
        'Small firms, by number',
        'Four largest, by value',
        'One bid',
        'Direct award',
        'Checks',
      ],
      note: (shared: number) =>
        `${format.number(shared)} more ${format.plural(shared, { one: 'check holds', other: 'checks hold' })} in every segment. Shares are of the contracts that say what is needed; rates need at least 30.`,
    },
    pricing: 'Priced by',
    models: 'Ways to source',
    due: (names: string) => `Due for review: ${names}.`,
    dueSince: (day: string) => `due for review since ${day}`,
    reviewBy: (day: string) => `next review by ${day}`,
    checkLink: 'Check a draft tender against its playbook',
    playbookLink: (segment: string) => `Playbook: ${segment}`,
    marketLink: 'Figures',
    qualityLink: 'How contracts get their segment, and how often that is right',
  },
});
