import type { Catalogue } from '../../catalogue/catalogue.ts';
import { paths } from '../../paths.ts';
import type { Crumb, PageAnswer } from '../_page.ts';

/** A page about strategies, before the frame that all of them share. */
type StrategyPage = {
  template: string;
  view: object;
  title: string;
  /** Null on the list. */
  marking: string | null;
  crumbs?: readonly Crumb[];
  status?: number;
};

/** A page about strategies: marked, private, and kept out of search engines and caches. */
export function strategyPage(page: StrategyPage, words: Catalogue): PageAnswer {
  const { template, view, title, marking, crumbs = [], status = 200 } = page;
  return {
    kind: 'page',
    template,
    view: { marking, ...view },
    title: marking === null ? title : `${title} (${marking})`,
    status,
    hasError: status >= 400,
    section: 'decisions',
    crumbs: [{ text: words.layout.home, href: paths.home() }, ...crumbs],
    isIndexed: false,
    isPrivate: true,
  };
}
