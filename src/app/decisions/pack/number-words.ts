const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/**
 * A count as it is said: up to nine in words.
 *
 * @example numberWords(3) // 'three'
 */
export function numberWords(count: number): string {
  return small[count] ?? figureText(count);
}

/**
 * A number with its thousands parted.
 *
 * @example figureText(310000) // '310,000'
 */
export function figureText(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}
