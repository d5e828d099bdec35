import type { Context } from '../../../../app/context.ts';
import { keepApart } from '../../../../app/organisations/keep-apart.ts';
import { listOrganisationKeys } from '../../../../app/organisations/list-keys.ts';
import { mergeOrganisations } from '../../../../app/organisations/merge-organisations.ts';
import { splitOrganisation } from '../../../../app/organisations/split-organisation.ts';
import { undoDecision } from '../../../../app/organisations/undo-decision.ts';
import type { DecidedSide } from '../../../../app/organisations/views.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer } from '../../_page.ts';
import { presentDecideForm, readAsked, type Asked } from './present.ts';

/** The step before a decision: what it would mean, and why. */
export const decideFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.organisationDecide,
  async answer({ context, query, words }) {
    const one = (name: string): string => query[name]?.[0] ?? '';
    const asked = readAsked({
      action: one('action'),
      one: one('one'),
      other: one('other'),
      key: one('key'),
      decision: one('decision'),
      reason: '',
    });
    return showForm(context, asked, null, words);
  },
};

/** Decides, or shows the form again with what stands in the way. */
export const decidePage: Page = {
  method: 'POST',
  pattern: routePatterns.organisationDecide,
  async answer({ context, form, words }) {
    const asked = readAsked(form);
    try {
      await decide(context, asked);
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request')
        return showForm(context, asked, error, words);
      throw error;
    }
    return { kind: 'redirect', to: paths.organisationDecisions(), status: 303 };
  },
};

async function decide(context: Context, { action, one, other, key, decision, reason }: Asked): Promise<void> {
  if (action === 'merge') {
    const asked = readInput(mergeOrganisations, { ids: [one, other], reason });
    await mergeOrganisations.run(context, mergeOrganisations.input.parse(asked));
  } else if (action === 'apart') {
    const asked = readInput(keepApart, { ids: [one, other], reason });
    await keepApart.run(context, keepApart.input.parse(asked));
  } else if (action === 'split') {
    const asked = readInput(splitOrganisation, { keys: [key], reason });
    await splitOrganisation.run(context, splitOrganisation.input.parse(asked));
  } else {
    const asked = readInput(undoDecision, { decision, ...(reason !== '' && { reason }) });
    await undoDecision.run(context, undoDecision.input.parse(asked));
  }
}

async function showForm(
  context: Context,
  asked: Asked,
  refusal: AppError | null,
  words: Catalogue,
): Promise<PageAnswer> {
  const ids = [asked.one, asked.other].filter((id) => id !== '');
  const sides: DecidedSide[] = [];
  for (const id of ids) sides.push(await listOrganisationKeys.run(context, { id }));
  const view = presentDecideForm(asked, sides, refusal, words);
  return {
    kind: 'page',
    template: 'pages/organisations/review-decide/page.njk',
    view,
    title: view.title,
    status: refusal === null ? 200 : 400,
    hasError: refusal !== null,
    crumbs: [
      { text: words.layout.home, href: paths.home() },
      { text: words.identity.toReview, href: paths.organisationReview() },
    ],
    isIndexed: false,
  };
}
