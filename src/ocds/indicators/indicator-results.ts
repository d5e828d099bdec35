import type { JsonObject } from '../../lib/json.ts';

/** What a result can be about, as the keys of the answer name it. */
export const indicatorGroups = ['OCID', 'Buyer', 'ProcuringEntity', 'Tenderer'] as const;

/** One of {@link indicatorGroups}. */
export type IndicatorGroup = (typeof indicatorGroups)[number];

/** Name → id → one or several ids. */
type IdMap = Map<string, string | Set<string>>;

/** Results by group, id and code; the quartiles and fences behind them; and who took part in what. */
export class IndicatorResults {
  readonly #groups = new Map<IndicatorGroup, Map<string, Map<string, number>>>(
    indicatorGroups.map((group) => [group, new Map()]),
  );
  readonly #notes = new Map<string, Map<string, number | null>>();
  readonly #maps: ReadonlyMap<string, IdMap> | null;

  /** @param maps names of the maps from processes to organisations, or null where none are wanted */
  constructor(maps: readonly string[] | null) {
    this.#maps = maps === null ? null : new Map(maps.map((name) => [name, new Map()]));
  }

  /** A result: a number that an indicator found for a process or an organisation. */
  flag(group: IndicatorGroup, id: string, code: string, value: number): void {
    const ids = this.#groups.get(group);
    const codes = ids?.get(id) ?? new Map<string, number>();
    codes.set(code, value);
    ids?.set(id, codes);
  }

  /** A quartile or fence that an indicator used; null where there was nothing to work it out from. */
  note(code: string, name: string, value: number | null): void {
    const notes = this.#notes.get(code) ?? new Map<string, number | null>();
    notes.set(name, value === null || !Number.isFinite(value) ? null : roundTo4(value));
    this.#notes.set(code, notes);
  }

  /** Notes one organisation of a process; a later one takes its place. */
  mapTo(map: string, ocid: string, id: string): void {
    this.#maps?.get(map)?.set(ocid, id);
  }

  /** Notes one of several organisations of a process. */
  mapAlso(map: string, ocid: string, id: string): void {
    const ids = this.#maps?.get(map);
    if (ids === undefined) return;
    const known = ids.get(ocid);
    if (known instanceof Set) known.add(id);
    else ids.set(ocid, new Set([id]));
  }

  /** How many processes or organisations have a result, for each group that has some. */
  counts(): [IndicatorGroup, number][] {
    return [...this.#groups].filter(([, ids]) => ids.size > 0).map(([group, ids]) => [group, ids.size]);
  }

  /** The answer in Cardinal's form: groups without results are left out. */
  toJson({ meta }: { meta: boolean }): JsonObject {
    const answer: JsonObject = {};
    for (const [group, ids] of this.#groups) {
      if (ids.size > 0) answer[group] = fromNested(ids);
    }
    if (meta) answer['Meta'] = fromNested(this.#notes);
    if (this.#maps !== null) {
      answer['Maps'] = Object.fromEntries(
        [...this.#maps].map(([name, ids]) => [
          name,
          Object.fromEntries([...ids].map(([ocid, id]) => [ocid, typeof id === 'string' ? id : [...id]])),
        ]),
      );
    }
    return answer;
  }
}

function fromNested(nested: ReadonlyMap<string, ReadonlyMap<string, number | null>>): JsonObject {
  return Object.fromEntries([...nested].map(([id, values]) => [id, Object.fromEntries(values)]));
}

/** Halves go away from zero, as in the reference. */
function roundTo4(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 10_000)) / 10_000;
}
