import type { Format } from '../format.ts';

/** Words of the pages of a case that are no plain form or list. */
export const caseOwnWords = (format: Format) => ({
  inUnit: (hint: string, unit: string) => `${hint} In ${unit}.`,
  because: 'Why',
  exclusions: 'Is it excluded?',
  duty: {
    required: 'The test is required.',
    'good-practice': 'The test is good practice here, and not required.',
    outside: 'The test doesn’t apply here.',
    unknown: 'Whether the test is required isn’t known yet.',
  },
  partCount: ({
    name,
    yes,
    partly,
    no,
    unknown,
    open,
  }: {
    name: string;
    yes: number;
    partly: number;
    no: number;
    unknown: number;
    open: readonly string[];
  }) =>
    `${name} ${format.number(yes)} yes, ${format.number(partly)} partly, ${format.number(no)} no, ${format.number(unknown)} unknown; ${open.length === 0 ? 'none is open' : `${format.number(open.length)} open`}.`,
  approvalLists: {
    needed: 'Probably needed',
    unanswered: 'It depends on an answer that is missing',
    limitNotHeld: 'Limit not held: enter yours',
    limitNotReached: 'Limit not reached',
    superseded: 'Rules that have ended; look for what followed',
  },
  reuseFor: (component: string) => `Look at these for “${component}”`,
  findOut: (because: string, check: string) => `${because} Find out: ${check}`,
  addThis: 'Add this',
  previous: 'Previous',
  next: 'Next',

  totals: 'What the lines add up to',
  lineCount: 'Lines',
  expected: 'Expected',
  totalsNote:
    'All years, at the price base and without VAT; before growth, discounting and treatment of risk. It checks what was typed, and is no result.',
  fromFile: 'Read lines from a CSV file or an Excel workbook',

  alreadyThere: 'in the case already',
  nothingChosen: 'Choose at least one to add.',
  addChosen: 'Add what is chosen',
  fits: 'When it fits',
  fails: 'When it fails',
  skills: 'What it needs of you',
  staff: (low: number, high: number) =>
    `${format.number(low)} to ${format.number(high)} of your own people, full time, while it is set up`,
  costs: 'Typical cost items',
  risks: 'Risks',
  exit: 'How it ends',
  closesOff: 'What it closes off',
  more: (name: string) => `When it fits and fails: ${name}`,
  families: {
    'keep-control': 'Keep control',
    'consume-product': 'Use a product',
    'buy-capability': 'Buy capability',
    share: 'Share',
  },
  comparators: 'Comparators',
  bau: 'Business as usual',
  bauHint: 'What happens today goes on. It is always costed and shown.',
  minimum: 'Do-minimum',
  minimumHint: 'The least that keeps the service lawful. It is always costed and shown.',
  bauBecause: 'The comparator.',
  suggested: 'suggested by the twelve questions',
  worst: '0 looks like',
  best: '100 looks like',
  notTwice: 'Don’t count twice',
  criterionMore: (name: string) => `The ends of the scale: ${name}`,
  lockedNote:
    'Weights are locked, so criteria and what 0 and 100 look like stay as they are. To change them, unlock the weights first and say why.',

  mapText: 'Text of the map',
  mapHint: 'Lines such as: component Case workflow [0.64, 0.58]',
  mapButton: 'Add its components',
  mapNothing: 'Paste the text of a map with at least one component.',
  mapNoNew: 'Every component of this map is in the case already.',
  mapRemark: (line: number, reason: string) => `Line ${format.number(line)}: ${reason}`,
  mapPreview: 'The components of the case as a map',

  gridTest: 'Test',
  gridDetails: 'Evidence, treatment, owner and date are on the pages of each test.',
  gridNoOptions: 'There are no options to test yet.',
  gridCell: (test: string, option: string) => `${test}: ${option}`,
  notTested: 'Not tested',

  noCriteria: 'There are no criteria to weigh yet.',
  weighHow:
    'Imagine an option that is at its worst on everything. Which one criterion would you lift from worst to best first? It gets 100. How much does each other swing matter beside it?',
  points: (name: string) => `Points for the swing of “${name}”`,
  sharesOf: (name: string) => `Per cent for “${name}”`,
  swingRange: (worst: string, best: string) => `From “${worst}” to “${best}”.`,
  noRange: 'What 0 and 100 look like isn’t fixed yet.',
  share: 'Share of the whole',
  shareText: (percent: string) => `${percent} of the whole`,
  pointsSum: (sum: string) => `The points sum to ${sum}.`,
  sharesSum: (sum: string) => `The shares sum to ${sum} per cent.`,
  method: 'How weights are given',
  rationale: 'Why these weights',
  pricePerPoint: 'What one more point of value is worth, in pounds',
  pricePerPointHint:
    'Of present value, said before scores open. Without it, the result says for which prices it holds.',
  lockHeading: 'Lock the weights',
  lockLead:
    'The facilitator locks them before scores open. After that they change only by unlocking with a reason, which stays in the list of versions.',
  lockedBy: 'Post of the facilitator',
  lockedOn: 'Day',
  lockButton: 'Save and lock',
  locked: (day: string, by: string) => `Locked on ${day} by ${by}.`,
  lockedByNobody: 'somebody who isn’t named',
  unlockHeading: 'Unlock the weights',
  unlockReason: 'Why they have to change',
  unlockButton: 'Unlock',
  unlockNote: (reason: string) => `Weights unlocked: ${reason}`,
  lockNote: 'Weights locked',
  unlockWarning: 'Scores were given against these weights: look at them again afterwards.',
  needRange: (name: string) => `Fix what 0 and 100 look like for “${name}” before weights are locked.`,
  needPoints: (name: string) => `Give points to “${name}” before weights are locked.`,

  scoresClosed: 'Scores open when the weights are locked.',
  noAssessors: 'There are no assessors yet.',
  toAssessors: 'Name assessors',
  toWeights: 'Go to weights',
  scoreColumns: { assessor: 'Assessor', scored: 'Scored', status: 'How far' },
  scoredOf: (scored: number, total: number) => `${format.number(scored)} of ${format.number(total)}`,
  scoreStatus: { none: 'Not begun', half: 'Half scored', all: 'Scored everything' },
  scoresTitle: (post: string) => `Scores: ${post}`,
  scoresLead:
    'Score each option from 0 to 100 against the two ends of the scale, or give a range such as 60 / 80. What you leave empty stays open.',
  scoreOf: (option: string) => `Score of ${option}`,
  noteOf: (option: string) => `Note on ${option} (optional)`,
  scaleEnds: (worst: string, best: string) => `0: ${worst} 100: ${best}`,
  othersHidden: (left: number) =>
    left === 1
      ? 'What others scored shows once you have given the 1 score that is missing.'
      : `What others scored shows once you have given the ${format.number(left)} scores that are missing.`,
  others: 'What all have scored',
  othersLead:
    'Spreads are for talking about, not for averaging away. Agree a score in moderation, with the reason.',
  spread: 'Spread',
  spreadText: (points: number) =>
    `${format.number(points)} ${format.plural(points, { one: 'point', other: 'points' })}`,
  localNote:
    'Until there are accounts, whoever can open this installation or the file of the case can read every score.',
  toModeration: 'Agree a score in moderation',
  nothingToScore: 'There is nothing to score yet: options and criteria are needed.',

  fileLabel: 'File',
  fileHint: 'CSV or Excel. The first row names the columns; the first sheet is read.',
  fileButton: 'Check and add',
  fileColumns: 'Columns',
  fileColumn: 'Column',
  fileNeeded: 'Needed',
  fileHolds: 'What it holds',
  fileNothing: 'Choose a file.',
  fileEmpty: 'The file has no rows below its heading.',
  fileNoColumn: (name: string) => `The file has no column “${name}”.`,
  fileUnknown: (name: string) => `The column “${name}” isn’t known.`,
  fileRow: (row: number, text: string) => `Row ${format.number(row)}: ${text}`,
  fileName: (given: string, label: string) => `“${given}” is none of those that “${label}” can name.`,
  fileMore: (count: number) =>
    count === 1 ? 'And 1 more like these.' : `And ${format.number(count)} more like these.`,
  fileOptions: 'Names or short names, separated by semicolons; or all',
});
