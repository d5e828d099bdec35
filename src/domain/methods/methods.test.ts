import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { methods, type Method } from './methods.ts';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
const pages = readdirSync(join(docs, 'methods')).map((name) => name.replace(/\.md$/, ''));

/** What is wrong between the list and the pages. */
function differences(listed: readonly Method[], found: readonly string[]): string[] {
  const ids = listed.map(({ id }) => id);
  return [
    ...found.filter((page) => !ids.includes(page)).map((page) => `${page} is not listed`),
    ...ids.filter((id) => !found.includes(id)).map((id) => `${id} has no page`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is listed twice`),
  ];
}

describe('the list of methods', () => {
  it('has every page, and nothing else', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(differences(methods, pages)).toEqual([]);
  });

  it('without a page, or with one too many, is seen', () => {
    const [first, ...rest] = methods;
    expect(differences(rest, pages)).toEqual([`${first?.id ?? ''} is not listed`]);
    expect(differences([...methods, { id: 'lost', title: 'Lost', answers: 'nothing' }], pages)).toEqual([
      'lost has no page',
    ]);
  });

  it.each(methods)('calls $id as its page does, and answers what the map says', ({ id, title, answers }) => {
    expect(readFileSync(join(docs, 'methods', `${id}.md`), 'utf8').split('\n')[0]).toBe(`# ${title}`);
    const row = readFileSync(join(docs, 'index.md'), 'utf8')
      .split('\n')
      .find((line) => /^\| \[[^\]]*\]\(methods\//.test(line) && line.includes(`](methods/${id}.md)`));
    expect(row?.split('|')[2]?.trim()).toBe(answers);
  });
});
