/**
 * Whole pounds in words for a sentence.
 *
 * @example poundsText(1_250_000) // '£1,250,000'
 */
export function poundsText(pounds: number): string {
  const whole = String(Math.round(Math.abs(pounds))).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${pounds <= -0.5 ? '−' : ''}£${whole}`;
}
