import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { nameIds } from '../../../components/case/name-ids.ts';
import { placeOf } from '../../../components/case-form/case-parts.ts';
import { paths } from '../../../paths.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';

/** What the checks found, by kind, the worst first; kinds of which there is none are left out. */
export function presentProblems(
  { id, document, problems }: Pick<StoredCase, 'id' | 'document' | 'problems'>,
  { caseResult: text, caseParts }: Catalogue,
) {
  // Where it is put right; what no page edits keeps its path.
  const placed = (path: string): { place: string; href: string | null } => {
    const place = placeOf(path);
    if (place === null) return { place: path, href: null };
    const href =
      place.item === null
        ? paths.caseEdit(id, place.part)
        : paths.caseItem(id, place.part, String(place.item + 1));
    return { place: caseParts[place.part]?.title ?? place.part, href };
  };
  return (['error', 'warning', 'missing'] as const).flatMap((kind) => {
    const own = problems.filter((one) => one.kind === kind);
    return own.length === 0
      ? []
      : [
          {
            heading: text.problemKinds[kind],
            items: own.map(({ path, message }) => ({ message: nameIds(message, document), ...placed(path) })),
          },
        ];
  });
}
