import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { tasksOfCase } from '../../../../app/decisions/tasks-of-case.ts';
import type { SuggestedApproval } from '../../../../domain/decisions/approvals.ts';
import { suggestReuse } from '../../../../domain/decisions/reuse.ts';
import { bodyTypeOf } from '../../../../domain/decisions/triage-case.ts';
import { paths } from '../../../paths.ts';
import type { PageRequest } from '../../_page.ts';

/** Something that could be added to a list, why, and the form that has it filled in. */
type Proposal = { text: string; why: string; href: string | null };

/** What is proposed for a list, under a heading; and what has to be kept in mind. */
export type Proposals = { heading: string; note: string | null; items: Proposal[] };

/** What the product proposes for a list of a case; nothing is added without somebody choosing it. */
export function presentProposals(request: PageRequest, stored: StoredCase, part: string): Proposals[] {
  if (part === 'approvals' || part === 'delegations') return approvalProposals(request, stored, part);
  return part === 'reuse' ? reuseProposals(request, stored) : [];
}

function approvalProposals(
  { context, words }: PageRequest,
  stored: StoredCase,
  part: 'approvals' | 'delegations',
): Proposals[] {
  const { approvals } = tasksOfCase(context, stored.document, stored.problems).triage;
  const { stage } = stored.document;
  const present = (one: SuggestedApproval, isLimit: boolean): Proposal => ({
    text: `${one.name}: ${one.approver}`,
    // Reference data names the part of the document; here it is a page.
    why: [one.because, one.note]
      .filter((text) => text !== '')
      .join(' ')
      .replaceAll('`delegations`', `“${words.caseParts['delegations']?.title ?? ''}”`),
    href: isLimit
      ? paths.caseItem(stored.id, 'delegations', 'new', { approval: one.id })
      : paths.caseItem(stored.id, part, 'new', { approver: one.approver, stage, status: 'needed' }),
  });
  const lists =
    part === 'delegations'
      ? (['limitNotHeld', 'limitNotReached'] as const)
      : (['needed', 'unanswered', 'limitNotHeld', 'superseded'] as const);
  const found = lists
    .map((list) => ({
      heading: words.caseOwn.approvalLists[list],
      note: null,
      items: approvals[list].map((one) => present(one, part === 'delegations' || list === 'limitNotHeld')),
    }))
    .filter(({ items }) => items.length > 0);
  return found.map((list, index) =>
    index === found.length - 1 ? { ...list, note: approvals.reminder } : list,
  );
}

function reuseProposals({ context, words }: PageRequest, { id, document }: StoredCase): Proposals[] {
  const bodyType = bodyTypeOf(document.buyer.type);
  const candidates = context.reference.decisions.reuse;
  return document.components.flatMap((component) => {
    const items = suggestReuse(component, bodyType, candidates)
      .filter(({ name }) => !document.reuse.some(({ what }) => what === name))
      .map(({ candidate, name, because, check }) => ({
        text: name,
        why: words.caseOwn.findOut(because, check),
        href: paths.caseItem(id, 'reuse', 'new', {
          what: name,
          kind: candidates.find((one) => one.id === candidate)?.kind,
          [`components:${component.id}`]: 'yes',
          result: 'unknown',
        }),
      }));
    return items.length === 0 ? [] : [{ heading: words.caseOwn.reuseFor(component.name), note: null, items }];
  });
}
