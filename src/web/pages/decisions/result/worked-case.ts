import type { CaseRun } from '../../../../app/decisions/case-run.ts';
import type { StoredCase } from '../../../../app/decisions/case-store.ts';

/** A version of a case that was worked out. */
export type WorkedCase = {
  stored: StoredCase;
  run: CaseRun;
  workedOutAt: string;
  /** The newest version there is. */
  newest: number;
};
