/** How many of how many, for each id. */
export class FractionCounts {
  readonly #counts = new Map<string, { hits: number; all: number }>();

  add(id: string, hits: number, all: number): void {
    const known = this.#counts.get(id);
    if (known === undefined) {
      this.#counts.set(id, { hits, all });
      return;
    }
    known.hits += hits;
    known.all += all;
  }

  /** Id, count and share of those that were counted at least so often. */
  *shares(atLeast: number): Generator<{ id: string; all: number; share: number }> {
    for (const [id, { hits, all }] of this.#counts) if (all >= atLeast) yield { id, all, share: hits / all };
  }
}
