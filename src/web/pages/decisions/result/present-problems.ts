import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';

/** What the checks found, by kind, the worst first; kinds of which there is none are left out. */
export function presentProblems(problems: StoredCase['problems'], { caseResult: text }: Catalogue) {
  return (['error', 'warning', 'missing'] as const).flatMap((kind) => {
    const own = problems.filter((one) => one.kind === kind);
    return own.length === 0
      ? []
      : [{ heading: text.problemKinds[kind], items: own.map(({ path, message }) => ({ path, message })) }];
  });
}
