import { dayInWords } from '../../lib/day-in-words.ts';
import { poundsText } from './pounds-text.ts';

/** What can make a signed case due for review. */
export const reviewTriggerIds = [
  'volume-moved', 'over-budget', 'condition-lapsed', 'few-suppliers', 'incumbent-event', 'route-ended', 'past-bridging',
  'post-vacant', 'outside-band', 'rule-superseded', 'body-changed', 'no-award',
] as const; // prettier-ignore

/** Name of a trigger. */
export type ReviewTriggerId = (typeof reviewTriggerIds)[number];

/** A trigger, as `reference/review-triggers.yaml` has it. */
export type ReviewTrigger = {
  id: ReviewTriggerId;
  name: string;
  text: string;
  /** What it compares with, where it compares with a number. */
  limit: number | null;
  unit: string | null;
  source: string;
  reviewed: string;
};

/** What a signed case rested on. Amounts are pounds on one basis. */
export type SignedCase = {
  signedOn: string;
  awardedOn: string | null;
  approvedBudget: number | null;
  volumes: readonly { name: string; perYear: number }[];
  /** P10 and P90 of what is spent so far. */
  band: { p10: number; p90: number } | null;
  /** The day on which the new arrangement works, by plan. */
  readyOn: string | null;
  /** The day to which the present arrangement could be kept, as it was known then. */
  bridgedUntil: string | null;
  /** Rules, rates and thresholds that it used. */
  versions: readonly { what: string; version: string }[];
};

/** What has been seen since. What is left out nobody has looked at. */
export type ObservedFacts = {
  on: string;
  volumes?: readonly { name: string; perYear: number }[];
  p80?: number;
  lapsedConditions?: readonly string[];
  credibleSuppliers?: number;
  incumbentEvents?: readonly string[];
  route?: { name: string; endsOn: string | null; isAvailable: boolean };
  /** The plan’s new day, and the last day to which the present arrangement can lawfully be kept. */
  readyOn?: string;
  bridgedUntil?: string;
  vacantPosts?: readonly { post: string; neededOn: string }[];
  outturn?: number;
  versions?: readonly { what: string; version: string }[];
  bodyChange?: { on: string; into: string } | null;
  awardedOn?: string | null;
};

/** Why a case is due for review. */
export type ReviewMark = { trigger: ReviewTriggerId; because: string };

/** Marks, and triggers that nobody has looked at. Marked is not invalid. */
export type ReviewDue = { marks: ReviewMark[]; notObserved: ReviewTriggerId[] };

/** Why a trigger can’t be looked at from the case and the register, and what to do instead, in a sentence or two. */
export const unseenBecause: Readonly<Record<ReviewTriggerId, string>> = {
  'volume-moved':
    'The case is as it was signed, and volumes of a year aren’t held elsewhere: compare them yourself.',
  'over-budget':
    'The case names no budget, is as it was signed, or wasn’t worked out again since it was changed.',
  'condition-lapsed': 'The case holds no conditions.',
  'few-suppliers': 'The case doesn’t say how many suppliers are credible: ask the market, and enter it.',
  'incumbent-event':
    'The case names no present contract of the register: enter it, so that its notices are watched.',
  'route-ended':
    'The route names no framework by a reference that the register holds: look whether it still runs.',
  'past-bridging':
    'The case doesn’t say when its option is ready or when the present contract ends: enter both.',
  'post-vacant':
    'The case has no test of the team in post. Whether a post is filled isn’t held elsewhere: ask the people lead.',
  'outside-band':
    'What is really spent isn’t held here: compare outturn with P10 and P90 of the record yourself.',
  'rule-superseded': 'The record names no rules or rates.',
  'body-changed': 'Nobody has said whether the body changes.',
  'no-award': 'The record names no day of signature.',
};

/** Reasons that a trigger gives; null where what it needs wasn’t observed or isn’t in the record. */
type Rule = (signed: SignedCase, seen: ObservedFacts, limit: number) => string[] | null;

const rules: Readonly<Record<ReviewTriggerId, Rule>> = {
  'volume-moved': ({ volumes }, seen, limit) =>
    seen.volumes?.flatMap(({ name, perYear }) => {
      const before = volumes.find((one) => one.name === name)?.perYear;
      if (before === undefined) return [`“${name}” was not in the scope.`];
      // A volume that was nothing has moved as soon as there is any.
      const percent =
        before === 0 ? (perYear === 0 ? 0 : Infinity) : (100 * Math.abs(perYear - before)) / before;
      return percent > limit
        ? [`“${name}” moved from ${before} to ${perYear} a year, more than ${limit} per cent.`]
        : [];
    }) ?? null,
  'over-budget': ({ approvedBudget }, { p80 }) => {
    if (p80 === undefined || approvedBudget === null) return null;
    return p80 > approvedBudget
      ? [`P80 is ${poundsText(p80)}, ${poundsText(p80 - approvedBudget)} above the approved budget.`]
      : [];
  },
  'condition-lapsed': (_, { lapsedConditions }) =>
    lapsedConditions?.map((condition) => `The condition “${condition}” lapsed.`) ?? null,
  'few-suppliers': (_, { credibleSuppliers }, limit) => {
    if (credibleSuppliers === undefined) return null;
    return credibleSuppliers < limit
      ? [`${credibleText(credibleSuppliers)} thought credible, fewer than ${limit}.`]
      : [];
  },
  'incumbent-event': (_, { incumbentEvents }) =>
    incumbentEvents === undefined ? null : [...incumbentEvents],
  'route-ended': (_, { route, on }) => {
    if (route === undefined) return null;
    if (!route.isAvailable) return [`${route.name} is not available.`];
    return route.endsOn !== null && route.endsOn < on
      ? [`${route.name} ended on ${dayInWords(route.endsOn)}.`]
      : [];
  },
  'past-bridging': (signed, seen) => {
    const ready = seen.readyOn ?? signed.readyOn;
    if (ready === null || seen.bridgedUntil === undefined) return null;
    if (ready <= seen.bridgedUntil) return [];
    if (seen.on > seen.bridgedUntil && ready > seen.on)
      return [
        `The present arrangement could be kept to ${dayInWords(seen.bridgedUntil)}, which has passed, and the new one works on ${dayInWords(ready)}.`,
      ];
    // A gap that was known when it was signed is no news: the plan for it was signed too.
    const isKnown =
      signed.readyOn !== null &&
      signed.bridgedUntil !== null &&
      ready <= signed.readyOn &&
      seen.bridgedUntil >= signed.bridgedUntil;
    return isKnown
      ? []
      : [
          `It works on ${dayInWords(ready)}, and the present arrangement can be kept to ${dayInWords(seen.bridgedUntil)}.`,
        ];
  },
  'post-vacant': (_, { vacantPosts, on }, limit) =>
    vacantPosts
      ?.filter(({ neededOn }) => daysBetween(on, neededOn) <= limit)
      .map(({ post, neededOn }) => `${post} is needed on ${dayInWords(neededOn)} and unfilled.`) ?? null,
  'outside-band': ({ band }, { outturn }) => {
    if (outturn === undefined || band === null) return null;
    return outturn < band.p10 || outturn > band.p90
      ? [`${poundsText(outturn)} lies outside ${poundsText(band.p10)} to ${poundsText(band.p90)}.`]
      : [];
  },
  'rule-superseded': ({ versions }, seen) =>
    seen.versions?.flatMap(({ what, version }) => {
      const used = versions.find((one) => one.what === what)?.version;
      return used === undefined || used === version ? [] : [`${what}: ${used} was replaced by ${version}.`];
    }) ?? null,
  'body-changed': (_, { bodyChange }) => {
    if (bodyChange === undefined) return null;
    return bodyChange === null
      ? []
      : [`The body becomes part of ${bodyChange.into} on ${dayInWords(bodyChange.on)}.`];
  },
  'no-award': (signed, seen, limit) => {
    const awarded = seen.awardedOn ?? signed.awardedOn;
    return awarded === null && seen.on >= addMonths(signed.signedOn, limit)
      ? [`Signed on ${dayInWords(signed.signedOn)}, and no award is known after ${limit} months.`]
      : [];
  },
};

function credibleText(count: number): string {
  if (count === 0) return 'No supplier is';
  return count === 1 ? 'One supplier is' : `${count} suppliers are`;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The same day some months later; the end of a shorter month overflows into the next, which is a day or two late. */
function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/**
 * Why a signed case is due for review by what has been seen since, and which triggers nobody has looked at.
 *
 * @example reviewDue(signed, { on: '2027-06-01', p80: 3_200_000 }, triggers).marks[0]?.trigger // 'over-budget'
 */
export function reviewDue(
  signed: SignedCase,
  seen: ObservedFacts,
  triggers: readonly ReviewTrigger[],
): ReviewDue {
  const judged = triggers.map(({ id, limit }) => ({ id, reasons: rules[id](signed, seen, limit ?? 0) }));
  return {
    marks: judged.flatMap(({ id, reasons }) => (reasons ?? []).map((because) => ({ trigger: id, because }))),
    notObserved: judged.flatMap(({ id, reasons }) => (reasons === null ? [id] : [])),
  };
}
