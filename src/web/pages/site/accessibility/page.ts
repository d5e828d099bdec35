import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** The accessibility statement; whoever runs the service completes how to reach them. */
export const accessibilityPage: Page = {
  method: 'GET',
  pattern: routePatterns.accessibility,
  answer: async ({ words }) => ({
    kind: 'page',
    template: 'pages/site/accessibility/page.njk',
    view: presentAccessibility(),
    title: words.accessibility.title,
  }),
};

/** The addresses that the text leads to. */
export function presentAccessibility() {
  return { correctionsHref: paths.corrections(paths.accessibility()) };
}
