import { reportCorrection } from '../../../../app/data/report-correction.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer } from '../../_page.ts';
import type { CorrectionTyped } from './present.ts';
import { ownPath, presentCorrectionForm } from './present.ts';

/** The empty form. */
export const correctionFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.corrections,
  answer: async ({ query, words }) =>
    showForm({ page: ownPath(query['page']?.[0]), message: '', replyTo: '' }, {}, words),
};

/** Takes a report, or shows the form again with what has to be put right. */
export const correctionReportPage: Page = {
  method: 'POST',
  pattern: routePatterns.corrections,
  async answer({ context, form, words }) {
    const typed: CorrectionTyped = {
      page: ownPath(form['page']),
      message: form['message'] ?? '',
      replyTo: (form['replyTo'] ?? '').trim(),
    };
    const { replyTo, ...needed } = typed;
    try {
      const asked = readInput(reportCorrection, replyTo === '' ? needed : typed);
      await reportCorrection.run(context, reportCorrection.input.parse(asked));
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request')
        return showForm(typed, error.fields, words);
      throw error;
    }
    return { kind: 'redirect', to: paths.correctionReceived(typed.page), status: 303 };
  },
};

/** Says that a report has been received. */
export const correctionReceivedPage: Page = {
  method: 'GET',
  pattern: routePatterns.correctionReceived,
  answer: async ({ query, words }) => ({
    kind: 'page',
    template: 'pages/corrections/report/received.njk',
    view: { backHref: ownPath(query['page']?.[0]) },
    title: words.corrections.receivedTitle,
    isIndexed: false,
  }),
};

function showForm(
  typed: CorrectionTyped,
  faults: Readonly<Record<string, string>>,
  words: Catalogue,
): PageAnswer {
  const view = presentCorrectionForm(typed, faults, words);
  const hasError = view.errors.length > 0;
  return {
    kind: 'page',
    template: 'pages/corrections/report/page.njk',
    view,
    title: words.corrections.title,
    status: hasError ? 400 : 200,
    hasError,
    isIndexed: false,
  };
}
