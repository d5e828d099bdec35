import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { exportMap, importMap } from '../../../../domain/decisions/wardley-map.ts';
import { readWardleyText } from '../../../../domain/decisions/wardley-text.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';

/** What went wrong with a map, and what was pasted. */
type Pasted = { text: string; refusals: string[] };

/** The page that takes the text of a map, with the components of the case as one. */
export function showMapText(
  { words }: PageRequest,
  stored: StoredCase,
  { text, refusals }: Pasted = { text: '', refusals: [] },
): PageAnswer {
  const texts = words.caseParts['map-text'] ?? { title: '', lead: '' };
  return casePage(
    {
      template: 'pages/decisions/edit/map-text.njk',
      view: {
        title: texts.title,
        lead: texts.lead,
        text,
        refusals: refusals.map((refusal) => ({ text: refusal, href: '#map' })),
        refusal: refusals[0] ?? null,
        map: stored.document.components.length === 0 ? null : exportMap(stored.document, new Map()),
        action: paths.caseEdit(stored.id, 'map-text'),
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

/** Adds the components of a map that the case doesn’t have yet; lines that can’t be used are named and nothing is added. */
export async function addMapText(request: PageRequest, stored: StoredCase): Promise<PageAnswer> {
  const { context, form, words } = request;
  const { caseOwn: own } = words;
  const text = (form['map'] ?? '').replaceAll('\r\n', '\n');
  const read = readWardleyText(text);
  const { components } = importMap(read);
  const standing = new Set(stored.document.components.map(({ id }) => id));
  const fresh = components.filter(({ id }) => !standing.has(id));
  const again = (...refusals: string[]): PageAnswer => showMapText(request, stored, { text, refusals });
  if (read.remarks.length > 0)
    return again(...read.remarks.map(({ line, reason }) => own.mapRemark(line, reason)));
  if (components.length === 0) return again(own.mapNothing);
  if (fresh.length === 0) return again(own.mapNoNew);
  const { length } = stored.document.components;
  const changes: CaseChange[] =
    length === 0
      ? [{ path: ['components'], value: fresh }]
      : fresh.map((value, index) => ({ path: ['components', length + index], value }));
  const saved = await saveChanges(context, stored, changes, { form, fields: [] });
  if (saved.kind === 'refused')
    return again(
      ...Object.values(saved.faults).map((fault) => (typeof fault === 'string' ? fault : fault.says)),
    );
  return { kind: 'redirect', to: paths.caseEdit(stored.id, 'components', { done: 'saved' }), status: 303 };
}
