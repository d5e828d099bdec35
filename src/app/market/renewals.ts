import { z } from 'zod';
import { decisionDates } from '../../domain/market/decision-date.ts';
import { quarterDays, quarterOf, quartersFrom } from '../../domain/market/financial-year.ts';
import { parseSegment } from '../../domain/segments/segment.ts';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { listFigureSums } from '../../db/queries/market-measures.ts';
import {
  countRenewals,
  findRenewals,
  sumRenewals,
  type RenewalRow,
  type RenewalScope,
} from '../../db/queries/market-renewals.ts';
import type { Context } from '../context.ts';
import { listMark } from '../cursor.ts';
import { readListPage } from '../list-page.ts';
import { operation } from '../operation.ts';
import { leadDaysOf } from './competition.ts';
import { marketScopeInput, readMarketScope } from './market-scope.ts';
import { expiryWallOf } from './measures-of.ts';
import { renewalsText } from './renewals-text.ts';
import { renewals, type RenewalItem, type Renewals } from './renewals-view.ts';

/** Quarters of the calendar that are looked ahead: three years. */
const quartersAhead = 12;

/** What narrows a list of renewals. */
export const renewalsFilter = z.strictObject({
  segment: marketScopeInput.segment,
  buyerType: marketScopeInput.buyerType,
  buyer: z.string().optional().describe('Id of one buyer.'),
  supplier: z.string().optional().describe('Id of one supplier.'),
  quarter: z
    .string()
    .regex(/^\d{4}-Q[1-4]$/u, 'A quarter is written 2027-Q1.')
    .optional()
    .describe('Only contracts that end in this quarter; the next three years unless given.'),
});
type RenewalsFilter = z.output<typeof renewalsFilter>;

/** Contracts that end, by quarter and one by one, with their decision dates. */
export const listRenewals = operation({
  id: 'market.renewals',
  summary:
    'List contracts that end, by quarter, those let together in one line, with the date by which their renewal has to be decided.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: renewalsFilter.extend({
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    cursor: z.string().max(1000).optional().describe('Where the last page ended; from its `next`.'),
  }),
  output: renewals,
  present: renewalsText,
  run: async (context, { limit, cursor, ...filter }) => {
    const register = await context.register();
    const { view, today, ending, wall } = readRenewalScope(context, filter);
    const [page, listed, sums, coverage, present] = await Promise.all([
      readListPage(
        { cursor, limit, mark: listMark({ ...filter }) },
        async (rows) => findRenewals(register.read, ending, rows),
        (row) => [row.end_on, row.contract_id],
      ),
      countRenewals(register.read, ending),
      sumRenewals(register.read, wall),
      listFigureSums(
        register.read,
        { segments: view.segments, buyerTypes: view.buyerTypes, fromYear: 0, toYear: 0 },
        ['expiry'],
        {},
      ),
      renewalPresenter(context),
    ]);
    const { rows, ...place } = page;
    const found = new Map(sums.map((one) => [one.quarter, one]));
    return {
      scope: view,
      asOf: today,
      quarters: quartersFrom(quarterOf(today), quartersAhead).map(
        (quarter) => found.get(quarter) ?? { quarter, contracts: 0, netCount: 0, netPence: 0 },
      ),
      coverage: expiryWallOf(coverage).coverage,
      listed,
      items: rows.map(present),
      ...place,
    };
  },
});

/** Reads which renewals are asked for: those listed, and those that the wall of quarters counts. */
export function readRenewalScope(
  context: Context,
  filter: RenewalsFilter,
): { view: Renewals['scope']; today: string; ending: RenewalScope; wall: RenewalScope } {
  const { view, today } = readMarketScope(context, filter);
  const last = quartersFrom(quarterOf(today), quartersAhead).at(-1) ?? quarterOf(today);
  const wall: RenewalScope = {
    segments: view.segments,
    buyerTypes: view.buyerTypes,
    buyer: filter.buyer ?? null,
    supplier: filter.supplier ?? null,
    from: quarterDays(quarterOf(today)).first,
    to: quarterDays(last).last,
  };
  const { first, last: end } = quarterDays(filter.quarter ?? quarterOf(today));
  const ending = filter.quarter === undefined ? { ...wall, from: today } : { ...wall, from: first, to: end };
  return { view, today, ending, wall };
}

/** Years of signature from which lead times are taken. */
const leadYears = 5;

/** Stands for a supplier that is likely a natural person. */
const personText = 'a person, named with the contract';

const named = (names: readonly (string | null)[]): string[] => names.map((name) => name ?? personText);

/** Turns rows into items: reads the lead times once and works out each decision date from them. */
export async function renewalPresenter(context: Context): Promise<(row: RenewalRow) => RenewalItem> {
  const register = await context.register();
  const { today, scope } = readMarketScope(context, { segment: [], buyerType: [] });
  const year = Number(today.slice(0, 4));
  const { days } = await leadDaysOf(register, {
    ...scope,
    fromYear: year - leadYears + 1,
    toYear: year,
  });
  const decide = decisionDates(days);
  return (row) => ({
    id: row.contract_id,
    contracts: row.contracts.map(({ id, suppliers }) => ({ id, suppliers: named(suppliers) })),
    title: row.title,
    segment: parseSegment(row.segment),
    route: routes.find((one) => one === row.route) ?? 'unknown',
    buyer: row.buyer_name === null ? null : { id: row.buyer_id, name: row.buyer_name },
    suppliers: [...new Set(named(row.contracts.flatMap(({ suppliers }) => suppliers)))],
    netPence: row.net_pence,
    netCount: row.net_count,
    endOn: row.end_on,
    maxEndOn: row.max_end_on,
    decision: decide({ segment: row.segment, route: row.route, endOn: row.end_on }),
  });
}
