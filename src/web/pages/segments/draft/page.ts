import { checkDraft } from '../../../../app/segments/check-draft.ts';
import { readDraft } from '../../../../app/segments/read-draft.ts';
import { digitalSegmentIds } from '../../../../domain/segments/segment.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import { longestUpload } from '../../../read-upload.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { presentDraftCheck } from './present.ts';

/** The form that takes a draft tender. */
export const draftCheckFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentCheck,
  answer: async (request) => showForm(request, null),
};

/** Answers with what the playbook says of a draft. Nothing of it is kept. */
export const draftCheckPage: Page = {
  method: 'POST',
  pattern: routePatterns.segmentCheck,
  async answer(request) {
    const { context, words } = request;
    const given = draftOf(request);
    if (given.fault !== null) return showForm(request, given);
    const segment = digitalSegmentIds.find((id) => id === request.form['segment']) ?? null;
    try {
      const report = await checkDraft(context, await readDraft(given.bytes), segment);
      return {
        kind: 'page',
        template: 'pages/segments/draft/result.njk',
        view: presentDraftCheck(report, words),
        title: words.draftCheck.result(report.subject),
        section: 'market',
        crumbs: crumbs(request),
        isIndexed: false,
        isPrivate: true,
      };
    } catch (error) {
      const isTheirs =
        error instanceof AppError && (error.code === 'bad-request' || error.code === 'input-unreadable');
      if (isTheirs) return showForm(request, { fault: error.message, field: given.field });
      throw error;
    }
  },
};

type Field = 'draft' | 'file';
type Given = { fault: null; field: Field; bytes: Uint8Array } | { fault: string; field: Field };

/** The draft that a form brought, as text or as a file, or why it is none. */
function draftOf({ form, uploads, words }: PageRequest): Given {
  const { draftCheck: text, format } = words;
  const typed = form['draft'] ?? '';
  const { file, draft: cut } = uploads;
  if (cut !== undefined) return { fault: text.textTooLong(format.bytes(longestText)), field: 'draft' };
  if (file === undefined && typed.trim() === '') return { fault: text.missing, field: 'draft' };
  if (file !== undefined && typed.trim() !== '') return { fault: text.both, field: 'file' };
  if (file === undefined) return { fault: null, field: 'draft', bytes: Buffer.from(typed) };
  if (file.isTooLarge) return { fault: text.tooLarge(format.bytes(longestUpload)), field: 'file' };
  return { fault: null, field: 'file', bytes: file.bytes };
}

/** Bytes that a field of a form takes. */
const longestText = 1_000_000;

function showForm(request: PageRequest, given: { fault: string; field: Field } | null): PageAnswer {
  const { words, form } = request;
  const { draftCheck: text, format, market } = words;
  const chosen = form['segment'] ?? '';
  return {
    kind: 'page',
    template: 'pages/segments/draft/form.njk',
    view: {
      action: paths.segmentCheck(),
      draft: form['draft'] ?? '',
      draftError: given?.field === 'draft' ? given.fault : null,
      fileError: given?.field === 'file' ? given.fault : null,
      fileHint: text.fileHint(format.bytes(longestUpload)),
      segments: [
        { value: '', text: text.anySegment, selected: chosen === '' },
        ...digitalSegmentIds.map((value) => ({
          value,
          text: market.segmentNames[value],
          selected: value === chosen,
        })),
      ],
      errors: given === null ? [] : [{ text: given.fault, href: `#${given.field}` }],
    },
    title: text.title,
    status: given === null ? 200 : 400,
    hasError: given !== null,
    section: 'market',
    crumbs: crumbs(request).slice(0, 2),
    isPrivate: given !== null,
  };
}

function crumbs({ words }: PageRequest) {
  return [
    { text: words.layout.home, href: paths.home() },
    { text: words.playbooks.compare.title, href: paths.segments() },
    { text: words.draftCheck.title, href: paths.segmentCheck() },
  ];
}
