import { Marked, type Token } from 'marked';

/** What keeps a text from being plain Markdown, and the line of the text on which it stands. */
export type MarkdownFault = { line: number; message: string };

const reader = new Marked({ gfm: true });

/** What plain Markdown is made of: paragraphs, lists, emphasis, code within a line, links. */
const plainTypes = new Set([
  'br',
  'codespan',
  'del',
  'em',
  'escape',
  'link',
  'list',
  'list_item',
  'paragraph',
  'space',
  'strong',
  'text',
]);

const refusals: Readonly<Record<string, string>> = {
  html: 'this looks like HTML, which is not passed on: take the tag out',
  image: 'pictures are not passed on: say in words what it shows',
  heading: 'headings are those of the page: begin the line with something else than “#”',
  code: 'this would be a block of code: take away the spaces or marks at the beginning of the line',
};

/**
 * What a text holds beside plain Markdown: HTML, scripts, pictures, headings, tables, links to anything but `https:` and `mailto:`.
 * None means that {@link markdownHtml} shows all of it.
 *
 * @example markdownFaults('One **firm**.\n\n<b>two</b>') // [{ line: 3, message: 'this looks like HTML, which is not passed on: take the tag out' }]
 * @example markdownFaults('See [the act](https://www.legislation.gov.uk/).') // []
 */
export function markdownFaults(text: string): MarkdownFault[] {
  const faults = faultsOf(reader.lexer(text), 1);
  const lines = text.split('\n');
  // What a browser takes for a tag or a script address although Markdown reads it as text.
  for (const [index, line] of lines.entries()) {
    const isNew = !faults.some((fault) => fault.line === index + 1);
    if (isNew && /<[a-z!/?]/iu.test(line)) faults.push({ line: index + 1, message: refusals['html'] ?? '' });
    else if (isNew && /\b(?:javascript|vbscript):/iu.test(line))
      faults.push({ line: index + 1, message: scriptMessage });
  }
  const isFirst = ({ line, message }: MarkdownFault, index: number): boolean =>
    faults.findIndex((other) => other.line === line && other.message === message) === index;
  return faults.filter(isFirst).toSorted((one, other) => one.line - other.line);
}

const scriptMessage = 'this looks like a script, which is not passed on: take it out';

function faultsOf(tokens: readonly Token[], from: number): MarkdownFault[] {
  const faults: MarkdownFault[] = [];
  let line = from;
  for (const token of tokens) {
    const own = ownFault(token);
    if (own !== null) faults.push({ line, message: own });
    else faults.push(...faultsOf(partsOf(token), line));
    line += token.raw.split('\n').length - 1;
  }
  return faults;
}

function ownFault(token: Token): string | null {
  if (!plainTypes.has(token.type))
    return (
      refusals[token.type] ??
      'only paragraphs, lists, emphasis and links are passed on: write it as one of those'
    );
  if (token.type !== 'link') return null;
  const protocol = protocolOf(String('href' in token ? token.href : ''));
  if (protocol === 'https:' || protocol === 'mailto:') return null;
  return protocol === 'javascript:' || protocol === 'vbscript:' || protocol === 'data:'
    ? scriptMessage
    : 'a link goes to a whole address that begins with https://';
}

function protocolOf(href: string): string | null {
  return URL.canParse(href) ? new URL(href).protocol : null;
}

function partsOf(token: Token): readonly Token[] {
  if (token.type === 'list' && 'items' in token && Array.isArray(token.items)) return token.items;
  return 'tokens' in token && Array.isArray(token.tokens) ? token.tokens : [];
}

/** Plain Markdown as HTML: the inside of its first paragraph, and everything after it. */
export type MarkdownHtml = { first: string; rest: string };

/**
 * Plain Markdown as HTML with the classes of GOV.UK Frontend. Whatever isn’t plain Markdown is left out or stands as the characters
 * that it is; nothing of the text reaches the page as markup.
 *
 * @returns `first` is the inside of a paragraph, empty where the text begins with a list; `rest` holds whole elements
 * @example markdownHtml('One **firm**.').first // 'One <strong>firm</strong>.'
 * @example markdownHtml('a <b>').first // 'a &lt;b&gt;'
 */
export function markdownHtml(text: string): MarkdownHtml {
  const [first, ...others] = reader.lexer(text).filter(({ type }) => type !== 'space');
  if (first === undefined) return { first: '', rest: '' };
  if (first.type !== 'paragraph') return { first: '', rest: blocksHtml([first, ...others]) };
  return { first: inlineHtml(partsOf(first)), rest: blocksHtml(others) };
}

function blocksHtml(tokens: readonly Token[]): string {
  return tokens.map((token) => blockHtml(token)).join('');
}

function blockHtml(token: Token): string {
  if (token.type === 'space') return '';
  if (token.type === 'paragraph') return `<p class="govuk-body">${inlineHtml(partsOf(token))}</p>`;
  if (token.type === 'list') {
    const isOrdered = 'ordered' in token && token.ordered === true;
    const tag = isOrdered ? 'ol' : 'ul';
    const items = partsOf(token).map((item) => `<li>${inlineHtml(partsOf(item))}</li>`);
    return `<${tag} class="govuk-list govuk-list--${isOrdered ? 'number' : 'bullet'}">${items.join('')}</${tag}>`;
  }
  return `<p class="govuk-body">${escapeHtml(token.raw)}</p>`;
}

function inlineHtml(tokens: readonly Token[]): string {
  return tokens.map((token) => tokenHtml(token)).join('');
}

function tokenHtml(token: Token): string {
  const inner = (): string => inlineHtml(partsOf(token));
  switch (token.type) {
    case 'strong':
      return `<strong>${inner()}</strong>`;
    case 'em':
      return `<em>${inner()}</em>`;
    case 'del':
      return `<s>${inner()}</s>`;
    case 'br':
      return '<br>';
    case 'codespan':
      return `<code>${escapeHtml(textOf(token))}</code>`;
    case 'link':
      return ownFault(token) === null
        ? `<a class="govuk-link" href="${escapeHtml(String('href' in token ? token.href : ''))}">${inner()}</a>`
        : inner();
    case 'list':
    case 'paragraph':
      return token.type === 'list' ? blockHtml(token) : inner();
    case 'text':
      return partsOf(token).length > 0 ? inner() : escapeHtml(textOf(token));
    case 'escape':
      return escapeHtml(textOf(token));
    default:
      return escapeHtml(token.raw);
  }
}

function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
