import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'src');

/** Folders whose functions work on what they are given, so that a line shows how they are called and what they answer. */
const folders = ['lib', 'ocds', 'maths', 'domain', 'sources', 'drawing'];

/** Exported functions of a file whose docstring has no example. */
function withoutExample(text: string): string[] {
  const declared = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?function\*? ?(\w+)/g;
  return [...text.matchAll(declared)].flatMap(([, docstring, name]) =>
    docstring?.includes('@example') === true ? [] : [name ?? ''],
  );
}

describe('docstrings', () => {
  it.each(folders)('of src/%s show each public function in use', (folder) => {
    const files = globSync(join(source, folder, '**', '*.ts')).filter((path) => !path.endsWith('.test.ts'));
    expect(files.length, `files of src/${folder}`).toBeGreaterThan(0);
    const missing = files.flatMap((path) =>
      withoutExample(readFileSync(path, 'utf8')).map((name) => `${path.slice(source.length + 1)}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('without an example are seen', () => {
    const text = `/** Says a. */\nexport function a(): void {}\n/** Says b.\n * @example b() // 1\n */\nexport function b(): void {}\n`;
    expect(withoutExample(text)).toEqual(['a']);
  });
});
