import { z } from 'zod';
import { legalRegimes } from '../../domain/notices/process-facts.ts';
import { procedureIds } from '../../domain/routes/procedure.ts';
import { nations } from '../../domain/routes/regime.ts';
import { timetableGaps } from '../../domain/routes/timetable/timetable-regime.ts';
import { chosenCircumstances, lawCountings, phases } from '../../domain/routes/timetable/timetable-rules.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { bodyTypes } from './regime-entries.ts';

const law = z.object({
  name: z.string(),
  days: z.number().int(),
  counting: z.enum(lawCountings),
  because: z.string(),
  source: z.string(),
  /** The same as a sentence. */
  text: z.string(),
});

const milestone = z.object({
  id: z.string(),
  name: z.string(),
  notice: z.string().nullable(),
  phase: z.enum(phases),
  text: z.string(),
  /** Planned with realistic periods, and with the shortest that can be done: forwards the first days, backwards the last. */
  realisticOn: z.string(),
  shortestOn: z.string(),
  /** Realistic time since the milestone before. */
  days: z.number().int(),
  unit: z.enum(['working-days', 'calendar-days']),
  basis: z.enum(['none', 'judgement', 'register', 'setting']),
  /** Procurements that it rests on, where it rests on the register. */
  count: z.number().int().nullable(),
  /** The period and its basis as a sentence; null for the first milestone. */
  period: z.string().nullable(),
  law: z.array(law),
  isFixed: z.boolean(),
  /** Whether its realistic day is before today. */
  isPast: z.boolean(),
});

const deadline = z.object({
  id: z.string(),
  name: z.string(),
  notice: z.string().nullable(),
  text: z.string(),
  law: law.nullable(),
  /** The last day; null where law says "as soon as possible". */
  realisticOn: z.string().nullable(),
  shortestOn: z.string().nullable(),
});

const measured = z
  .object({ p50: z.number(), p80: z.number(), count: z.number().int(), of: z.enum(['segment', 'procedure']) })
  .nullable();

/** Why a day can’t be kept and what would help. */
const lateness = z.object({
  from: z.string(),
  goLiveOn: z.string(),
  lateDays: z.number().int(),
  text: z.string(),
  helps: z.array(
    z.object({
      goLiveOn: z.string(),
      earlierDays: z.number().int(),
      isInTime: z.boolean(),
      text: z.string(),
    }),
  ),
});

export const remarkCodes = [
  'act-call-off',
  'conflict',
  'first-day-past',
  'go-live-moved',
  'holidays-unknown',
  'notice-too-old',
  'start-moved',
  'urgency',
  'without-effect',
] as const;
export type RemarkCode = (typeof remarkCodes)[number];

/** The answer to what a timetable is asked for. */
export const timetableView = z.object({
  asOf: z.string(),
  asked: z.object({
    procedure: z.enum(procedureIds),
    nation: z.enum(nations),
    bodyType: z.enum(bodyTypes).nullable(),
    segment: z.enum(digitalSegmentIds).nullable(),
    start: z.string().nullable(),
    goLive: z.string().nullable(),
    circumstances: z.array(z.enum(chosenCircumstances)),
  }),
  procedure: z.object({ name: z.string(), summary: z.string(), source: z.string() }),
  regime: z.object({
    id: z.enum(legalRegimes),
    name: z.string(),
    note: z.string(),
    differences: z.array(z.string()),
  }),
  /** Why there is no timetable; null where there is one. */
  gap: z.object({ code: z.enum(timetableGaps), text: z.string() }).nullable(),
  timetable: z
    .object({
      direction: z.enum(['forwards', 'backwards']),
      /** The main answer as a sentence. */
      summary: z.string(),
      milestones: z.array(milestone),
      deadlines: z.array(deadline),
      /** Which procurements the register’s times come from, and what they say. */
      seen: z.object({
        from: z.string(),
        to: z.string(),
        window: measured,
        whole: measured,
        text: z.string(),
      }),
      lateness: lateness.nullable(),
      remarks: z.array(z.object({ code: z.enum(remarkCodes), text: z.string() })),
    })
    .nullable(),
  /** When the authored periods and the bank holidays were last reviewed. */
  reviewed: z.object({ periods: z.string(), holidays: z.string() }),
});
export type TimetableView = z.output<typeof timetableView>;
export type MilestoneView = NonNullable<TimetableView['timetable']>['milestones'][number];
