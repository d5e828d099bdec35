import { canonicalJson } from '../../lib/canonical-json.ts';
import type { JsonObject } from '../../lib/json.ts';
import { textAt } from './json-fields.ts';

/**
 * A sentence for each release id that came with several contents. A publisher corrects a notice by another one with an
 * id of its own, so two contents under one id are a doubt.
 *
 * @param releases of one process, in the order of merging
 * @example repeatedNotices([release, { ...release, date: '2026-05-07T10:00:00+01:00' }]).length // 1
 */
export function repeatedNotices(releases: readonly JsonObject[]): string[] {
  const byId = Map.groupBy(
    releases.filter((release) => textAt(release, 'id') !== null),
    (release) => textAt(release, 'id'),
  );
  return [...byId].flatMap(([id, same]) => {
    if (same.length < 2) return [];
    const count = new Set(same.map((release) => canonicalJson(release))).size;
    if (count < 2) return [];
    const contents = `Release ${id} came with ${count === 2 ? 'two' : count} contents`;
    const [last, before] = same.toReversed().map((release) => textAt(release, 'date'));
    return last === before
      ? `${contents}, of the same date: nothing says which of them holds where they differ. One is taken, always the same.`
      : `${contents}; where they differ, the one with the latest date holds.`;
  });
}
