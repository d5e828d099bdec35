/** Words of one page on which a case is edited. */
export type PartWords = {
  title: string;
  /** What the page is for, in a sentence or two. */
  lead: string;
  /** What one item of its list is called. */
  one?: string;
  /** What the list says while it is empty. */
  none?: string;
};

/** Titles and leads of the pages on which a case is edited, by their ids. */
export const casePartWords: Readonly<Record<string, PartWords>> = {
  about: {
    title: 'Title, buyer and stage',
    lead: 'Who decides, at which stage the case stands, and how it is marked.',
  },
  triage: {
    title: 'Twelve questions',
    lead: 'They set how much work the case deserves. Leave open what isn’t known: an open question never makes the path lighter.',
  },
  need: {
    title: 'The need',
    lead: 'What is needed and why, without naming a solution; and how it is done today, which is what every option is compared with.',
  },
  outcomes: {
    title: 'Outcomes',
    lead: 'What will be better. Each outcome has a measure and a post that answers for it.',
    one: 'outcome',
    none: 'A case has at least one outcome.',
  },
  volumes: {
    title: 'Volumes',
    lead: 'What the service handles in a year.',
    one: 'volume',
    none: 'No volumes have been given.',
  },
  reuse: {
    title: 'What exists already',
    lead: 'Common platforms, open code, contracts and frameworks of peers. An answer of no needs its reason as much as a yes.',
    one: 'thing looked at',
    none: 'Nothing has been looked at yet.',
  },
  market: {
    title: 'The market',
    lead: 'Whether suppliers were asked before the requirements were fixed, and what they said. A thin market changes the approach; it bars nothing.',
  },
  'public-interest-test': {
    title: 'Public Interest Test',
    lead: 'Whether the work could be done in-house, asked in two parts. It is one input to the assessment and decides nothing.',
  },
  components: {
    title: 'Components',
    lead: 'Parts of the service that could be sourced by themselves.',
    one: 'component',
    none: 'The service hasn’t been divided yet.',
  },
  'map-text': {
    title: 'Components from a Wardley map',
    lead: 'Paste the text of an Online Wardley Map. Its components and links are added to the case; what the case has already keeps what was written.',
  },
  'delivery-models': {
    title: 'Choose from fifteen delivery models',
    lead: 'A longlist is complete when each model was thought of. Those you choose are added as options, with what they close off and how they end; the rest stays as it is.',
  },
  options: {
    title: 'Options',
    lead: 'Ways to meet the need. Business as usual and the do-minimum always stand beside them, and each rejection has a reason.',
    one: 'option',
    none: 'There are no options yet.',
  },
  departures: {
    title: 'Where you differ from what is suggested',
    lead: 'Models that were chosen and not suggested, or suggested and not chosen, each with its reason.',
    one: 'difference',
    none: 'Nothing is said of differences.',
  },
  'test-grid': {
    title: 'Tests at a glance',
    lead: 'Pass or fail, before any score. A condition keeps an option in, with something to do. Business as usual and the do-minimum stay as comparators even where they fail.',
  },
  tests: {
    title: 'Tests in detail',
    lead: 'What each result rests on; for a condition what has to be done, by whom and by when.',
    one: 'test',
    none: 'No option has been tested yet.',
  },
  appraisal: {
    title: 'How money is appraised',
    lead: 'Years, prices and rates by which all options are costed alike.',
  },
  'cost-groups': {
    title: 'Cost groups',
    lead: 'Risk is treated group by group, each in exactly one way: build, bought run, own team, transition.',
    one: 'cost group',
    none: 'There are no cost groups yet: a cost line needs one.',
  },
  'cost-lines': {
    title: 'Cost lines',
    lead: 'Quantity times unit cost, in pounds without VAT at the price base. Both money tables are made from these lines.',
    one: 'cost line',
    none: 'There are no cost lines yet.',
  },
  'cost-file': {
    title: 'Cost lines from a file',
    lead: 'Lines kept in a spreadsheet are read from a CSV file or an Excel workbook. Every row is checked before any is added.',
  },
  'cost-risks': {
    title: 'Cost risks',
    lead: 'What may happen once, with its chance and what it would cost.',
    one: 'risk',
    none: 'No risks have been costed.',
  },
  'risk-treatments': {
    title: 'How risk is treated',
    lead: 'For each cost group of each option exactly one: risks from the bottom up, optimism bias, or a reference class.',
    one: 'treatment',
    none: 'Nothing is said of any group.',
  },
  correlations: {
    title: 'What moves together',
    lead: 'Rank correlations of cost groups, so that spreads don’t cancel each other by mistake.',
    one: 'correlation',
    none: 'Cost groups move independently.',
  },
  benefits: {
    title: 'Benefits in money',
    lead: 'What comes back, with the same honesty about spread as costs, and a post that will confirm it.',
    one: 'benefit',
    none: 'No benefits in money have been named.',
  },
  unmonetised: {
    title: 'Effects without a price',
    lead: 'They are listed beside the money and never counted in it.',
    one: 'effect',
    none: 'No such effects have been named.',
  },
  budgets: {
    title: 'Money that is there',
    lead: 'By financial year, capital and resource apart.',
    one: 'year',
    none: 'No money has been entered.',
  },
  'stress-tests': {
    title: 'Stress tests',
    lead: 'What if it starts a year later, or day rates rise? Each is worked out for every option.',
    one: 'stress test',
    none: 'No stress tests have been named.',
  },
  enquiries: {
    title: 'What could be found out first',
    lead: 'A trial, a question to the market, a pull of data, and which figures it would settle. The result says what each is worth.',
    one: 'enquiry',
    none: 'Nothing has been named that could be found out.',
  },
  'criteria-library': {
    title: 'Choose from the criteria library',
    lead: 'Ready criteria in five groups, with what the two ends of the scale look like and which cost counts the same already.',
  },
  criteria: {
    title: 'Criteria',
    lead: 'What options are scored by. Fix what 0 and 100 look like before anybody weighs or scores.',
    one: 'criterion',
    none: 'There are no criteria yet.',
  },
  weights: {
    title: 'Weights',
    lead: 'How much going from the worst to the best of each criterion matters. The most important swing gets 100, the others in proportion. Weights are locked before scores open.',
  },
  assessors: {
    title: 'Assessors',
    lead: 'Who scores, by post. Each declares interests before seeing the options.',
    one: 'assessor',
    none: 'There are no assessors yet.',
  },
  scores: {
    title: 'Scores',
    lead: 'Each assessor scores alone, and sees what others scored only after having scored everything.',
  },
  moderation: {
    title: 'Moderation',
    lead: 'What was agreed after the assessors talked, with the reason. Spreads stay visible beside it.',
    one: 'moderated score',
    none: 'Nothing has been moderated.',
  },
  'composition-choices': {
    title: 'Ways to get each component',
    lead: 'For the mixed economy: what each component would cost and be worth by each model that could be used for it.',
    one: 'way',
    none: 'No ways have been entered, so no mixed economy is worked out.',
  },
  composition: {
    title: 'Limits of the mixed economy',
    lead: 'What joining components and managing suppliers costs, and what may not be exceeded.',
  },
  'composition-interfaces': {
    title: 'Cost of joining components',
    lead: 'Counted where two components are sourced by unlike models.',
    one: 'interface',
    none: 'No interfaces have been entered.',
  },
  pilot: {
    title: 'Pilot or test',
    lead: 'What is tried before deciding, or why nothing is.',
  },
  recommendation: {
    title: 'Officer’s recommendation',
    lead: 'A person recommends, and may differ from what the method indicates. The reasons are the officer’s own.',
  },
  roles: {
    title: 'Roles',
    lead: 'Who does what, by post. Nobody verifies or approves what they wrote or scored.',
    one: 'role',
    none: 'No roles have been filled.',
  },
  assessments: {
    title: 'Assessments kept elsewhere',
    lead: 'Equality, data protection, accessibility, security, carbon and conflicts of interest, by reference.',
    one: 'assessment',
    none: 'No assessments have been linked.',
  },
  approvals: {
    title: 'Approvals',
    lead: 'Who approves at which stage, what is released now and what comes back. The list that is proposed is never complete.',
    one: 'approval',
    none: 'No approvals have been entered.',
  },
  delegations: {
    title: 'Your own limits',
    lead: 'Limits of your scheme of delegation, where the product doesn’t hold them.',
    one: 'limit',
    none: 'No limits of your own have been entered.',
  },
  release: {
    title: 'What may be published',
    lead: 'For each section of the evidence pack. Nothing is withheld without a reason.',
    one: 'section',
    none: 'Nothing has been said of any section.',
  },
  route: {
    title: 'Route and contract strategy',
    lead: 'How the recommended option is bought, run and ended.',
  },
  review: {
    title: 'Outcome and review',
    lead: 'How it will be known whether the decision was right.',
  },
};
