import type { Context } from '../../../../app/context.ts';
import { keepApart } from '../../../../app/organisations/keep-apart.ts';
import { listOrganisationKeys } from '../../../../app/organisations/list-keys.ts';
import { mergeOrganisations } from '../../../../app/organisations/merge-organisations.ts';
import { splitOrganisation } from '../../../../app/organisations/split-organisation.ts';
import { undoDecision } from '../../../../app/organisations/undo-decision.ts';
import type { DecidedSide } from '../../../../app/organisations/views.ts';
import { readInput } from '../../../../app/read-input.ts';
import { decisionPages } from '../../../components/decision/decision-pages.ts';
import { paths, routePatterns } from '../../../paths.ts';
import { presentDecideForm, readAsked, type Asked } from './present.ts';

/** The step before a decision about organisations, and the decision. */
export const { form: decideFormPage, decision: decidePage } = decisionPages<Asked>({
  pattern: routePatterns.organisationDecide,
  read: readAsked,
  decide,
  async present(context, asked, refusal, words) {
    const ids = [asked.one, asked.other].filter((id) => id !== '');
    const sides: DecidedSide[] = [];
    for (const id of ids) sides.push(await listOrganisationKeys.run(context, { id }));
    return presentDecideForm(asked, sides, refusal, words);
  },
  review: (words) => ({ text: words.identity.toReview, href: paths.organisationReview() }),
  decisionsHref: paths.organisationDecisions(),
});

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
