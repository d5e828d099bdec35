import { showMarketSegment } from '../../../../app/market/show-segment.ts';
import { showPlaybook } from '../../../../app/segments/playbook.ts';
import { showSegmentToday } from '../../../../app/segments/segment-today.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentPlaybookPage } from './present.ts';

/** The playbook of a segment, with what the register shows of it today. */
export const segmentPlaybookPage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentPlaybook,
  async answer({ context, params, query, words }) {
    const id = params['id'] ?? '';
    const asked = readQuery(showPlaybook, showPlaybook.input, { ...query, segment: [id] });
    const [playbook, market, today] = await Promise.all([
      showPlaybook.run(context, asked),
      showMarketSegment.run(context, showMarketSegment.input.parse({ id: asked.segment })),
      showSegmentToday.run(context, { segment: asked.segment }),
    ]);
    const view = presentPlaybookPage(playbook, { market, today }, words, asked.revision !== undefined);
    return {
      kind: 'page',
      template: 'pages/segments/playbook/page.njk',
      view,
      title: words.playbooks.title(view.name),
      section: 'market',
      isIndexed: asked.revision === undefined,
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
        { text: words.playbooks.compare.title, href: paths.segments() },
      ],
    };
  },
};
