import { showPipelineForecast } from '../../../../app/pipeline/forecast.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentForecast } from './present.ts';

/** How many contracts to expect by segment, and how wrong such forecasts were. */
export const pipelineForecastPage: Page = {
  method: 'GET',
  pattern: routePatterns.pipelineForecast,
  async answer({ context, query, words }) {
    const asked = readQuery(showPipelineForecast, showPipelineForecast.input, query);
    return {
      kind: 'page',
      template: 'pages/pipeline/forecast/page.njk',
      view: presentForecast(await showPipelineForecast.run(context, asked), asked, words),
      title: words.pipeline.forecast.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
        { text: words.pipeline.title, href: paths.pipeline() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
