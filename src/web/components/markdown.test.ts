import { expect, test } from 'vitest';
import { markdown } from './markdown.ts';

const nowhere = (): null => null;

test('the title is left to the page, headings below it have ids, and tables have heads', () => {
  const html = markdown('# Title\n\n## What is left out\n\n| a | b |\n| - | - |\n| `1` | 2 |\n', nowhere);
  expect(html).not.toContain('Title');
  expect(html).toContain('<h2 class="govuk-heading-m" id="what-is-left-out">');
  expect(html).toContain('<th scope="col" class="govuk-table__header">a</th>');
  expect(html).toContain('<code>1</code>');
});

test('links lead where the site has a page, and are words where it has none', () => {
  const hrefOf = (href: string): string | null => (href === 'b.md' ? '/methods/b' : null);
  const html = markdown('[There](b.md), [not there](../../src/a.ts), [nor](javascript:alert(1))', hrefOf);
  expect(html).toContain('<a class="govuk-link" href="/methods/b">There</a>, not there, nor');
  expect(html).not.toContain('javascript');
});

test('code is shown as it stands', () => {
  expect(markdown('```ts\na < "b" && c;\n```', nowhere)).toContain('a &lt; &quot;b&quot; &amp;&amp; c;');
});
