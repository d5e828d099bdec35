import { describe, expect, it } from 'vitest';
import { asDrawing } from './drawing.ts';
import { escapeXml, pathOf, svgElement, svgText } from './svg-element.ts';

const table = { heads: [], rows: [] };
const size = { width: 10, height: 10 };

describe('an element of a drawing', () => {
  it('holds names that would be markup as text', () => {
    const name = `</text><script>alert("1")</script> & 'so on'`;
    const text = svgText(name, { x: 0, y: 0, 'data-name': name });
    expect(text).not.toContain('<script');
    expect(text.match(/</gu)).toHaveLength(2);
    expect(text).toContain('&amp; &#39;so on&#39;');
  });

  it('has no sign that a file of XML may not hold', () => {
    expect(escapeXml('a\u0000b\u001bc\ud800d\tе')).toBe('a\ufffdb\ufffdc\ufffdd\tе');
  });

  it('refuses a place that is no number, and takes one', () => {
    expect(() => svgElement('rect', { x: Number.NaN })).toThrow('is a number, not NaN');
    expect(() => pathOf([[0, Number.POSITIVE_INFINITY]])).toThrow('not Infinity');
    expect(svgElement('rect', { x: -0.005, y: undefined })).toBe('<rect x="0"/>');
  });
});

describe('a drawing', () => {
  it('has a name and words for those who listen, and stands alone as a file', () => {
    const { svg } = asDrawing({ id: 'a', title: 'A <b>', description: 'C & d' }, size, [], table);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain('role="img" aria-labelledby="a-name a-words"');
    expect(svg).toContain('<title id="a-name">A &lt;b&gt;</title>');
    expect(svg).toContain('<desc id="a-words">C &amp; d</desc>');
  });

  it('refuses an id that is none, and no size', () => {
    const caption = { title: 'A', description: 'B' };
    expect(() => asDrawing({ ...caption, id: 'a"b' }, size, [], table)).toThrow('can’t be the id');
    expect(() => asDrawing({ ...caption, id: 'a' }, { width: 10, height: 0 }, [], table)).toThrow('above 0');
  });
});
