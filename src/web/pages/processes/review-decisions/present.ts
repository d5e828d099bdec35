import type { ProcessDecision } from '../../../../app/processes/portal-views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact } from '../../../components/facts.ts';
import { paths } from '../../../paths.ts';

/** The history as its page shows it. */
export function presentProcessDecisions(
  page: { items: readonly ProcessDecision[]; next: string | null },
  words: Catalogue,
) {
  return {
    decisions: page.items.map((decision) => presentDecision(decision, words)),
    nextHref: page.next === null ? null : paths.processDecisions({ cursor: page.next }),
    reviewHref: paths.processReview(),
  };
}

function presentDecision(decision: ProcessDecision, words: Catalogue) {
  const { identity: text, portals, format } = words;
  const publishers: Readonly<Record<string, string>> = words.labels.publisher;
  const isStanding = decision.withdrawnAt === null;
  const withdrawn = isStanding
    ? null
    : {
        text: text.by(format.day((decision.withdrawnAt ?? '').slice(0, 10)), decision.withdrawnBy ?? ''),
        note: decision.withdrawnReason,
      };
  return {
    heading: text.decision(decision.number),
    says: decision.kind === 'same' ? portals.same : portals.notSame,
    facts: [
      ...decision.shown.flatMap(({ ocid, title, publisher }) =>
        fact(publishers[publisher] ?? publisher, { text: title, href: paths.process(ocid), note: ocid }),
      ),
      ...fact(text.reason, decision.reason),
      ...fact(text.made, text.by(format.day(decision.madeAt.slice(0, 10)), decision.madeBy)),
      ...fact(text.withdrawn, withdrawn),
      ...fact(text.state, isStanding ? (decision.isFollowed ? text.stands : portals.notFollowed) : null),
    ],
    undoHref: isStanding ? paths.processDecide({ action: 'undo', decision: decision.number }) : null,
  };
}
