import type { IdentityDecisionView } from '../../../../app/organisations/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact } from '../../../components/facts.ts';
import { paths } from '../../../paths.ts';
import { presentSide } from '../review/present.ts';

/** The history as its page shows it. */
export function presentDecisions(
  page: { items: readonly IdentityDecisionView[]; next: string | null },
  words: Catalogue,
) {
  return {
    decisions: page.items.map((decision) => presentDecision(decision, words)),
    nextHref: page.next === null ? null : paths.organisationDecisions({ cursor: page.next }),
    reviewHref: paths.organisationReview(),
  };
}

function presentDecision(decision: IdentityDecisionView, words: Catalogue) {
  const { identity: text, format } = words;
  const isStanding = decision.withdrawnAt === null;
  const keys = decision.keys.map((key) => text.keyShown(key)).join(text.and);
  const withdrawn = isStanding
    ? null
    : {
        text: text.by(format.day((decision.withdrawnAt ?? '').slice(0, 10)), decision.withdrawnBy ?? ''),
        note: decision.withdrawnReason,
      };
  return {
    heading: text.decision(decision.number),
    says:
      decision.apartFrom === null ? text.same(keys) : text.notSame(keys, text.keyShown(decision.apartFrom)),
    facts: [
      ...fact(text.reason, decision.reason),
      ...fact(text.made, text.by(format.day(decision.madeAt.slice(0, 10)), decision.madeBy)),
      ...fact(text.withdrawn, withdrawn),
      ...fact(text.state, isStanding ? (decision.isFollowed ? text.stands : text.notFollowed) : null),
      ...decision.shown.flatMap((side) => presentSide(side, words)),
    ],
    undoHref: isStanding ? paths.organisationDecide({ action: 'undo', decision: decision.number }) : null,
  };
}
