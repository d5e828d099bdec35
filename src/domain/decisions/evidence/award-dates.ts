import { addMonths } from '../../../lib/add-months.ts';
import { dayInWords } from '../../../lib/day-in-words.ts';
import { dayNumber, dayOfNumber } from '../../market/financial-year.ts';

/** What the latest safe days rest on. */
export type AwardFacts = {
  /** The day on which the present arrangement ends. */
  endOn: string;
  /** Months before the first notice, to prepare and be approved. */
  preparationMonths: number;
  /** Days from the first notice to the contract within which four in five procurements of the kind were done; null where too few were seen. */
  procurementDays: number | null;
  /** Months from the contract to the day on which it works. */
  transitionMonths: number;
};

/** The latest days on which each step is still in time. `noticeBy` and `beginBy` are null where no time was seen. */
export type AwardDates = {
  awardBy: string;
  noticeBy: string | null;
  beginBy: string | null;
  /** Months that a body takes to prepare and approve, and to change over, unless its case says otherwise. */
  parts: { what: 'preparation' | 'procurement' | 'transition'; months: number | null }[];
};

/** Judgement of the authors; a case says its own. */
export const usualMonths = { preparation: 9, transition: 3 } as const;

const monthDays = 30.4375;

/**
 * The latest safe day of award and the days before it, counted back from the end: change-over, then the time that four in
 * five procurements of the kind took from the first notice to the contract (a standstill is in it), then preparation and
 * approval.
 *
 * @example awardDates({ endOn: '2028-03-31', preparationMonths: 9, procurementDays: 228, transitionMonths: 3 }).awardBy // '2027-12-31'
 */
export function awardDates(facts: AwardFacts): AwardDates {
  const { endOn, preparationMonths, procurementDays, transitionMonths } = facts;
  const awardBy = back(endOn, transitionMonths);
  const noticeBy = procurementDays === null ? null : dayOfNumber(dayNumber(awardBy) - procurementDays);
  return {
    awardBy,
    noticeBy,
    beginBy: noticeBy === null ? null : back(noticeBy, preparationMonths),
    parts: [
      { what: 'preparation', months: preparationMonths },
      {
        what: 'procurement',
        months: procurementDays === null ? null : Number((procurementDays / monthDays).toFixed(1)),
      },
      { what: 'transition', months: transitionMonths },
    ],
  };
}

/** Whole months by the calendar, what is left of one by days. */
function back(day: string, months: number): string {
  const whole = Math.trunc(months);
  const rest = Math.round((months - whole) * monthDays);
  return dayOfNumber(dayNumber(addMonths(day, -whole)) - rest);
}

/**
 * The dates in sentences, each with the part that it rests on, and whether it has passed.
 *
 * @param today `YYYY-MM-DD`
 * @example awardDateSentences(facts, '2026-11-23')[0] // 'The contract has to be signed by 31 December 2027, …'
 */
export function awardDateSentences(facts: AwardFacts, today: string): string[] {
  const { awardBy, noticeBy, beginBy } = awardDates(facts);
  const { endOn, preparationMonths, procurementDays, transitionMonths } = facts;
  const passed = (day: string): string => (day < today ? ' That day has passed.' : '');
  const signed = `The new contract has to be signed by ${dayInWords(awardBy)} to work when this one ends on ${dayInWords(endOn)}: changing over is taken as ${count(transitionMonths, 'month')}.${passed(awardBy)}`;
  if (noticeBy === null || beginBy === null || procurementDays === null)
    return [
      signed,
      'How long buying takes can’t be said: too few procurements with both days were seen. Add your own time before that day.',
    ];
  return [
    signed,
    `Its first notice has to go out by ${dayInWords(noticeBy)}: four in five procurements of the kind took up to ${count(procurementDays, 'day')} from there to the contract.${passed(noticeBy)}`,
    `Work has to begin by ${dayInWords(beginBy)}: preparing and approving is taken as ${count(preparationMonths, 'month')}.${passed(beginBy)}`,
  ];
}

const count = (value: number, noun: string): string => `${value} ${noun}${value === 1 ? '' : 's'}`;
