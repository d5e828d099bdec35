import type { Publisher } from './process-facts.ts';

/** Registered ocid prefixes of the British portals. `ocds-b5fd17raw` is an early export of Contracts Finder. */
const prefixes: readonly (readonly [string, Publisher])[] = [
  ['ocds-h6vhtk', 'find-a-tender'],
  ['ocds-b5fd17', 'contracts-finder'],
  ['ocds-r6ebe6', 'public-contracts-scotland'],
  ['ocds-kuma6s', 'sell2wales'],
];

/**
 * Where a process was published, by the prefix of its ocid.
 *
 * @example publisherOf('ocds-h6vhtk-06e0a2') // 'find-a-tender'
 */
export function publisherOf(ocid: string): Publisher {
  for (const [prefix, publisher] of prefixes) if (ocid.startsWith(prefix)) return publisher;
  return 'other';
}
