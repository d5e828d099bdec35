import { z } from 'zod';
import { dayText, idText, words } from './case-fields.ts';

/** Why something is to be sourced, and what happens if nothing is. */
export const needPart = z
  .strictObject({
    statement: words.describe('What is needed and by whom, without naming a solution.'),
    outcomes: z
      .array(
        z.strictObject({
          id: idText,
          text: words.describe('What will be better, for whom.'),
          measure: words.optional().describe('How it will be known that the outcome came about.'),
          owner: words.optional().describe('The post that answers for the outcome.'),
        }),
      )
      .min(1, 'name at least one outcome')
      .describe('What will be better, each with its measure and owner.'),
    successFactors: z.array(words).default([]).describe('Critical success factors.'),
    volumes: z
      .array(
        z.strictObject({
          name: words.describe('What is counted: applications, users, calls.'),
          perYear: z.number().min(0).describe('How many in a year.'),
          unit: words.optional().describe('What one is.'),
        }),
      )
      .default([])
      .describe('What the service handles in a year.'),
    neededBy: dayText.describe(
      'The day by which the new arrangement must work: often the end of the present contract.',
    ),
    preparationMonths: z
      .number()
      .min(0)
      .max(60)
      .optional()
      .describe('Months that preparing and approving takes before the first notice; 9 where none are given.'),
    transitionMonths: z
      .number()
      .min(0)
      .max(60)
      .optional()
      .describe('Months from the signature to the day on which it works; 3 where none are given.'),
    commencesOn: dayText
      .optional()
      .describe(
        'The day on which the project is commenced, which decides which rules bind it. Without it: asOf.',
      ),
    ifNothing: words.describe('What happens if nothing is done, and when.'),
    present: z
      .strictObject({
        description: words.describe('How it is done today, by whom, with which systems.'),
        contract: words.optional().describe('Id of the present contract in the register.'),
        startsOn: dayText.optional(),
        endsOn: dayText.optional().describe('The day on which the present contract ends.'),
        lastEnd: dayText
          .optional()
          .describe('Last day with every option in the contract used; endsOn where none is left.'),
        value: z
          .number()
          .min(0)
          .optional()
          .describe('Pounds without VAT over the term of the present contract, without its options.'),
        regime: words
          .optional()
          .describe('Law under which the present contract was let, as it governs any extension.'),
        source: words.optional().describe('Where these facts come from.'),
      })
      .optional()
      .describe('Business as usual: how it is done today.'),
  })
  .describe('The need: the strategic case in short.');

/** Maturity of a component, as on a Wardley map. */
export const evolutions = ['genesis', 'custom', 'product', 'commodity'] as const;
const level = z.enum(['low', 'medium', 'high']);

/** One part of the service that could be sourced by itself. */
export const componentPart = z.strictObject({
  id: idText,
  name: words.describe('What people call it.'),
  evolution: z
    .enum(evolutions)
    .describe(
      'genesis: new and uncertain; custom: built for each; product: several sell it; commodity: a utility.',
    ),
  visibility: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('How near to the user it is, 0 to 1, as on a Wardley map.'),
  maturity: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Place on the evolution axis of a map, 0 to 1; finer than evolution.'),
  evolvesTo: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Where on the evolution axis it is expected to go, 0 to 1; an arrow on the map.'),
  differentiation: level.default('low').describe('How far doing it our own way matters to the outcome.'),
  volatility: level.default('low').describe('How often policy or rules change it.'),
  dataSensitivity: z
    .enum(['official', 'official-sensitive', 'above'])
    .default('official')
    .describe('Classification of the data that it holds; above: more than this product may hold.'),
  segment: words.optional().describe('Market segment in which it is bought, an id such as sector-systems.'),
  connects: z.array(idText).default([]).describe('Ids of components that it exchanges data with.'),
});

/** What already exists that could be used. */
export const reusePart = z.strictObject({
  what: words.describe('A common platform, a peer’s open code, contract or framework.'),
  kind: z
    .enum(['platform', 'open-code', 'peer-contract', 'framework', 'own-asset'])
    .describe('What kind of thing exists.'),
  components: z.array(idText).default([]).describe('Components that it was looked at for; none named: all.'),
  result: z.enum(['reuse', 'partly', 'no', 'unknown']).describe('Whether it can be used.'),
  because: words.describe('Why, or why not.'),
  source: words.optional().describe('Where that was found out.'),
});

/** Whether the market was looked at and asked. */
export const marketPart = z
  .strictObject({
    engaged: z
      .enum(['yes', 'planned', 'no'])
      .describe('Whether suppliers were asked before the requirements were fixed.'),
    on: dayText.optional().describe('When suppliers were asked.'),
    notice: words.optional().describe('The preliminary market engagement notice (UK2).'),
    heard: words.optional().describe('What the market said, and what changed because of it.'),
    credibleSuppliers: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe(
        'Suppliers thought able and willing; the register’s count stands beside it and never replaces it.',
      ),
  })
  .describe('Market health and preliminary market engagement.');
