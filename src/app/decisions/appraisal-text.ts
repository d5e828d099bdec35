import { dayInWords } from '../../lib/day-in-words.ts';
import type { Appraisal } from '../../domain/decisions/appraisal/appraise-options.ts';
import type { NotReadyReason } from '../../domain/decisions/appraisal/judge-readiness.ts';
import type { OptionStanding } from '../../domain/decisions/appraisal/stand-options.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { textSection, textTable } from '../text-form.ts';
import { bestAtPriceTable, changesTable, criteriaTable, valueAndCostTable } from './appraisal-tables.ts';
import { namesOf, testName, type CaseNames } from './case-names.ts';
import { listText } from './figure-text.ts';
import { indicatedText } from './indicated-text.ts';
import { disagreementText, robustnessText } from './robustness-text.ts';

/**
 * What the method says of a case, for the command line: what is indicated and why, whether it is ready, value beside cost, how
 * firm it is, what would change it, and who isn’t eligible.
 *
 * @example appraisalText(document, appraisal).split('\n')[0] // 'Indicative result'
 */
export function appraisalText(document: CaseDocument, appraisal: Appraisal): string {
  const names = namesOf(document);
  const { values, robustness, scores, costComparison, indicated, changes } = appraisal;
  const best = costComparison?.bestAtPrice ?? null;
  return [
    textSection('Indicative result', indicatedText(appraisal, names).join('\n')),
    textSection(readyHeading(appraisal), readyText(appraisal, names)),
    textSection('Value and cost', values === null ? null : valueAndCostTable(appraisal, names)),
    textSection('Points by criterion', values === null ? null : criteriaTable(values, names)),
    textSection(
      'How likely each is the best choice',
      best === null || (best[0]?.shares.length ?? 0) < 2
        ? null
        : `${bestAtPriceTable(best)}\nCosts vary here as they were simulated; points are taken as they are.`,
    ),
    textSection(
      'How firm the order is',
      robustness === null ? null : robustnessText(robustness, names).join('\n'),
    ),
    textSection(
      'Where assessors differ',
      scores === null ? null : disagreementText(scores, names).join('\n'),
    ),
    textSection(
      'What would change it',
      indicated === null || changes.length === 0
        ? null
        : `${changesTable(changes, indicated, names)}\n${changesNote(indicated.pricePerPoint)}`,
    ),
    textSection('Not eligible', notEligibleText(appraisal.standings)),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

/** On what the changes that are told rest. */
export function changesNote(pricePerPoint: number | null): string {
  return pricePerPoint === null
    ? 'Each line changes one thing and leaves the rest. Weights and points are looked at by value alone, because nobody has said what a point is worth.'
    : 'Each line changes one thing and leaves the rest. Weights and points are looked at with costs in mind, at the price of a point that the body has said.';
}

/** Whether it can be put forward. */
export function readyHeading({ isReady }: Appraisal): string {
  return isReady ? 'Ready to be put forward for approval' : 'Not ready for approval';
}

function readyText(appraisal: Appraisal, names: CaseNames): string {
  return readySentences(appraisal, names).join('\n');
}

/** Why a result isn’t ready for approval, a sentence each, or that nothing is missing. */
export function readySentences({ isReady, reasons }: Appraisal, names: CaseNames): string[] {
  if (isReady) return ['Nothing that the method needs is missing.'];
  return [...new Set(reasons.map((reason) => reasonText(reason, names)))];
}

/** Why a result isn’t ready for approval, as a sentence. */
export function reasonText(reason: NotReadyReason, names: CaseNames): string {
  if (reason.kind === 'no-eligible-option') return 'No option is eligible.';
  if (reason.kind === 'no-value')
    return 'The options have no values: weights and scores are needed, without errors.';
  if (reason.kind === 'no-cost') return `The cost of ${names.option(reason.option)} is not known.`;
  if (reason.kind === 'missing-scores')
    return `${names.option(reason.option)} has no score by ${listText(reason.criteria.map(names.criterion))}.`;
  if (reason.kind === 'left-out-criterion')
    return `${names.criterion(reason.criterion)} is left out of the values, because ${reason.because === 'no-weight' ? 'it has no weight' : 'nobody has scored any option by it'}.`;
  if (reason.kind === 'unknown-test') {
    const by = reason.by === null ? '' : ` by ${dayInWords(reason.by)}`;
    const who = reason.owner === null ? 'nobody is named to settle it' : `${reason.owner} settles it${by}`;
    return `Whether ${names.option(reason.option)} passes the test “${testName(reason.test)}” is unknown; ${who}.`;
  }
  if (reason.kind === 'open-task') return reason.message;
  return `${reason.kind === 'error' ? 'Error' : 'Missing'} at ${reason.path}: ${reason.message}`;
}

function notEligibleText(standings: readonly OptionStanding[]): string | null {
  const rows = notEligibleRows(standings);
  return rows.length === 0 ? null : textTable(rows);
}

/** Options that can’t be chosen, each with why. */
export function notEligibleRows(standings: readonly OptionStanding[]): [name: string, because: string][] {
  return standings.flatMap(({ name, status, failed, because }): [string, string][] => {
    if (status === 'eligible') return [];
    const tests = failed.map(
      ({ test, evidence }) =>
        `fails the test “${testName(test)}”${evidence === undefined ? '' : `: ${evidence}`}`,
    );
    if (status === 'comparator')
      return [[name, ['comparator: always costed and shown', ...tests].join('; ')]];
    if (status === 'failed') return [[name, tests.join('; ')]];
    return [[name, `not shortlisted${because === null ? ', and no reason is given' : `: ${because}`}`]];
  });
}
