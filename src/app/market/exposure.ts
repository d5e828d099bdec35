import { z } from 'zod';
import { quarterOf, quartersFrom } from '../../domain/market/financial-year.ts';
import { exposureWays } from '../../domain/organisations/vendor-exposure.ts';
import {
  countExposed,
  listExposureQuarters,
  listExposures,
  type ExposureSum,
} from '../../db/queries/market-vendors.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textSection, textTable } from '../text-form.ts';
import { marketScopeInput, marketScopeView, readMarketScope } from './market-scope.ts';
import { coverageText, sumText } from './overview-text.ts';
import { coverageView, quarterTotals, totalsView } from './views.ts';

/** Quarters of the wall of one group. */
const quartersAhead = 12;

/** Running contracts that lead to one vendor group, by way. Ways of one group add up; groups don't. */
const groupExposure = z.object({
  id: z.string(),
  name: z.string(),
  contracts: z.number().int(),
  ways: z.array(totalsView.extend({ way: z.enum(exposureWays), buyers: z.number().int() })),
});
export type GroupExposure = z.output<typeof groupExposure>;

/** What `market.exposure` answers. */
export const exposure = z.object({
  scope: marketScopeView,
  asOf: z.string(),
  groups: z.array(groupExposure),
  coverage: coverageView,
  /** The wall of expiries of the group asked for; null where none is. */
  wall: z.array(quarterTotals).nullable(),
});
export type Exposure = z.output<typeof exposure>;

/** Exposure to strategic suppliers: running digital contracts by vendor group, direct and through resellers. */
export const showExposure = operation({
  id: 'market.exposure',
  summary:
    'Show which vendor groups running contracts lead to, directly and through resellers, and when they end.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    segment: marketScopeInput.segment,
    buyerType: marketScopeInput.buyerType,
    group: z
      .string()
      .max(100)
      .optional()
      .describe('Id of one vendor group, whose wall of expiries is wanted.'),
  }),
  output: exposure,
  present: ({ groups, coverage, wall }) =>
    [
      ...groups.map((group) =>
        textSection(
          `${group.name} (${group.id})`,
          textTable(group.ways.map((one) => [one.way, countText(one.contracts, 'contract'), sumText(one)])),
        ),
      ),
      coverageText(coverage),
      wall === null
        ? ''
        : textSection(
            'Ends',
            textTable(wall.map((one) => [one.quarter, countText(one.contracts, 'contract')])),
          ),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  run: async (context, { group, ...asked }) => {
    const register = await context.register();
    const { view, today } = readMarketScope(context, asked);
    const scope = { segments: view.segments, buyerTypes: view.buyerTypes, endsFrom: today };
    const [sums, { total, attributed }, quarters] = await Promise.all([
      listExposures(register.read, scope),
      countExposed(register.read, scope),
      group === undefined ? null : listExposureQuarters(register.read, scope, group),
    ]);
    const found = new Map((quarters ?? []).map((one) => [one.quarter, one]));
    const missed = total - attributed;
    return {
      scope: view,
      asOf: today,
      groups: groupsOf(sums),
      coverage: { total, measured: attributed, gaps: missed === 0 ? {} : { 'no-vendor-seen': missed } },
      wall:
        quarters === null
          ? null
          : quartersFrom(quarterOf(today), quartersAhead).map(
              (quarter) => found.get(quarter) ?? { quarter, contracts: 0, netCount: 0, netPence: 0 },
            ),
    };
  },
});

/** Groups with most contracts first. */
function groupsOf(sums: readonly ExposureSum[]): GroupExposure[] {
  const groups = [...Map.groupBy(sums, ({ groupId }) => groupId)].map(([id, rows]) => ({
    id,
    name: rows[0]?.groupName ?? id,
    contracts: rows.reduce((sum, { contracts }) => sum + contracts, 0),
    ways: exposureWays.flatMap((way) =>
      rows
        .filter((row) => row.way === way)
        .map(({ contracts, netCount, netPence, buyers }) => ({ way, contracts, netCount, netPence, buyers })),
    ),
  }));
  return groups.toSorted((a, b) => b.contracts - a.contracts || a.id.localeCompare(b.id));
}
