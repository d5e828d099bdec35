import { z } from 'zod';
import { quarterOf, quartersFrom } from '../../domain/market/financial-year.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { listFigureSums, listTopParties } from '../../db/queries/market-measures.ts';
import { operation } from '../operation.ts';
import { textSection, textTable } from '../text-form.ts';
import { marketScopeInput, readMarketScope } from './market-scope.ts';
import { expiryWallOf } from './measures-of.ts';
import { showMarketOverview } from './overview.ts';
import { marketOverview } from './overview-view.ts';
import { overviewText, sumText } from './overview-text.ts';
import { coverageView, partyTotals, quarterTotals } from './views.ts';

/** Organisations listed on each side, and quarters of the wall of expiries. */
const partiesShown = 20;
const quartersAhead = 12;

/** What `market.segment` answers: the measures of the overview for one segment, and who is in it. */
export const segmentFacts = marketOverview.extend({
  segment: z.enum(segmentIds),
  buyers: z.array(partyTotals),
  /** Suppliers that were alone on a contract. Likely natural persons are never listed. */
  suppliers: z.array(partyTotals),
  expiry: z.array(quarterTotals),
  expiryCoverage: coverageView,
});
export type SegmentFacts = z.output<typeof segmentFacts>;

/** Facts of one market segment. */
export const showMarketSegment = operation({
  id: 'market.segment',
  summary: 'Show the facts of one market segment: money, buyers, suppliers, competition, what ends when.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.enum(segmentIds).describe('The segment.'),
    buyerType: marketScopeInput.buyerType,
    from: marketScopeInput.from,
    to: marketScopeInput.to,
    prices: z
      .enum(['nominal', 'real'])
      .default('nominal')
      .describe('Committed value as in the contracts, or in the prices of one financial year.'),
  }),
  output: segmentFacts,
  present: (facts) =>
    [
      facts.segment,
      overviewText(facts),
      textSection('Buyers with most value', textTable(facts.buyers.map((one) => [one.name, sumText(one)]))),
      textSection(
        'Suppliers with most value',
        textTable(facts.suppliers.map((one) => [one.name, sumText(one)])),
      ),
    ].join('\n\n'),
  run: async (context, { id, ...asked }) => {
    const register = await context.register();
    const { scope, today } = readMarketScope(context, { ...asked, segment: [id] });
    const [overview, buyers, suppliers, sums] = await Promise.all([
      showMarketOverview.run(context, { ...asked, segment: [id] }),
      listTopParties(register.read, scope, 'buyer', partiesShown),
      listTopParties(register.read, scope, 'supplier', partiesShown),
      listFigureSums(register.read, scope, ['expiry'], {}),
    ]);
    const { quarters, coverage } = expiryWallOf(sums);
    const found = new Map(quarters.map((one) => [one.quarter, one]));
    const parties = (rows: typeof buyers) =>
      rows.map(({ organisationId, name, ...totals }) => ({ id: organisationId, name, ...totals }));
    return {
      ...overview,
      segment: id,
      buyers: parties(buyers),
      suppliers: parties(suppliers),
      expiry: quartersFrom(quarterOf(today), quartersAhead).map(
        (quarter) => found.get(quarter) ?? { quarter, contracts: 0, netCount: 0, netPence: 0 },
      ),
      expiryCoverage: coverage,
    };
  },
});
