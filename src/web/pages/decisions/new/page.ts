import { loadExample } from '../../../../app/decisions/example-cases.ts';
import { findStanding, saveCase } from '../../../../app/decisions/case-store.ts';
import { beginCase } from '../../../../app/decisions/begin-case.ts';
import { caseTextLimit, readCase } from '../../../../app/decisions/read-case.ts';
import { decodeText } from '../../../../lib/decode-text.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { readBeginning } from './beginning.ts';
import { showNew } from './present.ts';

/** How a case begins: with the least it needs, from a text, or from a worked example. */
export const caseNewFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseNew,
  async answer(request) {
    const contract = request.query['contract']?.[0] ?? '';
    // What follows a contract begins with what the register knows of it, on a page of its own.
    return contract === ''
      ? showNew(request)
      : { kind: 'redirect', to: paths.contractCase(contract), status: 303 };
  },
};

/** Begins a case in the way that the form says. */
export const caseNewPage: Page = {
  method: 'POST',
  pattern: routePatterns.caseNew,
  async answer(request) {
    const { context, form, uploads } = request;
    const example = form['example'];
    if (example !== undefined) return opened((await loadExample(context, example)).id);
    return [form['text'], uploads['text'], uploads['file']].some((sent) => sent !== undefined)
      ? keepText(request)
      : begin(request);
  },
};

function opened(id: string): PageAnswer {
  return { kind: 'redirect', to: paths.caseTasks(id, { done: 'saved' }), status: 303 };
}

async function begin(request: PageRequest): Promise<PageAnswer> {
  const { context, form } = request;
  const { beginning, faults } = readBeginning(form);
  if (beginning === null) return showNew(request, { faults });
  try {
    return opened((await beginCase(context, beginning)).id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'changed-meanwhile')
      return showNew(request, { faults: { id: { says: error.message } } });
    if (error.code !== 'bad-request') throw error;
    return showNew(request, { faults: faultsOf(error) });
  }
}

/** Paths of the document → fields of the form. */
const fieldOf: Readonly<Record<string, string>> = {
  id: 'id',
  title: 'title',
  'buyer.name': 'buyer',
  'buyer.type': 'buyerType',
  'need.statement': 'statement',
  'need.outcomes[0].text': 'outcome',
  'need.neededBy': 'neededBy',
  'need.ifNothing': 'ifNothing',
  'appraisal.firstYear': 'firstYear',
  'appraisal.years': 'years',
  'appraisal.priceBase': 'priceBase',
};

function faultsOf(error: AppError): Record<string, { says: string }> {
  return Object.fromEntries(
    Object.entries(error.fields).map(([path, says]) => [fieldOf[path] ?? path, { says }]),
  );
}

/** Keeps a text that was sent as a file or pasted. */
async function keepText(request: PageRequest): Promise<PageAnswer> {
  const { context, form, uploads, words } = request;
  if (uploads['text'] !== undefined) return showNew(request, { textFaults: [words.cases.pasteTooLong] });
  const upload = uploads['file'];
  if (upload?.isTooLarge === true || (upload?.bytes.length ?? 0) > caseTextLimit)
    return showNew(request, { textFaults: [words.cases.uploadTooLarge] });
  const text =
    upload === undefined ? (form['text'] ?? '').replaceAll('\r\n', '\n') : decodeText(upload.bytes).text;
  if (text.trim() === '') return showNew(request, { textFaults: [words.cases.uploadNothing] });
  const { document, problems } = readCase(
    text,
    new Set(context.reference.deliveryModels.map(({ id }) => id)),
  );
  if (document === null)
    return showNew(request, {
      textFaults: problems.map(({ line, path, message }) =>
        line === null && path === '' ? message : `${words.cases.at(line ?? 1, path)}${message}`,
      ),
    });
  if ((await findStanding(context, document.id)) !== null)
    return showNew(request, { textFaults: [words.cases.uploadTaken(document.id)] });
  return opened((await saveCase(context, { text, seen: null })).id);
}
