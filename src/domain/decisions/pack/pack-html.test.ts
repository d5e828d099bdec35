import { htmlFaults } from '../../../../test/support/page.ts';
import { describe, expect, it } from 'vitest';
import { packHtml } from './pack-html.ts';
import type { PackBlock, PackDocument } from './pack-document.ts';
import { withWordedDays } from './worded-days.ts';

const packOf = (blocks: PackBlock[], marking = 'OFFICIAL'): PackDocument => ({
  title: 'Permits & more',
  subtitle: 'Harbour Authority',
  form: 'Outline business case',
  marking,
  body: 'Harbour Authority',
  asOf: '2026-11-01',
  chapters: [{ id: 'one', title: 'One', sections: [{ id: 'need', title: 'Need', blocks }] }],
});

describe('a pack as HTML', () => {
  it('escapes whatever people wrote', () => {
    const html = packHtml(
      packOf([
        { kind: 'paragraph', text: '<script>alert(1)</script>' },
        { kind: 'quote', by: '"><img src=x>', text: 'a & b' },
        { kind: 'table', caption: '<b>', head: ['<i>'], numeric: [], rows: [{ cells: ['<u>', "'"] }] },
      ]),
    );
    expect(html).not.toMatch(/<(?:script|img|b|i|u)>/u);
    expect(html).toContain('&lt;script&gt;');
  });

  it('keeps a marking with signs from ending its style', () => {
    const html = packHtml(packOf([], 'A "b" </style> \\ c'));
    expect(html.match(/<\/style>/gu)).toHaveLength(1);
  });

  it('gives tables captions and scopes, and its marking to screen and print', async () => {
    const html = packHtml(
      packOf([
        {
          kind: 'table',
          caption: 'Costs',
          head: ['Year', 'Cost'],
          numeric: [1],
          rows: [{ cells: ['2027-28', '£1'] }],
          note: 'Cash.',
        },
        { kind: 'facts', rows: [{ name: 'Asked', text: 'One\nTwo' }] },
        { kind: 'list', items: [{ text: 'a' }, { text: 'b' }] },
        { kind: 'gap', entry: 1, what: 'A passage is withheld' },
        {
          kind: 'table',
          caption: 'Schedule',
          head: ['Number', 'What'],
          numeric: [],
          anchor: 'schedule',
          rows: [{ cells: ['1', 'x'] }],
        },
      ]),
    );
    expect(html).toContain('<caption>Costs</caption>');
    expect(html).toContain('<th scope="col">Year</th>');
    expect(html).toContain('<th scope="row">2027-28</th>');
    expect(html).toContain('@top-center { content: "OFFICIAL"');
    expect(html.match(/<p class="marking">OFFICIAL<\/p>/gu)).toHaveLength(2);
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('says days in words, and leaves a quotation as it was said', () => {
    const said = 'Ready by 2027-03-31, see EQ-2026-03-31x.';
    const html = packHtml(
      withWordedDays(
        packOf([
          { kind: 'paragraph', text: said },
          { kind: 'quote', by: 'A post', text: said },
        ]),
      ),
    );
    expect(html).toContain('<p>Ready by 31 March 2027, see EQ-2026-03-31x.</p>');
    expect(html).toContain(`<p>${said}</p>\n<footer>`);
  });
});
