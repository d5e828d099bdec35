import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const docs = join(import.meta.dirname, '..', '..', 'docs');

/** Pages below a folder that a map doesn't lead to. */
function unmapped(pages: readonly string[], map: string): string[] {
  return pages.filter((page) => !map.includes(`](${page})`));
}

it('the map of the documentation leads to every page', () => {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.md') && path !== 'index.md',
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(unmapped(pages, readFileSync(join(docs, 'index.md'), 'utf8'))).toEqual([]);
});

it('a page that the map forgets is found', () => {
  expect(unmapped(['methods/search.md', 'methods/lost.md'], '[Search](methods/search.md)')).toEqual([
    'methods/lost.md',
  ]);
});

it('a decision is numbered once and has at most sixty lines', () => {
  const decisions = readdirSync(join(docs, 'adr')).toSorted();
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
  for (const name of decisions)
    expect(readFileSync(join(docs, 'adr', name), 'utf8').split('\n').length, name).toBeLessThanOrEqual(61);
});
