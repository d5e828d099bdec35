import { findStrategies } from '../../../../app/strategies/find.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { strategyPage } from '../strategy-page.ts';

/** The strategies that are kept here. */
export const strategiesPage: Page = {
  method: 'GET',
  pattern: routePatterns.strategies,
  async answer({ context, words }) {
    const { strategies } = await findStrategies.run(context, {});
    const { strategies: text, format } = words;
    const rows = strategies.map(({ buyer, version, marking, savedAt, savedBy }) => ({
      name: buyer.name,
      href: paths.strategy(buyer.id),
      version: format.number(version),
      marking,
      saved: format.instant(savedAt),
      by: savedBy,
    }));
    return strategyPage(
      {
        template: 'pages/strategies/list/page.njk',
        view: { rows, buyersHref: paths.buyers() },
        title: text.listTitle,
        marking: null,
      },
      words,
    );
  },
};
