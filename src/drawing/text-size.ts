/** Widths of signs of Arial, in shares of the size: three classes are near enough to keep texts apart. */
const narrow = /[ijlI.,;:'’“”|!()[\] ftr-]/u;
const wide = /[mwMWA-HJ-Z@%&£–—0-9]/u;

/**
 * About how wide a text is. No machine measures it here: the estimate is a little too wide rather than too narrow.
 *
 * @param size of the type, in units of the drawing
 * @example textWidth('Mixed economy', 13) // about 88
 */
export function textWidth(text: string, size = 13): number {
  let shares = 0;
  for (const sign of text) {
    if ((sign.codePointAt(0) ?? 0) > 0x2e7f) shares += 1.05;
    else if (narrow.test(sign)) shares += 0.34;
    else shares += wide.test(sign) ? 0.68 : 0.56;
  }
  return shares * size;
}

/**
 * A text in lines that fit a width, cut with an ellipsis where the lines don’t hold it. Words that are too long are broken.
 *
 * @param room width in units of the drawing, lines at most, and size of the type
 * @example textLines('Subscribe to one suite', { width: 90, most: 2 }) // ['Subscribe to', 'one suite']
 */
export function textLines(
  text: string,
  { width, most, size = 13 }: { width: number; most: number; size?: number },
): string[] {
  const words = text
    .trim()
    .split(/\s+/u)
    .flatMap((word) => pieces(word, width, size));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let end = kept.at(-1) ?? '';
  while (end !== '' && textWidth(`${end}…`, size) > width) end = end.replace(/.$/su, '');
  return [...kept.slice(0, -1), `${end.trimEnd()}…`];
}

function pieces(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && textWidth(piece + sign, size) > width) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return piece === '' ? found : [...found, piece];
}
