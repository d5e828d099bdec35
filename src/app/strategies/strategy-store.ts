import { z } from 'zod';
import {
  addStrategyRevision,
  findStrategyContent,
  listStrategyRevisions,
  listStrategyRows,
  type StrategyRow,
} from '../../db/queries/strategies.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { strategyEvidence as strategyEvidenceView, strategyMarkings, strategyTexts } from './views.ts';

/** What a version holds: its texts, and the figures that they were written about. */
const strategyContent = z.object({
  texts: strategyTexts,
  marking: z.enum(strategyMarkings),
  evidence: strategyEvidenceView,
});
export type StrategyContent = z.output<typeof strategyContent>;

/** A strategy at one of its versions. */
export type StoredStrategy = StrategyContent & {
  revision: number;
  newest: number;
  savedAt: string;
  savedBy: string;
  note: string | null;
};

/**
 * The strategy of a buyer that the asking body keeps, the newest version unless one is named; null where it keeps none.
 *
 * @throws AppError `not-found` where it has no such version
 */
export async function findStrategy(
  context: Context,
  buyerId: string,
  revision?: number,
): Promise<StoredStrategy | null> {
  const register = await context.register();
  const row = await register.within(context.actor, async (transaction) =>
    findStrategyContent(transaction, buyerId, revision ?? null),
  );
  if (row === null && revision !== undefined)
    throw new AppError(
      'not-found',
      `The strategy of ${buyerId} has no version ${revision}. "sourcing strategies versions ${buyerId}" lists them.`,
    );
  if (row === null) return null;
  const content = strategyContent.parse(JSON.parse(row.content));
  return {
    ...content,
    revision: row.revision,
    newest: row.newest,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    note: row.note,
  };
}

/**
 * Keeps a strategy as its next version.
 *
 * @param seen the version that was read before the change; null where there is none yet
 * @throws AppError `changed-meanwhile` where somebody saved another
 */
export async function keepStrategy(
  context: Context,
  content: StrategyContent,
  { seen, by, note }: { seen: number | null; by: string | undefined; note: string | undefined },
): Promise<void> {
  const { id, name } = content.evidence.buyer;
  const register = await context.register();
  const isKept = await register.within(context.actor, async (transaction) =>
    addStrategyRevision(transaction, {
      body_id: context.actor.bodyId,
      buyer_id: id,
      revision: (seen ?? 0) + 1,
      buyer_name: name,
      marking: content.marking,
      content: JSON.stringify(content),
      saved_at: context.clock.now().toISOString(),
      saved_by: by ?? context.actor.personId,
      note: note ?? null,
    }),
  );
  if (!isKept)
    throw new AppError(
      'changed-meanwhile',
      seen === null
        ? `A strategy of ${name} is kept already. Open it and change that one.`
        : `Somebody saved the strategy of ${name} after version ${seen} was read. Look at what changed, then make your change again.`,
    );
}

/** Strategies that the asking body keeps, the last saved first. */
export async function listStrategies(context: Context): Promise<StrategyRow[]> {
  const register = await context.register();
  return register.within(context.actor, listStrategyRows);
}

/** Who saved a version, when and why. */
export type StrategyVersion = { version: number; savedAt: string; savedBy: string; note: string | null };

/** The versions of a strategy, the newest first. Empty where none is kept. */
export async function listStrategyVersions(context: Context, buyerId: string): Promise<StrategyVersion[]> {
  const register = await context.register();
  const rows = await register.within(context.actor, async (transaction) =>
    listStrategyRevisions(transaction, buyerId),
  );
  return rows.map((row) => ({
    version: row.revision,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    note: row.note,
  }));
}
