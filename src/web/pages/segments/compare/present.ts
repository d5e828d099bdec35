import type { z } from 'zod';
import type { compareSegments } from '../../../../app/segments/compare.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths } from '../../../paths.ts';
import { countCell, moneyCell, rateCell, shareCell } from '../../market/figure-cells.ts';
import { presentSubnavigation, scopeQuery } from '../../market/scope-form.ts';

type Comparison = z.output<typeof compareSegments.output>;

/** The segments side by side as their page shows them. */
export function presentComparison({ segments, scope, sharedChecks }: Comparison, words: Catalogue) {
  const { playbooks, market } = words;
  const text = playbooks.compare;
  const { years } = scopeQuery(scope);
  const table: ChartFigure = {
    id: 'segments',
    title: text.table.title,
    description: text.table.description(market.scope.years(scope.from, scope.to)),
    isEmpty: segments.length === 0,
    columns: null,
    table: {
      heads: text.table.heads,
      rows: segments.map(({ id, market: measured, checks }) => {
        const list = (more: Record<string, string | string[]>): string =>
          paths.contracts({ ...years, segment: [id], ...more });
        const none = { text: market.noShare };
        const topFour = measured?.topFourShare ?? null;
        return {
          name: market.segmentNames[id],
          href: paths.segmentPlaybook(id),
          cells: [
            countCell(measured?.contracts ?? 0, list({ counted: 'all' }), words),
            measured === null ? none : moneyCell(measured, list({ counted: 'valued' }), words),
            measured === null ? none : shareCell(measured.smeByCount, list({ size: 'sme' }), words),
            topFour === null ? none : { text: market.percent(topFour) },
            measured === null ? none : rateCell(measured.singleBid, list({ bids: 'one' }), words),
            measured === null
              ? none
              : rateCell(measured.directAward, list({ route: ['direct-award'], counted: 'all' }), words),
            { text: words.format.number(checks) },
          ],
        };
      }),
    },
    note: text.table.note(sharedChecks),
    coverage: null,
    methods: methodLinks('sme-share', 'concentration', 'single-bid-rate', 'route-shares'),
    csvHref: paths.marketFigures({ chart: 'segments', from: scope.from, to: scope.to }),
  };
  return {
    navigation: presentSubnavigation('segments', words),
    table,
    due: dueText(segments, words),
    checkHref: paths.segmentCheck(),
    qualityHref: paths.segmentQuality(),
    segments: segments.map(({ id, summary, pricing, models, status, reviewDueOn, isReviewDue }) => ({
      name: market.segmentNames[id],
      anchor: `about-${id}`,
      summary,
      review: isReviewDue
        ? playbooks.compare.dueSince(words.format.day(reviewDueOn))
        : playbooks.compare.reviewBy(words.format.day(reviewDueOn)),
      tag:
        status === 'reviewed'
          ? { text: playbooks.status.reviewed, colour: 'green' }
          : { text: playbooks.status.unreviewed, colour: 'yellow' },
      pricing: pricing.join(' · '),
      models: models.join(' · '),
      playbook: { text: text.playbookLink(market.segmentNames[id]), href: paths.segmentPlaybook(id) },
    })),
  };
}

/** Which playbooks should be gone through again; null where none. */
function dueText(segments: Comparison['segments'], { format, market, playbooks }: Catalogue): string | null {
  const due = segments.filter(({ isReviewDue }) => isReviewDue);
  return due.length === 0
    ? null
    : playbooks.compare.due(format.list(due.map(({ id }) => market.segmentNames[id])));
}
