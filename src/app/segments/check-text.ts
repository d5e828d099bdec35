import { countText } from '../count-text.ts';
import { listText } from '../decisions/figure-text.ts';
import { textSection } from '../text-form.ts';
import type { CheckFinding, CheckReport } from './check-views.ts';

const headings = { stop: 'Stop until it is dealt with', warn: 'Warnings', advise: 'Advice' } as const;

/** Facts that are named where many are missing. */
const missingShown = 12;

/**
 * The report of checks as text, by severity, each finding with its reason, what to do, the facts and the passage.
 *
 * @example checkReportText(report).split('\n')[0] // 'Cloud hosting renewal: 1 stop, 3 warnings, no advice.'
 */
export function checkReportText(report: CheckReport): string {
  const { subject, segments, findings, clear, notStated, notRead } = report;
  const of = (outcome: CheckFinding['outcome']): CheckFinding[] =>
    findings.filter((one) => one.outcome === outcome);
  const count = (outcome: CheckFinding['outcome'], noun: string): string => {
    const found = of(outcome).length;
    return found === 0 ? `no ${noun}s` : countText(found, noun);
  };
  const advice = of('advise').length;
  const missing = [...new Set(notStated.flatMap((one) => one.missing.map(({ label }) => label)))];
  const named = missing.slice(0, missingShown);
  const rest = missing.length - named.length;
  return [
    `${subject}: ${count('stop', 'stop')}, ${count('warn', 'warning')}, ${advice === 0 ? 'no advice' : countText(advice, 'piece') + ' of advice'}.`,
    segments
      .map(({ id, because, isReviewed }) => `Playbook ${id}${isReviewed ? '' : ' (unreviewed)'}: ${because}`)
      .join('\n'),
    notRead.join('\n'),
    ...(['stop', 'warn', 'advise'] as const).map((outcome) =>
      textSection(headings[outcome], of(outcome).map(findingText).join('\n\n')),
    ),
    clear === 0 ? '' : `${countText(clear, 'check')} found nothing.`,
    notStated.length === 0
      ? ''
      : `${countText(notStated.length, 'check')} can’t be judged. Not stated: ${listText(rest > 0 ? [...named, `${rest} more`] : named)}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function findingText({
  title,
  options,
  because,
  act,
  facts,
  sources,
  segment,
  passage,
}: CheckFinding): string {
  const where = options.length === 0 ? '' : ` [${options.join(', ')}]`;
  const rests =
    sources.length === 0 ? 'Judgement.' : sources.map((one) => `${one.title}, ${one.publisher}.`).join(' ');
  return [
    `${title}${where}`,
    ...facts.map(({ label, value, evidence }) => `  ${label}: ${value} (${evidence})`),
    `  Why: ${because} ${rests}`,
    `  Do: ${act}`,
    `  More: playbook ${segment}, ${passage}`,
  ].join('\n');
}
