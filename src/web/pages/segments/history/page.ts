import { showPlaybookHistory } from '../../../../app/segments/playbook-history.ts';
import { restorePlaybook } from '../../../../app/segments/restore-playbook.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { playbookCrumbs, segmentAsked } from '../playbook/playbook-address.ts';

/** The versions of a playbook: who saved which, when, why, and a form that restores one. */
export const playbookHistoryPage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentHistory,
  answer: async (request) => showHistory(request, null, {}),
};

/** Restores a version, or shows the history again with the reason why not. */
export const playbookRestorePage: Page = {
  method: 'POST',
  pattern: routePatterns.segmentHistory,
  async answer(request) {
    const { context, form } = request;
    const segment = segmentAsked(request);
    const typed = { by: (form['by'] ?? '').trim(), note: (form['note'] ?? '').trim() };
    const asked = restorePlaybook.input.safeParse({
      segment,
      revision: form['version'] ?? '',
      seen: form['seen'] ?? '',
      ...(typed.by !== '' && { by: typed.by }),
      ...(typed.note !== '' && { note: typed.note }),
    });
    if (!asked.success) return showHistory(request, asked.error.issues[0]?.message ?? '', typed);
    try {
      const { version } = await restorePlaybook.run(context, asked.data);
      return { kind: 'redirect', to: paths.segmentEdit(segment, { saved: version }), status: 303 };
    } catch (error) {
      const isTheirs =
        error instanceof AppError && ['bad-request', 'changed-meanwhile', 'not-found'].includes(error.code);
      if (isTheirs) return showHistory(request, error.message, typed);
      throw error;
    }
  },
};

async function showHistory(
  request: PageRequest,
  fault: string | null,
  { by = '', note = '' }: { by?: string; note?: string },
): Promise<PageAnswer> {
  const { context, words } = request;
  const segment = segmentAsked(request);
  const { versions, warnings } = await showPlaybookHistory.run(context, { segment });
  const { history: text } = words.playbookEditing;
  const title = text.title(words.market.segmentNames[segment]);
  const live = versions.find(({ isLive }) => isLive)?.version;
  const earlier = versions.filter(({ version }) => version !== live);
  return {
    kind: 'page',
    template: 'pages/segments/history/page.njk',
    view: {
      title,
      warnings,
      rows: versions.map(({ version, savedAt, savedBy, note: why, isLive }) => ({
        version: words.format.number(version),
        saved: savedAt === null ? '' : words.format.instant(savedAt),
        by: savedBy ?? text.program,
        note: why ?? '',
        isLive,
        show: { text: text.show(version), href: paths.segmentPlaybook(segment, { revision: version }) },
        changes:
          version === 1
            ? null
            : {
                text: text.changes(version),
                href: paths.segmentDiff(segment, { from: version - 1, to: version }),
              },
      })),
      action: paths.segmentHistory(segment),
      seen: versions[0]?.version ?? 1,
      restorable: earlier.map(({ version }) => ({
        value: String(version),
        text: words.format.number(version),
      })),
      errors: fault === null ? [] : [{ text: fault, href: '#version' }],
      by,
      note,
      editHref: paths.segmentEdit(segment),
    },
    title,
    status: fault === null ? 200 : 400,
    hasError: fault !== null,
    section: 'market',
    crumbs: playbookCrumbs(segment, words),
    isIndexed: false,
  };
}
