import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { financialYearName } from '../../domain/market/financial-year.ts';
import type { Context } from '../context.ts';
import { streamOperation } from '../operation.ts';
import { showCompetition } from './competition.ts';
import type { Competition } from './competition-view.ts';
import { showExposure } from './exposure.ts';
import { showGrowth, type Growth } from './growth.ts';
import { listRenewals } from './renewals.ts';
import { showMarketSegment } from './show-segment.ts';
import { marketScopeInput } from './market-scope.ts';
import { showMarketOverview } from './overview.ts';
import type { MarketOverview } from './overview-view.ts';
import type { shareView } from './views.ts';

/** One figure of a chart. Money is in pence without VAT; shares are 0 to 1, empty where there is not enough data. */
type FigureRow = {
  chart: string;
  segment?: string;
  /** Financial year, calendar year or quarter. */
  period?: string;
  key?: string;
  measure: string;
  contracts?: number | null;
  valuedContracts?: number | null;
  pence?: number | null;
  share?: number | null;
  part?: number | null;
  whole?: number | null;
  /** Of measures that are no share, such as the Herfindahl–Hirschman index or days. */
  value?: number | null;
  /** Interval of a rate, 0 to 1; rates of fewer than thirty are empty. */
  low?: number | null;
  high?: number | null;
};

const columns = [
  'chart',
  'segment',
  'period',
  'key',
  'measure',
  'contracts',
  'valuedContracts',
  'pence',
  'share',
  'part',
  'whole',
  'value',
  'low',
  'high',
] as const;

/** The charts whose figures can be had as a file. */
const charts = [
  'committed',
  'segments-by-year',
  'segments',
  'buyer-types',
  'routes',
  'buyers',
  'suppliers',
  'expiry',
  'competition',
  'lead-times',
  'growth',
  'exposure',
  'exposure-wall',
] as const;
type Chart = (typeof charts)[number];
type Asked = Parameters<typeof showMarketOverview.run>[1] & { group?: string | undefined };

/** The figures behind each chart, as CSV, Excel or JSON Lines. */
export const exportMarketFigures = streamOperation({
  id: 'market.figures',
  summary: 'Export the figures of one chart of the market.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  columns,
  input: z.strictObject({
    chart: z.enum(charts).describe('Which chart.'),
    ...marketScopeInput,
    prices: z
      .enum(['nominal', 'real'])
      .default('nominal')
      .describe('Committed value as in the contracts, or in the prices of one financial year.'),
    group: z.string().max(100).optional().describe('The vendor group of the chart `exposure-wall`.'),
  }),
  run: async function* run(context: Context, { chart, ...asked }) {
    for (const row of await rowsOf[chart](context, asked)) {
      yield Object.fromEntries(columns.map((name) => [name, { ...row, chart }[name] ?? null]));
    }
  },
});

/** What was asked for, without what only one chart takes. */
function scopeOf({ group: _group, ...asked }: Asked): Omit<Asked, 'group'> {
  return asked;
}

type Row = Omit<FigureRow, 'chart'>;

type ReadRows = (context: Context, asked: Asked) => Promise<Row[]>;

const ofOverview =
  (rows: (overview: MarketOverview) => Row[]): ReadRows =>
  async (context, asked) =>
    rows(await showMarketOverview.run(context, scopeOf(asked)));

const rowsOf: Record<Chart, ReadRows> = {
  committed: ofOverview(({ committed }) => committed.flatMap((year) => committedRows(year))),
  'segments-by-year': ofOverview(({ segments }) =>
    segments.flatMap(({ segment, committed }) =>
      committed.flatMap((year) => committedRows(year)).map((row) => ({ segment, ...row })),
    ),
  ),
  segments: ofOverview(segmentRows),
  'buyer-types': ofOverview(({ buyerTypes }) =>
    buyerTypes.map(({ buyerType, ...one }) => totalsRow('counted', one, { key: buyerType })),
  ),
  routes: ofOverview(({ routes }) =>
    routes.map(({ route, ...one }) => totalsRow('counted', one, { key: route })),
  ),
  buyers: async (context, asked) => partyRows('buyers', context, asked),
  suppliers: async (context, asked) => partyRows('suppliers', context, asked),
  expiry: async (context, { segment, buyerType }) => {
    const { quarters } = await listRenewals.run(context, { segment, buyerType, limit: 1 });
    return quarters.map(({ quarter, ...one }) => ({ ...totalsRow('ends', one, {}), period: quarter }));
  },
  competition: async (context, { prices: _prices, group: _group, ...scope }) =>
    competitionRows(await showCompetition.run(context, scope)),
  'lead-times': async (context, { prices: _prices, group: _group, ...scope }) =>
    leadTimeRows(await showCompetition.run(context, scope)),
  growth: async (context, { prices: _prices, group: _group, ...scope }) =>
    growthRows(await showGrowth.run(context, scope)),
  exposure: async (context, { segment, buyerType }) => {
    const { groups } = await showExposure.run(context, { segment, buyerType });
    return groups.flatMap(({ name, ways }) =>
      ways.map(({ way, buyers: _buyers, ...one }) => totalsRow(way, one, { key: name })),
    );
  },
  'exposure-wall': async (context, { segment, buyerType, group }) => {
    if (group === undefined) {
      throw new AppError('bad-request', 'A wall of expiries is of one vendor group. Name it with group=.', {
        fields: { group: 'Name one vendor group, from `vendors find`.' },
      });
    }
    const { wall } = await showExposure.run(context, { segment, buyerType, group });
    return (wall ?? []).map(({ quarter, ...one }) => ({
      ...totalsRow('ends', one, { key: group }),
      period: quarter,
    }));
  },
};

function segmentRows({ segments }: MarketOverview): Row[] {
  return segments.flatMap(({ segment, concentration, ...one }) => [
    totalsRow('counted', one, { segment }),
    shareRow('sme-by-count', one.smeByCount, segment),
    shareRow('sme-by-value', one.smeByValue, segment),
    rateRow('single-bid', one.singleBid, { segment }),
    rateRow('direct-award', one.directAward, { segment }),
    shareRow('framework', one.framework, segment),
    { segment, measure: 'hhi', value: concentration?.hhi ?? null },
    { segment, measure: 'top-four', share: concentration?.topFourShare ?? null },
  ]);
}

function leadTimeRows({ leadTime, leadTimes }: Competition): Row[] {
  const all = leadTime === null ? [] : [{ route: 'all', ...leadTime }];
  return [...all, ...leadTimes].flatMap(({ route, count, ...quartiles }) =>
    Object.entries(quartiles).map(([measure, value]) => ({
      key: route,
      measure: `days-${measure}`,
      value,
      contracts: count,
    })),
  );
}

async function partyRows(chart: 'buyers' | 'suppliers', context: Context, asked: Asked): Promise<Row[]> {
  const { segment: segments, ...rest } = scopeOf(asked);
  const [id, ...others] = segments;
  if (id === undefined || others.length > 0) {
    throw new AppError('bad-request', `The figures of ${chart} are of one segment. Name it with segment=.`, {
      fields: { segment: 'Name one segment.' },
    });
  }
  const facts = await showMarketSegment.run(context, { ...rest, id });
  return facts[chart].map(({ id: _id, name, ...one }) =>
    totalsRow('counted', one, { segment: id, key: name }),
  );
}

function competitionRows({ segments, buyerTypes, years }: Competition): Row[] {
  const rates = (of: Pick<Row, 'segment' | 'key' | 'period'>, one: Record<string, Rate>): Row[] =>
    Object.entries(one).map(([measure, rate]) => rateRow(measure, rate, of));
  return [
    ...segments.flatMap(({ segment, ...one }) => rates({ segment }, one)),
    ...buyerTypes.flatMap(({ buyerType, ...one }) => rates({ key: buyerType }, one)),
    ...years.flatMap(({ year, ...one }) => rates({ period: String(year) }, one)),
  ];
}

type Rate = Competition['rewin'];

function rateRow(
  measure: string,
  { part, whole, rate }: Rate,
  of: Pick<Row, 'segment' | 'key' | 'period'>,
): Row {
  return {
    ...of,
    measure,
    share: rate?.share ?? null,
    part,
    whole,
    low: rate?.low ?? null,
    high: rate?.high ?? null,
  };
}

function growthRows({ all, segments }: Growth): Row[] {
  return [{ segment: 'all', ...all }, ...segments].flatMap(({ segment, changed, ...one }) => [
    { segment, measure: 'first-value', contracts: changed, pence: changed === 0 ? null : one.firstPence },
    { segment, measure: 'last-value', contracts: changed, pence: changed === 0 ? null : one.lastPence },
    { segment, measure: 'ratio-q1', contracts: changed, value: one.ratios?.q1 ?? null },
    { segment, measure: 'ratio-median', contracts: changed, value: one.ratios?.median ?? null },
    { segment, measure: 'ratio-q3', contracts: changed, value: one.ratios?.q3 ?? null },
  ]);
}

function committedRows(year: MarketOverview['committed'][number]): Row[] {
  const period = financialYearName(year.year);
  return [
    { period, measure: 'committed', contracts: year.contracts, pence: year.pence },
    {
      period,
      measure: 'options-not-committed',
      contracts: year.extensionContracts,
      pence: year.extensionPence,
    },
  ];
}

function totalsRow(
  measure: string,
  { contracts, netCount, netPence }: { contracts: number; netCount: number; netPence: number },
  of: { segment?: string; key?: string },
): Row {
  return { ...of, measure, contracts, valuedContracts: netCount, pence: netCount === 0 ? null : netPence };
}

function shareRow(measure: string, { share, part, whole }: z.output<typeof shareView>, segment: string): Row {
  return { segment, measure, share, part, whole };
}
