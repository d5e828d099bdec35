import { z } from 'zod';
import { evidencePart } from '../../domain/decisions/case-parts/evidence.ts';

const rule = z.object({
  rule: z.string(),
  effect: z.enum(['for', 'against', 'condition']),
  because: z.string(),
});

/** What is suggested for one component, and where the case chose otherwise. */
const suggestedComponent = z.object({
  id: z.string(),
  name: z.string(),
  /** What the register showed of its market; null where it couldn’t say. */
  evidence: evidencePart.extend({ sentence: z.string() }).nullable(),
  teamInPost: z.boolean().nullable(),
  models: z.array(
    z.object({
      model: z.string(),
      name: z.string(),
      verdict: z.enum(['suggested', 'possible', 'unlikely']),
      rules: z.array(rule),
    }),
  ),
  differences: z.array(
    z.object({
      kind: z.enum(['chosen-not-suggested', 'suggested-not-chosen']),
      model: z.string(),
      options: z.array(z.string()),
      because: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      if: z.string(),
      enters: z.array(z.string()),
      leaves: z.array(z.string()),
      conditions: z.array(z.string()),
      freed: z.array(z.string()),
    }),
  ),
});

/** What `decisions.suggest` answers. */
export const suggestions = z.object({
  id: z.string(),
  title: z.string(),
  components: z.array(suggestedComponent),
  modelNames: z.record(z.string(), z.string()),
  optionNames: z.record(z.string(), z.string()),
});
export type Suggestions = z.output<typeof suggestions>;
