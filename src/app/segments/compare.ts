import { z } from 'zod';
import { reviewDue } from '../../domain/segments/playbook/review-due.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { numberText, countText } from '../count-text.ts';
import { poundsText, shareText } from '../decisions/figure-text.ts';
import { showMarketOverview } from '../market/overview.ts';
import { marketScopeView } from '../market/market-scope.ts';
import { rateView, shareView, totalsView } from '../market/views.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { livePlaybooks } from './playbook-store.ts';

const comparedSegment = z.object({
  id: z.enum(digitalSegmentIds),
  summary: z.string(),
  status: z.enum(['unreviewed', 'reviewed']),
  reviewed: z.string(),
  /** Day by which it should be gone through again. */
  reviewDueOn: z.string(),
  isReviewDue: z.boolean(),
  /** The version that counts, from 1. */
  version: z.number().int(),
  /** Names of the ways in which it is priced. */
  pricing: z.array(z.string()),
  /** Ways to source that go with it, by name. */
  models: z.array(z.string()),
  /** Checks of its own. */
  checks: z.number().int(),
  /** What the register measures; null where it holds nothing of the segment. */
  market: totalsView
    .extend({
      smeByCount: shareView,
      /** Share of value of the four largest suppliers, 0 to 1; null where no sale could be measured. */
      topFourShare: z.number().nullable(),
      singleBid: rateView,
      directAward: rateView,
    })
    .nullable(),
});

/** All segments side by side: what their playbooks say in a line, and what the register measures. */
export const compareSegments = operation({
  id: 'segments.compare',
  summary:
    'Compare the market segments side by side: how they are priced, who sells, how they are competed for.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: z.object({
    asOf: z.string(),
    scope: marketScopeView,
    /** Checks that hold in every segment. */
    sharedChecks: z.number().int(),
    segments: z.array(comparedSegment),
  }),
  present: ({ segments, sharedChecks }) =>
    [
      textTable([
        [
          'segment',
          'contracts',
          'value',
          'small firms',
          'four largest',
          'single bids',
          'checks',
          'playbook',
          'review',
        ],
        ...segments.map(({ id, market, checks, status, reviewDueOn, isReviewDue }) => [
          id,
          market === null ? null : numberText(market.contracts),
          market === null || market.netCount === 0 ? null : poundsText(market.netPence / 100),
          shareOrNothing(market?.smeByCount.share),
          shareOrNothing(market?.topFourShare),
          shareOrNothing(market?.singleBid.rate?.share),
          String(checks),
          status,
          isReviewDue ? `due since ${reviewDueOn}` : reviewDueOn,
        ]),
      ]),
      `${countText(sharedChecks, 'more check')} in every segment. \`sourcing segments playbook SEGMENT\` shows one.`,
    ].join('\n\n'),
  run: async (context) => {
    const [overview, live] = await Promise.all([
      showMarketOverview.run(context, showMarketOverview.input.parse({})),
      livePlaybooks(context),
    ]);
    const measured = new Map(overview.segments.map((one) => [one.segment, one]));
    const names = new Map(context.reference.deliveryModels.map(({ id, name }) => [id, name]));
    const playbooks = [...live.values()].map(({ playbook, version }) => ({ ...playbook, version }));
    const [first] = playbooks;
    return {
      asOf: overview.asOf,
      scope: overview.scope,
      sharedChecks: first === undefined ? 0 : first.checks.length - first.ownChecks,
      segments: playbooks.map(({ segment, summary, status, reviewed, sections, ownChecks, version }) => {
        const market = measured.get(segment);
        const due = reviewDue(reviewed, overview.asOf);
        return {
          id: segment,
          summary,
          status,
          reviewed,
          reviewDueOn: due.on,
          isReviewDue: due.isDue,
          version,
          pricing: sections.pricing.flatMap(({ name }) => name ?? []),
          models: sections.models.flatMap(({ model }) => (model === null ? [] : (names.get(model) ?? model))),
          checks: ownChecks,
          market:
            market === undefined
              ? null
              : {
                  contracts: market.contracts,
                  netCount: market.netCount,
                  netPence: market.netPence,
                  smeByCount: market.smeByCount,
                  topFourShare: market.concentration?.topFourShare ?? null,
                  singleBid: market.singleBid,
                  directAward: market.directAward,
                },
        };
      }),
    };
  },
});

function shareOrNothing(share: number | null | undefined): string | null {
  return share == null ? null : shareText(share);
}
