import type { DecidedSide } from '../../../../app/organisations/views.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentRefusal } from '../../../components/decision/present-refusal.ts';
import { paths } from '../../../paths.ts';
import { presentSide } from '../review/present.ts';

/** What can be decided on a page. */
const actions = ['merge', 'apart', 'split', 'undo'] as const;
type Action = (typeof actions)[number];

/** What is asked to be decided, and what was typed so far. */
export type Asked = {
  action: Action;
  one: string;
  other: string;
  key: string;
  decision: string;
  reason: string;
};

/**
 * Reads what is to be decided.
 *
 * @throws AppError `not-found` for an action that there is none of
 */
export function readAsked(form: Readonly<Record<string, string>>): Asked {
  const action = actions.find((each) => each === form['action']);
  if (action === undefined)
    throw new AppError('not-found', 'There is no such decision. Begin at the pairs to review.');
  const field = (name: string): string => (form[name] ?? '').trim();
  return {
    action,
    one: field('one'),
    other: action === 'split' ? '' : field('other'),
    key: field('key'),
    decision: field('decision'),
    reason: field('reason'),
  };
}

/**
 * The step before a decision.
 *
 * @param refusal why it was refused, where it was sent already
 */
export function presentDecideForm(
  asked: Asked,
  sides: readonly DecidedSide[],
  refusal: AppError | null,
  words: Catalogue,
) {
  return {
    ...titleOf(asked, sides, words),
    action: paths.organisationDecide(),
    asked,
    confirm: words.identity.confirm[asked.action],
    facts: sides.flatMap((side) => presentSide(side, words)),
    cancelHref: asked.action === 'undo' ? paths.organisationDecisions() : paths.organisationReview(),
    ...presentRefusal(refusal, asked.reason, words),
  };
}

function titleOf(
  { action, key, decision }: Asked,
  sides: readonly DecidedSide[],
  { identity: text }: Catalogue,
): { title: string; meaning: string } {
  const [one = '', other = ''] = sides.map(({ name }) => name);
  if (action === 'merge') return { title: text.mergeTitle(one, other), meaning: text.mergeMeaning };
  if (action === 'apart') return { title: text.apartTitle(one, other), meaning: text.apartMeaning };
  if (action === 'split')
    return { title: text.splitTitle(text.keyShown(key), one), meaning: text.splitMeaning };
  return { title: text.undoTitle(Number(decision)), meaning: text.undoMeaning };
}
