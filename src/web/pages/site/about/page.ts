import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** What this is, how it is made, what is not in it, licence and privacy. */
export const aboutPage: Page = {
  method: 'GET',
  pattern: routePatterns.about,
  answer: async ({ words }) => ({
    kind: 'page',
    template: 'pages/site/about/page.njk',
    view: presentAbout(),
    title: words.about.title,
    section: 'about',
  }),
};

/** The addresses that the text leads to. */
export function presentAbout() {
  return { dataHref: paths.data(), correctionsHref: paths.corrections(paths.about()), apiHref: paths.api() };
}
