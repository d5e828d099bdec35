import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One file that pages load. */
export type Asset = { body: string; contentType: string };

/** Everything that pages load, read once, under one version made of its content. */
export type Assets = { version: string; files: ReadonlyMap<string, Asset> };

/** The folder `dist` of GOV.UK Frontend: styles, scripts and templates. */
export const govukFolder = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist',
);

const ownFolder = join(import.meta.dirname, '../assets');

/** In place of GDS Transport, which is licensed for GOV.UK only. */
const fontStack =
  '-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif';

function govuk(name: string): string {
  return readFileSync(join(govukFolder, 'govuk', name), 'utf8');
}

function own(name: string): string {
  return readFileSync(join(ownFolder, name), 'utf8');
}

/**
 * Reads the files that pages load.
 *
 * @example loadAssets().files.get('site.css')
 */
export function loadAssets(): Assets {
  const css = 'text/css; charset=utf-8';
  const script = 'text/javascript; charset=utf-8';
  const files = new Map<string, Asset>([
    ['govuk-frontend.css', { body: withoutCrown(govuk('govuk-frontend.min.css')), contentType: css }],
    ['govuk-frontend.js', { body: withoutSourceMap(govuk('govuk-frontend.min.js')), contentType: script }],
    ['site.css', { body: own('site.css'), contentType: css }],
    ['try-weights.js', { body: own('try-weights.js'), contentType: script }],
    ['start.js', { body: own('start.js'), contentType: script }],
    ['icon.svg', { body: own('icon.svg'), contentType: 'image/svg+xml' }],
  ]);
  const hash = createHash('sha256');
  for (const asset of files.values()) hash.update(asset.body);
  return { version: hash.digest('hex').slice(0, 12), files };
}

/**
 * GOV.UK Frontend's styles without the typeface, the crest and the source map: services outside GOV.UK may use the
 * styles and components but neither typeface nor crown (https://design-system.service.gov.uk/styles/typeface/).
 */
export function withoutCrown(css: string): string {
  return withoutSourceMap(css)
    .replaceAll(/@font-face\{[^}]*\}/gu, '')
    .replaceAll(/"?GDS Transport"?,\s*arial,\s*sans-serif/gu, fontStack)
    .replaceAll(/url\([^)]*govuk-crest[^)]*\)/gu, 'none');
}

function withoutSourceMap(text: string): string {
  return text.replaceAll(/\/[/*]# sourceMappingURL=[^\n*]*(?:\*\/)?/gu, '');
}
