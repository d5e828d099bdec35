import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { listText, poundsText } from '../figure-text.ts';
import { moneyOf, type PackMatter } from './pack-matter.ts';
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

/** Whether the money is there, at P50 and at P80. */
export function fundingSentence({ document, run, option }: PackMatter): string {
  const { budgets, appraisal } = document;
  if (budgets.length === 0) return 'The case names no budget, so nobody can say whether it is funded.';
  const budget = budgets.reduce((sum, { capital, resource }) => sum + capital + resource, 0);
  const money = moneyOf(run.money, option?.id ?? null);
  const held = `Budgets over the years come to ${poundsText(budget)}.`;
  if (money === null) return `${held} The cash that is needed could not be worked out.`;
  const at = (level: string, cash: number): string => {
    const rest = budget - cash;
    return rest >= 0
      ? `At ${level} the cash needed is ${poundsText(cash)}, within them with ${poundsText(rest)} to spare.`
      : `At ${level} the cash needed is ${poundsText(cash)}, ${poundsText(-rest)} more than they hold.`;
  };
  const short = money.financial.filter(({ gap }) => gap !== null && gap >= 500);
  const years =
    short.length === 0
      ? 'No single year is short of money by expected cash.'
      : `By expected cash, which lies above P50 where costs can run far over, ${listText(short.map(({ year, gap }) => `${year} is ${poundsText(gap ?? 0)} short`))}.`;
  const contingency =
    appraisal.contingency === undefined
      ? 'Nobody has said who holds the money between P50 and P80.'
      : ended(appraisal.contingency);
  return [held, at('P50', money.cash.p50.value), at('P80', money.cash.p80.value), years, contingency].join(
    ' ',
  );
}
