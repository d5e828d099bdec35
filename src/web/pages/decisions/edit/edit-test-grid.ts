import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import { getCase, type StoredCase } from '../../../../app/decisions/case-store.ts';
import type { CaseDocument } from '../../../../domain/decisions/case-parts/case-document.ts';
import { testIds, testResults } from '../../../../domain/decisions/case-parts/options.ts';
import { failsOption } from '../../../../domain/decisions/fails-option.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { presentProblems } from './present-problems.ts';

/** Results of every test of every option that goes forward, on one page. */
export function showTestGrid({ words }: PageRequest, stored: StoredCase): PageAnswer {
  const { document } = stored;
  const { caseOwn: own, caseChoices } = words;
  const texts = words.caseParts['test-grid'] ?? { title: '', lead: '' };
  const testName = (test: string): string => caseChoices['test']?.[test] ?? test;
  const rows = testIds.map((test) => ({
    name: testName(test),
    cells: gridOptions(document).map(({ id, name }) => {
      const index = document.tests.findIndex((one) => one.option === id && one.test === test);
      const chosen = document.tests[index]?.result ?? '';
      return {
        id: `t-${id}-${test}`,
        name: cellName(id, test),
        label: own.gridCell(testName(test), name),
        option: name,
        detailsHref: index < 0 ? null : paths.caseItem(stored.id, 'tests', String(index + 1)),
        items: [
          { value: '', text: own.notTested, isChosen: chosen === '' },
          ...resultsOf(test, chosen).map((value) => ({
            value,
            text: caseChoices['testResult']?.[value] ?? value,
            isChosen: chosen === value,
          })),
        ],
      };
    }),
  }));
  return casePage(
    {
      template: 'pages/decisions/edit/test-grid.njk',
      view: {
        title: texts.title,
        lead: texts.lead,
        options: gridOptions(document).map(({ name }) => name),
        rows,
        seen: stored.revision,
        problems: presentProblems(stored, 'tests', words),
        detailsHref: paths.caseEdit(stored.id, 'tests'),
        action: paths.caseEdit(stored.id, 'test-grid'),
        tasksHref: paths.caseTasks(stored.id),
      },
      title: texts.title,
      document,
      crumbs: [crumbOf(stored)],
    },
    words,
  );
}

/** Few tests can remove an option; where one can’t, failing is no answer, unless somebody gave it and has to see it. */
function resultsOf(test: (typeof testIds)[number], chosen: string): readonly string[] {
  return testResults.filter(
    (result) => result === chosen || result !== 'fail' || failsOption({ test, result }),
  );
}

/** Saves the results that were changed; what a test rests on stays, and a test that is taken back goes. */
export async function saveTestGrid(request: PageRequest, stored: StoredCase): Promise<PageAnswer> {
  const { context, form } = request;
  const seen = Number(form['seen'] ?? '0');
  const shown =
    seen === stored.revision
      ? stored.document
      : (await getCase(context, stored.id, seen > 0 ? seen : undefined)).document;
  const changes = gridChanges(form, shown, stored.document);
  if (changes.length > 0) await saveChanges(context, stored, changes, { form, fields: [] });
  return { kind: 'redirect', to: paths.caseEdit(stored.id, 'tests', { done: 'saved' }), status: 303 };
}

/** What differs from what was shown, as changes to the tests as they stand: sets first, then new ones, then those that go. */
function gridChanges(
  form: Readonly<Record<string, string>>,
  shown: CaseDocument,
  { tests, options }: CaseDocument,
): CaseChange[] {
  const known: readonly string[] = testResults;
  const set: CaseChange[] = [];
  const added: Record<string, unknown>[] = [];
  const gone: number[] = [];
  for (const { id: option } of options)
    for (const test of testIds) {
      const sent = form[cellName(option, test)];
      if (sent === undefined || (sent !== '' && !known.includes(sent))) continue;
      const before = shown.tests.find((one) => one.option === option && one.test === test)?.result ?? '';
      if (sent === before) continue;
      const index = tests.findIndex((one) => one.option === option && one.test === test);
      if (sent === '') gone.push(...(index < 0 ? [] : [index]));
      else if (index < 0) added.push({ option, test, result: sent });
      else set.push({ path: ['tests', index, 'result'], value: sent });
    }
  const appended: CaseChange[] =
    tests.length === 0 && added.length > 0
      ? [{ path: ['tests'], value: added }]
      : added.map((value, index) => ({ path: ['tests', tests.length + index], value }));
  const removed = gone
    .toSorted((one, other) => other - one)
    .map((index): CaseChange => ({ path: ['tests', index], value: undefined }));
  return [...set, ...appended, ...removed];
}

/** Options that are tested: those that go forward, comparators too. */
function gridOptions({ options }: CaseDocument): CaseDocument['options'] {
  return options.filter(({ shortlisted }) => shortlisted);
}

function cellName(option: string, test: string): string {
  return `t:${option}:${test}`;
}
