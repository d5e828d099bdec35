import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import { readLineTable } from '../../../../app/decisions/read-line-table.ts';
import { AppError } from '../../../../lib/errors.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import type { CaseField, ListPart } from '../../../components/case-form/case-field.ts';
import { findPart } from '../../../components/case-form/case-parts.ts';
import type { ChoiceFacts } from '../../../components/case-form/choices.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { shownChoices } from '../../../components/case-form/value-text.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { factsOf } from './edit-fields.ts';
import { readLines } from './read-lines.ts';

/** Faults of a file that are shown; more are counted. */
const mostShown = 30;

/** The page that takes cost lines from a file, with the columns that it can have. */
export function showLineFile(
  request: PageRequest,
  stored: StoredCase,
  faults: readonly string[] = [],
): PageAnswer {
  const { words } = request;
  const { caseOwn: own } = words;
  const texts = words.caseParts['cost-file'] ?? { title: '', lead: '' };
  const labels = words.caseFields['cost-lines'] ?? {};
  const shown = [
    ...faults.slice(0, mostShown),
    ...(faults.length > mostShown ? [own.fileMore(faults.length - mostShown)] : []),
  ];
  return casePage(
    {
      template: 'pages/decisions/edit/line-file.njk',
      view: {
        title: texts.title,
        lead: texts.lead,
        faults: shown.map((text) => ({ text, href: '#file' })),
        fault: faults[0] ?? null,
        columns: linesPart().fields.map((field) => ({
          name: labels[field.path]?.[0] ?? field.path,
          needed: field.isNeeded === true && field.fallback === undefined ? words.cases.yes : words.cases.no,
          holds: holdsOf(field, labels[field.path]?.[1] ?? '', factsOf(request, stored)),
        })),
        action: paths.caseEdit(stored.id, 'cost-file'),
        linesHref: paths.caseEdit(stored.id, 'cost-lines'),
      },
      title: texts.title,
      document: stored.document,
      crumbs: [
        crumbOf(stored),
        { text: words.caseParts['cost-lines']?.title ?? '', href: paths.caseEdit(stored.id, 'cost-lines') },
      ],
      hasError: faults.length > 0,
    },
    words,
  );
}

/** Adds the lines of a file once every row can be read; otherwise says which can’t, and adds nothing. */
export async function addLineFile(request: PageRequest, stored: StoredCase): Promise<PageAnswer> {
  const { context, form, uploads, words } = request;
  const upload = uploads['file'];
  if (upload === undefined) return showLineFile(request, stored, [words.caseOwn.fileNothing]);
  if (upload.isTooLarge) return showLineFile(request, stored, [words.cases.uploadTooLarge]);
  const rows = await readLineTable(upload.bytes).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'input-unreadable') return error.message;
    throw error;
  });
  if (typeof rows === 'string') return showLineFile(request, stored, [rows]);
  const { lines, faults } = readLines(linesPart(), rows, factsOf(request, stored));
  if (faults.length > 0) return showLineFile(request, stored, faults);
  const standing = stored.document.costs.lines.length;
  const changes: CaseChange[] =
    standing === 0
      ? [{ path: ['costs', 'lines'], value: lines }]
      : lines.map((value, index) => ({ path: ['costs', 'lines', standing + index], value }));
  const saved = await saveChanges(context, stored, changes, { form, fields: [] });
  if (saved.kind === 'refused')
    return showLineFile(
      request,
      stored,
      Object.values(saved.faults).map((fault) => (typeof fault === 'string' ? fault : fault.says)),
    );
  return { kind: 'redirect', to: paths.caseEdit(stored.id, 'cost-lines', { done: 'saved' }), status: 303 };
}

function linesPart(): ListPart {
  const part = findPart('cost-lines');
  if (part?.kind !== 'list') throw new Error('Cost lines are a list.');
  return part;
}

function holdsOf(field: CaseField, hint: string, facts: ChoiceFacts): string {
  if (field.kind === 'options') return facts.words.caseOwn.fileOptions;
  const choices =
    field.kind === 'choice' || field.kind === 'yes-no' || field.kind === 'ref'
      ? shownChoices(field, '', facts)
      : [];
  return choices.length === 0 ? hint : choices.map(({ text }) => text).join('; ');
}
