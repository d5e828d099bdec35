import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

/** What has been typed into the form so far. */
export type CorrectionTyped = { page: string; message: string; replyTo: string };

/** Most characters of a report: what `data.report-correction` takes. */
export const longestMessage = 4000;

/**
 * The form that reports something wrong.
 *
 * @param faults sentence per faulty field, as the operation found them; their words come from the catalogue
 */
export function presentCorrectionForm(
  typed: CorrectionTyped,
  faults: Readonly<Record<string, string>>,
  words: Catalogue,
) {
  const { corrections } = words;
  const tooLong = typed.message.length > longestMessage;
  const messageError =
    'message' in faults ? (tooLong ? corrections.messageLong : corrections.messageMissing) : null;
  const replyError = 'replyTo' in faults ? corrections.replyWrong : null;
  return {
    action: paths.corrections(),
    typed,
    messageError,
    replyError,
    errors: [
      ...(messageError === null ? [] : [{ text: messageError, href: '#message' }]),
      ...(replyError === null ? [] : [{ text: replyError, href: '#replyTo' }]),
    ],
  };
}

/**
 * A path on this site, for the page that a report is about and the link back to it; anything else becomes the home page.
 *
 * @example ownPath('//example.org') // '/'
 */
export function ownPath(text: string | undefined): string {
  return text !== undefined && text.length <= 500 && /^\/(?![/\\])/u.test(text) ? text : paths.home();
}
