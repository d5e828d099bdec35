/**
 * What a person decided about who is who, in natural keys (`SCHEME:id`, `name:<kind>:<name>`), so that it holds in any register.
 * same: the keys are one organisation. apart: the keys, together, are not the organisation that `apartFrom` belongs to.
 */
export type IdentityDecision =
  { kind: 'same'; keys: readonly string[] } | { kind: 'apart'; keys: readonly string[]; apartFrom: string };

/**
 * Every key that a decision speaks of.
 *
 * @example keysOfDecision({ kind: 'apart', keys: ['GB-CHC:1'], apartFrom: 'GB-COH:01234567' }) // ['GB-CHC:1', 'GB-COH:01234567']
 */
export function keysOfDecision(decision: IdentityDecision): string[] {
  return decision.kind === 'same' ? [...decision.keys] : [...decision.keys, decision.apartFrom];
}
