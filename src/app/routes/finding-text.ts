import { dayInWords } from '../../lib/day-in-words.ts';
import type { RouteFinding } from '../../domain/routes/route-finding.ts';
import type { Confidence, RouteLot } from '../../domain/routes/route.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { onDayText, uncertainDayText } from './day-text.ts';
import { statusSentence } from './status-sentence.ts';

/** Findings that say the same of every route. */
const plain = {
  'end-not-held': 'Its end isn’t held: look whether it still runs at your award.',
  'not-this-body': 'It isn’t for bodies of your kind.',
  'not-this-nation': 'It isn’t for bodies of your nation.',
  'users-not-held': 'Who may use it isn’t held: look whether your body is named in it.',
  'term-not-held': 'How long a call-off may run isn’t held.',
  'classification-not-served': 'No lot of it is for the classification that you named.',
  'classification-not-held': 'Whether it takes work above OFFICIAL isn’t held.',
  'direct-award-not-held': 'Whether a call-off without a competition is allowed isn’t held.',
  'older-law-scotland':
    'It was set up under the older law. Which law a Scottish body’s call-off from it follows isn’t modelled: ask.',
  'act-for-scotland':
    'A Scottish body follows the Procurement Act 2023 for a call-off from it, since 20 December 2025.',
  'law-not-held': 'Under which law it was set up isn’t held: its call-offs may stay under the older law.',
} as const satisfies Partial<Record<RouteFinding['code'], string>>;

type PlainFinding = Extract<RouteFinding, { code: keyof typeof plain }>;
/** Findings that carry the planned award, beside an end or a start. */
type AwardFinding = Extract<RouteFinding, { awardOn: string }>;
/** Findings that carry how sure a rule is. */
type RuleFinding = Extract<RouteFinding, { confidence: Confidence }>;

/**
 * What was found of a route for a need, as a sentence.
 *
 * @example findingText({ code: 'users-not-held', weight: 'warns' }) // 'Who may use it isn’t held: look whether your body is named in it.'
 */
export function findingText(finding: RouteFinding): string {
  if (isPlain(finding)) return plain[finding.code];
  if ('confidence' in finding) return ruleText(finding);
  if ('awardOn' in finding) return awardText(finding);
  if (finding.code === 'serves') return servesText(finding.lots);
  if (finding.code === 'ended') return `It ended ${onDayText(finding.on)}.`;
  if (finding.code === 'not-started')
    return `It is planned to begin ${onDayText(finding.from)}, before the planned award.`;
  if (finding.code === 'status-unknown')
    return `${statusSentence(finding.status)}. Confirm it with the owner before you plan on it.`;
  if (finding.code === 'low-confidence')
    return `Low confidence in its ${finding.of.join(' and its ')}: not verified.`;
  if (finding.code === 'checked-long-ago')
    return `Its facts were last checked ${countText(finding.days, 'day')} ago, on ${dayInWords(finding.on)}.`;
  return `Your estimate is above the value of the whole route, ${moneyText(finding.minorUnits, 'GBP') ?? ''}.`;
}

function isPlain(finding: RouteFinding): finding is PlainFinding {
  return finding.code in plain;
}

/** What the planned award means for a start or an end. */
function awardText(finding: AwardFinding): string {
  const award = `the planned award on ${dayInWords(finding.awardOn)}`;
  if (finding.code === 'starts-after-award') return `It begins ${onDayText(finding.from)}, after ${award}.`;
  const ends = `ends ${onDayText(finding.on)}`;
  if (finding.code === 'ends-before-award') return `It ${ends}, before ${award}.`;
  if (finding.code === 'may-end-before-award')
    return `It ${ends}, the day isn’t held: it may be before ${award}.`;
  if (finding.code === 'ends-soon-after')
    return `It ${ends}, within three months of ${award}: a delay could shut it.`;
  return `Its present framework ${ends}, before ${award}. The scheme is planned to go on to ${uncertainDayText(finding.lastEnd)} with its next framework: look whether that runs.`;
}

/** What the rules of a route say: who, how long, how, under which law. */
function ruleText(finding: RuleFinding): string {
  const trust = finding.confidence === 'low' ? ' (not verified)' : '';
  if (finding.code === 'users-allowed') return `Bodies of your kind and nation may use it${trust}.`;
  if (finding.code === 'older-law')
    return `Its call-offs stay under the Public Contracts Regulations 2015${trust}.`;
  if (finding.code === 'direct-award')
    return finding.isAllowed
      ? `A call-off without a competition is allowed, by the framework’s own rule${trust}.`
      : `There is no call-off without a competition${trust}.`;
  const longest = countText(finding.longest, 'month');
  if (finding.code === 'term-too-long')
    return `Your term of ${countText(finding.months, 'month')} is longer than the longest call-off, ${longest} with every extension${trust}.`;
  const runs = `a call-off may run for ${longest} at most, extensions included${trust}`;
  return finding.lotId === null
    ? `${runs.replace('a', 'A')}.`
    : `In lot ${finding.lotId} ${runs}; for the other lots of this segment it isn’t held.`;
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
