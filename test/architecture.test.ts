import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which folder of `src` may import which. A folder may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  maths: ['lib'],
  ocds: ['lib'],
  domain: ['lib', 'maths', 'ocds'],
  sample: ['lib', 'maths', 'ocds', 'domain'],
  db: ['lib', 'domain'],
  sources: ['lib', 'ocds'],
  solver: ['lib', 'maths'],
  drawing: ['lib'],
  app: ['lib', 'maths', 'ocds', 'domain', 'sample', 'db', 'sources', 'solver', 'drawing'],
  api: ['lib', 'domain', 'app'],
  cli: ['lib', 'domain', 'app'],
  web: ['lib', 'domain', 'app', 'drawing'],
  'config.ts': ['lib'],
};

/** Files at the root of `src` put the parts together and may import everything; nothing imports them but each other. */
const composition = ['main.ts', 'server.ts', 'start-service.ts', 'open-context.ts'];

/** Outer nouns that are views of an inner one. */
const viewsOf: Readonly<Record<string, string>> = {
  buyers: 'organisations',
  suppliers: 'organisations',
  vendors: 'organisations',
  products: 'organisations',
  data: 'notices',
  corrections: 'notices',
  harvest: 'notices',
};

/** Outer nouns that are about the program itself, a standard or the site, and have no folder in `domain`. */
const ownNouns = ['ocds', 'sample', 'config', 'site'];

const forbiddenFolders = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'core',
  'shared',
  'manager',
  'managers',
  'service',
  'services',
  'misc',
];

const longestFile = 400;

type Source = { path: string; text: string };

function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(sep).join('/'))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));
}

const sources = sourcesBelow('src');
const isTest = (path: string): boolean => path.endsWith('.test.ts');

/** Folder of `src` that a file belongs to; a file at the root stands for itself. */
function layerOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Paths below `src` that a file imports, types included. */
function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport\s*\(|\bimport)\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map((found) =>
    normalize(join(dirname(path), found[1] ?? ''))
      .split(sep)
      .join('/'),
  );
}

function importViolations(files: readonly Source[]): string[] {
  return files
    .filter((file) => !isTest(file.path) && !composition.includes(layerOf(file.path)))
    .flatMap((file) => {
      const from = layerOf(file.path);
      const allowed = mayImport[from];
      if (allowed === undefined) return [`${file.path} lies in ${from}, which is not in the table`];
      return importsOf(file)
        .filter((target) => layerOf(target) !== from && !allowed.includes(layerOf(target)))
        .map((target) => `${file.path} imports ${target}`);
    });
}

/** Circles of files, each named once by its members. Type imports count: a circle of types is one of meaning. */
function circles(files: readonly Source[]): string[] {
  const graph = new Map(
    files.filter((file) => !isTest(file.path)).map((file) => [file.path, importsOf(file)]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done' || !graph.has(path)) return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

/** What only one file may touch, and where that is. */
const homes: readonly { pattern: RegExp; home: readonly string[] }[] = [
  { pattern: /\bMath\.random\b/, home: ['lib/rng.ts'] },
  { pattern: /\bDate\.now\b|\bnew Date\(\)/, home: ['lib/clock.ts'] },
  { pattern: /\bprocess\.env\b/, home: ['config.ts'] },
];

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function strays(files: readonly Source[]): string[] {
  return files
    .filter((file) => !isTest(file.path))
    .flatMap((file) =>
      homes
        .filter(({ pattern, home }) => !home.includes(file.path) && pattern.test(withoutComments(file.text)))
        .map(({ pattern, home }) => `${file.path} uses ${pattern.source}, whose home is ${home.join(', ')}`),
    );
}

describe('who may import whom', () => {
  test('the test has seen the files of every folder', () => {
    for (const layer of Object.keys(mayImport)) {
      expect(
        sources.some((file) => layerOf(file.path) === layer),
        layer,
      ).toBe(true);
    }
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(300);
    const paths = new Set(sources.map((file) => file.path));
    const broken = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.endsWith('.ts') && !target.startsWith('..') && !paths.has(target))
        .map((target) => `${file.path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('every import follows the table', () => {
    expect(importViolations(sources)).toEqual([]);
  });

  test('a planted violation is found, in each form of import', () => {
    const planted = [
      { path: 'lib/a.ts', text: "import { x } from '../domain/b.ts';" },
      { path: 'web/a.ts', text: "import type { X } from '../db/register.ts';" },
      { path: 'cli/a.ts', text: "const x = await import('../api/b.ts');" },
      { path: 'app/a.ts', text: "export { x } from '../config.ts';" },
      { path: 'domain/a.ts', text: "import { openHighs } from '../solver/highs.ts';" },
      { path: 'drawing/a.ts', text: "import { Contract } from '../domain/b.ts';" },
      { path: 'other/a.ts', text: '' },
    ];
    expect(importViolations(planted)).toHaveLength(planted.length);
    expect(importViolations([{ path: 'app/a.ts', text: "import { x } from '../db/b.ts';" }])).toEqual([]);
  });

  test('no circle', () => {
    expect(circles(sources)).toEqual([]);
  });

  test('a planted circle is found', () => {
    const planted = [
      { path: 'lib/a.ts', text: "import { b } from './b.ts';" },
      { path: 'lib/b.ts', text: "import { c } from './c.ts';" },
      { path: 'lib/c.ts', text: "import { a } from './a.ts';" },
    ];
    expect(circles(planted)).toEqual(['lib/a.ts → lib/b.ts → lib/c.ts → lib/a.ts']);
  });
});

describe('nouns', () => {
  const foldersOf = (folder: string): string[] =>
    readdirSync(join(root, 'src', folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  const domainNouns = foldersOf('domain');

  test.each(['app', 'web/pages'])('every folder of %s is a noun of the domain or a view of one', (folder) => {
    const nouns = foldersOf(folder);
    expect(nouns.length).toBeGreaterThan(0);
    expect(
      nouns.filter((noun) => !ownNouns.includes(noun) && !domainNouns.includes(viewsOf[noun] ?? noun)),
    ).toEqual([]);
  });

  test('every view is a view of something that exists', () => {
    expect(Object.values(viewsOf).filter((noun) => !domainNouns.includes(noun))).toEqual([]);
  });

  test("an operation's noun is its folder", () => {
    const wrong = sources
      .filter((file) => file.path.startsWith('app/') && !isTest(file.path))
      .flatMap((file) =>
        [...file.text.matchAll(/^\s+id: '([a-z-]+)\.[a-z-]+',$/gm)].map((found) => [
          file.path.split('/')[1],
          found[1],
        ]),
      )
      .filter(([folder, noun]) => folder !== noun);
    expect(wrong).toEqual([]);
  });
});

describe('shape', () => {
  test(`no file is longer than ${longestFile} lines`, () => {
    const all = ['src', 'test', 'scripts', 'bench'].flatMap((folder) =>
      sourcesBelow(folder).map((file) => ({ ...file, path: `${folder}/${file.path}` })),
    );
    expect(all.length).toBeGreaterThan(100);
    // Generated from the database.
    const long = all.filter(
      (file) => file.path !== 'src/db/schema.ts' && file.text.split('\n').length > longestFile + 1,
    );
    expect(long.map((file) => file.path)).toEqual([]);
  });

  test('no folder is called by what it is for nobody in particular', () => {
    const folders = new Set(sources.map((file) => dirname(file.path)));
    const bad = [...folders].filter((folder) =>
      folder.split('/').some((name) => forbiddenFolders.includes(name)),
    );
    expect(bad).toEqual([]);
  });

  test('files are named in kebab-case; an underscore marks the interface of a folder of interchangeable files', () => {
    expect(
      sources
        .map((file) => file.path.split('/').at(-1) ?? '')
        .filter((name) => !/^_?[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.ts$/.test(name)),
    ).toEqual([]);
  });

  test('chance, the present and the environment are touched in one file each', () => {
    expect(strays(sources)).toEqual([]);
    expect(strays([{ path: 'app/a.ts', text: 'const now = Date.now();' }])).toHaveLength(1);
    expect(strays([{ path: 'app/a.ts', text: '// never Math.random' }])).toEqual([]);
  });

  test('no default exports, and no file that only passes on what others export, but the list of operations', () => {
    const code = sources.filter((file) => !isTest(file.path));
    expect(code.filter((file) => /^export default/m.test(file.text)).map((file) => file.path)).toEqual([]);
    expect(code.filter((file) => file.path.endsWith('/index.ts')).map((file) => file.path)).toEqual([
      'app/index.ts',
    ]);
  });
});

test('the composition is complete: every file at the root of src is either in the table or in the composition', () => {
  const atRoot = sources
    .map((file) => relative('.', file.path))
    .filter((path) => !path.includes('/') && !isTest(path));
  expect(atRoot.toSorted()).toEqual([...composition, 'config.ts'].toSorted());
});
