import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';

/** One fenced block of a page that begins with "```ts example". */
export type DocumentedExample = { page: string; line: number; code: string };

/** One claim of an example: an expression, what the page says it gives, and what it gives. */
export type Claim = { expression: string; expected: unknown; actual: unknown };

/** Names that an example may use without importing them. */
export type GivenNames = Readonly<Record<string, unknown>>;

/**
 * The examples of a page, each with the line that it begins on.
 *
 * @param page path of the page; imports in its examples are relative to it
 */
export function readExamples(page: string, text = readFileSync(page, 'utf8')): DocumentedExample[] {
  return [...text.matchAll(/^```ts example\n(.*?)^```$/gms)].map((found) => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    code: found[1] ?? '',
  }));
}

/**
 * Runs an example from top to bottom. A statement whose last line ends in `// → value`, or that is followed by such a
 * comment, is a claim; the value is JavaScript and may go on over comment lines. Examples are written without types.
 *
 * @throws whatever the example throws, and a TypeError where it claims nothing
 * @example await runExample(readExamples('docs/methods/status.md')[0], {})
 */
export async function runExample(example: DocumentedExample, given: GivenNames): Promise<Claim[]> {
  const claims: Claim[] = [];
  const load = (name: string): Promise<unknown> =>
    import(name.startsWith('.') ? pathToFileURL(join(dirname(example.page), name)).href : name);
  const claim = (expression: string, actual: unknown, expected: unknown): void => {
    claims.push({ expression, actual, expected });
  };
  const body = statementsOf(example.code).map(translate).join('\n');
  const names = { load, claim, ...given };
  const run: unknown = compileFunction(`return (async () => {\n${body}\n})();`, Object.keys(names), {
    filename: `${example.page}:${example.line}`,
  })(...Object.values(names));
  await run;
  if (claims.length === 0)
    throw new TypeError(`The example in line ${example.line} of ${example.page} claims nothing.`);
  return claims;
}

/** Parts of a block: each begins in the first column, and goes on over indented lines, closing brackets and comments. */
function statementsOf(code: string): string[] {
  const statements: string[] = [];
  let isOpen = false;
  for (const line of code.split('\n')) {
    const goesOn = isOpen && /^(?:\s|[)\]}]|\/\/)/.test(line);
    if (line.trim() === '') isOpen = false;
    else if (goesOn) statements.push(`${statements.pop() ?? ''}\n${line}`);
    else statements.push(line);
    if (line.trim() !== '') isOpen = true;
  }
  return statements;
}

/** A statement as it is run: imports are loaded, claims are noted, the rest stays. */
function translate(statement: string): string {
  const imported = /^import \{([^}]*)\} from '([^']+)';$/s.exec(statement);
  if (imported !== null) {
    const names = (imported[1] ?? '').replaceAll(/\bas\b/g, ':');
    return `const {${names}} = await load('${imported[2] ?? ''}');`;
  }
  const [source = '', ...claimed] = statement.split('// →');
  if (claimed.length === 0) return statement;
  const expression = source.trim().replace(/;$/, '');
  const expected = claimed.join('').replaceAll(/^\/\/ ?/gm, '');
  return `claim(${JSON.stringify(expression)}, await (${expression}), (${expected}));`;
}
