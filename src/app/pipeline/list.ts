import { z } from 'zod';
import { financialYearName } from '../../domain/market/financial-year.ts';
import { sumNeeds, type PipelineSum } from '../../domain/pipeline/sum-needs.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { listMark } from '../cursor.ts';
import { readListPage, type RowsAsked } from '../list-page.ts';
import { coverageText } from '../market/overview-text.ts';
import { operation } from '../operation.ts';
import { pagingText } from '../paging-text.ts';
import { textSection, textTable } from '../text-form.ts';
import { isListed, pipelineFilter, readNeeds } from './pipeline-scope.ts';
import { pipelineAnswer, presentNeed, type PipelineAnswer } from './pipeline-view.ts';

/** What will be bought in the next years, each need once. */
export const listPipeline = operation({
  id: 'pipeline.list',
  summary:
    'List what will be bought in the next three to five financial years, from plans, planning notices and contracts that end, each need once.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: pipelineFilter.extend({
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    cursor: z.string().max(1000).optional().describe('Where the last page ended; from its `next`.'),
  }),
  output: pipelineAnswer,
  present: pipelineText,
  run: async (context, { limit, cursor, ...filter }) => {
    const { view, asOf, needs } = await readNeeds(context, filter);
    const { sums, coverage } = sumNeeds(needs, view);
    const listed = needs.filter((need) => isListed(need, view)).map(presentNeed);
    const { rows, ...place } = await readListPage(
      { cursor, limit, mark: listMark(filter) },
      async (asked) => rowsOf(listed, asked),
      (item) => [item.startFrom ?? undated, item.key],
    );
    return {
      scope: view,
      asOf,
      years: yearsOf(sums, view),
      segments: view.segments.map((segment) => ({
        segment,
        years: yearsOf(
          sums.filter((sum) => sum.segment === segment),
          view,
        ),
      })),
      coverage,
      listed: listed.length,
      items: rows,
      ...place,
    };
  },
});

type Item = PipelineAnswer['items'][number];

/** Where needs without a start stand: after all others. */
const undated = '9999';

/** Rows of a list that is held whole, as a query would read them. */
function rowsOf(items: readonly Item[], { after, isBackwards, limit }: RowsAsked): Item[] {
  if (after === null) return items.slice(0, limit);
  const [start, key] = after.map(String);
  const place = `${start ?? ''} ${key ?? ''}`;
  const placeOf = (item: Item): string => `${item.startFrom ?? undated} ${item.key}`;
  return isBackwards
    ? items.filter((item) => placeOf(item) < place).slice(-limit)
    : items.filter((item) => placeOf(item) > place).slice(0, limit);
}

/** Every year of a scope, those without a need too. */
function yearsOf(
  sums: readonly PipelineSum[],
  { from, to }: { from: number; to: number },
): PipelineAnswer['years'] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const total = { year: from + index, needs: 0, valued: 0, lowPence: 0, highPence: 0 };
    for (const sum of sums.filter(({ year }) => year === total.year)) {
      total.needs += sum.needs;
      total.valued += sum.valued;
      total.lowPence += sum.lowPence;
      total.highPence += sum.highPence;
    }
    return total;
  });
}

/** £1 to £2, or one figure where they are equal. */
export function rangeText(lowPence: number | null, highPence: number | null): string | null {
  const low = moneyText(lowPence, 'GBP');
  const high = moneyText(highPence, 'GBP');
  return low === null || high === null || low === high ? low : `${low} to ${high}`;
}

function pipelineText({ years, coverage, items, ...place }: PipelineAnswer): string {
  return [
    textSection(
      'Needs by financial year of their start',
      textTable(
        years.map((one) => [
          financialYearName(one.year),
          countText(one.needs, 'need'),
          one.valued === 0
            ? ''
            : `${rangeText(one.lowPence, one.highPence) ?? ''} without VAT, of ${one.valued} with a value`,
        ]),
      ),
    ),
    coverageText(coverage),
    textSection(
      'One by one',
      textTable(
        items.map((item) => [
          item.startFrom ?? 'no start',
          item.source,
          item.buyer?.name ?? '',
          item.title,
          rangeText(item.lowPence, item.highPence) ?? item.gap ?? '',
          item.noticeOn === null ? '' : `tender expected ${item.noticeOn}`,
          item.alsoAs.length === 0
            ? ''
            : `also as ${item.alsoAs.map(({ source, reason }) => `${source} (${reason})`).join(', ')}`,
        ]),
      ),
    ),
    pagingText(place, items.length),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
