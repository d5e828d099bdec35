import { getCase, saveCase, type StoredCase } from '../../../../app/decisions/case-store.ts';
import type { ListPart } from '../../../components/case-form/case-field.ts';
import { itemName, itemsOf } from '../../../components/case-form/item-name.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { factsOf, savedBy } from './edit-fields.ts';
import { showList } from './edit-list.ts';

/**
 * What was removed in the version that stands, where the address says that it was a removal; null where somebody saved since,
 * so that "undo" never takes back what another person did.
 */
export async function removalOf(
  request: PageRequest,
  stored: StoredCase,
  part: ListPart,
): Promise<string | null> {
  const { context, query } = request;
  if (query['removed']?.[0] !== String(stored.revision) || stored.revision < 2) return null;
  const before = await getCase(context, stored.id, stored.revision - 1);
  const earlier = itemsOf(part, before.document);
  const later = itemsOf(part, stored.document);
  if (later.length !== earlier.length - 1) return null;
  const removed = earlier.find((item, index) => JSON.stringify(item) !== JSON.stringify(later[index]));
  return removed === undefined ? null : itemName(part, removed, factsOf(request, before));
}

/** Takes a removal back: the text before it becomes the newest version, comments and all. */
export async function undoRemoval(
  request: PageRequest,
  stored: StoredCase,
  part: ListPart,
): Promise<PageAnswer> {
  const { context, form, words } = request;
  const { id, revision } = stored;
  const asked = { ...request, query: { ...request.query, removed: [form['seen'] ?? ''] } };
  const name = await removalOf(asked, stored, part);
  if (name === null)
    return showList(request, stored, part, [words.caseForm.undoGone(savedBy(stored, request))]);
  const { text } = await getCase(context, id, revision - 1);
  await saveCase(context, { text, seen: revision, note: words.caseForm.undoNote(name) });
  return { kind: 'redirect', to: paths.caseEdit(id, part.id, { done: 'saved' }), status: 303 };
}
