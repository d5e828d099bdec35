import { showDataStatus } from '../../../../app/data/show-data-status.ts';
import { londonDayOf } from '../../../../lib/days.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { presentHome } from './present.ts';

/** The home page. */
export const homePage: Page = {
  method: 'GET',
  pattern: routePatterns.home,
  async answer({ context, words }) {
    const status = await showDataStatus.run(context, {});
    return {
      kind: 'page',
      template: 'pages/site/home/page.njk',
      view: presentHome(status, londonDayOf(context.clock.now()), words),
      title: words.home.title,
    };
  },
};
