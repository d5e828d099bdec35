import { z } from 'zod';
import { legalRegimes } from '../../domain/notices/process-facts.ts';
import { buyerTypes, type BuyerType } from '../../domain/organisations/mention.ts';
import { noticeDuties, procedureIds } from '../../domain/routes/procedure.ts';
import { nations, type BodyType } from '../../domain/routes/regime.ts';

const text = z.string().trim().min(1);
const day = z.iso.date('a day as YYYY-MM-DD');
const provenance = { source: text, reviewed: day };

function isKnown(type: BuyerType): type is BodyType {
  return type !== 'unknown';
}

/** Kinds of body that can buy, in the order of the register’s kinds of buyer. */
export const bodyTypes: readonly BodyType[] = buyerTypes.filter(isKnown);

const bodies = z.array(z.enum(bodyTypes)).min(1);

/** The shape of `reference/regimes.yaml`: every kind of body has a law in every nation, and a threshold. */
export const regimeEntries = z
  .strictObject({
    regimes: z
      .array(
        z.strictObject({
          id: z.enum(legalRegimes),
          name: text,
          nations: z.array(z.enum(nations)).min(1),
          bodyTypes: bodies,
          isModelled: z.boolean(),
          note: text,
          differences: z.array(text),
          ...provenance,
        }),
      )
      .min(1),
    otherLaw: z.array(
      z.strictObject({ id: z.enum(legalRegimes), name: text, bodyTypes: bodies, note: text, ...provenance }),
    ),
    thresholds: z
      .array(
        z.strictObject({
          bodyTypes: bodies,
          procedures: text,
          notices: text,
          note: text.nullable(),
          ...provenance,
        }),
      )
      .min(1),
  })
  .superRefine(({ regimes, thresholds }, context) => {
    const refuse = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', message, path: [path] });
    for (const bodyType of bodyTypes) {
      for (const nation of nations)
        if (!regimes.some((one) => one.nations.includes(nation) && one.bodyTypes.includes(bodyType)))
          refuse('regimes', `no entry is for ${bodyType} in ${nation}`);
      if (!thresholds.some((one) => one.bodyTypes.includes(bodyType)))
        refuse('thresholds', `no entry is for ${bodyType}`);
    }
  });

/** The shape of `reference/procedures.yaml`: each procedure once. */
export const procedureEntries = z
  .array(
    z.strictObject({
      id: z.enum(procedureIds),
      name: text,
      summary: text,
      law: text,
      values: z.enum(['below', 'above', 'both']),
      needsRoute: z.boolean(),
      conditions: z.array(z.strictObject({ text, confidence: z.enum(['high', 'medium', 'low']) })).min(1),
      notices: z
        .array(
          z.strictObject({
            code: z.string().regex(/^UK\d{1,2}$/u, 'UK1 to UK17'),
            duty: z.enum(noticeDuties),
            when: text,
          }),
        )
        .min(1),
      ...provenance,
    }),
  )
  .superRefine((entries, context) => {
    for (const id of procedureIds)
      if (entries.filter((one) => one.id === id).length !== 1)
        context.addIssue({ code: 'custom', message: `"${id}" must stand here once`, path: [] });
  });
