import { inflateIfGzip } from '../lib/inflate.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { Input } from './input.ts';
import { unreadable } from './input.ts';
import { parseJson } from './repair.ts';
import type { Container, ScanHandler, Span } from './scan.ts';
import { Scan } from './scan.ts';

/** What a file holds: a phrase as the reference prints it, or why it is no OCDS data. */
export type DetectedFormat = { format: string } | { unknown: string };

/**
 * Finds out what an input holds: record package, release package, record, release, compiled release, versioned release,
 * a JSON array of one of them, or concatenated JSON that starts with one. Reads no further than the second JSON text.
 *
 * Equal to the reference (ocdskit detect-format).
 *
 * @throws AppError input-unreadable
 * @example await detectFormat(fileInput('page.json')) // { format: 'release package' }
 */
export async function detectFormat(input: Input): Promise<DetectedFormat> {
  const detector = new Detector();
  const scan = new Scan(detector);
  try {
    for await (const chunk of inflateIfGzip(input.open())) {
      scan.push(chunk);
      if (detector.isConcatenated) break;
    }
  } catch (error) {
    throw unreadable(input.name, error);
  }
  if (!detector.isConcatenated) scan.end();
  return detector.result();
}

/** Collects which members the first JSON text has; of an array, those of its entries. */
class Detector implements ScanHandler {
  #texts = 0;
  #isArray = false;
  #scalar: string | null = null;
  #fault: string | null = null;
  readonly #names = new Set<string>();
  #isCompiled = false;

  get isConcatenated(): boolean {
    return this.#texts > 1;
  }

  top(isArray: boolean): void {
    this.#texts += 1;
    if (this.#texts === 1) this.#isArray = isArray;
  }

  line(bytes: Buffer): boolean {
    const parsed = parseJson(bytes);
    if ('fault' in parsed || !isObject(parsed.value)) return false;
    if (this.#texts === 0) this.#note(parsed.value);
    return true;
  }

  element(bytes: Buffer, _span: Span, container: Container | null): void {
    if (container !== null || this.#texts > 1) return;
    const parsed = parseJson(bytes);
    if ('fault' in parsed) this.#fault ??= parsed.fault;
    else if (isObject(parsed.value)) this.#note(parsed.value);
    else if (!this.#isArray) this.#scalar = scalarName(parsed.value);
  }

  close(bytes: Buffer, _span: Span, container: Container): void {
    if (container.parent !== null || this.#texts > 1) return;
    const parsed = parseJson(bytes);
    if ('value' in parsed && isObject(parsed.value)) this.#note(parsed.value);
  }

  broken(_line: number, message: string): void {
    if (this.#texts <= 1) this.#fault ??= message;
  }

  result(): DetectedFormat {
    const kind = this.#kind();
    if (kind === null) return { unknown: this.#unknown() };
    const listed = this.#isArray ? `a JSON array of ${kind}s` : kind;
    return { format: this.isConcatenated ? `concatenated JSON, starting with ${listed}` : listed };
  }

  #note(value: JsonObject): void {
    for (const name of ['records', 'releases', 'ocid', 'uri', 'publisher', 'publishedDate', 'version']) {
      if (value[name] !== undefined) this.#names.add(name);
    }
    const { tag } = value;
    if (!Array.isArray(tag)) return;
    if (tag.length > 0) this.#names.add('tag');
    this.#isCompiled ||= tag.includes('compiled');
  }

  #kind(): string | null {
    const has = (name: string): boolean => this.#names.has(name);
    if (has('records')) return 'record package';
    if (has('releases')) return has('ocid') ? 'record' : 'release package';
    if (this.#isCompiled) return 'compiled release';
    if (has('tag')) return 'release';
    if (has('ocid')) return 'versioned release';
    return ['uri', 'publisher', 'publishedDate', 'version'].every(has) ? 'empty package' : null;
  }

  #unknown(): string {
    if (this.#fault !== null) return `it is not valid JSON: ${this.#fault}`;
    if (this.#scalar !== null) return `top-level JSON value is a ${this.#scalar}`;
    if (this.#texts === 0) return 'it is empty';
    return `top-level JSON value is a non-OCDS ${this.#isArray ? 'array' : 'object'}`;
  }
}

function scalarName(value: JsonValue): string {
  return value === null ? 'null' : typeof value;
}
