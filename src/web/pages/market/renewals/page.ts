import { exportRenewalsCalendar } from '../../../../app/market/calendar.ts';
import { listRenewals } from '../../../../app/market/renewals.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentRenewals } from './present.ts';

/** Contracts that end, by quarter and one by one, with the date by which to decide. */
export const marketRenewalsPage: Page = {
  method: 'GET',
  pattern: routePatterns.marketRenewals,
  async answer({ context, query, words }) {
    const asked = readQuery(listRenewals, listRenewals.input, query);
    return {
      kind: 'page',
      template: 'pages/market/renewals/page.njk',
      view: presentRenewals(await listRenewals.run(context, asked), asked, words),
      title: words.market.renewals.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};

/** The same renewals as a calendar file. */
export const marketRenewalsCalendarPage: Page = {
  method: 'GET',
  pattern: routePatterns.marketRenewalsCalendar,
  async answer({ context, query }) {
    const asked = readQuery(exportRenewalsCalendar, exportRenewalsCalendar.input, query);
    const lines: string[] = [];
    for await (const line of exportRenewalsCalendar.run(context, asked)) {
      if (typeof line === 'string') lines.push(line);
    }
    return {
      kind: 'file',
      name: 'renewals.ics',
      contentType: 'text/calendar; charset=utf-8',
      body: `${lines.join('\n')}\n`,
    };
  },
};
