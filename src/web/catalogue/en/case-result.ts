import type { Format } from '../format.ts';

/** Words of the result of a case, its figures and its map. */
export const caseResultWords = (format: Format) => ({
  title: 'Result',
  contents: 'On this page',
  notWorkedOut: 'This version hasn’t been worked out yet.',
  notWorkedOutLead:
    'Working it out simulates every shortlisted option, values them by the locked weights and looks for what would change the result. It takes some seconds, and the answer is kept beside this version.',
  workOut: 'Work it out',
  worked: (revision: number, at: string) =>
    `Version ${format.number(revision)}, worked out on ${format.instant(at)}.`,
  older: (revision: number) =>
    `You are looking at version ${format.number(revision)}, which isn’t the newest.`,
  newest: 'See the newest',
  partial: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'error keeps', other: 'errors keep' })} a part of this from being worked out. What is shown is worked out without it, and nobody should decide by it yet.`,
  toProblems: 'See what is wrong',
  indicated: 'What the method indicates',
  indicatedNote:
    'This is what the method says of the figures in the case. It decides nothing: what is recommended, and by whom, stands apart.',
  recommended: 'What the officer recommends',
  notRecommended: 'Nobody has recorded a recommendation yet.',
  differs: 'The recommendation differs from what the method indicates. The reasons are the officer’s own.',
  nothingAppraised: 'Nothing could be appraised, because of what is named below.',
  valueAndCost: 'Value and cost',
  option: 'Option',
  pointPrice: 'The price of a point of quality',
  pointPriceLead:
    'From each option on the frontier to the next better one: what a further point costs. Whoever thinks a point is worth more takes the step.',
  pointPriceStep: (from: string, to: string, points: string, cost: string, price: string) =>
    `From ${from} to ${to}: ${points} points more for ${cost} more, which is ${price} a point.`,
  noSteps: 'There is no step: one option is both the best and the cheapest, or none can be compared.',
  firmness: 'How firm the order is',
  pointsByCriterion: 'Points by criterion',
  disagreement: 'Where assessors differ',
  costs: 'Costs',
  costTable: 'Present value and cash of each option',
  noCosts: 'No costs could be worked out.',
  economic: 'Economic table',
  economicLead: 'Expected pounds at base prices, without VAT, sunk costs and transfers.',
  financial: 'Financial table',
  financialLead:
    'Expected cash in the money of each year. VAT that is not recovered is part of capital and resource.',
  economicColumns: ['Year', 'Cost', 'Risk', 'Benefit', 'Discount factor', 'Present cost'],
  financialColumns: ['Year', 'Capital', 'Resource', 'of which VAT', 'Risk', 'Together', 'Budget', 'Missing'],
  noBudget: 'no budget',
  together: 'Together',
  contingency: (pounds: string) => `To be held centrally: ${pounds} (cash at P80 less cash at P50).`,
  movers: 'What moves the cost most',
  change: 'What would change it',
  changeByWeight: 'What would change the choice',
  switches: 'What would make another option the cheapest',
  noSwitches:
    'No single figure within a quarter and four times itself would make another option the cheapest.',
  stress: 'What if',
  enquiries: 'What to find out first',
  noEnquiries: 'The case names nothing that could be found out before choosing.',
  composition: 'The best compositions',
  compositionCaption: 'The best choices of a model for each part, the best first',
  notEligible: 'Not eligible',
  whyNot: 'Why',
  problems: 'What the checks found',
  noProblems: 'Nothing is wrong, and nothing is missing.',
  problemKinds: { error: 'Errors', warning: 'Warnings', missing: 'Missing before it can be approved' },
  asTable: 'The same as a table',
  csv: 'Download the figures (CSV)',
  svg: 'Download the drawing (SVG)',
  methodLink: 'How this is worked out',

  tryTitle: 'Try other weights, and another price of a point',
  tryLead:
    'Move a weight and see the order change; the others keep their proportions. Nothing here is kept: the locked weights stay as they are.',
  tryWeight: (criterion: string, locked: string) => `${criterion} (locked at ${locked})`,
  tryUnit: 'Weights in per cent; they are shared out so that they add up to 100.',
  tryPrice: 'What a point is worth, in pounds',
  tryPriceHint: 'Left empty, options are ordered by value alone.',
  tryButton: 'Show the order',
  tryReset: 'Back to the locked weights',
  tryInvalid: 'A weight and the price of a point are numbers from 0.',
  tryColumns: {
    place: 'Place',
    option: 'Option',
    locked: 'Points, locked weights',
    tried: 'Points, these weights',
    choice: 'Can be chosen',
  },
  tryFirst: (option: string, points: string) =>
    `With these weights ${option} is worth most: ${points} points.`,
  tryNone: 'No option can be chosen.',
  tryChoice: (price: string, option: string) => `Where a point is worth ${price}, ${option} is the choice.`,
  tryNoChoice: 'Without a price of a point nothing is said of whether it is worth what it costs.',
  canBeChosen: { eligible: 'yes', comparator: 'no: comparator', failed: 'no: fails a test' },
  unknownCost: 'not known',

  mapTitle: 'Map of the parts',
  mapLead:
    'The parts of the service by how near they are to the user and how far they have evolved, as on a Wardley map.',
  mapOption: 'Show how an option gets each part',
  mapNoOption: 'No option: the parts alone',
  mapShow: 'Show',
  mapText: 'Text for Online Wardley Maps',
  mapTextLead:
    'Copy it, or download it as a file, and open it at onlinewardleymaps.com or in any editor that reads that text.',
  mapDownloadText: 'Download the text (OWM)',
  mapNone: 'The case has no parts yet.',
  methodsTitle: 'How figures are worked out',
  methodsLead: 'Each page has the rule, what is left out, and examples that the tests of this program run.',
});
