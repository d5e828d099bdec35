import { showMethod } from '../../../../app/methods/show.ts';
import { methods } from '../../../../domain/methods/methods.ts';
import { markdown } from '../../../components/markdown.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** How a figure is worked out: a page of the documentation. */
export const methodPage: Page = {
  method: 'GET',
  pattern: routePatterns.method,
  async answer({ context, params, words }) {
    const { title, text } = await showMethod.run(context, { id: params['id'] ?? '' });
    return {
      kind: 'page',
      template: 'pages/methods/show/page.njk',
      view: { title, html: markdown(text, hrefOf) },
      title,
      section: 'about',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.caseResult.methodsTitle, href: paths.methods() },
      ],
    };
  },
};

/** Pages of methods link to one another; what else they link to lies in the repository. */
function hrefOf(href: string): string | null {
  if (href.startsWith('https://')) return href;
  const id = /^(?:\.\/)?([a-z0-9-]+)\.md(?:#.*)?$/u.exec(href)?.[1];
  return id !== undefined && methods.some((one) => one.id === id) ? paths.method(id) : null;
}
