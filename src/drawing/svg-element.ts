/** Attributes of an element; what is undefined is left out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An element of a drawing as text. Attributes and texts are escaped; children are taken as they are, and come from here.
 *
 * Nothing carries a style of its own: a page’s content policy allows none, and an attribute draws the same.
 *
 * @param attributes numbers are units of the drawing, written with at most two decimals
 * @throws RangeError where a number is none, or infinite: a mark in the wrong place misleads
 * @example svgElement('line', { x1: 0, x2: 10.005 }) // '<line x1="0" x2="10.01"/>'
 */
export function svgElement(
  name: string,
  attributes: SvgAttributes,
  children: string | readonly string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(typeof value === 'number' ? decimal(value) : value)}"`],
  );
  const inner = typeof children === 'string' ? children : children.join('');
  const open = `<${name}${written.join('')}`;
  return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`;
}

/**
 * A text of a drawing, centred on its line by nothing but its own place.
 *
 * @example svgText('A & B', { x: 0, y: 12 }) // '<text x="0" y="12">A &amp; B</text>'
 */
export function svgText(text: string, attributes: SvgAttributes): string {
  return svgElement('text', attributes, escapeXml(text) || ' ');
}

/**
 * Text as a file of XML can hold it: the five signs that mean something are written out, and what no such file may hold stands
 * as the sign for what can’t be read.
 *
 * @example escapeXml('<b> & "c"') // '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd') // eslint-disable-line no-control-regex
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Straight lines from point to point, as the data of a path.
 *
 * @throws RangeError where a place is no number
 * @example pathOf([[0, 0], [10, 5.5]]) // 'M0 0L10 5.5'
 */
export function pathOf(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${decimal(x)} ${decimal(y)}`).join('');
}

function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`A place in a drawing is a number, not ${value}.`);
  return String(Math.round(value * 100) / 100);
}
