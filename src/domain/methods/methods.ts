/** A way of working something out, with the page that explains it: `docs/methods/<id>.md`. */
export type Method = {
  id: string;
  /** Heading of its page. */
  title: string;
  /** What it answers, in a few words. */
  answers: string;
};

/** Every method, in the order of the map of the documentation. */
export const methods = [
  { id: 'contracts', title: 'Contracts', answers: 'what counts as one contract, its stage and its days' },
  { id: 'money', title: 'Money', answers: "what an amount is, and when it isn't believed" },
  { id: 'status', title: 'Status', answers: 'where a contract stands on a day' },
  { id: 'identity', title: 'Who is who', answers: 'which names are one organisation, and who has no page' },
  { id: 'segments', title: 'Segments', answers: 'which market a purchase belongs to, how sure, and why' },
  { id: 'vendors', title: 'Vendors', answers: 'vendor groups, named products, direct and resold' },
  {
    id: 'committed-value',
    title: 'Committed value by financial year',
    answers: 'what is signed for, by financial year',
  },
  { id: 'deflate', title: 'Deflators', answers: 'money in the prices of one year' },
  { id: 'sme-share', title: 'Share of small firms', answers: 'how much they won, by contracts and by value' },
  { id: 'concentration', title: 'Concentration', answers: 'how much a few suppliers hold' },
  { id: 'single-bid-rate', title: 'Rate of single bids', answers: 'how often one bid came in' },
  {
    id: 'route-shares',
    title: 'Routes, direct awards and frameworks',
    answers: 'how contracts were reached; direct awards, frameworks',
  },
  { id: 'expiry-wall', title: 'Wall of expiries', answers: 'what ends in which quarter' },
  { id: 'lead-time', title: 'Lead times', answers: 'how long procurement took' },
  { id: 'decision-date', title: 'Decision date', answers: 'by when a renewal has to be decided' },
  {
    id: 'timetable',
    title: 'Timetables',
    answers: 'on which day each notice and milestone of a procurement falls',
  },
  { id: 'incumbent-rewin', title: 'Incumbents that win again', answers: 'how often the supplier wins again' },
  { id: 'dependence', title: 'Dependence', answers: 'how much rests on the largest counterparts' },
  { id: 'pipeline', title: 'Pipeline', answers: 'what will be bought, each need counted once' },
  {
    id: 'pipeline-forecast',
    title: 'Forecast by segment',
    answers: 'new contracts by segment, and how wrong it was before',
  },
  { id: 'value-growth', title: 'Growth after signature', answers: 'what contracts came to after signature' },
  {
    id: 'portals',
    title: 'One process on several portals',
    answers: 'one process published twice is counted once',
  },
  { id: 'market-sums', title: 'Sums of the market', answers: 'how figures stay equal to their contracts' },
  { id: 'search', title: 'Search', answers: 'what a text finds, and in which order' },
  { id: 'completeness', title: 'Completeness', answers: 'how much of what was published is held' },
  {
    id: 'review-indicators',
    title: 'Review indicators',
    answers: 'what is worth a second look, and what is never shown',
  },
  { id: 'spend', title: 'Spend', answers: 'what was paid, to whom, and against which contracts' },
  { id: 'price-benchmark', title: 'Price benchmark', answers: 'what comparable contracts cost per month' },
  { id: 'size-of-body', title: 'Size of body', answers: 'residents, homes, staff, and cost by size' },
  {
    id: 'reference-classes',
    title: 'Reference classes',
    answers: 'how far contracts and projects went beyond plan',
  },
  {
    id: 'similar-work',
    title: 'Similar work',
    answers: 'who was seen winning work like this, how long it runs, how long buying takes',
  },
  {
    id: 'case-evidence',
    title: 'Evidence of the register in a case',
    answers: 'what the register shows for a sourcing case',
  },
  {
    id: 'bridging',
    title: 'Bridge and latest safe days',
    answers: 'by when a successor has to be signed, and what could bridge to it',
  },
  {
    id: 'suggested-models',
    title: 'Suggested delivery models',
    answers: 'which delivery models to look at, and what would change that',
  },
  {
    id: 'playbook-checks',
    title: 'Checks of playbooks',
    answers: 'what a segment’s playbook says of a case, a contract or a draft',
  },
  {
    id: 'strategies',
    title: 'Digital sourcing strategies',
    answers: 'what a body is committed to, where its practice differs, what to do about renewals',
  },
  {
    id: 'routes',
    title: 'Routes to market',
    answers: 'which frameworks and procedures a need can use, and what speaks against each',
  },
  {
    id: 'sourcing-triage',
    title: 'Triage of a sourcing case',
    answers: 'how much work a sourcing decision deserves, and what it will need',
  },
  {
    id: 'sourcing-steps',
    title: 'Steps of a sourcing case',
    answers: 'what is done, what is missing, and when it is due again',
  },
  {
    id: 'multi-criteria',
    title: 'Options on several criteria',
    answers: 'which option is worth most, and whether the method matters',
  },
  {
    id: 'weights',
    title: 'Weights, and what would turn the order',
    answers: 'what criteria count, and what would turn the order',
  },
  {
    id: 'rank-acceptability',
    title: 'Rank acceptability',
    answers: 'how often each option would come first',
  },
  { id: 'simulation', title: 'Simulation', answers: 'what uncertain costs may come to, and how surely' },
  {
    id: 'present-value',
    title: 'Present value, optimism bias, uplift',
    answers: 'discounting, optimism bias, uplift',
  },
  {
    id: 'value-of-information',
    title: 'Value of information',
    answers: 'what it is worth to know before choosing',
  },
  { id: 'case-costs', title: 'Costs of a case', answers: 'what each option may cost, in two tables' },

  {
    id: 'appraisal',
    title: 'Appraisal of options',
    answers: 'what the method indicates, why, and what would change it',
  },
  {
    id: 'evidence-pack',
    title: 'The evidence pack',
    answers: 'what whoever decides is told, and what may be published',
  },
  { id: 'changes', title: 'The change feed', answers: 'how to keep a copy up to date' },
  { id: 'composition', title: 'Composition', answers: 'which option to take for each component' },
  {
    id: 'wardley-maps',
    title: 'Wardley maps',
    answers: 'how a map becomes the components of a case, and back',
  },
  {
    id: 'decision-records',
    title: 'Decision records',
    answers: 'what a decision rested on, and whether it was changed',
  },
  { id: 'verifying', title: 'Verifying the methods', answers: 'whether they give the values of others' },
] as const satisfies readonly Method[];

/** The id of one of them. */
export type MethodId = (typeof methods)[number]['id'];
