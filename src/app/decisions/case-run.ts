import type { Appraisal } from '../../domain/decisions/appraisal/appraise-options.ts';
import type { ComposedOptions } from '../../domain/decisions/appraisal/compose-options.ts';
import type { DatedRates } from '../../domain/decisions/discount-rates.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { MoneyOfCase } from '../../domain/decisions/money/appraise-money.ts';
import type { LocatedProblem } from './read-case.ts';

/** What a run of a case gives: plain data, the same after it was written as JSON and read again. Money is in pounds. */
export type CaseRun = {
  document: CaseDocument | null;
  problems: LocatedProblem[];
  /** The discount rates that were used, by version; null where nothing was costed. */
  rates: DatedRates | null;
  /** Null where the lines can’t be added up, or there are none. */
  money: MoneyOfCase | null;
  appraisal: Appraisal | null;
  composition: ComposedOptions | null;
  /** Delivery models by id. */
  modelNames: Record<string, string>;
};
