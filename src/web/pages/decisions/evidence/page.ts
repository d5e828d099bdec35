import { evidenceOf } from '../../../../app/decisions/evidence-of-case.ts';
import { keepEvidence } from '../../../../app/decisions/keep-evidence.ts';
import { presentBridgeOf } from '../../../../app/decisions/present-bridge.ts';
import { suggestionsOf } from '../../../../app/decisions/suggest-for-case.ts';
import { AppError } from '../../../../lib/errors.ts';
import { casePage, caseOf, crumbOf } from '../../../components/case/case-page.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { presentEvidence } from './present.ts';

/** What the register shows for a case, now. */
export const caseEvidencePage: Page = {
  method: 'GET',
  pattern: routePatterns.caseEvidence,
  answer: async (request) => showEvidence(request, null),
};

/** Keeps the figures in the case, as they are at this instant. */
export const keepCaseEvidencePage: Page = {
  method: 'POST',
  pattern: routePatterns.caseEvidence,
  async answer(request) {
    const { context, form, words } = request;
    const { document, revision } = await caseOf(request);
    if (form['seen'] !== String(revision)) return showEvidence(request, words.evidence.meanwhile);
    try {
      const view = await evidenceOf(context, document);
      const kept = await keepEvidence(context, { document, revision, view, fill: form['fill'] === 'yes' });
      return { kind: 'redirect', to: paths.caseEvidence(document.id, { kept }), status: 303 };
    } catch (error) {
      if (error instanceof AppError && error.code === 'changed-meanwhile')
        return showEvidence(request, words.evidence.meanwhile);
      throw error;
    }
  },
};

async function showEvidence(request: PageRequest, refusal: string | null): Promise<PageAnswer> {
  const { context, query, words } = request;
  const stored = await caseOf(request);
  const { document } = stored;
  const [view, bridge] = await Promise.all([
    evidenceOf(context, document),
    presentBridgeOf(context, document),
  ]);
  return casePage(
    {
      template: 'pages/decisions/evidence/page.njk',
      view: presentEvidence(
        {
          stored,
          view,
          bridge,
          suggestions: suggestionsOf(context, document, view.figures),
          kept: keptIn(query['kept']?.[0]),
          refusal,
        },
        words,
      ),
      title: `${words.evidence.title}: ${document.title}`,
      document,
      hasError: refusal !== null,
      crumbs: [crumbOf(stored)],
    },
    words,
  );
}

function keptIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,6}$/u.test(text) ? Number(text) : null;
}
