import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { AppraisedMoney } from '../../domain/decisions/money/appraise-money.ts';
import type { DeflatorSeries } from '../../domain/market/deflate.ts';
import { runOnThread } from '../../lib/run-on-thread.ts';
import type { Distribution } from '../../maths/distributions/distribution.ts';
import type { RateSchedule } from '../../maths/money/present-value.ts';
import type { Context } from '../context.ts';

/** What the thread is asked: plain data. */
export type MoneyQuestion = {
  document: CaseDocument;
  deflators: DeflatorSeries;
  rates: RateSchedule;
  referenceClasses: readonly (readonly [id: string, ratio: Distribution])[];
  comparison: {
    compared: readonly string[];
    /** Pounds that the value of each option is worth beside its cost; 0 for one that isn’t there. */
    worth: Readonly<Record<string, number>>;
  };
};

/**
 * The money of a case, simulated on a thread of its own, so that nobody else waits.
 *
 * @throws AppError where stopped
 * @example (await appraiseCaseMoney(context, document, rates, { compared: ['saas'], worth: {} })).money.options.length // 4
 */
export async function appraiseCaseMoney(
  context: Pick<Context, 'reference' | 'signal'>,
  document: CaseDocument,
  rates: RateSchedule,
  comparison: MoneyQuestion['comparison'],
): Promise<AppraisedMoney> {
  const { deflators, referenceClasses } = context.reference;
  const question: MoneyQuestion = {
    document,
    deflators,
    rates,
    referenceClasses: referenceClasses.map(({ kind, distribution }) => [kind, distribution] as const),
    comparison,
  };
  return runOnThread<AppraisedMoney>(new URL('./appraise-worker.ts', import.meta.url), question, {
    signal: context.signal,
  });
}
