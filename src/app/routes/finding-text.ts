import { dayInWords } from '../../lib/day-in-words.ts';
import type { RouteFinding } from '../../domain/routes/route-finding.ts';
import type { Confidence, RouteLot } from '../../domain/routes/route.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { onDayText, uncertainDayText } from './day-text.ts';
import { statusSentence } from './status-sentence.ts';

const factNames = { start: 'start', end: 'end' } as const;

/**
 * What was found of a route for a need, as a sentence.
 *
 * @example findingText({ code: 'users-not-held', weight: 'warns' }) // 'Who may use it isn’t held: look whether your body is named in it.'
 */
export function findingText(finding: RouteFinding): string {
  switch (finding.code) {
    case 'serves':
      return servesText(finding.lots);
    case 'ended':
      return `It ended ${onDayText(finding.on)}.`;
    case 'ends-before-award':
      return `It ends ${onDayText(finding.on)}, before the planned award on ${dayInWords(finding.awardOn)}.`;
    case 'may-end-before-award':
      return `It ends ${onDayText(finding.on)}, the day isn’t held: it may be before the planned award on ${dayInWords(finding.awardOn)}.`;
    case 'next-framework':
      return `Its present framework ends ${onDayText(finding.on)}, before the planned award on ${dayInWords(finding.awardOn)}. The scheme is planned to go on to ${uncertainDayText(finding.lastEnd)} with its next framework: look whether that runs.`;
    case 'ends-soon-after':
      return `It ends ${onDayText(finding.on)}, within three months of the planned award: a delay could shut it.`;
    case 'end-not-held':
      return 'Its end isn’t held: look whether it still runs at your award.';
    case 'starts-after-award':
      return `It begins ${onDayText(finding.from)}, after the planned award on ${dayInWords(finding.awardOn)}.`;
    case 'not-started':
      return `It is planned to begin ${onDayText(finding.from)}, before the planned award.`;
    case 'status-unknown':
      return `${statusSentence(finding.status)}. Confirm it with the owner before you plan on it.`;
    case 'low-confidence':
      return `Low confidence in its ${finding.of.map((one) => factNames[one]).join(' and its ')}: not verified.`;
    case 'checked-long-ago':
      return `Its facts were last checked ${countText(finding.days, 'day')} ago, on ${dayInWords(finding.on)}.`;
    default:
      return ruleText(finding);
  }
}

type RuleFinding = Exclude<
  RouteFinding,
  {
    code:
      | 'serves'
      | 'ended'
      | 'ends-before-award'
      | 'may-end-before-award'
      | 'next-framework'
      | 'ends-soon-after'
      | 'end-not-held'
      | 'starts-after-award'
      | 'not-started'
      | 'status-unknown'
      | 'low-confidence'
      | 'checked-long-ago';
  }
>;

/** What the rules of a route say: who, how long, how much, how, under which law. */
function ruleText(finding: RuleFinding): string {
  switch (finding.code) {
    case 'not-this-body':
      return 'It isn’t for bodies of your kind.';
    case 'not-this-nation':
      return 'It isn’t for bodies of your nation.';
    case 'users-not-held':
      return 'Who may use it isn’t held: look whether your body is named in it.';
    case 'users-allowed':
      return `Bodies of your kind and nation may use it${trustText(finding.confidence)}.`;
    case 'term-too-long':
      return `Your ${countText(finding.months, 'month')} are longer than the longest call-off, ${countText(finding.longest, 'month')} with every extension${trustText(finding.confidence)}.`;
    case 'term-fits':
      return finding.lotId === null
        ? `A call-off may run for ${countText(finding.longest, 'month')} at most, extensions included${trustText(finding.confidence)}.`
        : `In lot ${finding.lotId} a call-off may run for ${countText(finding.longest, 'month')} at most, extensions included${trustText(finding.confidence)}; for the other lots of this segment it isn’t held.`;
    case 'term-not-held':
      return 'How long a call-off may run isn’t held.';
    case 'classification-not-served':
      return 'No lot of it is for the classification that you named.';
    case 'classification-not-held':
      return 'Whether it takes work above OFFICIAL isn’t held.';
    case 'value-above-route':
      return `Your estimate is above the value of the whole route, ${moneyText(finding.minorUnits, 'GBP') ?? ''}.`;
    case 'direct-award':
      return finding.isAllowed
        ? `A call-off without a competition is allowed, by the framework’s own rule${trustText(finding.confidence)}.`
        : `There is no call-off without a competition${trustText(finding.confidence)}.`;
    case 'direct-award-not-held':
      return 'Whether a call-off without a competition is allowed isn’t held.';
    case 'older-law':
      return `Its call-offs stay under the Public Contracts Regulations 2015${trustText(finding.confidence)}.`;
    case 'older-law-scotland':
      return 'It was set up under the older law. Which law a Scottish body’s call-off from it follows isn’t modelled: ask.';
    case 'act-for-scotland':
      return 'A Scottish body follows the Procurement Act 2023 for a call-off from it, since 20 December 2025.';
    case 'law-not-held':
      return 'Under which law it was set up isn’t held: its call-offs may stay under the older law.';
  }
}

/** A route whose lots aren’t held apart has one with the id `all`. */
function servesText(lots: readonly RouteLot[]): string {
  if (lots.some(({ id }) => id === 'all'))
    return 'It serves this segment; which of its lots does isn’t held.';
  return `${lots.length === 1 ? 'Lot' : 'Lots'} for this segment: ${lots.map(lotText).join('; ')}.`;
}

function lotText({ id, name }: { id: string; name: string }): string {
  return /^\d/u.test(id) ? `${id} ${name}` : name;
}

/** Said of a rule that nobody has verified; the rest speaks for itself. */
function trustText(confidence: Confidence): string {
  return confidence === 'low' ? ' (not verified)' : '';
}
