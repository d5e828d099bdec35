import type { JoinReason } from '../../../domain/pipeline/merge-entries.ts';
import type { PipelineGap, PipelineSource } from '../../../domain/pipeline/pipeline-entry.ts';
import type { PurchaseConfidence, PurchaseStage } from '../../../domain/pipeline/planned-purchase.ts';
import type { Format } from '../format.ts';

const sources: Record<PipelineSource, string> = {
  entered: 'Entered by the buyer',
  UK3: 'Planned procurement notice (UK3)',
  UK2: 'Market engagement notice (UK2)',
  UK1: 'Pipeline notice (UK1)',
  renewal: 'Contract that ends',
};

const reasons: Record<JoinReason, string> = {
  'says-it-replaces': 'the buyer says that it replaces this contract',
  'same-process': 'same process',
  'like-other-segment':
    'same buyer, a start within half a year, all words of one title in the other; another segment',
  like: 'same buyer and segment, a start within half a year, a title like it',
};

const stages: Record<PurchaseStage, string> = {
  idea: 'Idea',
  'business-case': 'Business case',
  engagement: 'Talking to the market',
  ready: 'Ready for the market',
};

const confidences: Record<PurchaseConfidence, string> = {
  low: 'Low: may well not happen',
  medium: 'Medium: expected, not yet approved',
  high: 'High: approved and paid for',
};

const noValue: Record<PipelineGap, string> = {
  'no-value': 'No value we can rely on',
  'with-vat': 'Value given with VAT only: not added up',
  'other-currency': 'Value in another currency: not added up',
  ceiling: 'The ceiling of a framework: not added up',
};

/** Why needs are in no sum, as the end of a sentence that begins with their number. */
const gaps: Record<string, { one?: string; other: string }> = {
  'no-start': { one: 'says nothing of a start', other: 'say nothing of a start' },
  earlier: { other: 'should have started before this financial year' },
  later: { one: 'starts after the last year shown', other: 'start after the last year shown' },
  'no-value': {
    one: 'gives no value that we can rely on; it is counted, and brings no money',
    other: 'give no value that we can rely on; they are counted, and bring no money',
  },
  'with-vat': {
    one: 'gives its value with VAT only; it is counted, and brings no money',
    other: 'give their value with VAT only; they are counted, and bring no money',
  },
  'other-currency': {
    one: 'gives its value in another currency; it is counted, and brings no money',
    other: 'give their value in another currency; they are counted, and bring no money',
  },
  ceiling: {
    one: 'sets up a framework, whose value is a ceiling; it is counted, and brings no money',
    other: 'set up a framework, whose value is a ceiling; they are counted, and bring no money',
  },
};

/** Words of the pages of the pipeline. */
export const pipelineWords = (format: Format) => {
  const needs = (count: number): string =>
    `${format.number(count)} ${format.plural(count, { one: 'need', other: 'needs' })}`;
  return {
    title: 'Pipeline',
    lead: 'What public bodies will buy in the next years: what they plan, what they announce, and contracts that come to their end. Each need is counted once.',
    sources,
    reasons,
    stages,
    confidences,
    noValue,
    gaps,
    needs,
    range: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
    valued: (valued: number, all: number) => `${format.number(valued)} of ${needs(all)} with a value`,
    measured: (measured: number, total: number) => {
      if (total === 0) return 'No need of this kind is known';
      if (measured === total) return `Measured on all ${needs(total)}`;
      return `Measured on ${format.number(measured)} of ${needs(total)}: why not the others`;
    },
    filter: {
      heading: 'Narrow the pipeline',
      segment: 'Market segment',
      source: 'Firmest source',
      allSources: 'All sources',
      years: 'Years ahead',
      show: 'Show',
      ofBuyer: (name: string) => `Only of ${name}.`,
      allBuyers: 'Show all buyers',
    },
    years: {
      title: 'Value by financial year of the start',
      description:
        'Value of needs by the financial year in which the contract may start at the earliest, from the lowest value to the highest.',
      series: ['Lowest value', 'Up to the highest'],
      year: 'Financial year',
      needs: 'Needs',
      low: 'Lowest value, ex VAT',
      high: 'Highest value, ex VAT',
      note: 'A need counts in one year, with its value over the whole term. Contracts that end count from today with what they were let for, as if they were bought again at the same size; nobody has said that they will be. Those that ended earlier in this financial year are not in it. Later years are lower because most plans are not made yet.',
    },
    segments: {
      title: 'Segments by financial year',
      description: 'Lowest and highest value of needs, by market segment and year of the start.',
      segment: 'Segment',
      note: 'Darker is more money. Every cell opens its needs. Notices joined with a plan or with each other are counted once.',
    },
    list: 'One by one, those that start first at the top',
    inYear: (year: string) => `Starting in ${year}`,
    allYears: 'All years',
    starts: (from: string, to: string) => (from === to ? `Starts ${from}` : `Starts ${from} to ${to}`),
    startsPast: (from: string, to: string) =>
      from === to ? `Was to start ${from}` : `Was to start ${from} to ${to}`,
    startsAfter: (from: string, to: string) =>
      from === to ? `Needed from ${from}` : `Needed from ${from}, with all options used from ${to}`,
    noStart: 'Nobody says when it starts',
    noticeOn: 'Tender notice expected',
    buyer: 'Buyer',
    segment: 'Segment',
    value: 'Value ex VAT',
    months: 'Length',
    monthCount: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'month', other: 'months' })}`,
    letTogether: (count: number) => `${format.number(count)} contracts let together that end`,
    stage: 'Stage',
    confidence: 'Confidence',
    alsoAs: 'Counted once: also as',
    valueFrom: (source: string) => `value from: ${source}`,
    nothing: 'No need is known here.',
    download: 'Download the list',
    downloadNote: 'Columns stand in the order of a pipeline notice.',
    releases: 'Entered purchases as OCDS-like JSON lines',
    toForecast: 'How many contracts to expect: forecast by segment',
    enterNote:
      'Buyers enter what they plan, one by one or from a file. Plans that may not be shared are not shown here and are in no sum.',
    toPurchases: 'Enter or change planned purchases',
    forecast: {
      title: 'Forecast by segment',
      lead: 'How many contracts will be signed, and what they will come to: what is known to end, by how often such contracts are followed, and what came on top in the last years.',
      back: 'Pipeline',
      contracts: {
        title: 'New contracts',
        description: 'Contracts to be signed by financial year, call-offs included.',
      },
      value: {
        title: 'Value of new contracts',
        description: 'Value when let, without VAT, of contracts to be signed by financial year.',
      },
      segment: 'Segment',
      share: 'Followed by another',
      error: 'Error so far',
      shareOf: (followed: number, ended: number) =>
        `${format.number(followed)} of ${format.number(ended)} ended`,
      shareAll: 'of all segments',
      errorNote: (count: number) => `median of ${format.number(count)} earlier forecasts`,
      scaled: (ratio: string) => `${ratio} times the error of repeating the last year`,
      compared: (count: number) =>
        `${format.number(count)} ${format.plural(count, { one: 'forecast', other: 'forecasts' })} to compare`,
      part: (renewals: string) => `${renewals} from renewals`,
      basis: (origin: string, years: string) =>
        `Made as of the beginning of ${origin}; what was dated since is not used. Rates on top of renewals are those of ${years}.`,
      noBasis: 'No complete year is held that a rate could be taken from.',
      cohort:
        'Years before and since February 2025 are never measured against each other: since then the law asks for far more notices. Errors are those of forecasts made and met on one side of it.',
      note: 'Each forecast was made again as of the beginning of earlier years, by what was known then, and set beside what came. Values swing with a few large contracts; their error is usually much larger than that of counts. The forecast knows nothing of budgets or policy.',
    },
  };
};
