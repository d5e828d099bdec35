/** Label of a field, and a hint where one helps. */
type FieldWords = readonly [label: string, hint?: string];

/** Words of the fields of a page, by where they stand. */
export type PartFieldWords = Readonly<Record<string, FieldWords>>;

const dayHint = 'For example, 31/3/2028';
const yearHint = 'For example, 2027-28';
const uncertainHint =
  'One figure, or a spread: 400 / 520 / 900 for low, likely and high; 400 / 900 for anything between; P10 400 / P90 900. You can write £, commas, k and m.';
const idHint =
  'Small letters, digits and hyphens. Leave it empty to have one proposed; it stays as it is afterwards.';
const optionsHint = 'Choose all, or those that it belongs to.';

/** Where a figure comes from. */
const provenance: PartFieldWords = {
  source: ['Where the figure comes from', 'A notice, a quotation, a rate card; or a judgement, and whose.'],
  owner: ['Post that answers for it'],
  confidence: ['How far it can be relied on'],
  disclosure: [
    'On what basis others may see it',
    'For a price that no notice published. Without an answer nobody else may.',
  ],
};

/** Fields on the need, what exists, the market, components, options and tests. */
export const needFieldWords: Readonly<Record<string, PartFieldWords>> = {
  about: {
    title: ['Title of the case'],
    'buyer.name': ['Who decides', 'Name of the buying organisation.'],
    'buyer.type': ['Kind of body'],
    'buyer.nation': ['Nation'],
    'buyer.organisation': ['Its id in the register', 'It stands in the address of the buyer’s page.'],
    'buyer.changesOn': ['Day on which it is merged or abolished', `Where one is known. ${dayHint}.`],
    asOf: ['Day on which the facts hold', dayHint],
    stage: ['Stage'],
    'marking.level': ['Marking', 'This product isn’t accredited above OFFICIAL.'],
    'marking.descriptor': ['Descriptor'],
  },
  need: {
    'need.statement': ['What is needed, and by whom', 'Without naming a solution.'],
    'need.neededBy': ['Day by which it must work', `Often the end of the present contract. ${dayHint}.`],
    'need.commencesOn': [
      'Day on which the project is commenced',
      'It decides which rules bind. Without it, the day of the facts.',
    ],
    'need.ifNothing': ['What happens if nothing is done, and when'],
    'need.successFactors': ['Critical success factors', 'One on each line.'],
    'need.present.description': ['How it is done today', 'Business as usual: what, by whom, at what price.'],
    'need.present.contract': ['The present contract', 'Its id in the register.'],
    'need.present.startsOn': ['Its start', dayHint],
    'need.present.endsOn': ['Its end', dayHint],
    'need.present.lastEnd': [
      'Its end with every option used',
      `Left empty where no option is left. ${dayHint}.`,
    ],
    'need.present.value': ['Its value', 'Pounds without VAT over its term, without options.'],
    'need.present.source': ['Where these facts come from'],
    'need.preparationMonths': [
      'Months to prepare and approve',
      'Before the first notice; 9 where nothing is written.',
    ],
    'need.transitionMonths': [
      'Months to change over',
      'From the signature to the day on which it works; 3 where nothing is written.',
    ],
    'need.present.regime': ['Law under which it was let', 'That law governs any extension.'],
  },
  outcomes: {
    text: ['What will be better'],
    measure: ['How it will be known', 'What is measured, how often, and how it stands now.'],
    owner: ['Post that answers for it'],
    id: ['Short name', idHint],
  },
  volumes: {
    name: ['What is handled', 'For example, applications.'],
    perYear: ['How many in a year'],
    unit: ['What one is called'],
  },
  reuse: {
    what: ['What was looked at'],
    kind: ['What it is'],
    components: ['For which components', 'None chosen stands for the whole.'],
    result: ['Whether it is used'],
    because: ['Why, or why not'],
    source: ['Where this was found'],
  },
  market: {
    'market.engaged': ['Were suppliers asked before the requirements were fixed?'],
    'market.on': ['When', dayHint],
    'market.notice': ['The preliminary market engagement notice (UK2)'],
    'market.heard': ['What the market said, and what changed because of it'],
    'market.credibleSuppliers': [
      'Suppliers thought able and willing',
      'The register’s count stands beside it and never replaces it.',
    ],
  },
  components: {
    name: ['Name'],
    evolution: ['How mature it is'],
    differentiation: ['How far doing it our own way matters to the outcome'],
    volatility: ['How often policy or rules change it'],
    dataSensitivity: ['How sensitive its data is'],
    segment: ['Market segment in which it is bought'],
    connects: ['Exchanges data with'],
    visibility: ['How near to the user', '0 to 1, as on a Wardley map.'],
    maturity: ['Place on the evolution axis', '0 to 1; finer than the answer above.'],
    evolvesTo: ['Where on that axis it is going', '0 to 1; drawn on the map as an arrow.'],
    id: ['Short name', idHint],
  },
  departures: {
    component: ['Component'],
    model: ['Delivery model'],
    because: ['Why'],
  },
  options: {
    name: ['Name'],
    role: ['What it is in the appraisal'],
    description: ['What would be done'],
    model: ['Delivery model', 'Where one is used throughout.'],
    models: ['Delivery model of each component', 'For a mixed option.'],
    shortlisted: ['Goes forward to costs and scores'],
    because: ['Why it was shortlisted, or why not'],
    readyOn: ['When it would work', `By a plan that somebody answers for. ${dayHint}.`],
    'scope.serviceLevel': ['Service level'],
    'scope.termYears': ['Term in years'],
    'scope.volumes': ['Volumes'],
    'scope.differs': [
      'Why its scope differs from the other options',
      'Options are compared only on the same scope, unless this says why not.',
    ],
    closesOff: ['What choosing it closes off'],
    'reversal.cost': ['Cost of turning back two years after the start', uncertainHint],
    'reversal.months': ['Months that turning back takes'],
    'reversal.how': ['How one would turn back'],
    exit: ['How it ends', 'Data, code, staff, knowledge.'],
    id: ['Short name', idHint],
  },
  tests: {
    option: ['Option'],
    test: ['Test'],
    result: ['Result'],
    evidence: ['What the result rests on'],
    treatment: ['What has to be done', 'Asked for where the result is a condition.'],
    owner: ['Post that answers for it', 'Asked for where the result is unknown or a condition.'],
    by: ['By when', dayHint],
    on: ['When it was tested', dayHint],
  },
};

/** Fields on money. */
export const moneyFieldWords: Readonly<Record<string, PartFieldWords>> = {
  appraisal: {
    'appraisal.firstYear': ['First financial year', yearHint],
    'appraisal.years': ['Number of years', 'As long as the options commit you, exit included.'],
    'appraisal.priceBase': ['Year whose prices amounts are given in', yearHint],
    'appraisal.discountRates': ['Discount rates'],
    'appraisal.draws': ['Draws', '20,000 is usual. More are made until P80 is steady.'],
    'appraisal.seed': ['Seed', 'The same seed gives the same result on every machine.'],
    'appraisal.contingency': ['Who holds the money between P50 and P80'],
    'appraisal.contingencyHeld': [
      'How much is held outside the budgets',
      'Pounds of cash over all years, for what costs more than at P50.',
    ],
  },
  'cost-groups': { name: ['Name'], id: ['Short name', idHint] },
  'cost-lines': {
    label: ['What is paid for'],
    options: ['Options', optionsHint],
    component: ['Component'],
    phase: ['Phase'],
    group: ['Cost group'],
    quantity: ['Quantity', uncertainHint],
    unit: ['What one is', 'A person-year, a user, a transaction.'],
    unitCost: ['Cost of one, in pounds without VAT', uncertainHint],
    when: [
      'When',
      '2027-28 for once; 2028-29 to 2033-34 for every year; 2027-28 40%, 2028-29 60% to spread the amount.',
    ],
    realGrowthPercent: ['Yearly change beyond inflation, per cent'],
    fixedPrice: ['The contract fixes the price in cash'],
    'vat.treatment': ['VAT on it'],
    'vat.ratePercent': ['Rate of VAT, per cent'],
    'vat.rule': ['Rule that this rests on'],
    budget: ['Budget'],
    sunk: ['Spent or committed whatever is decided'],
    transfer: ['Only moves inside the public sector'],
    drivers: [
      'What it moves with in stress tests',
      'Separated by commas: day-rate, volume, licence, delay, or names of your own.',
    ],
    ...provenance,
    id: ['Short name', idHint],
  },
  'cost-risks': {
    label: ['What may happen'],
    options: ['Options', optionsHint],
    group: ['Cost group'],
    probability: ['Chance', 'From 0 to 1: 0.25 is one in four.'],
    impact: ['What it would cost, in pounds without VAT', uncertainHint],
    year: ['Year in which it would fall due', yearHint],
    owner: ['Post that answers for it'],
    treatment: ['What is done about it'],
    source: ['Where the figures come from'],
    id: ['Short name', idHint],
  },
  'risk-treatments': {
    group: ['Cost group'],
    options: ['Options', optionsHint],
    method: ['How its risk is treated'],
    upliftPercent: ['Optimism bias, per cent', 'Asked for with optimism bias only.'],
    referenceClass: ['Reference class', 'Asked for with a reference class only.'],
    betweenOptions: [
      'How far options overrun together',
      '0: each goes its own way. 1: what goes wrong in one goes wrong in all.',
    ],
    because: ['Why'],
  },
  correlations: {
    between: ['Between', 'Two cost groups, or the same one twice for the lines within it.'],
    rank: ['Rank correlation', 'From −1 to 1.'],
  },
  benefits: {
    label: ['What comes back'],
    options: ['Options', optionsHint],
    kind: ['Kind'],
    amount: ['How much, in pounds', uncertainHint],
    when: ['When', '2028-29 to 2033-34 for every year; 2027-28 for once; shares in per cent to spread it.'],
    optimismPercent: [
      'Taken off for optimism',
      'Per cent, beyond the range. Leave empty where the range is cautious already.',
    ],
    realisedBy: ['Post that owns and confirms it'],
    drivers: ['What it moves with in stress tests', 'Separated by commas.'],
    ...provenance,
    id: ['Short name', idHint],
  },
  unmonetised: {
    label: ['What it is'],
    options: ['Options that have it'],
    effect: ['What it means, and for whom'],
  },
  budgets: {
    year: ['Financial year', yearHint],
    capital: ['Capital, pounds'],
    resource: ['Resource, pounds'],
    source: ['Where this stands'],
  },
  'stress-tests': {
    name: ['Name'],
    factors: ['What changes, and how much', 'day-rate 1.15, volume 0.8'],
    delayMonths: ['Months that the new arrangement starts later'],
    id: ['Short name', idHint],
  },
  enquiries: {
    label: ['What could be done'],
    resolves: ['Which figures it would settle'],
    cost: ['What it costs, in pounds', uncertainHint],
    days: ['Days it takes'],
    id: ['Short name', idHint],
  },
};

/** Fields on criteria, scores, the mixed economy, governance and delivery. */
export const appraisalFieldWords: Readonly<Record<string, PartFieldWords>> = {
  criteria: {
    name: ['Name'],
    group: ['Group'],
    parent: ['Part of'],
    description: ['What it is about', 'Don’t repeat what a cost line counts already.'],
    'anchors.worst': ['What 0 looks like', 'The worst that an option here could be.'],
    'anchors.best': ['What 100 looks like', 'The best that an option here could be.'],
    id: ['Short name', idHint],
  },
  assessors: {
    post: ['Post', 'The post, not the person.'],
    interestsDeclaredOn: ['Day on which interests were declared', dayHint],
    interests: ['What was declared', 'Write “none” where there is none.'],
    id: ['Short name', idHint],
  },
  moderation: {
    option: ['Option'],
    criterion: ['Criterion'],
    score: ['Agreed score', '0 to 100.'],
    note: ['Why the scores were brought together, or were not'],
  },
  'composition-choices': {
    'composition.pricePerPoint': [
      'What a point of value of one component is worth, in pounds',
      'Asked for with the first way.',
    ],
    component: ['Component'],
    model: ['Delivery model'],
    cost: ['Present value over the term, pounds without VAT'],
    value: ['Value', '0 to 100.'],
    staff: ['Own staff that it needs, full-time equivalents'],
    supplier: [
      'Short name of the supplier',
      'Or of a kind of supplier, to count how many have to be managed.',
    ],
  },
  composition: {
    'composition.pricePerPoint': ['What a point of value of one component is worth, in pounds'],
    'composition.costPerExtraSupplier': ['Cost of each supplier after the first, pounds'],
    'composition.staffPerExtraSupplier': [
      'Own staff for each supplier after the first, full-time equivalents',
    ],
    'composition.staffCapacity': ['Own staff that there is, full-time equivalents'],
    'composition.budget': ['Budget, pounds'],
  },
  'composition-interfaces': {
    between: ['Between'],
    cost: ['Cost of joining them, pounds'],
  },
  pilot: {
    'pilot.status': ['How far it is'],
    'pilot.what': ['What is tried, with whom, and what it should show'],
    'pilot.result': ['What it showed'],
    'pilot.because': ['Why none is needed', 'Asked for where none is.'],
    'pilot.on': ['When', dayHint],
  },
  recommendation: {
    'recommendation.option': ['Option that is recommended'],
    'recommendation.reasons': ['Reasons', 'Your own. That the model said so is none.'],
    'recommendation.dissent': ['Views that differ, word for word', 'One on each line.'],
    'recommendation.post': ['Post of the officer'],
    'recommendation.on': ['Day', dayHint],
  },
  roles: {
    role: ['Role'],
    post: ['Post', 'For example, Head of Commercial.'],
    name: ['Name', 'Only where a signature is needed. It is typed and not authenticated.'],
  },
  assessments: {
    kind: ['Assessment'],
    status: ['How far it is'],
    reference: ['Where it is kept'],
    because: ['Why none is needed'],
  },
  approvals: {
    stage: ['Stage'],
    approver: ['Who approves'],
    status: ['How far it is'],
    on: ['Day', dayHint],
    releases: ['What is released now'],
    returns: ['What comes back, and when'],
    conditions: ['Conditions', 'One on each line.'],
  },
  delegations: {
    approval: ['Approval that it is the limit of'],
    above: ['Pounds above which it is needed', 'On the VAT basis of that approval.'],
    source: ['Scheme or letter that says so, with its date'],
  },
  release: {
    section: ['Section of the evidence pack'],
    category: ['Whether it may be published'],
    exemption: [
      'Exemption that probably applies',
      'Section of the Freedom of Information Act, or its equivalent.',
    ],
    because: ['Why'],
    reviewOn: ['Look at it again on', dayHint],
  },
  route: {
    'route.route': ['Route', 'Framework, dynamic market, procedure; or none where nothing is bought.'],
    'route.because': ['Why this route and not another'],
    'route.contract': ['Contract', 'Charging, allocation of risk, key performance indicators.'],
    'route.exit': ['How it ends', 'Data, code, staff, knowledge.'],
  },
  review: {
    'review.on': ['Day of the first review', dayHint],
    'review.owner': ['Post that reviews'],
    'review.measures': ['What is compared with what the case expected'],
  },
};
