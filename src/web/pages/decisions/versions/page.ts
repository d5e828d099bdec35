import { getCase, listRevisions, type StoredCase } from '../../../../app/decisions/case-store.ts';
import { casePage, caseOf, crumbOf } from '../../../components/case/case-page.ts';
import { describeDifferences } from '../../../components/case-form/describe-differences.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { factsOf, savedBy } from '../edit/edit-fields.ts';

/** Versions on one page: each is read and compared with the one before. */
const pageSize = 25;

/** The versions of a case: who saved which, when, why, and what changed in words. */
export const caseVersionsPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseVersions,
  async answer(request) {
    const { context, query, words } = request;
    const stored = await caseOf(request);
    const rows = await listRevisions(context, stored.id);
    const skip = Math.max(0, Number(query['skip']?.[0] ?? '0') || 0);
    const shown = rows.slice(skip, skip + pageSize + 1);
    const read = new Map(
      await Promise.all(
        shown.map(async ({ revision }) => [revision, await getCase(context, stored.id, revision)] as const),
      ),
    );
    return casePage(
      {
        template: 'pages/decisions/versions/page.njk',
        view: {
          rows: shown.slice(0, pageSize).map(({ revision }) => presentVersion(request, read, revision)),
          previousHref:
            skip > 0
              ? paths.caseVersions(stored.id, { skip: skip > pageSize ? skip - pageSize : undefined })
              : null,
          nextHref:
            skip + pageSize < rows.length ? paths.caseVersions(stored.id, { skip: skip + pageSize }) : null,
          compareHref: rows.length > 1 ? paths.caseCompare(stored.id) : null,
          tasksHref: paths.caseTasks(stored.id),
        },
        title: words.cases.versionsTitle,
        document: stored.document,
        crumbs: [crumbOf(stored)],
      },
      words,
    );
  },
};

/** Titles that the list names; the rest is on the page of the comparison. */
const mostParts = 4;

function presentVersion(request: PageRequest, read: ReadonlyMap<number, StoredCase>, revision: number) {
  const { words } = request;
  const { cases: text, format } = words;
  const own = read.get(revision);
  const before = read.get(revision - 1);
  if (own === undefined) throw new Error(`Version ${revision} was listed and isn’t there.`);
  const found =
    before === undefined
      ? []
      : describeDifferences(before.document, own.document, {
          before: factsOf(request, before),
          after: factsOf(request, own),
        });
  const parts = [...new Set(found.map(({ part }) => part))];
  const [only] = found;
  return {
    version: format.number(revision),
    saved: format.instant(own.savedAt),
    by: savedBy(own, request),
    note: own.note ?? '',
    changed:
      before === undefined
        ? text.firstVersion
        : only === undefined
          ? text.sameContent
          : text.changesIn(
              format.list(parts.length > mostParts ? [...parts.slice(0, mostParts), text.otherParts] : parts),
              found.length,
            ),
    detail:
      found.length === 1 && only !== undefined ? text.oneChange(only.place, only.before, only.after) : null,
    compareHref:
      before === undefined ? null : paths.caseCompare(own.id, { from: revision - 1, to: revision }),
    fileHref: paths.caseFile(own.id, { version: revision }),
  };
}
