import { z } from 'zod';
import {
  listLargestEndings,
  listRecentAwards,
  measureSegmentTerms,
  type QuartileRow,
  type SegmentContractRow,
} from '../../db/queries/market-segment-contracts.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { addMonths } from '../../lib/add-months.ts';
import { countText, numberText } from '../count-text.ts';
import { poundsText } from '../decisions/figure-text.ts';
import { keepAnswers } from '../market/keep-answers.ts';
import { marketScopeView, readMarketScope } from '../market/market-scope.ts';
import { operation } from '../operation.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import { playbookField } from './playbook-version-views.ts';

/** Contracts that each list names, and months ahead within which one counts as ending soon. */
const contractsShown = 6;
const monthsAhead = 18;
/** Contracts from which quartiles are told: fewer are single contracts, not a market. */
const leastMeasured = 10;

const quartilesView = z.object({ low: z.number(), median: z.number(), high: z.number() }).nullable();

const contractNamed = z.object({
  id: z.string(),
  title: z.string(),
  buyer: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  /** Names; null stands for one that is likely a natural person. */
  suppliers: z.array(z.string().nullable()),
  netPence: z.number().int().nullable(),
  datedOn: z.string(),
  endOn: z.string().nullable(),
  maxEndOn: z.string().nullable(),
});

/** What stands in a playbook of the market today, beside the figures that the pages of the market have. */
export const segmentToday = z.object({
  segment: z.enum(digitalSegmentIds),
  asOf: z.string(),
  scope: marketScopeView,
  /** Contracts without framework agreements. */
  contracts: z.number().int(),
  /** Pence without VAT of a contract; quartiles are null where fewer than ten were measured. */
  value: z.object({ measured: z.number().int(), pence: quartilesView }),
  /** The same for a year of its term; a term under a year counts as a year. */
  yearly: z.object({ measured: z.number().int(), pence: quartilesView }),
  /** Months without options, and with every option where there are some. */
  term: z.object({ measured: z.number().int(), months: quartilesView }),
  longest: z.object({ measured: z.number().int(), months: quartilesView }),
  /** Signed or awarded last, the newest first. */
  awards: z.array(contractNamed),
  /** Ending by `endingUntil`, those let for most first. */
  endingUntil: z.string(),
  endings: z.array(contractNamed),
});
export type SegmentToday = z.output<typeof segmentToday>;

const keptTerms = keepAnswers(measureSegmentTerms);
const keptAwards = keepAnswers(listRecentAwards);
const keptEndings = keepAnswers(listLargestEndings);

/** Shows what contracts of a segment cost, how long they run, which were let last and which end soon. */
export const showSegmentToday = operation({
  id: 'segments.today',
  summary:
    'Show what contracts of a market segment cost, how long they run, which were let last and which end soon.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'segment',
  input: z.strictObject({ segment: playbookField }),
  output: segmentToday,
  present: todayText,
  run: async (context, { segment }) => {
    const register = await context.register();
    const { view, scope, today } = readMarketScope(context, { segment: [segment], buyerType: [] });
    const until = addMonths(today, monthsAhead);
    const asked = { segment, fromYear: scope.fromYear, toYear: scope.toYear, today, until };
    const [terms, awards, endings] = await Promise.all([
      keptTerms(register, asked),
      keptAwards(register, { ...asked, limit: contractsShown }),
      keptEndings(register, { ...asked, limit: contractsShown }),
    ]);
    return {
      segment,
      asOf: today,
      scope: view,
      contracts: terms.contracts,
      value: { measured: terms.valued, pence: quartilesOf(terms.pence, terms.valued, Math.round) },
      yearly: { measured: terms.yearly, pence: quartilesOf(terms.pence_a_year, terms.yearly, Math.round) },
      term: { measured: terms.termed, months: quartilesOf(terms.months, terms.termed, toTenths) },
      longest: {
        measured: terms.extendable,
        months: quartilesOf(terms.longest_months, terms.extendable, toTenths),
      },
      awards: awards.map(presentContract),
      endingUntil: until,
      endings: endings.map(presentContract),
    };
  },
});

function quartilesOf(
  row: QuartileRow,
  measured: number,
  round: (value: number) => number,
): z.output<typeof quartilesView> {
  if (row === null || measured < leastMeasured) return null;
  const [low, median, high] = row;
  return { low: round(low), median: round(median), high: round(high) };
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function presentContract(row: SegmentContractRow): z.output<typeof contractNamed> {
  return {
    id: row.contract_id,
    title: row.title,
    buyer: row.buyer_name === null ? null : { id: row.buyer_id, name: row.buyer_name },
    suppliers: row.suppliers,
    netPence: row.net_pence,
    datedOn: row.dated_on,
    endOn: row.end_on,
    maxEndOn: row.max_end_on,
  };
}

function todayText({ value, yearly, term, longest, awards, endings, endingUntil }: SegmentToday): string {
  const rows = (items: SegmentToday['awards'], day: 'datedOn' | 'endOn'): string =>
    textTable(
      items.map((one) => [
        one[day],
        one.title,
        one.buyer?.name ?? null,
        one.suppliers.map((name) => name ?? 'a person').join(', '),
        one.netPence === null ? null : moneyText(one.netPence),
      ]),
    );
  return [
    textBlock([
      ['value of a contract', rangeText(value.pence, value.measured, moneyText)],
      ['value for a year', rangeText(yearly.pence, yearly.measured, moneyText)],
      ['term', rangeText(term.months, term.measured, monthsText)],
      ['term with every option', rangeText(longest.months, longest.measured, monthsText)],
    ]),
    textSection('Let last', rows(awards, 'datedOn')),
    textSection(`Largest that end by ${endingUntil}`, rows(endings, 'endOn')),
  ].join('\n\n');
}

function rangeText(
  found: z.output<typeof quartilesView>,
  measured: number,
  text: (of: number) => string,
): string {
  return found === null
    ? `not enough data (${numberText(measured)} measured)`
    : `${text(found.median)}, half from ${text(found.low)} to ${text(found.high)} (${numberText(measured)} measured)`;
}

function moneyText(pence: number): string {
  return poundsText(pence / 100);
}

function monthsText(count: number): string {
  return countText(count, 'month');
}
