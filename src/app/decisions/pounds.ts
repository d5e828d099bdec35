/**
 * Pounds as a reader wants them: millions and thousands with three figures, or fewer.
 *
 * @example poundsText(17_512_000) // '£17.5m'
 * @example poundsText(-940) // '−£940'
 */
export function poundsText(pounds: number): string {
  const size = Math.abs(pounds);
  const sign = pounds < 0 ? '−' : '';
  // What rounds up to the next unit is told in it: 999,600 is £1m.
  if (size >= 999_500) return `${sign}£${figures(size / 1_000_000)}m`;
  if (size >= 999.5) return `${sign}£${figures(size / 1000)}k`;
  return `${sign}£${Math.round(size)}`;
}

function figures(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * A share as per cent.
 *
 * @example percentText(0.876) // '88 %'
 */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}
