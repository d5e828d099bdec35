import { dayInWords } from '../../lib/day-in-words.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { evidenceSentence } from '../../domain/decisions/evidence/evidence-sentence.ts';
import type { MoneyOfCase } from '../../domain/decisions/money/appraise-money.ts';
import { textSection } from '../text-form.ts';
import { appraisalText } from './appraisal-text.ts';
import { namesOf } from './case-names.ts';
import { listText } from './figure-text.ts';
import { compositionText } from './composition-text.ts';
import {
  costTable,
  enquirySentences,
  stressSentences,
  switchSentences,
  tornadoSentence,
} from './money-text.ts';
import { problemCounts, problemText } from './problem-text.ts';
import type { CaseRun } from './case-run.ts';

/**
 * A run of a case as text: what it is, what is indicated, what it costs, what would change it, what to find out first.
 *
 * @example runText(run).split('\n')[0] // 'Replace the licensing case system'
 */
export function runText({
  document,
  problems,
  rates,
  money,
  appraisal,
  composition,
  modelNames,
  leftOut = [],
}: CaseRun): string {
  if (document === null) return `This can’t be read as a case.\n\n${problemText(problems)}`;
  const errors = problems.filter(({ kind }) => kind === 'error');
  const warnings = problems.filter(({ kind }) => kind === 'warning');
  return [
    headText(document),
    leftOut.length === 0
      ? ''
      : `This is only a part of the result: what stands under ${listText(leftOut.map((part) => `“${part}”`))} can’t be read and is left out, with all that rests on it.`,
    textSection(
      'Errors that keep results from being worked out',
      errors.length === 0 ? null : problemText(errors),
    ),
    appraisal === null ? '' : appraisalText(document, appraisal),
    money === null || rates === null
      ? textSection('Costs', 'No costs could be worked out.')
      : moneyText(document, money, { rate: rates.schedule[0]?.rate ?? 0, version: rates.version }),
    textSection(
      'The best compositions',
      composition === null ? null : compositionText(document, composition, (id) => modelNames[id] ?? id),
    ),
    textSection('The officer recommends', recommendationText(document)),
    textSection('Taken from the register', evidenceLines(document)),
    textSection('Warnings', warnings.length === 0 ? null : problemText(warnings)),
    `Checked: ${problemCounts(problems)}. \`sourcing decisions validate\` tells them all.`,
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function headText({ title, buyer, stage, appraisal, asOf, marking }: CaseDocument): string {
  const mark = [marking.level, marking.descriptor].filter((part) => part !== undefined).join(' ');
  return `${title}\n${buyer.name} · ${stage.replace('-', ' ')} case · ${appraisal.years} years from ${appraisal.firstYear} · facts of ${asOf} · ${mark}`;
}

/** On what the cost table rests: rate, prices, VAT, draws, and whether correlations had to be moved. */
export function costNotes(
  { appraisal, costs }: Pick<CaseDocument, 'appraisal' | 'costs'>,
  money: MoneyOfCase,
  { rate, version }: { rate: number; version: string },
): string[] {
  const shared = `Present value at ${(rate * 100).toLocaleString('en-GB')}% a year (${version}), prices of ${appraisal.priceBase}, without VAT; cash is in the money of each year with VAT that isn’t recovered.`;
  const precise = money.isPrecise
    ? `${money.draws.toLocaleString('en-GB')} draws; every P80 is known to 1%.`
    : `${money.draws.toLocaleString('en-GB')} draws; not every P80 is known to 1% yet, so read the figures with that in mind.`;
  const classes = costs.treatments.filter(({ method }) => method === 'reference-class');
  const between = [...new Set(classes.map(({ betweenOptions }) => betweenOptions))];
  const together =
    between.length === 0
      ? ''
      : `What a reference class makes of two options goes together by a rank correlation of ${listText(between.map(String))} (0: each goes its own way, 1: all alike).`;
  const adjusted =
    money.options.find(({ correlationChange }) => correlationChange !== null)?.correlationChange ?? null;
  const moved =
    adjusted === null
      ? ''
      : `The correlations that were given can’t all hold: the nearest that can were taken, up to ${adjusted.toFixed(2)} away.`;
  return [shared, precise, together, moved].filter((note) => note !== '');
}

function moneyText(
  document: CaseDocument,
  money: MoneyOfCase,
  rates: { rate: number; version: string },
): string {
  const names = namesOf(document);
  const movers = money.options
    .map(({ option }) => ({ option, text: tornadoSentence(document, money, option) }))
    .filter(({ text }) => text !== '')
    .map(({ option, text }) => `${names.option(option)}: ${text}`);
  return [
    textSection('Costs', [costTable(document, money), ...costNotes(document, money, rates)].join('\n')),
    textSection('What moves the cost most (mean cost where it is lowest and highest)', movers.join('\n')),
    textSection('What would make another option the cheapest', switchSentences(document, money).join('\n')),
    textSection('What if', stressSentences(document, money).join('\n')),
    textSection('What to find out first', enquirySentences(money).join('\n')),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

/** Figures of the register that the case keeps, each with its day; what couldn’t be measured is told by the page alone. */
function evidenceLines({ evidence }: CaseDocument): string | null {
  const known = evidence.filter(({ value }) => value !== undefined);
  if (known.length === 0) return null;
  return known.map((figure) => `${figure.at.slice(0, 10)}  ${evidenceSentence(figure)}`).join('\n');
}

/** What the officer recommends, why, and who dissents; null where nobody has recommended anything. */
export function recommendationText(document: CaseDocument): string | null {
  const { recommendation } = document;
  if (recommendation === undefined) return null;
  const dissent = recommendation.dissent.map((view) => `Dissent: ${view}`);
  return [
    `${namesOf(document).option(recommendation.option)} (${recommendation.post}, ${dayInWords(recommendation.on)}).`,
    recommendation.reasons,
    ...dissent,
  ].join('\n');
}
