import type { EvidenceRow } from '../../db/queries/identity.ts';

/** Evidence that a run knows to be stored: most of it comes again with every notice of the same parties. */
export type EvidenceMemory = {
  /** Those that it doesn't know of, each once. */
  unknown(evidence: readonly EvidenceRow[]): EvidenceRow[];
  /** To be told when the transaction that stored them has ended well. Evidence is never taken back. */
  add(evidence: readonly EvidenceRow[]): void;
};

/** Pieces of evidence that are kept; a memory that is full begins anew. */
const mostKept = 200_000;

/**
 * An empty memory, for one run.
 *
 * @example const memory = evidenceMemory(); memory.add(stored); memory.unknown(stored) // []
 */
export function evidenceMemory(): EvidenceMemory {
  const known = new Set<string>();
  return {
    unknown: (evidence) => {
      const found = new Map(evidence.map((row) => [textOf(row), row]));
      return [...found].flatMap(([text, row]) => (known.has(text) ? [] : [row]));
    },
    add: (evidence) => {
      if (known.size > mostKept) known.clear();
      for (const row of evidence) known.add(textOf(row));
    },
  };
}

function textOf({ kind, nameKey, keys }: EvidenceRow): string {
  return [kind, nameKey, ...keys].join('\n');
}
