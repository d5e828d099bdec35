import type { Context } from '../../../../app/context.ts';
import { listSidesOf } from '../../../../app/processes/decide.ts';
import { joinProcesses } from '../../../../app/processes/join.ts';
import { keepProcessesApart } from '../../../../app/processes/keep-apart.ts';
import { undoProcessDecision } from '../../../../app/processes/undo.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer } from '../../_page.ts';
import { presentProcessDecide, readProcessAsked, type ProcessAsked } from './present.ts';

/** The step before a decision: what it would mean, and why. */
export const processDecideFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.processDecide,
  async answer({ context, query, words }) {
    const one = (name: string): string => query[name]?.[0] ?? '';
    const asked = readProcessAsked({
      action: one('action'),
      one: one('one'),
      other: one('other'),
      decision: one('decision'),
      reason: '',
    });
    return showForm(context, asked, null, words);
  },
};

/** Decides, or shows the form again with what stands in the way. */
export const processDecidePage: Page = {
  method: 'POST',
  pattern: routePatterns.processDecide,
  async answer({ context, form, words }) {
    const asked = readProcessAsked(form);
    try {
      await decide(context, asked);
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request')
        return showForm(context, asked, error, words);
      throw error;
    }
    return { kind: 'redirect', to: paths.processDecisions(), status: 303 };
  },
};

async function decide(
  context: Context,
  { action, one, other, decision, reason }: ProcessAsked,
): Promise<void> {
  if (action === 'join') {
    const asked = readInput(joinProcesses, { ocids: [one, other], reason });
    await joinProcesses.run(context, joinProcesses.input.parse(asked));
  } else if (action === 'apart') {
    const asked = readInput(keepProcessesApart, { ocids: [one, other], reason });
    await keepProcessesApart.run(context, keepProcessesApart.input.parse(asked));
  } else {
    const asked = readInput(undoProcessDecision, { decision, ...(reason !== '' && { reason }) });
    await undoProcessDecision.run(context, undoProcessDecision.input.parse(asked));
  }
}

async function showForm(
  context: Context,
  asked: ProcessAsked,
  refusal: AppError | null,
  words: Catalogue,
): Promise<PageAnswer> {
  const ocids = [asked.one, asked.other].filter((ocid) => ocid !== '');
  const view = presentProcessDecide(asked, await listSidesOf(context, ocids), refusal, words);
  return {
    kind: 'page',
    template: 'pages/processes/review-decide/page.njk',
    view,
    title: view.title,
    status: refusal === null ? 200 : 400,
    hasError: refusal !== null,
    crumbs: [
      { text: words.layout.home, href: paths.home() },
      { text: words.portals.toReview, href: paths.processReview() },
    ],
    isIndexed: false,
  };
}
