import type { Context } from '../../../../app/context.ts';
import { listSidesOf } from '../../../../app/processes/decide.ts';
import { joinProcesses } from '../../../../app/processes/join.ts';
import { keepProcessesApart } from '../../../../app/processes/keep-apart.ts';
import { undoProcessDecision } from '../../../../app/processes/undo.ts';
import { readInput } from '../../../../app/read-input.ts';
import { decisionPages } from '../../../components/decision/decision-pages.ts';
import { paths, routePatterns } from '../../../paths.ts';
import { presentProcessDecide, readProcessAsked, type ProcessAsked } from './present.ts';

/** The step before a decision about processes, and the decision. */
export const { form: processDecideFormPage, decision: processDecidePage } = decisionPages<ProcessAsked>({
  pattern: routePatterns.processDecide,
  read: readProcessAsked,
  decide,
  async present(context, asked, refusal, words) {
    const ocids = [asked.one, asked.other].filter((ocid) => ocid !== '');
    return presentProcessDecide(asked, await listSidesOf(context, ocids), refusal, words);
  },
  review: (words) => ({ text: words.portals.toReview, href: paths.processReview() }),
  decisionsHref: paths.processDecisions(),
});

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
