import { describe, expect, it } from 'vitest';
import { markdownFaults, markdownHtml } from './safe-markdown.ts';

const lines = (text: string): number[] => markdownFaults(text).map(({ line }) => line);

describe('plain Markdown', () => {
  it.each([
    'One **firm** and *another*.',
    'A list:\n\n- one\n- two\n  1. within it',
    'See [the act](https://www.legislation.gov.uk/ukpga/2023/54).',
    'Under 12 months, < 10% and AT&T.',
    'Take the data: all of it.',
    '',
  ])('is %j', (text) => {
    expect(markdownFaults(text)).toEqual([]);
  });

  it.each([
    ['a tag', 'One <b>firm</b>', 'HTML'],
    ['a script', '<script>alert(1)</script>', 'HTML'],
    ['a tag within a list', '- <img src=x onerror=alert(1)>', 'HTML'],
    ['a tag within code', 'Write `<b>` here', 'HTML'],
    ['a comment', 'One <!-- two -->', 'HTML'],
    ['a script address', '[here](javascript:alert(1))', 'script'],
    ['a script address in capitals', '[here](JavaScript:alert(1))', 'script'],
    ['a script address by reference', '[here][x]\n\n[x]: javascript:alert(1)', 'script'],
    ['a script address as text', 'Type javascript:alert(1)', 'script'],
    ['data as an address', '[here](data:text/html,x)', 'script'],
    ['an address without encryption', '[here](http://example.org)', 'https://'],
    ['an address of this site', '[here](/market)', 'https://'],
    ['an address without its protocol', '[here](//example.org)', 'https://'],
    ['a picture', '![plan](https://example.org/a.png)', 'pictures'],
    ['a heading', '# Terms', 'headings'],
    ['a table', '| a | b |\n|---|---|\n| c | d |', 'paragraphs, lists'],
    ['a quotation block', '> quoted', 'paragraphs, lists'],
    ['a block of code', 'One\n\n    two', 'block of code'],
  ])('is not %s', (_, text, message) => {
    expect(markdownFaults(text)[0]?.message).toContain(message);
  });

  it('says on which line it stands, once for each line', () => {
    expect(lines('One.\n\n- two\n- <b>three</b>\n\nFour <i>five</i>')).toEqual([4, 6]);
  });
});

describe('the HTML of plain Markdown', () => {
  it('is the inside of the first paragraph, and what follows', () => {
    expect(markdownHtml('One **firm**.\n\n- two')).toEqual({
      first: 'One <strong>firm</strong>.',
      rest: '<ul class="govuk-list govuk-list--bullet"><li>two</li></ul>',
    });
  });

  it('begins with nothing where the text begins with a list', () => {
    expect(markdownHtml('1. one\n2. *two*')).toEqual({
      first: '',
      rest: '<ol class="govuk-list govuk-list--number"><li>one</li><li><em>two</em></li></ol>',
    });
  });

  it.each([
    '<script>alert(1)</script>',
    '- <img src=x onerror=alert(1)>',
    'One <b onclick="x">two</b>',
    '![<img src=x>](https://example.org/"onerror="x)',
    '`<b>`',
    '[<b>](https://example.org/?a="b)',
  ])('lets nothing of %j through as markup, though it was never checked', (text) => {
    const { first, rest } = markdownHtml(text);
    const own =
      /<\/?(?:p|ul|ol|li|strong|em|code|s|br)(?: class="[a-z- ]+")?>|<a class="govuk-link" href="[^"<>]+">|<\/a>/gu;
    expect(`${first}${rest}`.replaceAll(own, '')).not.toMatch(/[<>]/u);
  });

  it('leads nowhere that was refused', () => {
    expect(markdownHtml('[here](javascript:alert(1))').first).toBe('here');
    expect(markdownHtml('[here](https://example.org/?a=1&b=2)').first).toBe(
      '<a class="govuk-link" href="https://example.org/?a=1&amp;b=2">here</a>',
    );
  });
});
