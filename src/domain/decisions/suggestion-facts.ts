import type { CaseDocument } from './case-parts/case-document.ts';
import type { EvidenceFigure } from './case-parts/evidence.ts';
import type { SuggestionFacts } from './suggest-models.ts';
import { answersOfCase } from './triage-case.ts';

/**
 * What is known beside a component when models are suggested for it: suppliers by the register (of its size where enough
 * contracts were seen, else of its market), whether the team is in post, and the size of the case. What isn’t known is null.
 *
 * @param figures of the register, live or as the case kept them
 * @example suggestionFacts(document, 'case-workflow', document.evidence, 1_000_000).suppliersSeen // 14
 */
export function suggestionFacts(
  document: CaseDocument,
  component: string,
  figures: readonly EvidenceFigure[],
  lightBelow: number,
): SuggestionFacts & { figure: EvidenceFigure | null } {
  const { answers } = answersOfCase(document);
  const wholeLifeValue = answers['whole-life-value'];
  const own = figures.filter(({ about, value }) => about.includes(component) && value !== undefined);
  const figure =
    own.find(({ measure }) => measure === 'suppliers-of-size') ??
    own.find(({ measure }) => measure === 'suppliers-seen') ??
    null;
  return {
    suppliersSeen: figure?.value ?? null,
    teamInPost: teamOf(document) ?? answers.team ?? null,
    size: wholeLifeValue === undefined ? null : { wholeLifeValue, lightBelow },
    figure,
  };
}

/** What the tests of options say of the team: false where one of them found that it isn’t in post, true where all passed. */
function teamOf({ tests }: CaseDocument): boolean | null {
  const found = tests.filter(({ test }) => test === 'team-in-post');
  if (found.some(({ result }) => result === 'condition' || result === 'fail')) return false;
  return found.length > 0 && found.every(({ result }) => result === 'pass') ? true : null;
}
