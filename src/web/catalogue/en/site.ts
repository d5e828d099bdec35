import type { Format } from '../format.ts';

/** Words of the home page. */
export const homeWords = (format: Format) => ({
  title: 'Search public contracts',
  lead: 'Who buys what from whom, on what terms and until when. Made from published procurement notices, with a link to each.',
  searchLabel: 'Search contracts',
  searchHint: 'For example: case management, "cloud hosting", or the name of a supplier',
  searchButton: 'Search',
  held: 'What we hold',
  heldOn: (day: string) => `Newest notice: ${day}`,
  heldNone:
    'The register is empty. Load notices with the sourcing command, or start the service with the sample.',
  contracts: (count: number) => format.plural(count, { one: 'contract', other: 'contracts' }),
  frameworks: (count: number) =>
    format.plural(count, { one: 'framework agreement', other: 'framework agreements' }),
  buyers: (count: number) => format.plural(count, { one: 'buyer', other: 'buyers' }),
  suppliers: (count: number) => format.plural(count, { one: 'supplier', other: 'suppliers' }),
  notices: (count: number) => format.plural(count, { one: 'notice', other: 'notices' }),
  start: 'Where to start',
  endingTitle: 'Contracts ending within a year',
  endingText: 'See what will be bought again, and when to prepare.',
  frameworksTitle: 'Framework agreements',
  frameworksText: 'Ceilings, suppliers and the call-offs we hold.',
  buyersTitle: 'Buyers',
  buyersText: 'What a public body buys, from whom, and what ends next.',
  suppliersTitle: 'Suppliers',
  suppliersText: 'Which bodies a firm serves, since when, and until when.',
  localTitle: 'Local government',
  localText: 'What councils buy, from whom, and until when.',
  directTitle: 'Direct awards',
  directText: 'Contracts let without a competition, with the reason given.',
  missing: 'What we miss',
  missingLead: 'A register that hides its gaps misleads. These are ours.',
  missingThreshold: 'Small contracts need not be published, and some notices never are.',
  missingPayments: 'Notices say what was agreed. They seldom say what was paid.',
  missingTied: 'Many older call-offs name their framework only in words. We mark what we inferred.',
  missingNumbers: (missing: string, issued: string, year: string) =>
    `Of ${issued} notice numbers issued in ${year}, we do not hold ${missing}: their days were not read in here, or they were missed.`,
  missingLink: 'See how complete the register is',
});

/** Words of the page on what the register holds. */
export const dataWords = (format: Format) => ({
  title: 'What we hold and what we miss',
  lead: 'How fresh the register is, how complete, and which figures we do not believe.',
  computed: (instant: string) => `Counted on ${instant}.`,
  held: 'Held',
  freshness: 'How fresh it is',
  freshnessCaption: 'Notices held, by publisher',
  publisher: 'Publisher',
  releases: 'Releases',
  processes: 'Processes',
  contracts: 'Contracts',
  frameworks: 'Frameworks',
  buyers: 'Buyers',
  suppliers: 'Suppliers',
  newest: 'Newest notice',
  received: 'Last received',
  none: 'None yet',
  completeness: 'How complete it is',
  completenessLead:
    'Find a Tender numbers its notices in order each year. The highest number seen tells how many were issued, at least. A number that we do not hold lies in days that were not read in here, or was missed. Where only part of a year was read in, the first is the usual reason.',
  completenessInvented:
    'The register holds invented notices, whose numbers are invented too. Completeness cannot be measured.',
  completenessCaption: 'Notice numbers issued, held and not held, by year',
  completenessNone: 'No numbered notice is held, so completeness cannot be measured.',
  year: 'Year',
  issued: 'Issued',
  heldCount: 'Held',
  absent: 'Known to be absent',
  missing: 'Not held',
  heldShare: 'Share held',
  flags: 'Amounts we do not believe',
  flagsLead: 'They are kept and shown, marked with the reason, and left out of every sum.',
  flagsCaption: 'Flagged amounts, by reason',
  flagsNone: 'No amount is flagged.',
  flag: 'Reason',
  meaning: 'What it means',
  amounts: 'Amounts',
  coverage: 'How often each field is filled',
  coverageLead:
    'Share of contracts that carry the field. A figure built on a field can be no better than this.',
  coverageCaption: 'Fields, and the contracts that carry them',
  coverageNone: 'There is no contract to measure yet.',
  field: 'Field',
  of: 'Contracts',
  heldOf: (held: string, of: string) => `${held} of ${of}`,
  share: 'Share',
  runs: 'Latest runs',
  runsLead: 'Each time notices were read in.',
  runsNone: 'Nothing has been read in yet.',
  runOn: (instant: string) => `Run of ${instant}`,
  runUnfinished: 'Not finished',
  inputs: 'Read from',
  moreInputs: (count: number) => `and ${format.number(count)} more`,
  read: 'Read',
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  repaired: 'Repaired',
  skipped: 'Skipped',
  problems: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'problem', other: 'problems' })}`,
  problem: (input: string, line: string) => `${input}, line ${line}`,
});

/** Words of the page that says what this is. */
export const aboutWords = {
  title: 'About this register',
  lead: 'Digital Sourcing makes one register of public contracts out of notices that are published one by one.',
  howTitle: 'How it is made',
  how: [
    'We read each notice as data, in the form of the Open Contracting Data Standard.',
    'We merge the notices of one procurement by the rules of that standard, and keep every notice beside the result.',
    'We work out the contracts: one for each that was signed. An award stands in until the contract notice arrives.',
    'We join names that belong to one organisation by official identifiers first, then by equal names. We never merge on likeness alone.',
    'We mark amounts that cannot be believed, and leave them out of sums.',
  ],
  moneyTitle: 'How we treat money',
  money: [
    'A framework ceiling is the most that may be bought. It is not spending.',
    'An estimate comes before bids. An award value comes with the decision. A contract value is what was signed. A payment is what was paid.',
    'We never add one kind to another, and every amount says whether VAT is in it.',
  ],
  sourcesTitle: 'Sources',
  sourcesLead: 'Notices come from these official publishers:',
  sources: [
    { name: 'Find a Tender', url: 'https://www.find-tender.service.gov.uk' },
    { name: 'Contracts Finder', url: 'https://www.contractsfinder.service.gov.uk' },
    { name: 'Public Contracts Scotland', url: 'https://www.publiccontractsscotland.gov.uk' },
    { name: 'Sell2Wales', url: 'https://www.sell2wales.gov.wales' },
  ],
  sourcesHeld: 'See which of them this register holds',
  licenceTitle: 'Licence',
  licence: 'Notices contain public sector information licensed under the',
  licenceName: 'Open Government Licence v3.0',
  licenceReuse:
    'You may use, adapt and share them, also for business, if you name the source. Documents that notices link to are not covered. They belong to whoever wrote them.',
  missingTitle: 'What is not in it',
  missing: [
    'Contracts that were never published, because they were small, exempt or overlooked.',
    'What was really paid, except where a payment notice says so.',
    'The contracts themselves. Where a notice links a document, so do we.',
    'Judgements. We show facts and doubts about data; we do not rate buyers or suppliers.',
  ],
  privacyTitle: 'Privacy',
  privacy: [
    'Names of contact people, e-mail addresses and telephone numbers are removed before anything is stored.',
    'This service sets no cookies and counts no visitors.',
  ],
  peopleTitle: 'Suppliers who are people',
  people: [
    'Some suppliers trade under their own name. Their record is personal data.',
    'Such a supplier is shown only on the contract that names it. It has no page, stands in no list and no ranking, and search engines are asked not to list that contract.',
    'If you are named and want this put right, tell us.',
  ],
  methodTitle: 'Methods and code',
  method:
    'The program is open source. Each rule stands in a small file with its source, and the documentation that comes with it explains the sources and methods.',
  api: 'Everything you see can be had as data: each list offers downloads, and the same questions can be asked of the API.',
  apiLink: 'Description of the API (OpenAPI)',
  tellUs: 'Tell us what is wrong',
};

/**
 * Words of the accessibility statement. What was tested and what falls short is true of this program on the day it names;
 * change it with the program. Whoever runs the service completes `operator` and `enforcement`, and nothing else.
 */
export const accessibilityWords = {
  title: 'Accessibility statement',
  lead: 'This statement covers the pages of this service. It names the pages that were tested.',
  status:
    'The pages are partially compliant with the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. What falls short, and what nobody has tested yet, stands below.',
  aim: 'What you can do',
  aims: [
    'Zoom to 400%, or space text out, without text leaving the screen.',
    'Reach and use everything with a keyboard alone, and see where you are.',
    'Use every page without JavaScript.',
    'Read every chart as a table.',
    'Print every page.',
  ],
  testedTitle: 'What was tested, and with what',
  testedOn:
    'Tested by programs on 23 November 2026, in Chromium 156 on Debian 12, at 1,280 and 390 pixels, with invented notices.',
  tested: [
    'The usual rules of axe-core 4.14, and the size of targets, on the home page, lists, contracts, buyers, suppliers, raw records, the data page, forms and error pages: no fault was found.',
    'Valid HTML and headings in order, on every page that links reach.',
    'The way from a search to a filter, a contract and a download with the keyboard alone, with a visible focus at every step.',
    'Search, filters, order and the report form without JavaScript.',
    'Width at 400% zoom, and with the text spacing that WCAG names.',
  ],
  testedMeaning:
    'These tests run again each time the program changes. Programs find only some of the faults that people meet.',
  untestedTitle: 'What was not tested',
  untested: [
    'Screen readers, voice control and magnifiers. Headings, landmarks, labels and table headers are marked up for them, but nobody has listened to a page yet.',
    'Firefox, Safari, and colours forced by the system.',
    'Use by disabled people.',
    'Downloads (CSV, JSON Lines, Excel) in assistive software.',
  ],
  knownTitle: 'What we know falls short',
  known: [
    'Notices in Welsh are not marked as Welsh, so a screen reader reads them as English (WCAG 3.1.2, language of parts).',
    'Text of notices is shown as published. It may be hard to read.',
    'Documents on publishers’ sites are outside our reach, and many are not accessible.',
    'Browsers that do not know a recent way of folding show the filters beside a list folded up. One press opens them.',
  ],
  contactTitle: 'If you find a problem',
  operator: 'Whoever runs this service must write here who they are and how else to reach them.',
  contact: 'Tell us which page and what went wrong. If you need something in another format, say which.',
  contactLink: 'Report a problem with a page',
  enforcementTitle: 'If you are not content with the answer',
  enforcement:
    'The Equality and Human Rights Commission enforces the Public Sector Bodies Accessibility Regulations 2018 in Great Britain, and the Equality Commission for Northern Ireland there. The Equality Advisory and Support Service can advise you.',
  enforcementLink: 'Contact the Equality Advisory and Support Service',
  enforcementUrl: 'https://www.equalityadvisoryservice.com/',
};

/** Words of the form that reports something wrong. */
export const correctionWords = {
  title: 'Tell us this is wrong',
  lead: 'Say what is wrong and what would be right. If a notice shows it, give its number.',
  about: 'Page',
  limits: 'We can correct how we read a notice. What the notice itself says only its publisher can correct.',
  message: 'What is wrong?',
  messageHint: 'Do not give personal details about anyone.',
  replyTo: 'Your e-mail address (optional)',
  replyHint: 'Only to answer you. It is kept with your report and shown to nobody else.',
  send: 'Send',
  receivedTitle: 'We have your report',
  receivedText: 'It is in the log of whoever runs this service.',
  receivedNext: 'What happens next',
  receivedNextText:
    'They will check the notices behind the page. If you left an address, they can answer you.',
  back: 'Go back to the page',
  errorTitle: 'There is a problem',
  messageMissing: 'Say what is wrong',
  messageLong: 'Use fewer words: this is more than can be sent at once',
  replyWrong: 'Give an e-mail address such as name@example.org, or leave it empty',
};
