import { z } from 'zod';
import type { Context } from '../context.ts';
import { streamOperation } from '../operation.ts';
import { playbookField } from './playbook-version-views.ts';
import { showSegmentToday, type SegmentToday } from './segment-today.ts';

const columns = [
  'segment',
  'chart',
  'figure',
  'low',
  'median',
  'high',
  'measured',
  'contract',
  'title',
  'buyer',
  'suppliers',
  'datedOn',
  'endOn',
  'maxEndOn',
  'netPence',
] as const;
type TodayRow = Partial<Record<(typeof columns)[number], string | number | null>>;

/** Contracts as rows; likely natural persons stay without a name. */
const contractRows = (items: SegmentToday['awards']): TodayRow[] =>
  items.map(({ id, buyer, suppliers, ...one }) => ({
    ...one,
    contract: id,
    buyer: buyer?.name ?? null,
    suppliers: suppliers.flatMap((name) => name ?? []).join('; '),
  }));

const rowsOf = {
  prices: ({ value, yearly, term, longest }: SegmentToday): TodayRow[] => [
    { figure: 'value in pence', measured: value.measured, ...value.pence },
    { figure: 'value for a year in pence', measured: yearly.measured, ...yearly.pence },
    { figure: 'term in months', measured: term.measured, ...term.months },
    { figure: 'term with every option in months', measured: longest.measured, ...longest.months },
  ],
  awards: ({ awards }: SegmentToday): TodayRow[] => contractRows(awards),
  endings: ({ endings }: SegmentToday): TodayRow[] => contractRows(endings),
};

/** The figures behind each table of what a playbook shows of the market today. */
export const exportSegmentToday = streamOperation({
  id: 'segments.today-figures',
  summary: 'Export what contracts of a market segment cost, which were let last, or which end soon.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'segment',
  columns,
  input: z.strictObject({
    segment: playbookField,
    chart: z
      .enum(['prices', 'awards', 'endings'])
      .default('prices')
      .describe('Prices and terms, contracts let last, or the largest that end within 18 months.'),
  }),
  run: async function* run(context: Context, { segment, chart }) {
    for (const row of rowsOf[chart](await showSegmentToday.run(context, { segment }))) {
      yield Object.fromEntries(columns.map((name) => [name, { ...row, segment, chart }[name] ?? null]));
    }
  },
});
