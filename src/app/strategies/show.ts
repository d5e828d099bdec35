import { z } from 'zod';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { buyerField, revisionField } from './fields.ts';
import { strategyEvidence } from './strategy-evidence.ts';
import { findStrategy } from './strategy-store.ts';
import { strategyAsText } from './strategy-as-text.ts';
import { strategyTextsOf } from './strategy-text.ts';
import { strategySections, strategyView, type StrategyView } from './views.ts';

/** Shows the digital sourcing strategy of a body: the one that is kept, else one written from the register. */
export const showStrategy = operation({
  id: 'strategies.show',
  summary:
    'Show the digital sourcing strategy of a public body: commitments by segment and delivery model, where practice differs from the playbooks, renewals with the recommended approach.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'buyer',
  input: z.strictObject({
    buyer: buyerField,
    revision: revisionField,
    fresh: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe('What could be written from the register now, whatever is kept.'),
  }),
  output: strategyView,
  present: strategyAsText,
  run: async (context, { buyer, revision, fresh }) => {
    const kept = fresh ? null : await findStrategy(context, buyer, revision);
    if (kept === null) return writtenNow(context, buyer);
    const { texts, marking, evidence, ...place } = kept;
    const written = strategyTextsOf(evidence);
    return {
      evidence,
      texts,
      marking,
      kept: place,
      edited: strategySections.filter((section) => texts[section] !== written[section]),
    };
  },
});

/** A strategy that nobody has kept yet. */
async function writtenNow(context: Context, buyer: string): Promise<StrategyView> {
  const evidence = await strategyEvidence(context, buyer);
  return {
    evidence,
    texts: strategyTextsOf(evidence),
    marking: 'OFFICIAL-SENSITIVE COMMERCIAL',
    kept: null,
    edited: [],
  };
}
