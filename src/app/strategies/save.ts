import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { buyerField } from './fields.ts';
import { strategyEvidence } from './strategy-evidence.ts';
import { findStrategy, keepStrategy, type StrategyContent } from './strategy-store.ts';
import { strategyTextsOf } from './strategy-text.ts';
import { strategyMarkings, strategySections, type StrategySection } from './views.ts';

/** Longest text of a part, in characters. */
export const longestText = 20_000;

const partField = (section: StrategySection) =>
  z
    .string()
    .trim()
    .max(longestText)
    .optional()
    .describe(
      `Text of the part “${section}”; left out, it stays. Lines that begin with a hyphen are a list.`,
    );

/** Keeps a strategy: what somebody wrote, with the figures that it was written about. */
export const saveStrategy = operation({
  id: 'strategies.save',
  summary:
    'Keep the digital sourcing strategy of a public body: texts that were edited, or its figures brought up to today.',
  kind: 'write',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'buyer',
  input: z.strictObject({
    buyer: buyerField,
    aim: partField('aim'),
    position: partField('position'),
    practice: partField('practice'),
    renewals: partField('renewals'),
    actions: partField('actions'),
    marking: z.enum(strategyMarkings).optional().describe('Marking; left out, it stays.'),
    figures: z
      .enum(['kept', 'today'])
      .default('kept')
      .describe('`today`: takes today’s figures, and writes anew the parts that nobody has edited.'),
    seen: z.coerce
      .number()
      .int()
      .min(0)
      .max(2_147_483_646)
      .optional()
      .describe('The version that was read before, 0 where there was none: refused where somebody saved another meanwhile.'),
    by: z.string().trim().min(1).max(200).optional().describe('Who saves; left out, whoever uses this installation.'),
    note: z.string().trim().min(1).max(1000).optional().describe('Why, for the list of versions.'),
  }),
  output: z.object({ buyer: z.string(), version: z.number().int(), isChanged: z.boolean() }),
  present: ({ buyer, version, isChanged }) =>
    isChanged
      ? `Kept as version ${version}. "sourcing strategies show ${buyer}" prints it.`
      : `Nothing was changed: version ${version} stands.`,
  run: async (context, { buyer, marking, figures, seen, by, note, ...typed }) => {
    const kept = await findStrategy(context, buyer);
    const read = seen ?? kept?.revision ?? 0;
    if (read !== (kept?.revision ?? 0))
      throw new AppError(
        'changed-meanwhile',
        `The strategy stands at version ${kept?.revision ?? 0}, and version ${read} was read. Look at what changed, then make your change again.`,
      );
    const isFresh = kept === null || figures === 'today';
    const evidence = isFresh ? await strategyEvidence(context, buyer) : kept.evidence;
    const before = kept === null ? null : strategyTextsOf(kept.evidence);
    const now = strategyTextsOf(evidence);
    const textOf = (section: StrategySection): string => {
      const said = typed[section];
      if (said !== undefined) return said.replaceAll('\r\n', '\n');
      return kept === null || kept.texts[section] === before?.[section] ? now[section] : kept.texts[section];
    };
    const content: StrategyContent = {
      evidence,
      marking: marking ?? kept?.marking ?? 'OFFICIAL-SENSITIVE COMMERCIAL',
      texts: {
        aim: textOf('aim'),
        position: textOf('position'),
        practice: textOf('practice'),
        renewals: textOf('renewals'),
        actions: textOf('actions'),
      },
    };
    if (kept !== null && isSame(kept, content)) return { buyer, version: kept.revision, isChanged: false };
    await keepStrategy(context, content, { seen: kept?.revision ?? null, by, note });
    return { buyer, version: (kept?.revision ?? 0) + 1, isChanged: true };
  },
}); // prettier-ignore

function isSame(kept: StrategyContent, content: StrategyContent): boolean {
  return (
    kept.marking === content.marking &&
    strategySections.every((section) => kept.texts[section] === content.texts[section]) &&
    JSON.stringify(kept.evidence) === JSON.stringify(content.evidence)
  );
}
