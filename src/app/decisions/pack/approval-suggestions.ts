import type { SuggestedApproval, SuggestedApprovals } from '../../../domain/decisions/approvals.ts';
import {
  bullets,
  paragraph,
  type PackBlock,
  type PackRow,
} from '../../../domain/decisions/pack/pack-document.ts';
import type { PackMatter } from './pack-matter.ts';
import { sentenceOf, stageNames } from './pack-words.ts';

/** How sure each list is, in the order in which a reader has to do something about it. */
const sureness = {
  needed: 'Probably needed',
  limitNotHeld: 'Limit not held',
  unanswered: 'Depends on an open answer',
  limitNotReached: 'Limit not reached',
  superseded: 'Rule has ended',
} as const satisfies Readonly<Record<Exclude<keyof SuggestedApprovals, 'reminder'>, string>>;

/** What the rules that are held suggest as approvals, beside those that the case has. */
export function suggestedApprovalBlocks(matter: PackMatter): PackBlock[] {
  const lists = ['needed', 'limitNotHeld', 'unanswered', 'limitNotReached', 'superseded'] as const;
  const rows = lists.flatMap((list) =>
    matter.suggestedApprovals[list].map((one) => ({ one, list, held: heldFor(one, matter) })),
  );
  if (rows.length === 0)
    return [paragraph('No rule that is held here suggests an approval for a body of this kind.')];
  const missing = rows.filter(({ list, held }) => list === 'needed' && held.length === 0);
  return [
    { kind: 'heading', text: 'What the rules suggest' },
    ...bullets(
      missing.map(({ one: { name, approver } }) => ({
        text: `${name} is probably needed, and the case names no approval by ${approverText(approver)}: add it, or say in the case why it isn’t.`,
      })),
    ),
    {
      kind: 'table',
      caption: 'Approvals that the rules suggest, beside those of the case',
      head: ['Approval', 'Who', 'How sure', 'Why', 'In this case', 'Source'],
      numeric: [],
      rows: rows.map(({ one, list, held }) => suggestionRow(one, list, held)),
      note: `Matched by who approves, in words: look at each yourself. ${matter.suggestedApprovals.reminder}`,
    },
  ];
}

function suggestionRow(
  { name, approver, because, note, source, reviewed }: SuggestedApproval,
  list: keyof typeof sureness,
  held: readonly string[],
): PackRow {
  return {
    cells: [
      name,
      approver,
      sureness[list],
      `${because}\n${note}`,
      held.length === 0 ? 'None found' : held.join('\n'),
      `${source} (looked at on ${reviewed})`,
    ],
  };
}

/** In the middle of a sentence. */
function approverText(approver: string): string {
  return approver.replace(/^(?:The|Whoever) /u, (word) => word.toLowerCase()).replace(/[;,].*$/u, '');
}

/** Approvals of the case that a suggestion can mean: by who approves; a body’s own scheme by the case’s own approvers. */
function heldFor({ id, approver }: SuggestedApproval, { document }: PackMatter): string[] {
  const own = document.roles.filter(({ role }) => role === 'approver').map(({ post }) => post.toLowerCase());
  const wanted = ` ${plain(approver)} `;
  return document.approvals
    .filter((one) =>
      id === 'own-delegation'
        ? own.includes(one.approver.toLowerCase())
        : wanted.includes(` ${plain(one.approver)} `),
    )
    .map(
      ({ stage, approver: who, status }) =>
        `${who}, ${stageNames[stage]}: ${sentenceOf(status).toLowerCase()}`,
    );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
}
