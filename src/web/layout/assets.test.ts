import { expect, test } from 'vitest';
import { loadAssets, withoutCrown } from './assets.ts';

const { files, version } = loadAssets();

test('neither the typeface nor the crest of GOV.UK is left in the styles', () => {
  const css = files.get('govuk-frontend.css')?.body ?? '';
  expect(css.length).toBeGreaterThan(50_000);
  expect(css).not.toMatch(/GDS Transport|crest|@font-face|sourceMappingURL/u);
});

test('a planted typeface and crest are taken out', () => {
  const css =
    '@font-face{font-family:GDS Transport}a{font-family:GDS Transport,arial,sans-serif;background:url(/x/govuk-crest.svg)}';
  expect(withoutCrown(css)).toMatch(/^a\{font-family:-apple-system,.*sans-serif;background:none\}$/u);
});

test('what pages load names nothing outside the service', () => {
  for (const [name, { body }] of files) {
    if (name.endsWith('.css')) expect(body).not.toMatch(/url\((?!none)|@import/u);
  }
});

test('the version is made of the content', () => {
  expect(version).toMatch(/^[0-9a-f]{12}$/u);
  expect(loadAssets().version).toBe(version);
});
