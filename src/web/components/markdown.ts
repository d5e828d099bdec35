import { Marked, type Tokens } from 'marked';

/**
 * A page of our own documentation as HTML: headings carry ids, tables scroll, links lead where `hrefOf` says, and those that lead
 * nowhere on the site stand as text. It is for files of this repository, not for what people type: HTML in them would pass.
 *
 * @param hrefOf where an address of the file leads on the site; null for nowhere
 * @returns HTML without the first heading, which is the title of the page
 * @example markdown('# A\n\n[b](b.md)', () => '/methods/b') // '<p class="govuk-body"><a class="govuk-link" href="/methods/b">b</a></p>\n'
 */
export function markdown(text: string, hrefOf: (href: string) => string | null): string {
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth, text: name }: Tokens.Heading): string {
        if (depth === 1) return '';
        const level = depth === 2 ? 'm' : 's';
        return `<h${depth} class="govuk-heading-${level}" id="${idOf(name)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      paragraph({ tokens }: Tokens.Paragraph): string {
        return `<p class="govuk-body">${this.parser.parseInline(tokens)}</p>\n`;
      },
      list({ items, ordered }: Tokens.List): string {
        const tag = ordered ? 'ol' : 'ul';
        const kind = ordered ? 'number' : 'bullet';
        return `<${tag} class="govuk-list govuk-list--${kind}">${items.map((item) => `<li>${this.parser.parse(item.tokens)}</li>`).join('')}</${tag}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const inner = this.parser.parseInline(tokens);
        const target = hrefOf(href);
        return target === null ? inner : `<a class="govuk-link" href="${escapeHtml(target)}">${inner}</a>`;
      },
      code({ text: code }: Tokens.Code): string {
        return `<pre class="ds-json" tabindex="0"><code>${escapeHtml(code)}</code></pre>\n`;
      },
      table({ header, rows }: Tokens.Table): string {
        const cells = (row: Tokens.TableCell[], tag: 'th' | 'td'): string =>
          row
            .map(({ tokens }) => {
              const kind =
                tag === 'th' ? ' scope="col" class="govuk-table__header"' : ' class="govuk-table__cell"';
              return `<${tag}${kind}>${this.parser.parseInline(tokens)}</${tag}>`;
            })
            .join('');
        const body = rows.map((row) => `<tr class="govuk-table__row">${cells(row, 'td')}</tr>`).join('');
        return `<div class="ds-table-scroll"><table class="govuk-table ds-table--figures"><thead class="govuk-table__head"><tr class="govuk-table__row">${cells(header, 'th')}</tr></thead><tbody class="govuk-table__body">${body}</tbody></table></div>\n`;
      },
    },
  });
  return marked.parse(text, { async: false });
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
