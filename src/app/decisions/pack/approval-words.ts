import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { PackMatter } from './pack-matter.ts';
import { ended, stageNames } from './pack-words.ts';

type Approval = CaseDocument['approvals'][number];

/** Approvals that are asked for at the stage of the pack: those that were asked, or else those that are needed. */
export function askedApprovals({ document, stage }: PackMatter): Approval[] {
  const own = document.approvals.filter((one) => one.stage === stage);
  const asked = own.filter(({ status }) => status === 'asked');
  return asked.length > 0 ? asked : own.filter(({ status }) => status === 'needed');
}

/** What the reader is asked to approve. */
export function requestText(matter: PackMatter): string {
  const { names, option, stage } = matter;
  const asked = askedApprovals(matter);
  if (asked.length === 0)
    return `The case doesn’t name an approval that is asked for at the ${stageNames[stage]}.`;
  const what = option === null ? 'the case' : names.option(option.id);
  return asked
    .flatMap(({ approver, conditions }) => [
      `${approver}: approve ${what} at the ${stageNames[stage]}${conditions.length === 0 ? '.' : conditions.length === 1 ? ', on one condition:' : ', on these conditions:'}`,
      ...conditions.map(ended),
    ])
    .join('\n');
}
