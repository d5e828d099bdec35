/** What can speak for or against two processes being one. */
export const pairParts = [
  'named',
  'same-source',
  'same-reference',
  'same-buyer',
  'buyer-alike',
  'other-buyer',
  'same-title',
  'title-alike',
  'other-title',
  'number-in-one',
  'same-value',
  'same-value-vat',
  'near-value',
  'other-value',
  'same-deadline',
  'other-deadline',
  'same-period',
  'same-start',
  'other-start',
  'same-award',
  'other-award',
  'published-near',
  'published-apart',
  'same-suppliers',
  'shared-suppliers',
  'supplier-alike',
  'other-suppliers',
  'same-code',
  'other-code',
] as const;

/** One reason with its weight (log-odds; what speaks against is negative) and what it rests on. */
export type PairPart = { part: (typeof pairParts)[number]; weight: number; detail: string };

/** Why two processes can't be one. */
export type PairVeto =
  'same-portal' | 'call-off' | 'other-buyer' | 'other-part' | 'other-award' | 'other-round';
