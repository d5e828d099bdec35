import type { PipelineEntry } from './pipeline-entry.ts';

/**
 * Joins renewals that were let together: contracts of one process with the same title and term, as where one need was
 * awarded to several suppliers. Their believable values are added up; contracts without one add nothing.
 *
 * @param renewals in any order
 * @returns one entry per need, with the key of its smallest contract, in the order of keys
 * @example joinLetTogether([first, second]).map(({ contractIds }) => contractIds) // [['c1', 'c2']]
 */
export function joinLetTogether(renewals: readonly PipelineEntry[]): PipelineEntry[] {
  const groups = new Map<string, PipelineEntry[]>();
  for (const entry of renewals.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const key = JSON.stringify([
      entry.ocid ?? entry.key,
      entry.buyerId,
      entry.segment,
      entry.title,
      entry.startFrom,
      entry.startTo,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all = [first, ...others];
    const low = addUp(all.map(({ lowPence }) => lowPence));
    return [
      {
        ...first,
        contractIds: all.flatMap(({ contractIds }) => contractIds),
        lowPence: low,
        highPence: addUp(all.map(({ highPence }) => highPence)),
        gap: low === null ? first.gap : null,
      },
    ];
  });
}

/** The sum of the values there are; null where there is none. */
function addUp(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
