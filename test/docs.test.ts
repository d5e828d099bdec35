import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandWords } from '../src/cli/command.ts';
import { operationPath } from '../src/api/register-api.ts';
import { readConfig, settings } from '../src/config.ts';
import { errorTable } from '../src/lib/errors.ts';
import { allCommands } from '../src/main.ts';

const root = join(import.meta.dirname, '..');
const skipped = new Set(['node_modules', '.git', 'dist', 'var', 'coverage', 'package-lock.json']);
/** Other people's text, and this file, which names what must not be said. */
const notOurs = (path: string): boolean => path.startsWith('reference/ocds/') || path === 'test/docs.test.ts';

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const files = filesBelow('').filter((path) => !notOurs(path));
const texts = files
  .filter((path) => /\.(ts|js|md|njk|yaml|yml|json|sql|css|sh)$|^\.ci\/run$|^LICENSE$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const pages = texts.filter(({ path }) => path.endsWith('.md'));
const pageOf = (path: string): string => pages.find((page) => page.path === path)?.text ?? '';

/** Names of the places in a page that a link can lead to, as GitHub makes them from headings. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+\s+(.*)$/gm)].map((found) => found[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );
}

function brokenLinks(
  all: readonly { path: string; text: string }[],
  exists: (path: string) => boolean,
): string[] {
  return all.flatMap(({ path, text }) =>
    [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
      .map((found) => found[1] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const goal = file === '' ? path : join(dirname(path), file);
        if (!exists(goal)) return true;
        return (
          anchor !== undefined &&
          goal.endsWith('.md') &&
          !anchorsOf(all.find((page) => page.path === goal)?.text ?? '').has(anchor)
        );
      })
      .map((target) => `${path} → ${target}`),
  );
}

describe('links', () => {
  test('every relative link leads to a file, and to a heading where it names one', () => {
    expect(pages.length).toBeGreaterThan(5);
    expect(brokenLinks(pages, (path) => existsSync(join(root, path)))).toEqual([]);
  });

  test('a broken link is found', () => {
    const planted = [
      {
        path: 'docs/a.md',
        text: '# Here\n[x](missing.md) [y](#here) [z](#there) [w](https://example.org) [v](../README.md)',
      },
    ];
    expect(brokenLinks(planted, (path) => path === 'docs/a.md' || path === 'README.md')).toEqual([
      'docs/a.md → missing.md',
      'docs/a.md → #there',
    ]);
  });
});

describe('what the code offers stands in the documents', () => {
  const commands = allCommands(readConfig({}));

  test.each(settings.map((setting) => setting.name))('setting %s', (name) => {
    expect(pageOf('docs/config.md')).toContain(`| \`${name}\` `);
  });

  test.each(Object.keys(errorTable))('refusal %s', (code) => {
    expect(pageOf('docs/errors.md')).toContain(`| \`${code}\` `);
  });

  test.each(commands.map((operation) => [operation.id, operation] as const))(
    'operation %s',
    (_, operation) => {
      if (operation.surfaces.includes('cli'))
        expect(pageOf('docs/cli.md')).toContain(`\n### ${commandWords(operation).join(' ')}\n`);
      if (operation.surfaces.includes('api'))
        expect(pageOf('docs/api.md')).toContain(`/api/v1${operationPath(operation)}\``);
    },
  );

  test('and nothing that is gone', () => {
    const documented = [...pageOf('docs/cli.md').matchAll(/^### (.+)$/gm)].map((found) => found[1] ?? '');
    const known = commands.map((operation) => commandWords(operation).join(' '));
    expect(documented.filter((words) => !known.includes(words))).toEqual([]);
  });

  test('every package that is used at run time has its reason', () => {
    const packages = Object.keys(readJson('package.json')['dependencies'] ?? {});
    expect(packages.length).toBeGreaterThan(5);
    expect(packages.filter((name) => !pageOf('docs/dependencies.md').includes(`\`${name}\``))).toEqual([]);
  });
});

function readJson(path: string): Record<string, object | undefined> {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

describe('the text of the repository', () => {
  const unwanted: readonly { what: string; pattern: RegExp; except?: RegExp; exceptIn?: RegExp }[] = [
    { what: 'a path of one machine', pattern: /(?<![\w.~/-])\/Users\/\w/ },
    { what: 'unfinished work', pattern: /\b(TODO|FIXME|XXX|HACK)\b|\bfor now\b|\bnot implemented\b/i },
    { what: 'a number that only a tracker knows', pattern: /\b(issue|ticket) #?\d+\b|\bPR #\d+\b/i },
    {
      what: 'how it was written',
      pattern: /\b(claude|anthropic|chatgpt|openai|copilot|language model|prompt engineering)\b/i,
      // Vendors and products that public bodies buy, and the words of notices about them.
      exceptIn: /^reference\/(vendors\.yaml|segments\/)|vendors?\.test\.ts$/,
    },
  ];

  test.each(unwanted)('holds no $what', ({ pattern, except, exceptIn }) => {
    const found = texts
      .filter(({ path }) => exceptIn?.test(path) !== true)
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
          .filter(({ line }) => pattern.test(line) && except?.test(line) !== true)
          .map(({ line, at }) => `${at} ${line.trim().slice(0, 100)}`),
      );
    expect(found).toEqual([]);
  });

  test('and the patterns find what they are for', () => {
    const samples = ['see /Users/someone/x', '// TODO later', 'fixed in issue 12', 'as Copilot says'];
    expect(unwanted.map(({ pattern }, index) => pattern.test(samples[index] ?? ''))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
