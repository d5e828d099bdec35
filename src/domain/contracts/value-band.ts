/** Bands of the headline value. `none`: no believable value in sterling. `ceiling`: a framework, whose value is a ceiling. */
export const valueBands = [
  'none',
  'ceiling',
  'under-10k',
  '10k-100k',
  '100k-1m',
  '1m-10m',
  '10m-100m',
  'over-100m',
] as const;
export type ValueBand = (typeof valueBands)[number];

const upperPence: readonly [number, ValueBand][] = [
  [1_000_000, 'under-10k'],
  [10_000_000, '10k-100k'],
  [100_000_000, '100k-1m'],
  [1_000_000_000, '1m-10m'],
  [10_000_000_000, '10m-100m'],
];

/**
 * The values of a band in pence: from the first, below the second; null where it isn't a band of values.
 *
 * @example penceOfBand('10k-100k') // { from: 1_000_000, below: 10_000_000 }
 */
export function penceOfBand(band: ValueBand): { from: number; below: number | null } | null {
  if (band === 'none' || band === 'ceiling') return null;
  const place = upperPence.findIndex(([, name]) => name === band);
  if (place === -1) return { from: upperPence.at(-1)?.[0] ?? 0, below: null };
  return {
    from: upperPence[place - 1]?.[0] ?? Number.MIN_SAFE_INTEGER,
    below: upperPence[place]?.[0] ?? null,
  };
}

/**
 * The band of a value in pence; the lower bound belongs to the band (£10,000 is in 10k-100k).
 *
 * @example valueBandOf(8_200_000, false) // '10k-100k'
 */
export function valueBandOf(pence: number | null, isCeiling: boolean): ValueBand {
  if (isCeiling) return 'ceiling';
  if (pence === null) return 'none';
  return upperPence.find(([upper]) => pence < upper)?.[1] ?? 'over-100m';
}
