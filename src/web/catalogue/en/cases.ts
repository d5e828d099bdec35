import type { Format } from '../format.ts';

/** Words of the list of cases, the task list of one, its versions and comparisons. */
export const caseWords = (format: Format) => ({
  title: 'Decisions',
  lead: 'A case says how something should be sourced, at what cost, and why, so that it can be defended. Cases are private to your organisation: they stand in no public list, search, download or feed.',
  marking: 'Marking',
  yes: 'Yes',
  no: 'No',
  allOptions: 'All options',
  begin: 'Begin a case',
  compareTwo: 'Compare two cases',
  noCases: 'There are no cases yet. Begin with a blank one, or load a worked example and look round.',
  examples: 'Worked examples',
  examplesLead:
    'Three cases with realistic figures, of bodies that are invented. Loading one makes a case of your own that you can change.',
  loadExample: 'Load',
  exampleLoaded: 'Loaded: open it',
  count: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'case', other: 'cases' })}`,
  columns: {
    title: 'Case',
    buyer: 'Buyer',
    stage: 'Stage',
    status: 'Status',
    marking: 'Marking',
    saved: 'Last saved',
  },
  ready: 'Ready for approval',
  notReady: 'Not ready for approval',
  unreadable: 'Doesn’t fit this version',
  version: (revision: number) => `version ${format.number(revision)}`,

  newTitle: 'Begin a case',
  newLead: 'Only what a case can’t be without. Everything else is asked on pages of its own, in any order.',
  newButton: 'Begin',
  newFields: {
    title: ['Title of the case'],
    id: [
      'Short name (optional)',
      'It stands in the address. Small letters, digits and hyphens; left empty, it is made from the title.',
    ],
    buyer: ['Who decides', 'Name of the buying organisation.'],
    buyerType: ['Kind of body'],
    statement: ['What is needed, and by whom', 'A sentence, without naming a solution.'],
    outcome: ['What will be better', 'One outcome to begin with.'],
    neededBy: ['Day by which it must work', 'Often the end of the present contract. For example, 31/3/2028.'],
    ifNothing: ['What happens if nothing is done, and when'],
    firstYear: ['First financial year that is costed', 'For example, 2027-28.'],
    years: ['Number of years that are costed', 'As long as the options commit you.'],
    priceBase: ['Year whose prices amounts are given in', 'For example, 2026-27.'],
  } as Readonly<Record<string, readonly [label: string, hint?: string]>>,
  uploadTitle: 'Or bring one that is written',
  uploadLead:
    'A case as YAML or JSON, from another installation, a colleague or an editor. Its own short name is kept.',
  uploadFile: 'File',
  uploadText: 'Or paste its text',
  uploadButton: 'Keep this case',
  uploadNothing: 'Choose a file, or paste the text of a case.',
  uploadTooLarge: 'The file is larger than a case can be: 5 million characters.',
  pasteTooLong:
    'The text is too long to be pasted: it has more than a million characters. Send it as a file.',
  uploadRefused: 'This can’t be kept as a case yet. Put right what is listed and try again.',
  uploadTaken: (id: string) =>
    `There is a case “${id}” already. Give this one another id in its text, or bring it as the next version of that case with the command line.`,
  at: (line: number, path: string) => `Line ${line}${path === '' ? '' : `, ${path}`}: `,

  path: 'Path',
  paths: {
    light: 'Light: a page or two',
    standard: 'Standard: the whole method without a pilot',
    full: 'Full: the whole method, with a pilot of what is new',
  },
  couldBecome: (path: string) => `It could still become: ${path}.`,
  pathWhy: 'Why this path',
  causes: (count: number) =>
    count === 1 ? '1 thing keeps it from approval' : `${format.number(count)} things keep it from approval`,
  moreCauses: (count: number) =>
    count === 1
      ? 'and 1 more, below with its task'
      : `and ${format.number(count)} more, below with their tasks`,
  saved: 'Last saved',
  savedLine: (instant: string, by: string) => `${instant} by ${by}`,
  local: 'whoever uses this installation',
  stepHeading: (number: number, name: string) => `${number}. ${name}`,
  taskStatus: {
    done: 'Done',
    'under-way': 'Under way',
    missing: 'Not begun',
    'not-asked': 'Not asked',
  },
  counted: (count: number) => format.number(count),
  look: 'Look at',
  links: {
    result: 'Result',
    map: 'Wardley map',
    evidence: 'What the register shows',
    pack: 'Evidence pack',
    records: 'Records',
    versions: 'Versions and what changed',
    compare: 'Compare with another case',
    file: 'Download as YAML',
  },
  workedOut: (instant: string) => `worked out ${instant}`,
  notWorkedOut: 'not worked out yet for this version',
  components: (count: number) =>
    count === 0
      ? 'no component yet'
      : `${format.number(count)} ${format.plural(count, { one: 'component', other: 'components' })}`,
  figuresKept: (count: number) =>
    count === 0
      ? 'no figure kept yet'
      : `${format.number(count)} ${format.plural(count, { one: 'figure', other: 'figures' })} kept`,
  packNote: 'in full or for release',
  signedBy: (posts: string) => `signed by ${posts}`,
  recordNewest: (number: number, day: string) => `record ${format.number(number)}, made on ${day}`,
  noRecord: 'none yet',

  versionsTitle: 'Versions',
  versionsLead: 'Every save makes a version, and none is ever changed afterwards.',
  versionColumns: { version: 'Version', saved: 'Saved', by: 'By', note: 'Why', changed: 'What changed' },
  firstVersion: 'The case was begun.',
  sameContent: 'Nothing in what the case says; its text was written differently.',
  changes: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'change', other: 'changes' })}`,
  changesIn: (parts: string, count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'change', other: 'changes' })}: ${parts}`,
  otherParts: 'others',
  oneChange: (place: string, before: string, after: string) =>
    `${place}: ${before === '' ? 'nothing' : before} → ${after === '' ? 'nothing' : after}`,
  showChanges: 'Show',
  compareVersions: 'Compare two versions',

  compareTitle: 'Compare',
  compareVersionsTitle: (from: number, to: number) => `Version ${from} and version ${to} compared`,
  compareFrom: 'From version',
  compareTo: 'To version',
  compareOther: 'With another case',
  compareThis: 'Only this case',
  compareButton: 'Compare',
  compareNothing:
    'There is one version of this case so far, and no other case to compare it with. Every save makes a version.',
  compareOneVersion:
    'There is one version of this case so far, so there is nothing to compare it with but another case.',
  sameDocument: 'They say the same.',
  differences: 'What changed in the document',
  differencesOfCases: 'What differs between the documents',
  differencesCounted: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'difference', other: 'differences' })}`,
  there: 'there, with nothing more written',
  results: 'Results',
  resultsMissing: (versions: string) =>
    `Results stand side by side where both were worked out. Not worked out yet: ${versions}.`,
  place: 'Where',
  before: 'Before',
  after: 'After',
  nothing: 'nothing',
  indicated: 'What the method indicates',
  indicatedNone: 'Nothing is indicated',
  option: 'Option',
  p50: 'P50',
  p80: 'P80',
  points: 'Points',
  order: 'Place by value',
  ofCase: (title: string, revision: number) => `${title}, version ${revision}`,
});
