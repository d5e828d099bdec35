import type { StoredCase } from '../../../app/decisions/case-store.ts';
import { getCase } from '../../../app/decisions/case-store.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Crumb, PageAnswer, PageRequest } from '../../pages/_page.ts';
import { paths } from '../../paths.ts';

/** A page about a case, before the frame that all of them share. */
export type CasePage = {
  template: string;
  view: object;
  title: string;
  /** The case; null on pages that are about none or several. */
  document: StoredCase['document'] | null;
  crumbs?: readonly Crumb[];
  hasError?: boolean;
  status?: number;
};

/**
 * A page about a case: marked, private, and kept out of search engines and caches.
 *
 * @example casePage({ template, view, title, document }, words)
 */
export function casePage(page: CasePage, words: Catalogue): PageAnswer {
  const { template, view, title, document, crumbs = [], hasError = false, status } = page;
  return {
    kind: 'page',
    template,
    view: { marking: document === null ? null : markingText(document), ...view },
    title: document === null ? title : `${title} (${markingText(document)})`,
    status: status ?? (hasError ? 400 : 200),
    hasError,
    section: 'decisions',
    crumbs: [
      { text: words.layout.home, href: paths.home() },
      { text: words.cases.title, href: paths.cases() },
      ...crumbs,
    ],
    isIndexed: false,
    isPrivate: true,
  };
}

/**
 * The marking of a case as it stands on pages, exports and file names.
 *
 * @example markingText({ marking: { level: 'OFFICIAL-SENSITIVE', descriptor: 'COMMERCIAL' } }) // 'OFFICIAL-SENSITIVE COMMERCIAL'
 */
export function markingText({ marking }: Pick<StoredCase['document'], 'marking'>): string {
  return [marking.level, marking.descriptor ?? ''].join(' ').trim();
}

/** The way to a case. */
export function crumbOf({ document }: Pick<StoredCase, 'document'>): Crumb {
  return { text: document.title, href: paths.caseTasks(document.id) };
}

/** The case that the address names. */
export async function caseOf({ context, params }: PageRequest): Promise<StoredCase> {
  return getCase(context, params['id'] ?? '');
}
