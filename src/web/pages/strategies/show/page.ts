import { showStrategy } from '../../../../app/strategies/show.ts';
import { listStrategyVersions } from '../../../../app/strategies/strategy-store.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { strategyPage } from '../strategy-page.ts';
import { presentStrategy } from './present.ts';

/** What the address may say besides the organisation. */
const asked = showStrategy.input.omit({ fresh: true });

/** The strategy of an organisation: the one that is kept, else one written from the register. */
export const strategyShowPage: Page = {
  method: 'GET',
  pattern: routePatterns.strategy,
  async answer({ context, params, query, words }) {
    const buyer = params['buyer'] ?? '';
    const { done = [], ...rest } = query;
    const { revision } = readQuery(showStrategy, asked, { ...rest, buyer: [buyer] });
    const [view, versions] = await Promise.all([
      showStrategy.run(context, { buyer, revision, fresh: false }),
      listStrategyVersions(context, buyer),
    ]);
    return strategyPage(
      {
        template: 'pages/strategies/show/page.njk',
        view: {
          ...presentStrategy(view, versions, words),
          done: words.strategies.saved[done[0] ?? ''] ?? null,
        },
        title: words.strategies.title(view.evidence.buyer.name),
        marking: view.marking,
        crumbs: [{ text: words.strategies.listTitle, href: paths.strategies() }],
      },
      words,
    );
  },
};
