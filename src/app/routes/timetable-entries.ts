import { z } from 'zod';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { procedureIds } from '../../domain/routes/procedure.ts';
import {
  buyerSettings,
  circumstances,
  lawCountings,
  measuredParts,
  phases,
} from '../../domain/routes/timetable/timetable-rules.ts';
import { holidayDivisions } from '../../domain/routes/timetable/working-days.ts';

const text = z.string().trim().min(1);
const day = z.iso.date('a day as YYYY-MM-DD');
const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/u, 'small letters and hyphens');
const given = z.array(z.enum(circumstances)).default([]);
const condition = { when: given, unless: given };
const notice = z
  .string()
  .regex(/^UK\d{1,2}$/u, 'UK1 to UK17')
  .nullable()
  .default(null);
const workingDays = z.number().int().min(0).max(500).default(0);

/** The shape of `reference/bank-holidays.yaml`: every part of the United Kingdom, each year once, each day in its year. */
export const bankHolidayEntries = z
  .strictObject({
    source: text,
    reviewed: day,
    divisions: z.array(
      z.strictObject({
        id: z.enum(holidayDivisions),
        years: z
          .array(
            z.strictObject({
              year: z.number().int(),
              days: z.array(z.strictObject({ on: day, name: text })).min(1),
            }),
          )
          .min(1),
      }),
    ),
  })
  .superRefine(({ divisions }, context) => {
    const refuse = (message: string): void =>
      context.addIssue({ code: 'custom', message, path: ['divisions'] });
    for (const division of holidayDivisions)
      if (divisions.filter((one) => one.id === division).length !== 1)
        refuse(`"${division}" must stand here once`);
    for (const { id: division, years } of divisions) {
      for (const [place, { year, days }] of years.entries()) {
        const before = years[place - 1]?.year;
        if (before !== undefined && year !== before + 1)
          refuse(`the years of ${division} must follow one another: ${before}, ${year}`);
        for (const { on } of days)
          if (!on.startsWith(`${year}-`)) refuse(`${on} is not in ${year} (${division})`);
      }
    }
  });

const step = z.strictObject({
  milestone: id,
  shortest: workingDays,
  realistic: workingDays,
  limits: z.array(z.strictObject({ law: id, since: id.nullable().default(null) })).default([]),
  until: z.strictObject({ law: id, since: id }).nullable().default(null),
  setting: z.enum(buyerSettings).nullable().default(null),
  measured: z.enum(measuredParts).nullable().default(null),
  ...condition,
});

/** The shape of `reference/timetables.yaml`: each procedure once, and nothing named that isn't there. */
export const timetableEntries = z
  .strictObject({
    reviewed: day,
    periods: z.array(
      z.strictObject({
        id,
        name: text,
        counting: z.enum(lawCountings),
        source: text,
        rows: z.array(z.strictObject({ days: z.number().int().min(0), because: text, ...condition })).min(1),
      }),
    ),
    milestones: z.array(z.strictObject({ id, name: text, notice, phase: z.enum(phases), text })),
    deadlines: z.array(
      z.strictObject({ id, name: text, notice, after: id, law: id.nullable(), text, ...condition }),
    ),
    procedures: z.array(
      z.strictObject({
        id: z.enum(procedureIds),
        route: z.enum(routes),
        source: text,
        steps: z.array(step).min(2),
      }),
    ),
  })
  .superRefine(({ periods, milestones, deadlines, procedures }, context) => {
    const refuse = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', message, path: [path] });
    const isPeriod = (name: string): boolean => periods.some((one) => one.id === name);
    const isMilestone = (name: string): boolean => milestones.some((one) => one.id === name);
    for (const procedure of procedureIds)
      if (procedures.filter((one) => one.id === procedure).length !== 1)
        refuse('procedures', `"${procedure}" must stand here once`);
    for (const { id: procedure, steps } of procedures) {
      for (const { milestone, shortest, realistic, limits, until } of steps) {
        const where = `${procedure}, ${milestone}`;
        if (!isMilestone(milestone)) refuse('procedures', `no milestone has this id: ${where}`);
        if (shortest > realistic) refuse('procedures', `the shortest is longer than the realistic: ${where}`);
        for (const { law, since } of [...limits, ...(until === null ? [] : [until])]) {
          if (!isPeriod(law)) refuse('procedures', `no period is called "${law}": ${where}`);
          if (since !== null && !steps.some((one) => one.milestone === since))
            refuse('procedures', `no step before is "${since}": ${where}`);
        }
      }
    }
    for (const { id: deadline, after, law } of deadlines) {
      if (!isMilestone(after)) refuse('deadlines', `no milestone is called "${after}": ${deadline}`);
      if (law !== null && !isPeriod(law)) refuse('deadlines', `no period is called "${law}": ${deadline}`);
    }
  });
