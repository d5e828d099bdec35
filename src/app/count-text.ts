/**
 * A number with its thousands parted.
 *
 * @example numberText(6330) // '6,330'
 */
export function numberText(count: number): string {
  return count.toLocaleString('en-GB');
}

/**
 * How many there are, with the noun in the form that fits; the plural takes an s.
 *
 * @example countText(1, 'contract') // '1 contract'
 */
export function countText(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
