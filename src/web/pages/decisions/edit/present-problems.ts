import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { nameIds } from '../../../components/case/name-ids.ts';
import { placeOf } from '../../../components/case-form/case-parts.ts';
import { paths } from '../../../paths.ts';

/** What a check found, with the page on which it can be put right. */
export type PresentedProblem = { kind: string; colour: string; text: string; href: string };

const colours = { error: 'red', warning: 'yellow', missing: 'grey' } as const;

/**
 * What the checks of a case found about one of its pages, each with where to put it right.
 *
 * @param item only what concerns that item of the page’s list
 */
export function presentProblems(
  { id, document, problems }: Pick<StoredCase, 'id' | 'document' | 'problems'>,
  part: string,
  words: Catalogue,
  item: number | null = null,
): PresentedProblem[] {
  return problems.flatMap(({ kind, path, message }) => {
    const place = placeOf(path);
    if (place === null || place.part !== part || (item !== null && place.item !== item)) return [];
    return [
      {
        kind: words.caseForm.problemKind[kind],
        colour: colours[kind],
        text: nameIds(message, document),
        href:
          place.item === null ? paths.caseEdit(id, part) : paths.caseItem(id, part, String(place.item + 1)),
      },
    ];
  });
}
