import { AppError } from '../../../../lib/errors.ts';
import { caseOf } from '../../../components/case/case-page.ts';
import type { ListPart } from '../../../components/case-form/case-field.ts';
import { findPart } from '../../../components/case-form/case-parts.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { saveScores, showScores } from '../edit/edit-scores.ts';
import { showList } from '../edit/edit-list.ts';
import { isLocked } from '../edit/edit-weights.ts';
import { addItem, changeItem, showItem, showNewItem } from './edit-item.ts';

/** The form of one item of a list: a new one, or one that stands in the case. */
export const caseItemFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseItem,
  async answer(request) {
    const stored = await caseOf(request);
    const item = request.params['item'] ?? '';
    if (request.params['part'] === 'scores') return showScores(request, stored, item);
    const part = listPartOf(request);
    return item === 'new' ? showNewItem(request, stored, part) : showItem(request, stored, part, item);
  },
};

/** Saves an item of a list, or shows its form again with everything that has to be put right. */
export const caseItemPage: Page = {
  method: 'POST',
  pattern: routePatterns.caseItem,
  async answer(request) {
    const stored = await caseOf(request);
    const item = request.params['item'] ?? '';
    if (request.params['part'] === 'scores') return saveScores(request, stored, item);
    const part = listPartOf(request);
    if (part.id === 'criteria' && isLocked(stored.document))
      return showList(request, stored, part, [request.words.caseOwn.lockedNote]);
    return item === 'new' ? addItem(request, stored, part) : changeItem(request, stored, part, item);
  },
};

function listPartOf({ params, words }: PageRequest): ListPart {
  const part = findPart(params['part'] ?? '');
  if (part?.kind === 'list') return part;
  throw new AppError('not-found', words.errors.notFoundLead);
}
