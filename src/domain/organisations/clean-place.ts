import { remember } from '../../lib/remember.ts';

/**
 * The name of a place as a person should read it: one space between words, none before a comma, and no comma left over
 * at either end or beside another. Null where nothing is left.
 *
 * @example cleanPlace(' Leeds ,, West  Yorkshire, ') // 'Leeds, West Yorkshire'
 */
export function cleanPlace(text: string | null): string | null {
  return text === null ? null : cleaned(text);
}

const cleaned = remember((text: string): string | null => {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
});
