import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const measured = z.strictObject({ path: z.string(), count: z.int() });
const counts = z.record(z.string(), z.number().min(0));
const share = z.number().min(0).max(1);
const spread = z.strictObject({ mean: z.number(), deviation: z.number() });
const step = z.tuple([z.number(), z.number()]);

const market = z.strictObject({
  periods: z.strictObject({
    measured,
    rows: z.array(z.strictObject({ from: z.string(), perYear: z.number(), shapes: counts })),
  }),
  segments: z.strictObject({ measured, counts }),
  codes: z.strictObject({
    measured,
    digitalWithoutDigitalCode: share,
    otherWithDigitalCode: share,
    catchAll: share,
  }),
  borrowing: z.strictObject({ measured, share }),
  values: z.strictObject({
    measured,
    below: spread,
    above: spread,
    callOff: spread,
    other: spread.extend({ measured }),
    aboveShare: share,
    most: z.number(),
    ceilings: z.array(step),
  }),
  money: z.strictObject({
    measured,
    netMissing: z.strictObject({ tender: share, award: share, contract: share }),
    withVat: z.strictObject({ digital: share, other: share }),
    placeholders: counts,
    placeholderShare: z.strictObject({ tender: share, contract: share }),
    legacyWithoutValue: share,
  }),
  actProcesses: z.strictObject({
    measured,
    openings: counts,
    below: counts,
    above: counts,
    digitalCallOff: share,
    special: counts,
  }),
  legacyProcesses: z.strictObject({
    measured,
    now: counts,
    before: counts,
    lineBreakTag: share,
    withPeriod: share,
    namedFramework: z.strictObject({ digital: share, other: share }),
  }),
  finderProcesses: z.strictObject({
    measured,
    kinds: counts,
    details: counts,
    literalLineBreak: share,
    entities: share,
    email: share,
    withoutScale: share,
  }),
});

const terms = z.strictObject({
  durations: z.strictObject({ measured, months: counts }),
  options: z.strictObject({ measured, directShare: share, tenderShare: share, months: counts }),
  bids: z.strictObject({ measured, callOffCompeted: share, digital: counts, other: counts }),
  weights: z.strictObject({ measured, price: counts, socialValueShare: share }),
  windows: z.strictObject({ measured, above: counts, below: counts }),
  directReasons: z.strictObject({ measured, reasons: counts }),
  suitability: z.strictObject({ authored: z.string(), sme: share, vcse: share }),
  changes: z.strictObject({
    measured,
    tenderUpdate: share,
    updateDays: counts,
    correction: share,
    cancelled: share,
    proposed: share,
    amendment: z.strictObject({ small: share, large: share }),
    reasons: counts,
  }),
  ends: z.strictObject({
    measured,
    reasons: counts,
    authored: z.string(),
    published: z.strictObject({ normal: share, early: share }),
  }),
  overrun: z.strictObject({
    measured,
    tailShare: share,
    body: spread,
    tail: z.strictObject({ least: z.number(), alpha: z.number(), most: z.number() }),
  }),
  indicators: z.strictObject({ measured, counts, published: share, ratings: counts }),
  conversion: z.strictObject({
    measured,
    planned: share,
    engagement: share,
    pipeline: share,
    beforeTender: z.strictObject({ engagement: share, planned: share, pipeline: share }),
    contractDetails: share,
  }),
  lots: z.strictObject({ measured, counts }),
});

const parties = z.strictObject({
  identifiers: z.strictObject({
    measured,
    schemes: counts,
    secondIdentifier: share,
    unpadded: share,
    lowerCase: share,
    legacyWithNumber: share,
    finderWithNumber: share,
  }),
  scale: z.strictObject({
    measured,
    digitalSme: share,
    otherSme: share,
    byValue: z.array(step),
    unstated: share,
  }),
  names: z.strictObject({
    measured,
    limitedInFull: share,
    capitals: share,
    tradingAs: share,
    faults: counts,
    unlikeShare: share,
    unlikeUse: share,
    alikeShare: share,
  }),
  rarities: z.strictObject({ withheld: share, soleTrader: share, jointVenture: share, twoSuppliers: share }),
  buyers: z.strictObject({ measured, kinds: counts, capitals: share, shortForm: share, email: share }),
});

const words = z.array(z.string()).min(1);
const names = z.strictObject({
  places: z.strictObject({ first: words, second: words, welsh: z.array(z.tuple([z.string(), z.string()])) }),
  departments: words,
  agencies: words,
  purchasing: words,
  frameworks: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
  localities: z.array(z.tuple([z.string(), z.string(), z.string()])),
  streets: words,
  firms: z.strictObject({ first: words, second: words }),
  people: z.strictObject({ given: words, family: words }),
  descriptors: z.record(z.string(), words),
});

const segmentText = z.strictObject({
  category: z.enum(['goods', 'services', 'works']),
  codes: counts,
  names: z.record(z.string(), z.string()),
  marks: words,
  products: words,
  subjects: words,
  /** What one kind of body buys, where not everything. */
  forKind: z.record(z.string(), z.strictObject({ subjects: words, products: words })).optional(),
  titles: words,
  sentences: words,
});
const texts = z.strictObject({
  catchAllCodes: z.record(z.string(), z.string()),
  teams: words,
  closings: words,
  segments: z.record(z.string(), segmentText),
});

/** Words and codes of one market segment. */
export type SegmentText = z.output<typeof segmentText>;

/** Every frequency table and word list of the sample, as authored in the YAML files of this folder. */
export type Tables = {
  market: z.output<typeof market>;
  terms: z.output<typeof terms>;
  parties: z.output<typeof parties>;
  names: z.output<typeof names>;
  texts: z.output<typeof texts>;
};

let read: Tables | undefined;

/** The tables, read once. Throws with the faulty path where a file has an unknown or missing key. */
export function readTables(): Tables {
  read ??= {
    market: market.parse(load('market')),
    terms: terms.parse(load('terms')),
    parties: parties.parse(load('parties')),
    names: names.parse(load('names')),
    texts: texts.parse(load('texts')),
  };
  return read;
}

function load(name: string): unknown {
  return parse(readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8'));
}
