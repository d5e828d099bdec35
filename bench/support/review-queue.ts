import {
  candidatePairs,
  pairKey,
  type CandidateOrganisation,
} from '../../src/domain/organisations/candidate-pairs.ts';
import { scoreCandidate } from '../../src/domain/organisations/score-candidate.ts';

/** A mention with the organisation it was placed in and the firm that it truly is. */
export type PlacedMention = {
  cluster: string;
  firm: string;
  name: string;
  keys: readonly string[];
  place: string | null;
  buyer: string;
};

/** Of the pairs in one band of scores, how many are truly one firm. */
export type ScoreBand = { from: number; pairs: number; same: number };

/**
 * Runs the search for pairs over the placed mentions and counts by score how many pairs are truly one.
 *
 * @returns bands of a tenth, highest first; the share of firms in several organisations that a pair would help; time
 */
export function measureQueue(
  placed: readonly PlacedMention[],
  least: number,
): { bands: ScoreBand[]; organisations: number; ms: number; helped: number; broken: number } {
  const groups = Map.groupBy(placed, ({ cluster }) => cluster);
  const firmOf = new Map<string, Set<string>>();
  const buyersOf = new Map<string, Set<string>>();
  const organisations: CandidateOrganisation[] = [];
  for (const [cluster, mentions] of groups) {
    const names = [...Map.groupBy(mentions, ({ name }) => name)]
      .toSorted((a, b) => b[1].length - a[1].length)
      .map(([name]) => name);
    const places = [
      ...Map.groupBy(
        mentions.filter(({ place }) => place !== null),
        ({ place }) => place,
      ),
    ].toSorted((a, b) => b[1].length - a[1].length);
    firmOf.set(cluster, new Set(mentions.map(({ firm }) => firm)));
    buyersOf.set(cluster, new Set(mentions.map(({ buyer }) => buyer)));
    const keys = [...new Set([cluster, ...mentions.flatMap((one) => one.keys)])];
    organisations.push({
      id: cluster,
      name: names[0] ?? '',
      otherNames: names.slice(1, 6),
      keys,
      place: places[0]?.[0] ?? null,
      vendorId: null,
    });
  }
  const started = performance.now();
  const pairs = candidatePairs(organisations).map((pair) => {
    const [a, b] = [buyersOf.get(pair.one.id), buyersOf.get(pair.other.id)];
    const buyersInCommon = shared(a, b).length;
    return scoreCandidate(pair, { isTogether: false, buyersInCommon });
  });
  const ms = performance.now() - started;
  const bands = new Map<number, ScoreBand>();
  const helped = new Set<string>();
  for (const { one, other, score } of pairs.filter((pair) => pair.score >= least)) {
    const from = Math.min(9, Math.floor(score * 10));
    const band = bands.get(from) ?? { from: from / 10, pairs: 0, same: 0 };
    const both = shared(firmOf.get(one.id), firmOf.get(other.id));
    band.pairs += 1;
    if (both.length > 0) band.same += 1;
    for (const firm of both) helped.add(`${firm} ${pairKey(one.id, other.id)}`);
    bands.set(from, band);
  }
  const clustersOf = Map.groupBy(
    [...firmOf].flatMap(([cluster, firms]) => [...firms].map((firm) => ({ firm, cluster }))),
    ({ firm }) => firm,
  );
  const brokenFirms = [...clustersOf].filter(([, clusters]) => clusters.length > 1).map(([firm]) => firm);
  const helpedFirms = new Set([...helped].map((one) => one.split(' ')[0]));
  return {
    bands: [...bands.values()].toSorted((a, b) => b.from - a.from),
    organisations: organisations.length,
    ms,
    helped: brokenFirms.filter((firm) => helpedFirms.has(firm)).length,
    broken: brokenFirms.length,
  };
}

function shared(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): string[] {
  return [...(one ?? [])].filter((member) => other?.has(member) === true);
}
