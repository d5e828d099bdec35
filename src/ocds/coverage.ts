import type { JsonValue } from '../lib/json.ts';

/** A path of the data: how often it holds something, and how often that is an object. */
type Node = { values: number; objects: number; members: Members | null; entries: Node | null };

/** The members met so far, in the order in which they were met, and where each name stands in it. */
type Members = { names: string[]; nodes: Node[]; places: Map<string, number> };

/**
 * Counts how often each path of a set of JSON values holds something. Empty is `""`, `[]`, `{}`, null, and what holds
 * only empty things.
 *
 * The path `""` is a value itself; a path ending in `/` an object, in `[]` an entry of an array, any other a member.
 * Equal to the reference (ocdscardinal coverage).
 *
 * @example const coverage = new Coverage(); coverage.add({ a: [0, ''] }); coverage.counts() // { '': 1, '/': 1, '/a': 1, '/a[]': 1 }
 */
export class Coverage {
  readonly #root = node();

  add(value: JsonValue): void {
    count(value, this.#root);
  }

  /** Path → count, sorted by path. */
  counts(): Record<string, number> {
    const counts = new Map<string, number>();
    collect(this.#root, '', counts);
    const sorted = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted);
  }
}

function node(): Node {
  return { values: 0, objects: 0, members: null, entries: null };
}

function count(value: JsonValue, at: Node): boolean {
  let isFilled = false;
  if (typeof value === 'string') isFilled = value.length > 0;
  else if (value === null) return false;
  else if (typeof value !== 'object') isFilled = true;
  else if (Array.isArray(value)) {
    if (value.length === 0) return false;
    const entries = (at.entries ??= node());
    for (const entry of value) isFilled = count(entry, entries) || isFilled;
  } else {
    const members = (at.members ??= { names: [], nodes: [], places: new Map() });
    // Objects of one kind have their members in one order, so that the next name is nearly always the one expected.
    let expected = 0;
    for (const name in value) {
      const place = members.names[expected] === name ? expected : placeOf(members, name);
      expected = place + 1;
      const below = members.nodes[place];
      const member = value[name];
      if (below !== undefined && member !== undefined) isFilled = count(member, below) || isFilled;
    }
    if (isFilled) at.objects += 1;
  }
  if (isFilled) at.values += 1;
  return isFilled;
}

function placeOf(members: Members, name: string): number {
  const known = members.places.get(name);
  if (known !== undefined) return known;
  const place = members.names.push(name) - 1;
  members.nodes.push(node());
  members.places.set(name, place);
  return place;
}

/** Different paths may read the same (a member with an empty name): they are added up, as in the reference. */
function collect(at: Node, path: string, counts: Map<string, number>): void {
  addTo(counts, path, at.values);
  addTo(counts, `${path}/`, at.objects);
  if (at.entries !== null) collect(at.entries, `${path}[]`, counts);
  for (const [name, place] of at.members?.places ?? []) {
    const below = at.members?.nodes[place];
    if (below !== undefined) collect(below, `${path}/${name}`, counts);
  }
}

function addTo(counts: Map<string, number>, path: string, more: number): void {
  if (more > 0) counts.set(path, (counts.get(path) ?? 0) + more);
}
