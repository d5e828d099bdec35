import { HtmlValidate } from 'html-validate';
import { catalogues } from '../../src/web/catalogue/catalogue.ts';
import { loadAssets } from '../../src/web/layout/assets.ts';
import type { Frame } from '../../src/web/layout/render.ts';
import { createRender } from '../../src/web/layout/render.ts';

/** The catalogue that tests read pages with. */
export const words = catalogues.en;

const render = createRender(loadAssets());

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Tables become blocks on a phone, which takes their roles away in some browsers; so the roles are written out.
    'no-redundant-role': 'off',
    // Wording of GOV.UK Frontend's own templates.
    'no-implicit-button-type': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    // Sections carry headings, and addresses and telephone numbers don't occur.
    'tel-non-breaking': 'off',
    // Nothing inline: the content security policy forbids it.
    'no-inline-style': 'error',
    // The summary of errors stands before the first heading of a form.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'require-sri': 'off',
  },
});

/**
 * A page as a browser gets it: a template, its view, and the usual frame.
 *
 * @example renderPage('pages/site/about/page.njk', presentAbout())
 */
export function renderPage(template: string, view: object, frame: Partial<Frame> = {}): string {
  return render(template, view, {
    words,
    title: 'A page',
    url: '/a-page',
    section: null,
    crumbs: [],
    isIndexed: true,
    isPrivate: false,
    hasError: false,
    sample: 'none',
    ...frame,
  });
}

/** What html-validate finds wrong with a page, one line each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#96': '`',
  '#92': '\\',
};

/** The text of a page's main part, white space closed up, as someone reads it. */
export function visibleText(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/u.exec(html)?.[1] ?? html;
  return plainText(main);
}

/** Markup as text. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&([#\w]+);/gu, (entity, name: string) => entities[name] ?? entity)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Where the links of a page lead, by their text. */
export function linksOf(html: string): { text: string; href: string }[] {
  return [...html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gu)].map(([, href, text]) => ({
    text: plainText(text ?? ''),
    href: (href ?? '').replaceAll('&amp;', '&'),
  }));
}

/** Levels of the headings of a page, in order. */
export function headingLevels(html: string): number[] {
  return [...html.matchAll(/<h([1-6])\b/gu)].map(([, level]) => Number(level));
}
