import type { countedParts, marketFilter } from '../../../app/market/market-filter.ts';
import type { bidGroups, marketSizes } from '../../../domain/market/market-conditions.ts';
import type { ExposureWay } from '../../../domain/organisations/vendor-exposure.ts';
import type { Format } from '../format.ts';
import { gaps } from './market-gaps.ts';
import { renewalsWords } from './market-renewals.ts';
import { segmentNames } from './segments.ts';

const filters: Record<keyof typeof marketFilter, string> = {
  counted: 'Counted',
  committedIn: 'Committed in',
  extensionIn: 'Options in',
  prices: 'Prices',
  notCommitted: 'Not in committed value',
  size: 'Size of supplier',
  bids: 'Bids',
  endsIn: 'Ends in',
  vendor: 'Vendor group',
  vendorWay: 'Way to the vendor',
  product: 'Product',
};

const inPrices = (year: string | null): string => (year === null ? '' : ` in the prices of ${year}`);

const counted: Record<(typeof countedParts)[number], string> = {
  all: 'by the measures of the market',
  valued: 'with a value we can rely on',
  sole: 'of one supplier alone',
  'sole-valued': 'of one supplier alone, with a value we can rely on',
  revalued: 'whose value was published again',
  running: 'not ended by any notice',
  timed: 'with a lead time',
  followed: 'followed by another of the same buyer',
  rewon: 'followed by another of the same supplier',
};

const sizes: Record<(typeof marketSizes)[number], string> = {
  sme: 'Small or medium-sized',
  large: 'Large',
  mixed: 'Small and large together',
  'no-size': 'Not stated',
};

const bidWords: Record<(typeof bidGroups)[number], string> = {
  one: 'One',
  several: 'Two or more',
  'no-bids': 'None',
  'no-bid-statistics': 'Not stated',
};

const quarterMonths = ['January to March', 'April to June', 'July to September', 'October to December'];

/** Words of the pages of the market. */
export const marketWords = (format: Format) => {
  const contracts = (count: number): string =>
    `${format.number(count)} ${format.plural(count, { one: 'contract', other: 'contracts' })}`;
  return {
    segmentNames,
    filters,
    counted,
    gaps,
    sizes,
    bidGroups: bidWords,
    vendorWays,
    priceNames: { real: 'of one year, without inflation' },
    contracts,
    /** `2027-Q1` → January to March 2027. */
    quarter: (quarter: string) =>
      `${quarterMonths[Number(quarter.slice(6)) - 1] ?? quarter} ${quarter.slice(0, 4)}`,
    sums: {
      value: (money: string, valued: number, all: number) =>
        `Value of signed contracts: ${money} ex VAT, from ${format.number(valued)} of ${contracts(all)}.`,
      committed: (money: string, year: string, all: number, prices: string | null) =>
        `Committed in ${year}: ${money} ex VAT${inPrices(prices)}, from ${contracts(all)}.`,
      extension: (money: string, year: string, all: number, prices: string | null) =>
        `If every option were used, at the same daily rate, ${year} would bring ${money} ex VAT${inPrices(prices)}, from ${contracts(all)}. This is not committed.`,
    },
    notEnough: 'Not enough data.',
    noShare: 'not enough data',
    asTable: 'Show as a table',
    csv: 'Download these figures (CSV)',
    methods: 'How this is worked out:',
    measuredOn: (measured: number, total: number) => {
      if (total === 0) return 'No contract of this kind is held';
      if (measured === total) return `Measured on all ${contracts(total)}`;
      return `Measured on ${format.number(measured)} of ${contracts(total)}: why not the others`;
    },
    from: (valued: number, all: number) => `from ${format.number(valued)} of ${contracts(all)}`,
    tooFew: (count: number) => `${format.number(count)} measured, fewer than 30`,
    partOf: (part: string, whole: string) => `${part} of ${whole}`,
    percent: (share: number) => `${format.number(Math.round(1000 * share) / 10)}%`,
    pages: {
      overview: 'Overview',
      segments: 'Segments',
      renewals: 'Renewals',
      pipeline: 'Pipeline',
      competition: 'Competition',
      indicators: 'Review indicators',
      growth: 'Growth and change',
      frameworks: 'Frameworks',
      exposure: 'Exposure',
      vendors: 'Vendors',
      products: 'Products',
    },
    pagesLabel: 'Pages of the market',
    scope: {
      heading: 'What is looked at',
      segment: 'Segment',
      allSegments: 'All digital segments',
      everySegment: 'All, also what is not digital',
      buyerType: 'Type of buyer',
      allBuyers: 'All',
      from: 'Signed or awarded from',
      to: 'to',
      prices: 'Prices',
      nominal: 'As in the contracts',
      real: (year: string) => `Of ${year}`,
      show: 'Show',
      years: (from: number, to: number) => (from === to ? String(from) : `${from} to ${to}`),
    },
    overview: overviewWords(contracts),
    segment: segmentWords,
    renewals: renewalsWords(contracts, format),
    competition: competitionWords,
    growth: growthWords,
    frameworks: frameworksWords(format),
    exposure: exposureWords,
    organisation: organisationWords,
  };
};

const overviewWords = (contracts: (count: number) => string) => ({
  title: 'The digital market',
  lead: 'What public bodies have committed to digital suppliers, how they bought it, and who won. Every figure opens the contracts it is made of.',
  countedLabel: (years: string) => `Contracts, ${years}`,
  valueLabel: 'Their value, ex VAT',
  smeLabel: 'Went to small firms',
  byContracts: 'contracts that state the size',
  unclassified: (count: number) =>
    `${contracts(count)} of these years ${count === 1 ? 'has' : 'have'} not been given a segment yet and stand in none of these figures.`,
  committed: {
    title: 'Committed value by financial year',
    description:
      'The value of signed contracts, spread in a straight line over their days without options, by year from April to March.',
    series: ['Committed', 'If every option were used'],
    year: 'Financial year',
    value: 'Committed',
    contracts: 'Contracts',
    extension: 'Options would add',
    extensionContracts: 'Contracts with options',
    note: 'Signed contracts with a believable value in pounds without VAT, a start and an end. Framework ceilings are left out and have their own page. Later years fall because contracts not yet signed are not in them; that is no forecast. What options would add is at the same daily rate, and is not committed.',
    real: (year: string) =>
      `In the prices of ${year}. Price levels after the last published year are assumed; those years are marked.`,
    assumed: 'price level assumed',
  },
  grid: {
    title: 'Segments by financial year',
    description: 'Committed value of each segment. Darker cells are more.',
    segment: 'Segment',
    note: 'The same definition and coverage as above.',
  },
  buyers: {
    title: 'Who buys',
    description: (years: string) => `Contracts signed or awarded ${years}, by type of buyer.`,
    buyerType: 'Type of buyer',
    contracts: 'Contracts',
    value: 'Value ex VAT',
    note: 'The value is the sum of believable values of signed contracts, without VAT; framework agreements and what was withdrawn are left out.',
  },
  segments: {
    title: 'Segments compared',
    description: (years: string) =>
      `Contracts signed or awarded ${years}: how many went to small firms, how concentrated each segment is, and how it was bought.`,
    segment: 'Segment',
    contracts: 'Contracts',
    value: 'Value ex VAT',
    smeByCount: 'Small firms, of contracts',
    smeByValue: 'Small firms, of value',
    hhi: 'Concentration (HHI)',
    topFour: 'Four largest',
    singleBid: 'One bid',
    directAward: 'Direct award',
    framework: 'From frameworks',
    sellers: (count: number) => `${count} ${count === 1 ? 'supplier' : 'suppliers'}`,
    note: 'Size is what the notice says of the supplier. The Herfindahl–Hirschman index is the sum of squared shares in percent of the value won: below 1,000 is usually called unconcentrated, above 1,800 highly so; with few contracts it says little. One bid: of competitions open to the market, above the thresholds, with bid statistics; call-offs are left out. Each is measured on the contracts that say enough.',
  },
  routes: {
    title: 'How it was bought',
    description: (years: string) => `Routes by which contracts signed or awarded ${years} were reached.`,
    route: 'Route',
    contracts: 'Contracts',
    share: 'Share',
    value: 'Value ex VAT',
    note: 'As the notice gives the procedure. Call-offs are often published without a link to their framework, so their share is a floor.',
  },
  cohort:
    'Counts are never drawn as a trend: since 24 February 2025 the law asks for far more notices, so a year after it shows more contracts for the same buying.',
});

const segmentWords = {
  caption: 'Market segment',
  lead: 'What public bodies have committed in this segment, who buys, who sells, and what ends when. Every figure opens the contracts it is made of.',
  all: 'The digital market',
  compared: {
    title: 'Small firms, concentration and routes',
    description: (years: string) =>
      `Contracts signed or awarded ${years}: how many went to small firms, how concentrated the segment is, and how it was bought.`,
  },
  buyers: {
    title: 'Buyers with most value',
    description: (years: string) => `Contracts signed or awarded ${years}.`,
    name: 'Buyer',
    contracts: 'Contracts',
    value: 'Value ex VAT',
    note: 'By the sum of believable values of signed contracts. The twenty with most.',
  },
  suppliers: {
    title: 'Suppliers with most value',
    description: (years: string) => `Contracts signed or awarded ${years} that one supplier holds alone.`,
    name: 'Supplier',
    contracts: 'Contracts',
    value: 'Value ex VAT',
    note: 'A value shared by several suppliers is nobody’s own and is left out. People who trade under their own name are not listed. Suppliers seen here; the market may be larger.',
  },
};

const competitionWords = {
  title: 'Competition',
  lead: 'How often one bid came in, how often nobody else was asked, who wins again, and how long it takes.',
  years: (years: string) => `Contracts signed or awarded ${years}.`,
  rateNote:
    'A rate is shown for thirty contracts or more, with the interval that holds the true rate 95 times in 100 (Wilson). One bid is counted of competitions open to the market, above the thresholds; call-offs have rates of their own among the review indicators. One bid can have innocent reasons: a small market, a specialist need, an incumbent nobody expects to beat. Rates say something about a market, nothing about a single contract.',
  interval: (low: string, high: string) => `${low} to ${high}`,
  singleBid: 'One bid',
  directAward: 'Direct award',
  rewin: 'Incumbent won again',
  all: 'All of them',
  segments: { title: 'By segment', name: 'Segment' },
  buyerTypes: { title: 'By type of buyer', name: 'Type of buyer' },
  byYear: { title: 'By year of signature or award', name: 'Year' },
  rewinNote:
    'Incumbent won again: of contracts that have ended, whose successor we recognise (same buyer and segment, beginning from six months before to a year after the end, with the same words in the title). Most ended contracts have no recognised successor, so this is a rough sign.',
  leadTimes: {
    title: 'How long it takes',
    description: 'Days from the first tender notice to signature, else to the award.',
    route: 'Route',
    median: 'Median',
    q1: 'A quarter took up to',
    q3: 'Three quarters took up to',
    count: 'Contracts',
    all: 'All routes',
    days: (days: string) => `${days} days`,
    note: 'Contracts whose tender notice we hold. Call-offs and direct awards usually have none. Quartiles by definition R-8.',
  },
};

const growthWords = {
  title: 'Growth and change',
  lead: 'What contracts came to after signature, where a later notice says so.',
  figure: {
    title: 'Value last published against value when signed',
    description: (years: string) =>
      `Contracts signed or awarded ${years} of which a change notice or the end gave another value.`,
    segment: 'Segment',
    all: 'All',
    changed: 'Contracts',
    first: 'When signed',
    last: 'Last published',
    median: 'Median ratio',
    middle: 'Middle half',
    tooFew: 'not enough data',
    note: 'Ratio: value last published over value when signed, both without VAT. Changes of a tenth or less need no notice, so contracts without one are not known to be unchanged, and these ratios must not be read as those of all contracts. Options that were provided for and used are in them.',
  },
};

const frameworksWords = (format: Format) => ({
  title: 'Framework agreements',
  lead: 'A ceiling is the most that everybody together may buy under an agreement. It is not spend, it is in no sum of these pages, and ceilings are never added up.',
  count: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'agreement', other: 'agreements' })}`,
  openOnly: 'Those not known to have ended',
  all: 'All',
  open: 'Which',
  caption: 'Framework agreements with their ceilings',
  name: 'Agreement',
  ceiling: 'Ceiling',
  ends: 'Ends',
  suppliers: 'Suppliers',
  callOffs: 'Call-offs that link to it',
  noCeiling: 'Not published',
  noEnd: 'Not stated',
  options: (day: string) => `options to ${day}`,
  nothing: 'No agreement of this kind is held.',
  note: 'One line per procedure, however many suppliers and lots. Many call-offs are published without a link to their agreement, so the number of call-offs is a floor.',
});

const vendorWays: Record<ExposureWay, string> = {
  direct: 'Sold by the group',
  'through-reseller': 'Through a reseller',
  inferred: 'Inferred from a product',
};

const exposureWords = {
  title: 'Exposure to vendors',
  lead: 'Which vendor groups running digital contracts lead to: sold by the group itself, through a reseller, or inferred from products that they name.',
  groups: 'Vendor groups',
  description: (day: string) =>
    `Contracts that end (without options) after ${day} and of which no notice says that they have ended.`,
  group: 'Group',
  value: 'Value when let',
  ways: vendorWays,
  wall: (name: string) => `${name}: contracts that end, by quarter`,
  all: 'All vendor groups',
  note: 'A reseller’s contract that names a maker’s product counts for both groups, so groups must not be added up. Values are of whole contracts: how much of a contract goes to a maker is not published. Attributions that rest on a description alone are left out.',
};

const organisationWords = {
  title: 'In the market',
  lead: (years: string) => `Contracts signed or awarded ${years}, by market segment.`,
  segmentsCaption: 'Contracts by market segment',
  segment: 'Segment',
  contracts: 'Contracts',
  value: 'Value ex VAT',
  dependenceTitle: 'Dependence',
  dependence: {
    buyer: (largest: string, four: string, count: string) =>
      `The largest supplier holds ${largest} of the value let, the four largest ${four}, of ${count} suppliers.`,
    supplier: (largest: string, four: string, count: string) =>
      `The largest buyer stands for ${largest} of the value won, the four largest for ${four}, of ${count} buyers.`,
  },
  renewals: 'Digital renewals, with decision dates',
  calendar: 'Renewals as a calendar (iCal)',
  peers: 'Peers buying the same',
  peersNote:
    'Buyers of the same kind with most contracts in the three digital segments in which this buyer has most.',
};
