import { findRunOf } from '../../../../app/decisions/case-runs.ts';
import { getCase, listCases, listRevisions, type StoredCase } from '../../../../app/decisions/case-store.ts';
import { casePage, caseOf, crumbOf, markingText } from '../../../components/case/case-page.ts';
import { describeDifferences } from '../../../components/case-form/describe-differences.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { factsOf } from '../edit/edit-fields.ts';
import { presentResults } from './present-results.ts';

/** Two versions of a case, or two cases, beside each other: what differs in words, and what each comes to. */
export const caseComparePage: Page = {
  method: 'GET',
  pattern: routePatterns.caseCompare,
  async answer(request) {
    const { context, query, words } = request;
    const newest = await caseOf(request);
    const otherId = query['other']?.[0] ?? '';
    const isOther = otherId !== '' && otherId !== newest.id;
    const others = (await listCases(context)).filter(({ case_id: id }) => id !== newest.id);
    const versions = (await listRevisions(context, newest.id)).map(({ revision }) => revision);
    const isLone = versions.length === 1 && !isOther;
    const fromVersion = versionOf(query['from']?.[0]) ?? Math.max(1, newest.revision - 1);
    const toVersion = versionOf(query['to']?.[0]) ?? newest.revision;
    const [before, after] = isOther
      ? [newest, await getCase(context, otherId)]
      : [await getCase(context, newest.id, fromVersion), await getCase(context, newest.id, toVersion)];
    const { cases: text } = words;
    return casePage(
      {
        template: 'pages/decisions/compare/page.njk',
        view: {
          ...(await presentComparison(request, { before, after, isOther })),
          differences: isOther ? text.differencesOfCases : text.differences,
          title: isOther || isLone ? text.compareTitle : text.compareVersionsTitle(fromVersion, toVersion),
          marking:
            isOther && markingText(before.document) !== markingText(after.document)
              ? words.format.list([markingText(before.document), markingText(after.document)])
              : markingText(before.document),
          versions: versions.map((version) => ({
            value: version,
            text: text.version(version),
            isFrom: version === fromVersion,
            isTo: version === toVersion,
          })),
          others: others.map(({ case_id: id, title }) => ({
            value: id,
            text: title,
            isChosen: id === otherId,
          })),
          lone: isLone ? (others.length === 0 ? text.compareNothing : text.compareOneVersion) : null,
          hasVersions: versions.length > 1,
          action: paths.caseCompare(newest.id),
          tasksHref: paths.caseTasks(newest.id),
        },
        title: text.compareTitle,
        document: newest.document,
        crumbs: [crumbOf(newest)],
      },
      words,
    );
  },
};

async function presentComparison(
  request: PageRequest,
  { before, after, isOther }: { before: StoredCase; after: StoredCase; isOther: boolean },
) {
  const { words } = request;
  const { cases: text } = words;
  const differences = describeDifferences(before.document, after.document, {
    before: factsOf(request, before),
    after: factsOf(request, after),
  });
  // On a phone the columns stand below one another, each with its name.
  const labels = isOther ? [before.document.title, after.document.title] : [text.before, text.after];
  const sides = [before, after].map((stored, index) => ({
    label: labels[index],
    name: text.ofCase(stored.document.title, stored.revision),
    href: paths.caseFile(stored.id, { version: stored.revision }),
  }));
  const runs = await Promise.all([before, after].map(async (stored) => findRunOf(request.context, stored)));
  const missing = sides.filter((_, index) => runs[index] === null).map(({ name }) => name);
  const [one, other] = runs;
  return {
    sides,
    parts: [...Map.groupBy(differences, ({ part }) => part)].map(([part, own]) => ({
      part,
      count: isOther ? text.differencesCounted(own.length) : text.changes(own.length),
      differences: own.map(({ place, kind, before: was, after: is }) => ({
        place,
        before: kind === 'added' ? text.nothing : valueOf(was, kind, text),
        after: kind === 'removed' ? text.nothing : valueOf(is, kind, text),
      })),
    })),
    results:
      one === null || one === undefined || other === null || other === undefined
        ? null
        : presentResults(
            [
              { document: before.document, run: one.run },
              { document: after.document, run: other.run },
            ],
            words,
          ),
    resultsMissing: missing.length === 0 ? null : text.resultsMissing(words.format.list(missing)),
  };
}

/** What one side says: an item that has only its name is there; what is empty says nothing. */
function valueOf(value: string, kind: string, text: PageRequest['words']['cases']): string {
  if (value !== '') return value;
  return kind === 'changed' ? text.nothing : text.there;
}

function versionOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,6}$/u.test(text) ? Number(text) : null;
}
