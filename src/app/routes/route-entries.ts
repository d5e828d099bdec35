import { z } from 'zod';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { nations } from '../../domain/routes/regime.ts';
import { classifications, confidences, routeKinds, routeRegimes } from '../../domain/routes/route.ts';
import { isDay, parseUncertainDay, type UncertainDay } from '../../domain/routes/uncertain-day.ts';
import { bodyTypes } from './regime-entries.ts';

const text = z.string().trim().min(1);
const day = z.string().refine(isDay, 'a day of the calendar as YYYY-MM-DD');
/** Words that stand behind `/routes/` already. */
const taken = ['checks', 'doors', 'find'];
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'small letters, digits and hyphens')
  .refine((one) => !taken.includes(one), `none of ${taken.join(', ')}, which are pages`);

const uncertainDay = z.string().transform((given, context): UncertainDay => {
  const parsed = parseUncertainDay(given);
  if (parsed !== null) return parsed;
  context.addIssue({
    code: 'custom',
    message: `"${given}" is no day of the calendar as YYYY-MM-DD, nor a month as YYYY-MM`,
  });
  return { text: given, first: given, last: given };
});

const trust = {
  confidence: z.enum(confidences),
  note: text.nullable().default(null),
  source: text.nullable().default(null),
};

/** `{ value, confidence, note?, source? }`, or null where it isn’t held. */
function fact<Value extends z.ZodType>(value: Value) {
  return z
    .strictObject({ value, ...trust })
    .nullable()
    .default(null);
}

const dayFact = z
  .strictObject({ value: uncertainDay, state: z.enum(['confirmed', 'planned']), ...trust })
  .nullable()
  .default(null);

const someOrAll = <Value extends string>(values: readonly Value[]) =>
  z.union([z.literal('all'), z.array(z.enum(values)).min(1)]);

const pounds = z
  .int('whole pounds')
  .positive('whole pounds above 0')
  .transform((whole) => whole * 100);

const months = z.int('whole months').positive('whole months above 0');

const lot = z.strictObject({
  id: text,
  name: text,
  segments: z.array(z.enum(digitalSegmentIds)).min(1, 'a lot needs at least one segment'),
  classification: z.enum(classifications).nullable().default(null),
  longestMonths: fact(months),
});

/** The shape of `reference/routes.yaml` and of `routes-sample.yaml`. */
export const routeEntries = z
  .array(
    z
      .strictObject({
        id,
        number: z
          .string()
          .regex(/^RM\d{3,4}(\.\d{1,2})?$/u, 'RM and three or four digits')
          .nullable(),
        name: text,
        owner: text,
        kind: z.enum(routeKinds),
        stage: z.enum(['announced', 'set-up']),
        regime: fact(z.enum(routeRegimes)),
        lots: z.array(lot).min(1, 'at least one lot'),
        start: dayFact,
        end: dayFact,
        lastEnd: dayFact,
        seen: fact(uncertainDay),
        extensions: fact(text),
        value: fact(
          z
            .strictObject({ pounds, vat: z.enum(['net', 'gross', 'unstated']) })
            .transform(({ pounds: minorUnits, vat }) => ({ minorUnits, vat })),
        ),
        mayUse: fact(z.strictObject({ bodyTypes: someOrAll(bodyTypes), nations: someOrAll(nations) })),
        directAward: fact(z.boolean()),
        competition: fact(text),
        fee: fact(text),
        entry: fact(
          z.strictObject({
            opens: z.enum(['always', 'at-times', 'closed']),
            next: uncertainDay.nullable().default(null),
            takes: text,
          }),
        ),
        ocids: z.array(z.string().regex(/^ocds-[a-z0-9]+-.+$/u, 'an Open Contracting id')).default([]),
        replaces: z.array(text).default([]),
        note: text.nullable().default(null),
        source: text,
        checked: day,
      })
      .superRefine(({ start, end, lastEnd }, context) => {
        const refuse = (path: string, message: string): void =>
          context.addIssue({ code: 'custom', message, path: [path] });
        if (start !== null && end !== null && end.value.last < start.value.first)
          refuse('end', 'the end lies before the start');
        if (end !== null && lastEnd !== null && lastEnd.value.last < end.value.first)
          refuse('lastEnd', 'the last end lies before the end');
      }),
  )
  .superRefine((routes, context) => {
    const ids = routes.map((route) => route.id);
    routes.forEach((route, index) => {
      if (ids.indexOf(route.id) !== index)
        context.addIssue({
          code: 'custom',
          message: `"${route.id}" stands here twice`,
          path: [index, 'id'],
        });
      route.replaces.forEach((replaced, at) => {
        if (!ids.includes(replaced) || replaced === route.id)
          context.addIssue({
            code: 'custom',
            message: `there is no other route "${replaced}" here`,
            path: [index, 'replaces', at],
          });
      });
    });
  });

/** The shape of `reference/body-changes.yaml` and of `body-changes-sample.yaml`. */
export const bodyChangeEntries = z.array(
  z
    .strictObject({
      id,
      names: z.array(z.string().trim().min(3)).default([]),
      bodyTypes: z.array(z.enum(bodyTypes)).default([]),
      nations: z.array(z.enum(nations)).default([]),
      successors: z.array(
        z.strictObject({ name: text, share: z.number().gt(0).max(1).nullable().default(null) }),
      ),
      on: day.nullable(),
      instrument: text,
      status: z.enum(['planned', 'enacted']),
      consentAbove: z.int().positive().nullable().default(null),
      note: text.nullable().default(null),
      source: text,
      reviewed: day,
    })
    .superRefine(({ names, bodyTypes: kinds, nations: where }, context) => {
      if (names.length === 0 && (kinds.length === 0 || where.length === 0))
        context.addIssue({
          code: 'custom',
          message: 'name the bodies, or the kinds of body and their nations',
          path: ['names'],
        });
    }),
);
