/** A quantile of measured times by the nearest rank, one decimal. */
export function quantile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return (sorted[at] ?? Number.NaN).toFixed(1);
}
