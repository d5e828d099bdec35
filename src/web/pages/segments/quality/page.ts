import { showSegmentQuality } from '../../../../app/segments/show-quality.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentSegmentQuality } from './present.ts';

/** How often the model's segments are right: by segment, what is taken for what, and whether probabilities come true. */
export const segmentQualityPage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentQuality,
  async answer({ context, query, words }) {
    const asked = readQuery(showSegmentQuality, showSegmentQuality.input, query);
    return {
      kind: 'page',
      template: 'pages/segments/quality/page.njk',
      view: presentSegmentQuality(await showSegmentQuality.run(context, asked), words),
      title: words.segments.title,
      section: 'data',
      crumbs: [{ text: words.data.title, href: paths.data() }],
    };
  },
};
