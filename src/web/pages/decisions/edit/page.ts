import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { AppError } from '../../../../lib/errors.ts';
import { caseOf } from '../../../components/case/case-page.ts';
import type { CasePart } from '../../../components/case-form/case-field.ts';
import { findPart } from '../../../components/case-form/case-parts.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { addOffers, offerCriteria, offerModels, showOffers } from './choose-items.ts';
import { saveFields, showFields } from './edit-fields.ts';
import { changeList, showList } from './edit-list.ts';
import { addMapText, showMapText } from './edit-map-text.ts';
import { showAssessors } from './edit-scores.ts';
import { saveTestGrid, showTestGrid } from './edit-test-grid.ts';
import { isLocked, saveWeights, showWeights } from './edit-weights.ts';
import { interestTestForm, triageForm } from './reference-forms.ts';
import { removalOf, undoRemoval } from './undo-removal.ts';
import { addLineFile, showLineFile } from './upload-lines.ts';

type Handler = {
  show(request: PageRequest, stored: StoredCase): PageAnswer;
  save(request: PageRequest, stored: StoredCase): Promise<PageAnswer>;
};

/** Pages of their own, by the id of their part. */
const ownPages: Readonly<Record<string, Handler>> = {
  triage: {
    show: (request, stored) => showFields(request, stored, triageForm(request, stored)),
    save: async (request, stored) => saveFields(request, stored, triageForm(request, stored)),
  },
  'public-interest-test': {
    show: (request, stored) => showFields(request, stored, interestTestForm(request, stored)),
    save: async (request, stored) => saveFields(request, stored, interestTestForm(request, stored)),
  },
  'map-text': { show: showMapText, save: addMapText },
  'delivery-models': {
    show: (request, stored) => showOffers(request, stored, offerModels(request, stored)),
    save: async (request, stored) => addOffers(request, stored, offerModels(request, stored)),
  },
  'test-grid': { show: showTestGrid, save: saveTestGrid },
  'cost-file': { show: showLineFile, save: addLineFile },
  'criteria-library': {
    show: (request, stored) => showOffers(request, stored, offerCriteria(request, stored)),
    save: async (request, stored) => {
      const offers = offerCriteria(request, stored);
      return isLocked(stored.document)
        ? showOffers(request, stored, offers, request.words.caseOwn.lockedNote)
        : addOffers(request, stored, offers);
    },
  },
  weights: { show: showWeights, save: saveWeights },
  scores: {
    show: showAssessors,
    save: async (request, stored) => Promise.resolve(showAssessors(request, stored)),
  },
};

/** The page on which one part of a case is edited. */
export const caseEditFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseEdit,
  async answer(request) {
    const part = partOf(request);
    const stored = await caseOf(request);
    if (part.kind === 'own') return handlerOf(part).show(request, stored);
    if (part.kind === 'list')
      return showList(request, stored, part, [], await removalOf(request, stored, part));
    return showFields(request, stored, { part, labels: request.words.caseFields[part.id] ?? {} });
  },
};

/** Saves one part of a case, or shows it again with everything that has to be put right. */
export const caseEditPage: Page = {
  method: 'POST',
  pattern: routePatterns.caseEdit,
  async answer(request) {
    const part = partOf(request);
    const stored = await caseOf(request);
    if (part.kind === 'own') return handlerOf(part).save(request, stored);
    if (part.kind === 'list') {
      if (part.id === 'criteria' && isLocked(stored.document))
        return showList(request, stored, part, [request.words.caseOwn.lockedNote]);
      return request.form['action'] === 'undo'
        ? undoRemoval(request, stored, part)
        : changeList(request, stored, part);
    }
    return saveFields(request, stored, { part, labels: request.words.caseFields[part.id] ?? {} });
  },
};

function partOf({ params, words }: PageRequest): CasePart {
  const part = findPart(params['part'] ?? '');
  if (part === undefined) throw new AppError('not-found', words.errors.notFoundLead);
  return part;
}

function handlerOf({ id }: CasePart): Handler {
  const handler = ownPages[id];
  if (handler === undefined) throw new Error(`The part ${id} has no page.`);
  return handler;
}
