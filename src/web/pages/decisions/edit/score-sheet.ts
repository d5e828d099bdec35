import type { CaseDocument } from '../../../../domain/decisions/case-parts/case-document.ts';
import { leafCriteria } from '../../../../domain/decisions/checks/check-appraisal.ts';

/** A cell that is scored: one option by one criterion. */
export type ScoreCell = {
  option: CaseDocument['options'][number];
  criterion: CaseDocument['criteria'][number];
};

/** How far an assessor is. */
export type SheetState = { scored: number; total: number; status: 'none' | 'half' | 'all' };

/** Every cell that an assessor scores, criterion by criterion, so that options are looked at side by side. */
export function scoreCells(document: CaseDocument): ScoreCell[] {
  const options = document.options.filter(({ shortlisted }) => shortlisted);
  return leafCriteria(document).flatMap((criterion) => options.map((option) => ({ option, criterion })));
}

/** Where a score of an assessor stands among the scores; −1 where there is none. */
export function scoreIndex(
  { scores }: Pick<CaseDocument, 'scores'>,
  assessor: string,
  { option, criterion }: ScoreCell,
): number {
  return scores.findIndex(
    (score) => score.assessor === assessor && score.option === option.id && score.criterion === criterion.id,
  );
}

/** How much of the sheet an assessor has filled in. */
export function sheetState(document: CaseDocument, assessor: string): SheetState {
  const cells = scoreCells(document);
  const scored = cells.filter((cell) => scoreIndex(document, assessor, cell) >= 0).length;
  return {
    scored,
    total: cells.length,
    status: scored === 0 ? 'none' : scored < cells.length ? 'half' : 'all',
  };
}
