/**
 * Makes `dist/` for the packed package: Node does not strip types below `node_modules`, so what is packed is JavaScript.
 * Types are blanked out in place (lines and columns stay), `.ts` imports end in `.js`, and everything else that the
 * program reads (templates, SQL, YAML, styles) is copied. Runs before `npm pack` and `npm publish`.
 */
import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** `from './a.ts'`, `import './a.ts'`, `import('./a.ts')` and `new URL('./a.ts', import.meta.url)` of our own files. */
const ownImport = /(\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;

await rm(dist, { recursive: true, force: true });
let count = 0;
for await (const path of glob('**/*', { cwd: join(root, 'src'), withFileTypes: true })) {
  if (!path.isFile() || /\.test\.ts$|\.snap$/.test(path.name)) continue;
  const source = join(path.parentPath, path.name);
  const target = join(dist, source.slice(join(root, 'src').length)).replace(/\.ts$/, '.js');
  await mkdir(dirname(target), { recursive: true });
  if (source.endsWith('.ts')) {
    const code = stripTypeScriptTypes(await readFile(source, 'utf8'), { mode: 'strip' });
    await writeFile(target, code.replaceAll(ownImport, '$1$2$3.js$2'));
  } else {
    await cp(source, target);
  }
  count += 1;
}
console.log(`dist/ holds ${count} files.`);
