/**
 * Pounds as they are said: three figures, in millions from a million on.
 *
 * @example poundsText(113_333) // '£113,000'
 * @example poundsText(-1_734_000) // '−£1.73m'
 */
export function poundsText(pounds: number): string {
  const rounded = Number(Math.abs(pounds).toPrecision(3));
  const sign = pounds < 0 && rounded > 0 ? '−' : '';
  if (rounded >= 1e9) return `${sign}£${plain(rounded / 1e9)}bn`;
  if (rounded >= 1e6) return `${sign}£${plain(rounded / 1e6)}m`;
  return `${sign}£${rounded >= 100 ? plain(Math.round(rounded)) : pennies(rounded)}`;
}

const plain = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });

const pennies = (value: number): string =>
  Number.isInteger(value) || value < 0.005 ? String(Math.round(value)) : value.toFixed(2);

/**
 * A share in whole per cent; what isn’t quite none or all says so.
 *
 * @example shareText(0.884) // '88%'
 * @example shareText(0.999) // 'over 99%'
 */
export function shareText(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'under 1%';
  if (percent === 100 && share < 1) return 'over 99%';
  return `${percent}%`;
}

/**
 * Points with at most one decimal.
 *
 * @example pointsText(8.333) // '8.3'
 */
export function pointsText(points: number): string {
  return plain(Number(points.toFixed(1)));
}

/**
 * Names in a sentence.
 *
 * @example listText(['A', 'B', 'C']) // 'A, B and C'
 */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
