/**
 * A share in whole percent, where none and all are said of none and all only.
 *
 * @example placePercent(0.998) // 99
 */
export function placePercent(share: number): number {
  if (share === 0 || share === 1) return share * 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
