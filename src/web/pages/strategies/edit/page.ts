import { readInput } from '../../../../app/read-input.ts';
import { saveStrategy } from '../../../../app/strategies/save.ts';
import { showStrategy } from '../../../../app/strategies/show.ts';
import { strategyMarkings, strategySections } from '../../../../app/strategies/views.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { strategyPage } from '../strategy-page.ts';

/** What the form shows instead of what is kept, after a refusal. */
type Refused = { fields: Readonly<Record<string, string>>; message: string; status: number };

/** The form of a strategy: as it is kept, as one of its versions was, or as it can be written from the register. */
export const strategyEditFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.strategyEdit,
  answer: async (request) => showForm(request, null),
};

/** Keeps a strategy, or brings its figures up to today. */
export const strategyEditPage: Page = {
  method: 'POST',
  pattern: routePatterns.strategyEdit,
  async answer(request) {
    const { context, params, form } = request;
    const buyer = params['buyer'] ?? '';
    const isRefresh = form['figures'] === 'today';
    try {
      const filled = Object.entries(form).filter(([name, value]) => !mayBeEmpty.has(name) || value.trim() !== '');
      const input = readInput(saveStrategy, { ...Object.fromEntries(filled), buyer });
      const { isChanged } = await saveStrategy.run(context, saveStrategy.input.parse(input));
      const done = isRefresh ? (isChanged ? 'figures' : 'same') : isChanged ? 'kept' : 'unchanged';
      return { kind: 'redirect', to: paths.strategy(buyer, { done }), status: 303 };
    } catch (error) {
      if (!(error instanceof AppError) || isRefresh || !statuses.has(error.code)) throw error;
      const { fields, message, code } = error;
      return showForm(request, { fields, message, status: statuses.get(code) ?? 400 });
    }
  },
}; // prettier-ignore

/** Fields that are left out where nothing was typed; texts may be made empty. */
const mayBeEmpty = new Set(['by', 'note']);

const statuses = new Map<string, number>([
  ['bad-request', 400],
  ['changed-meanwhile', 409],
]);

const asked = showStrategy.input.omit({ fresh: true });

async function showForm(request: PageRequest, refused: Refused | null): Promise<PageAnswer> {
  const { context, params, query, form, words } = request;
  const buyer = params['buyer'] ?? '';
  const { revision } = readQuery(showStrategy, asked, { ...query, buyer: [buyer] });
  const { evidence, texts, marking, kept } = await showStrategy.run(context, { buyer, revision, fresh: false });
  const { strategies: text } = words;
  const chosen = refused === null ? marking : (form['marking'] ?? marking);
  const fields = refused?.fields ?? {};
  return strategyPage(
    {
      template: 'pages/strategies/edit/page.njk',
      view: {
        title: text.editTitle(evidence.buyer.name),
        action: paths.strategyEdit(buyer),
        cancelHref: kept === null ? paths.strategy(buyer) : paths.strategy(buyer, { revision }),
        seen: refused === null ? (kept?.newest ?? 0) : (form['seen'] ?? '0'),
        errors:
          refused === null
            ? []
            : Object.keys(fields).length === 0
              ? [{ text: refused.message, href: '#aim' }]
              : Object.entries(fields).map(([name, said]) => ({ text: said, href: `#${name}` })),
        parts: strategySections.map((id) => ({
          id,
          label: text.sections[id],
          value: refused === null ? texts[id] : (form[id] ?? ''),
          error: fields[id] === undefined ? null : { text: fields[id] },
          rows: id === 'aim' ? 5 : 12,
        })),
        markings: strategyMarkings.map((value) => ({ value, text: value, selected: value === chosen })),
        values: { by: refused === null ? '' : (form['by'] ?? ''), note: refused === null ? '' : (form['note'] ?? '') },
        messages: Object.fromEntries(Object.entries(fields).map(([name, said]) => [name, { text: said }])),
      },
      title: text.editTitle(evidence.buyer.name),
      marking,
      crumbs: [
        { text: text.listTitle, href: paths.strategies() },
        { text: evidence.buyer.name, href: paths.strategy(buyer) },
      ],
      status: refused?.status ?? 200,
    },
    words,
  );
} // prettier-ignore
