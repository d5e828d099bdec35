import { showIndicatorRates } from '../../../../app/indicators/show-rates.ts';
import { csvLine } from '../../../../lib/csv.ts';
import { londonDayOf } from '../../../../lib/days.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentRates } from './present.ts';

type Asked = ReturnType<typeof showIndicatorRates.input.parse>;

const readAsked = ({ query }: PageRequest): Asked =>
  readQuery(showIndicatorRates, showIndicatorRates.input, query);

/** Rates of review indicators, by class of contracts alone. Search engines are kept away. */
export const indicatorRatesPage: Page = {
  method: 'GET',
  pattern: routePatterns.indicators,
  async answer(request) {
    const { context, words } = request;
    const asked = readAsked(request);
    const { classes } = await showIndicatorRates.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/indicators/rates/page.njk',
      view: presentRates({ classes, asked, asOf: londonDayOf(context.clock.now()) }, words),
      title: words.review.page.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: false,
    };
  },
};

const columns = ['year', 'segment', 'buyerType', 'competition', 'contracts', 'counted'] as const;

/** The same figures as a file; a class with too few has empty rates. */
export const indicatorRatesFile: Page = {
  method: 'GET',
  pattern: routePatterns.indicatorsFile,
  async answer(request) {
    const { classes } = await showIndicatorRates.run(request.context, readAsked(request));
    const lines = classes.map((row) =>
      csvLine([
        ...columns.map((name) => row[name]),
        row.rate?.share ?? null,
        row.rate?.low ?? null,
        row.rate?.high ?? null,
      ]),
    );
    return {
      kind: 'file',
      name: 'one-tender-received.csv',
      contentType: 'text/csv; charset=utf-8; header=present',
      body: [csvLine([...columns, 'share', 'low', 'high']), ...lines].join(''),
    };
  },
};
