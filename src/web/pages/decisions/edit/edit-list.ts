import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import { getCase, type StoredCase } from '../../../../app/decisions/case-store.ts';
import { isOf } from '../../../../domain/decisions/case-years.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import type { ListPart } from '../../../components/case-form/case-field.ts';
import { itemName, itemsOf, placeNow } from '../../../components/case-form/item-name.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { keysOf, valueAt } from '../../../components/case-form/value-shapes.ts';
import { valueText } from '../../../components/case-form/value-text.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { factsOf, savedBy } from './edit-fields.ts';
import { presentLineTotals } from './present-line-totals.ts';
import { presentProblems } from './present-problems.ts';
import { presentProposals } from './present-proposals.ts';

/** Rows of one page of a list. */
const pageSize = 50;

/**
 * The list of a part, with what can be done with each of its items.
 *
 * @param removed the name of an item that has just been removed, which the page offers to put back
 */
export function showList(
  request: PageRequest,
  stored: StoredCase,
  part: ListPart,
  refusals: readonly string[] = [],
  removed: string | null = null,
): PageAnswer {
  const { words, query } = request;
  const facts = factsOf(request, stored);
  const texts = words.caseParts[part.id] ?? { title: part.id, lead: '' };
  const one = texts.one ?? texts.title;
  const option = query['option']?.[0];
  const skip = Math.max(0, Number(query['skip']?.[0] ?? '0') || 0);
  const shown = itemsOf(part, stored.document)
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => option === undefined || isOfOption(item, option));
  const columns = part.columns.flatMap((path) => {
    const field = part.fields.find((each) => each.path === path);
    return field === undefined
      ? []
      : [{ field, label: request.words.caseFields[part.id]?.[path]?.[0] ?? path }];
  });
  const rows = shown.slice(skip, skip + pageSize).map(({ item, index }) => ({
    number: String(index + 1),
    name: itemName(part, item, facts),
    href: paths.caseItem(stored.id, part.id, String(index + 1)),
    likeHref: paths.caseItem(stored.id, part.id, 'new', { like: index + 1 }),
    cells: columns.map(({ field, label }) => ({
      label,
      text: valueText(field, valueAt(item, field.path), facts),
    })),
    isFirst: index === 0,
    isLast: index === itemsOf(part, stored.document).length - 1,
  }));
  const done = query['done']?.[0];
  return casePage(
    {
      template: 'pages/decisions/edit/list.njk',
      view: {
        title: texts.title,
        lead: texts.lead,
        none: texts.none ?? '',
        one,
        add: words.caseForm.addItem(one),
        addHref: paths.caseItem(stored.id, part.id, 'new'),
        columns: columns.map(({ label }) => label),
        rows,
        refusals: refusals.map((text) => ({ text })),
        done:
          done === 'saved' ? words.caseForm.saved : done === 'unchanged' ? words.caseForm.unchanged : null,
        removed: removed === null ? null : words.caseForm.removed(removed),
        seen: stored.revision,
        action: paths.caseEdit(stored.id, part.id),
        problems: presentProblems(stored, part.id, words),
        totals: part.id === 'cost-lines' ? presentLineTotals(stored, words) : null,
        fileHref: part.id === 'cost-lines' ? paths.caseEdit(stored.id, 'cost-file') : null,
        proposals: presentProposals(request, stored, part.id),
        paging: pagingOf(request, stored, part, { total: shown.length, skip, option }),
        isFiltered: option !== undefined,
        tasksHref: paths.caseTasks(stored.id),
      },
      title: texts.title,
      document: stored.document,
      crumbs: [crumbOf(stored)],
      hasError: refusals.length > 0,
    },
    words,
  );
}

/** Whether an item belongs to an option, where it names any. */
function isOfOption(item: Record<string, unknown>, option: string): boolean {
  const { options } = item;
  if (item['option'] !== undefined) return item['option'] === option;
  return options === 'all' || (Array.isArray(options) && isOf(options.map(String), option));
}

function pagingOf(
  { words }: PageRequest,
  { id }: StoredCase,
  part: ListPart,
  { total, skip, option }: { total: number; skip: number; option: string | undefined },
) {
  const address = (to: number): string =>
    paths.caseEdit(id, part.id, { option, skip: to === 0 ? undefined : to });
  return {
    shown: total > pageSize ? words.caseForm.shown(skip + 1, Math.min(skip + pageSize, total), total) : null,
    previousHref: skip > 0 ? address(Math.max(0, skip - pageSize)) : null,
    nextHref: skip + pageSize < total ? address(skip + pageSize) : null,
    allHref: option === undefined ? null : paths.caseEdit(id, part.id),
  };
}

/** Removes an item of a list or moves it by one place; the button that was pressed says which. */
export async function changeList(
  request: PageRequest,
  stored: StoredCase,
  part: ListPart,
): Promise<PageAnswer> {
  const { context, form, words } = request;
  const [, verb = '', number = ''] = /^(remove|up|down):(\d{1,5})$/u.exec(form['action'] ?? '') ?? [];
  const seen = Number(form['seen'] ?? '0');
  const index =
    seen === stored.revision
      ? Number(number) - 1
      : placeNow(part, Number(number) - 1, {
          before: (await getCase(context, stored.id, seen > 0 ? seen : undefined)).document,
          now: stored.document,
        });
  const items = itemsOf(part, stored.document);
  const changes = verb === '' || index === null ? null : changesFor(part, items, { verb, index });
  if (changes === null)
    return showList(request, stored, part, [words.caseForm.itemGone(savedBy(stored, request))]);
  const saved = await saveChanges(context, stored, changes, { form, fields: [] });
  if (saved.kind === 'refused')
    return showList(
      request,
      stored,
      part,
      Object.values(saved.faults).map((fault) => (typeof fault === 'string' ? fault : fault.says)),
    );
  const done = verb === 'remove' ? { removed: saved.stored.revision } : { done: 'saved' };
  return { kind: 'redirect', to: paths.caseEdit(stored.id, part.id, done), status: 303 };
}

function changesFor(
  part: ListPart,
  items: readonly Record<string, unknown>[],
  { verb, index }: { verb: string; index: number },
): CaseChange[] | null {
  const path = keysOf(part.path);
  const item = items[index];
  if (item === undefined) return null;
  if (verb === 'remove')
    return items.length === 1 && part.goesWithLast !== undefined
      ? [{ path: keysOf(part.goesWithLast), value: undefined }]
      : [{ path: [...path, index], value: undefined }];
  const other = verb === 'up' ? index - 1 : index + 1;
  const neighbour = items[other];
  if (neighbour === undefined) return null;
  return [
    { path: [...path, index], value: neighbour },
    { path: [...path, other], value: item },
  ];
}
