import { listMethods } from '../../../../app/methods/list.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** Every way of working something out, with its page. */
export const methodsPage: Page = {
  method: 'GET',
  pattern: routePatterns.methods,
  async answer({ context, words }) {
    const { items } = await listMethods.run(context, {});
    const title = words.caseResult.methodsTitle;
    return {
      kind: 'page',
      template: 'pages/methods/list/page.njk',
      view: {
        title,
        items: items.map(({ id, title: name, answers }) => ({ name, answers, href: paths.method(id) })),
      },
      title,
      section: 'about',
      crumbs: [{ text: words.layout.home, href: paths.home() }],
    };
  },
};
