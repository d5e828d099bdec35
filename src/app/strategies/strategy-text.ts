import { financialYearName } from '../../domain/market/financial-year.ts';
import { segmentPhrase } from '../../domain/segments/segment-phrase.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { countText } from '../count-text.ts';
import { listText, poundsText, shareText } from '../decisions/figure-text.ts';
import type { DifferenceView, RenewalPlan, StrategyEvidence, StrategyTexts } from './views.ts';

/** Entries that a text names; pages have the rest. */
const mostNamed = 8;
/** Parts of the mix that a sentence names. */
const partsNamed = 3;

/**
 * A body’s strategy as it can be written from the register alone: what people then put right and add to.
 *
 * @example strategyTextsOf(evidence).position.startsWith('Marram District Council has') // true
 */
export function strategyTextsOf(evidence: StrategyEvidence): StrategyTexts {
  return {
    aim: aimText(evidence),
    position: positionText(evidence),
    practice: practiceText(evidence),
    renewals: renewalsText(evidence),
    actions: actionsText(evidence),
  };
}

function aimText({ buyer, asOf, until }: StrategyEvidence): string {
  return `This is how ${buyer.name} means to source its digital services until ${dayInWords(until)}. It was written from the notices published by ${dayInWords(asOf)} and has to be completed by people who know what notices don’t say: what runs in-house, what users need, and what the teams can do.`;
}

function positionText({ buyer, running, endless, coverage, fromYear, mix }: StrategyEvidence): string {
  if (running === 0)
    return [
      `The register holds no digital contract of ${buyer.name} that runs today or later.`,
      endless === 0 ? '' : `${endlessText(endless)} so nothing can be said of what is committed.`,
    ]
      .filter((part) => part !== '')
      .join(' ');
  const total = mix.reduce((sum, { pence }) => sum + pence, 0);
  const lead = `${buyer.name} has ${countText(running, 'digital contract')} that ${running === 1 ? 'runs' : 'run'} today or later.`;
  const money =
    coverage.measured === 0
      ? 'For none of them are value and dates published, so nothing can be said of what is committed.'
      : `${whoCommits(coverage.measured, running)} ${poundsText(total / 100)} in ${financialYearName(fromYear)} and later, without VAT and without options.`;
  return [
    [lead, money, ...(endless === 0 ? [] : [`${endlessText(endless)} so they aren’t counted.`])].join(' '),
    mixText(mix, total),
    'Work done in-house, reuse of what others run, and contracts too small to be published are not in these figures.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function whoCommits(measured: number, running: number): string {
  if (measured === running) return running === 1 ? 'It commits' : 'They commit';
  return measured === 1
    ? 'For one of them value and dates are published; it commits'
    : `For ${measured} of them value and dates are published; they commit`;
}

function endlessText(endless: number): string {
  return endless === 1
    ? 'Of one more contract no end is published,'
    : `Of ${countText(endless, 'more contract')} no end is published,`;
}

function mixText(mix: StrategyEvidence['mix'], total: number): string {
  if (total === 0) return '';
  const bySegment = sumBy(mix, ({ segment }) => segmentPhrase(segment)).slice(0, partsNamed);
  const byModel = sumBy(mix, ({ model }) => model?.name ?? null);
  const untold = mix.filter(({ model }) => model === null).reduce((sum, { pence }) => sum + pence, 0);
  const told = byModel.slice(0, partsNamed).map(([name, pence]) => `“${name}” (${shareText(pence / total)})`);
  return [
    bySegment.length === 1
      ? `All of it is for ${bySegment[0]?.[0] ?? ''}.`
      : `Most of it is for ${listText(bySegment.map(([name, pence]) => `${name} (${shareText(pence / total)})`))}.`,
    told.length === 0
      ? ''
      : `As far as segment and words of the notices tell, it is bought as ${listText(told)}.`,
    untold === 0 ? '' : `For ${shareText(untold / total)} they don’t tell the delivery model.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Pence by name, the largest first; what has no name is left out. */
function sumBy(
  mix: StrategyEvidence['mix'],
  nameOf: (part: StrategyEvidence['mix'][number]) => string | null,
): [string, number][] {
  const sums = new Map<string, number>();
  for (const part of mix) {
    const name = nameOf(part);
    if (name !== null && part.pence > 0) sums.set(name, (sums.get(name) ?? 0) + part.pence);
  }
  return [...sums].toSorted(([, one], [, other]) => other - one);
}

function practiceText({ checked, running, differences }: StrategyEvidence): string {
  if (checked === 0) return 'No contract could be checked against a playbook.';
  const which =
    checked < running
      ? `the ${checked} largest of these contracts`
      : running === 1
        ? 'this contract'
        : 'these contracts';
  const lead = `The checks of the playbooks were run on ${which}.`;
  if (differences.length === 0) return `${lead} None fired. Most terms stand in no notice, so read the contracts too.`;
  return [
    `${lead} ${differences.length === 1 ? 'One fired.' : `${countText(differences.length, 'check')} fired on at least one.`} A check that fires asks a question: notices leave most terms out, and there may be a good reason.`,
    differences.slice(0, mostNamed).map((one) => `- ${differenceText(one)}`).join('\n'),
  ].join('\n\n');
} // prettier-ignore

/**
 * A difference in a sentence.
 *
 * @example differenceText(difference) // 'One bid (cloud hosting): 3 of 7 contracts that say enough. Ask those who stayed away.'
 */
export function differenceText({ title, segments, fired, judged, act }: DifferenceView): string {
  return `${title} (${segments.map((segment) => segmentPhrase(segment)).join('; ')}): ${fired} of ${countText(judged, 'contract')} that ${judged === 1 ? 'says' : 'say'} enough. ${act}`;
}

function renewalsText({ renewals, renewalsFound, until, buyer }: StrategyEvidence): string {
  if (renewals.length === 0)
    return `No digital contract of ${buyer.name} is published to end by ${dayInWords(until)}.`;
  const more = renewalsFound - Math.min(renewals.length, mostNamed);
  const lead =
    renewalsFound === 1
      ? `One renewal falls due by ${dayInWords(until)}.`
      : `${countText(renewalsFound, 'renewal')} fall due by ${dayInWords(until)}; contracts that were let together count once.`;
  const lines = renewals.slice(0, mostNamed).map((plan) => `- ${renewalText(plan)}`);
  const rest =
    more === 0 ? [] : [`- ${more === 1 ? 'One more falls' : `${more} more fall`} due after these.`];
  return [lead, [...lines, ...rest].join('\n')].join('\n\n');
}

/**
 * A renewal with what to do, in sentences.
 *
 * @example renewalText(plan) // '“Housing system” ends on 31 March 2028; decide by 1 June 2027. …'
 */
export function renewalText({ renewal, urgency, steps }: RenewalPlan): string {
  const { title, endOn, decision } = renewal;
  const when = {
    unknown: 'too few procurements are known to say by when to decide',
    late: `decide now, because three of four such procurements would have begun by ${dayInWords(decision?.on ?? endOn)}`,
    soon: `decide by ${dayInWords(decision?.on ?? endOn)}, which is soon`,
    later: `decide by ${dayInWords(decision?.on ?? endOn)}`,
  }[urgency];
  return [
    `“${title}” ends on ${dayInWords(endOn)}; ${when}.`,
    ...steps.slice(0, 1).map(({ text }) => text),
  ].join(' ');
}

function actionsText({ renewals, differences }: StrategyEvidence): string {
  const urgent = renewals.filter(({ urgency }) => urgency === 'late' || urgency === 'soon');
  const dated = urgent.slice(0, mostNamed).map(({ renewal: { title, decision, endOn }, urgency }) =>
    urgency === 'late'
      ? `- Now: decide what follows “${title}”, or arrange a lawful bridge beyond ${dayInWords(endOn)}.`
      : `- By ${dayInWords(decision?.on ?? endOn)}: decide what follows “${title}”.`,
  );
  const grave = differences.filter(({ outcome }) => outcome !== 'advise');
  const general = [...Map.groupBy(grave, ({ act }) => act)].slice(0, mostNamed).map(([act, same]) => {
    const fired = same.reduce((sum, one) => sum + one.fired, 0);
    return `- ${act} (${countText(fired, 'contract')})`;
  });
  const lines = [...dated, ...general];
  return lines.length === 0
    ? 'Nothing in the notices asks for action now.'
    : `${lines.join('\n')}\n\nGive each of these an owner and a day.`;
} // prettier-ignore
