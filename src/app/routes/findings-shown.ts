import type { FoundRoutesView } from './views.ts';

type Found = FoundRoutesView['routes'][number];

/** Findings that the line of the status has said already. */
const saidByStatus = new Set(['status-unknown', 'ended']);

/**
 * What a reader needs of the findings beside the status: of a route that can’t be used only what bars it.
 *
 * @example findingsShown(route).map(({ text }) => text) // ['It isn’t for bodies of your kind.']
 */
export function findingsShown({ verdict, findings }: Pick<Found, 'verdict' | 'findings'>): Found['findings'] {
  return findings.filter(
    ({ code, weight }) => !saidByStatus.has(code) && (verdict !== 'cannot' || weight === 'bars'),
  );
}
