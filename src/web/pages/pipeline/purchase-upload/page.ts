import { importUpload } from '../../../../app/pipeline/import-upload.ts';
import { purchaseColumnNames } from '../../../../domain/pipeline/purchase-columns.ts';
import { csvLine } from '../../../../lib/csv.ts';
import { AppError } from '../../../../lib/errors.ts';
import { xlsxStream } from '../../../../lib/xlsx.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { purchaseCrumbs } from '../../../components/purchase/crumbs.ts';
import { paths, purchaseTemplates, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer } from '../../_page.ts';
import {
  noFaults,
  presentFileFault,
  presentRefusedFile,
  presentUpload,
  type UploadFaults,
} from './present.ts';

/** The form that takes a file of purchases. */
export const purchaseUploadFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.purchaseUpload,
  answer: async ({ words }) => showForm('', noFaults, words),
};

/** Reads a file of purchases whole, or shows the form again with every bad cell. */
export const purchaseUploadPage: Page = {
  method: 'POST',
  pattern: routePatterns.purchaseUpload,
  async answer({ context, form, uploads, words }) {
    const { file } = uploads;
    const by = (form['by'] ?? '').trim();
    const fault = presentFileFault(file, words);
    if (file === undefined || fault !== null) return showForm(by, { ...noFaults, file: fault }, words);
    try {
      const read = await importUpload(context, { ...file, by: by === '' ? undefined : by });
      const { added, changed, unchanged } = read;
      const to = paths.purchases({ done: 'read', added, changed, unchanged });
      return { kind: 'redirect', to, status: 303 };
    } catch (error) {
      const isTheirs =
        error instanceof AppError && (error.code === 'input-unreadable' || error.code === 'bad-request');
      if (isTheirs) return showForm(by, presentRefusedFile(error, words), words);
      throw error;
    }
  },
};

/** A file that holds the headings and nothing else. */
export const purchaseTemplatePage: Page = {
  method: 'GET',
  pattern: routePatterns.purchaseTemplate,
  async answer({ params, words }) {
    const format = purchaseTemplates.find((one) => params['file'] === `plan.${one}`);
    if (format === undefined) throw new AppError('not-found', words.errors.notFoundLead);
    const name = `plan.${format}`;
    if (format === 'csv') {
      return {
        kind: 'file',
        name,
        contentType: 'text/csv; charset=utf-8',
        body: csvLine(purchaseColumnNames),
      };
    }
    const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const chunks: Uint8Array[] = [];
    for await (const chunk of xlsxStream(purchaseColumnNames, [])) chunks.push(chunk);
    return { kind: 'file', name, contentType, body: Buffer.concat(chunks) };
  },
};

function showForm(by: string, faults: UploadFaults, words: Catalogue): PageAnswer {
  const view = presentUpload(by, faults, words);
  const hasError = view.errors.length > 0;
  return {
    kind: 'page',
    template: 'pages/pipeline/purchase-upload/page.njk',
    view,
    title: words.purchases.uploadTitle,
    status: hasError ? 400 : 200,
    hasError,
    section: 'market',
    crumbs: purchaseCrumbs(words, true),
    isIndexed: false,
    isPrivate: true,
  };
}
