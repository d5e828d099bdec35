import { packStyle } from './pack-style.ts';
import type { PackBlock, PackChapter, PackDocument, PackSection, PackTable } from './pack-document.ts';

/**
 * A pack as one HTML file that needs nothing else: the accessible master, which prints with its marking on every page.
 *
 * @example packHtml(pack).startsWith('<!DOCTYPE html>') // true
 */
export function packHtml(pack: PackDocument): string {
  const { title, subtitle, form, marking, chapters } = pack;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(`${title}: ${form}`)}</title>
<style>${packStyle(marking, `${title}: ${form}`)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="marking">${escaped(marking)}</p>
<h1>${escaped(title)}</h1>
<p>${escaped(form)}</p>
<p class="subtitle">${escaped(subtitle)}</p>
</header>
<nav aria-label="Contents">
<ol>
${chapters.map(({ id, title: name }) => `<li><a href="#chapter-${id}">${escaped(name)}</a></li>`).join('\n')}
</ol>
</nav>
<main id="content" tabindex="-1">
${chapters.map((chapter, at) => chapterHtml(chapter, at === 0)).join('\n')}
</main>
<footer>
<p class="marking">${escaped(marking)}</p>
</footer>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML. Whatever people wrote goes through here. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
}

function chapterHtml({ id, title, sections }: PackChapter, isFirst: boolean): string {
  const own = sections.length === 1 && sections[0]?.title === title;
  return `<section aria-labelledby="chapter-${id}">
<h2 id="chapter-${id}"${isFirst ? ' class="first"' : ''}>${escaped(title)}</h2>
${sections.map((section) => sectionHtml(section, own)).join('\n')}
</section>`;
}

/** A section called like its chapter has no heading of its own; what would stand under one then moves up. */
function sectionHtml({ id, title, blocks }: PackSection, isChapter: boolean): string {
  const heading = isChapter ? '' : `<h3 id="${id}">${escaped(title)}</h3>\n`;
  return heading + blocks.map((block) => blockHtml(block, isChapter ? 3 : 4)).join('\n');
}

function blockHtml(block: PackBlock, level: number): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'heading':
      return `<h${level}>${escaped(block.text)}</h${level}>`;
    case 'notice':
      return `<p class="notice">${escaped(block.text)}</p>`;
    case 'quote':
      return `<blockquote>\n<p>${escaped(block.text)}</p>\n<footer>${escaped(block.by)}</footer>\n</blockquote>`;
    case 'gap':
      return `<p class="gap">${escaped(block.what)}: see <a href="#schedule-${block.entry}">entry ${block.entry} of the schedule</a>.</p>`;
    case 'list': {
      const tag = block.isOrdered === true ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map(({ text }) => `<li>${escaped(text)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'facts':
      return `<dl class="facts">\n${block.rows
        .map(({ name, text }) => `<div><dt>${escaped(name)}</dt><dd>${linesHtml(text)}</dd></div>`)
        .join('\n')}\n</dl>`;
    case 'figure':
      return `<figure>\n<figcaption>${escaped(block.caption)}</figcaption>\n${block.svg}\n</figure>`;
    case 'table':
      return tableHtml(block);
    default:
      return block satisfies never;
  }
}

/** Several lines of one value. */
function linesHtml(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}

function tableHtml({ caption, head, rows, numeric, anchor, note }: PackTable): string {
  const kind = (column: number): string => (numeric.includes(column) ? ' class="figure"' : '');
  const body = rows
    .map(({ cells }) => {
      const [name = '', ...others] = cells;
      const id = anchor === undefined ? '' : ` id="${anchor}-${escaped(name)}"`;
      return `<tr${id}><th scope="row">${escaped(name)}</th>${others
        .map((cell, at) => `<td${kind(at + 1)}>${linesHtml(cell)}</td>`)
        .join('')}</tr>`;
    })
    .join('\n');
  return `<section class="scroll" aria-label="${escaped(caption)}" tabindex="0">
<table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head.map((name, at) => `<th scope="col"${kind(at)}>${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</section>${note === undefined ? '' : `\n<p class="note">${escaped(note)}</p>`}`;
}
