/** The thread that simulates the money of a case: see appraise-case.ts. */
import { appraiseMoney } from '../../domain/decisions/money/appraise-money.ts';
import { priceLevels } from '../../domain/decisions/money/price-levels.ts';
import { answerOnThread } from '../../lib/run-on-thread.ts';
import type { MoneyQuestion } from './appraise-case.ts';

await answerOnThread(async ({ document, deflators, rates, referenceClasses, comparison }: MoneyQuestion) =>
  Promise.resolve(
    appraiseMoney(
      document,
      { levels: priceLevels(deflators), rates, referenceClasses: new Map(referenceClasses) },
      { compared: comparison.compared, worthOf: (option) => comparison.worth[option] ?? 0 },
    ),
  ),
);
