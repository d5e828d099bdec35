import type { ProcessSide } from '../../../../app/processes/portal-views.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentRefusal } from '../../../components/decision/present-refusal.ts';
import { paths } from '../../../paths.ts';
import { presentProcessSide } from '../review/present.ts';

/** What can be decided on a page. */
const actions = ['join', 'apart', 'undo'] as const;

/** What is asked to be decided, and what was typed so far. */
export type ProcessAsked = {
  action: (typeof actions)[number];
  one: string;
  other: string;
  decision: string;
  reason: string;
};

/**
 * Reads what is to be decided.
 *
 * @throws AppError `not-found` for an action that there is none of
 */
export function readProcessAsked(form: Readonly<Record<string, string>>): ProcessAsked {
  const action = actions.find((each) => each === form['action']);
  if (action === undefined)
    throw new AppError('not-found', 'There is no such decision. Begin at the pairs to review.');
  const field = (name: string): string => (form[name] ?? '').trim();
  return {
    action,
    one: field('one'),
    other: field('other'),
    decision: field('decision'),
    reason: field('reason'),
  };
}

/**
 * The step before a decision.
 *
 * @param refusal why it was refused, where it was sent already
 */
export function presentProcessDecide(
  asked: ProcessAsked,
  sides: readonly ProcessSide[],
  refusal: AppError | null,
  words: Catalogue,
) {
  return {
    ...titleOf(asked, words),
    action: paths.processDecide(),
    asked,
    confirm: words.portals.confirm[asked.action],
    facts: sides.flatMap((side) => presentProcessSide(side, words)),
    cancelHref: asked.action === 'undo' ? paths.processDecisions() : paths.processReview(),
    ...presentRefusal(refusal, asked.reason, words),
  };
}

function titleOf(
  { action, decision }: ProcessAsked,
  { portals: text }: Catalogue,
): { title: string; meaning: string } {
  if (action === 'join') return { title: text.joinTitle, meaning: text.joinMeaning };
  if (action === 'apart') return { title: text.apartTitle, meaning: text.apartMeaning };
  return { title: text.undoTitle(Number(decision)), meaning: text.undoMeaning };
}
