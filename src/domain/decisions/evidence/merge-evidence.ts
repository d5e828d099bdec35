import type { EvidenceFigure } from '../case-parts/evidence.ts';

/**
 * Kept figures with new ones in their place: a figure of the same id is replaced where it stands, a new one comes to the
 * end, and what isn’t taken anew stays as it was.
 *
 * @example mergeEvidence([{ ...figure, value: 3 }], [{ ...figure, value: 4 }])[0]?.value // 4
 */
export function mergeEvidence(
  kept: readonly EvidenceFigure[],
  taken: readonly EvidenceFigure[],
): EvidenceFigure[] {
  const fresh = new Map(taken.map((figure) => [figure.id, figure]));
  const known = new Set(kept.map(({ id }) => id));
  return [
    ...kept.map((figure) => fresh.get(figure.id) ?? figure),
    ...taken.filter(({ id }) => !known.has(id)),
  ];
}
