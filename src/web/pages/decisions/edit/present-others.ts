import type { CaseDocument } from '../../../../domain/decisions/case-parts/case-document.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { uncertainText } from '../../../components/case-form/typed-uncertain.ts';
import { scoreCells, scoreIndex } from './score-sheet.ts';

/** The scores of all assessors beside each other, and how far they are apart. */
export function presentOthers(document: CaseDocument, { caseOwn: own }: Catalogue) {
  const { assessors, scores } = document;
  return {
    posts: assessors.map(({ post }) => post),
    rows: scoreCells(document).map((cell) => {
      const given = assessors.map(({ id, post }) => {
        const score = scores[scoreIndex(document, id, cell)]?.score;
        return { post, score };
      });
      const ends = given.flatMap(({ score }) =>
        score === undefined ? [] : typeof score === 'number' ? [score] : [score.low, score.high],
      );
      return {
        criterion: cell.criterion.name,
        option: cell.option.name,
        scores: given.map(({ post, score }) => ({
          post,
          text: score === undefined ? '' : uncertainText(score),
        })),
        spread: ends.length === 0 ? '' : own.spreadText(Math.round(Math.max(...ends) - Math.min(...ends))),
      };
    }),
  };
}
