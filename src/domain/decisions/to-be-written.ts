const mark = 'To be written: ';

/**
 * A text that only a person can write, held open in a document that needs one there.
 *
 * @example toBeWritten('what will be better') // 'To be written: what will be better.'
 */
export function toBeWritten(what: string): string {
  return `${mark}${what}.`;
}

/**
 * Whether a text is still held open, or holds an open part.
 *
 * @example isToBeWritten('To be written: what will be better.') // true
 */
export function isToBeWritten(text: string): boolean {
  return text.includes(mark);
}
