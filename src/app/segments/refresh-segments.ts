import { lockForWriting } from '../../db/queries/plan-basis.ts';
import {
  countOutdated,
  listOutdated,
  settleSegments,
  updateModelAnswers,
  type ModelAnswer,
} from '../../db/queries/segments.ts';
import type { Register } from '../../db/register.ts';
import { takeTurns } from '../../lib/take-turns.ts';
import type { Context } from '../context.ts';
import { segmentColumns } from './segment-columns.ts';

/** Processes per transaction. */
const pageSize = 400;

/** What classifying again did. */
export type SegmentRefresh = {
  classified: number;
  /** Of these, processes that now have another segment. */
  changed: number;
};

/**
 * Classifies every process that other weights classified, or none, from its stored facts. Each page is a transaction of its
 * own: stopped and begun again it goes on where it was. A process that is ingested meanwhile gets the present weights
 * either way. Totals are not added up here.
 *
 * @example await refreshSegments(context, register) // { classified: 1200, changed: 31 }
 */
export async function refreshSegments(context: Context, register: Register): Promise<SegmentRefresh> {
  const model = context.reference.segments;
  const total = await countOutdated(register.latest, model.version);
  const done: SegmentRefresh = { classified: 0, changed: 0 };
  const yieldTurn = takeTurns();
  let after = '';
  if (total === 0) return done;
  for (;;) {
    context.signal.throwIfAborted();
    const page = await listOutdated(register, model.version, { after, limit: pageSize });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.ocid;
    const answers: ModelAnswer[] = [];
    for (const { ocid, facts } of page) {
      answers.push({ ocid, ...segmentColumns(facts, model) });
      await yieldTurn();
    }
    const changedAt = context.clock.now().toISOString();
    done.changed += await register.write(async (transaction) => {
      await lockForWriting(transaction);
      await updateModelAnswers(transaction, answers);
      return settleSegments(
        transaction,
        page.map(({ ocid }) => ocid),
        changedAt,
      );
    });
    done.classified += page.length;
    context.reporter.progress({ label: 'Classifying', done: done.classified, total, unit: 'processes' });
  }
  return done;
}
