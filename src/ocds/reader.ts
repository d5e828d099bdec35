import { inflateIfGzip } from '../lib/inflate.ts';
import type { JsonObject } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { Input } from './input.ts';
import { emptyFault, faultOf } from './input.ts';
import type { ParsedJson, Repair } from './repair.ts';
import { parseJson } from './repair.ts';
import type { Container, ScanHandler, Span } from './scan.ts';
import { Scan } from './scan.ts';
import type { ReleaseShape } from './shape.ts';
import { releaseShape } from './shape.ts';
import type { UnpackFault } from './unpack.ts';
import { isPlainRelease, unpackReleases } from './unpack.ts';

export type { Input } from './input.ts';
export type { Repair } from './repair.ts';
export { fileInput, streamInput } from './input.ts';

/** A release as it was read. */
export type ReadRelease = {
  release: JsonObject;
  /** Its JSON text after repair. */
  text: string;
  /** Where it begins: the input's name, and the line counted from 1. */
  origin: { input: string; line: number };
  repairs: Repair[];
  shape: ReleaseShape;
};

/** A piece of input that was left out, and why, in a sentence. */
export type Problem = { input: string; line: number; message: string };

/**
 * Reads the releases of every input, in order: from release packages, record packages, records, releases, compiled
 * releases, arrays of them, concatenated JSON and JSON Lines, plain or gzip, mending what can be mended (see
 * {@link parseJson}). Memory is bounded by the largest single release, not by packages or files.
 *
 * Of a record the `releases` are read, or where it has none its `compiledRelease`. A bad line or element, a linked
 * release and an input that breaks off are told to `onProblem` and passed over; reading goes on.
 *
 * @param onPackage is given the members of each package beside its releases or records, once the package has ended
 * @example for await (const { release, origin } of readReleases([fileInput('page.json')], warn)) …
 */
export async function* readReleases(
  inputs: Iterable<Input>,
  onProblem: (problem: Problem) => void,
  onPackage: (found: ReadPackage) => void = () => {},
): AsyncGenerator<ReadRelease> {
  for (const input of inputs) yield* readInput(input, onProblem, onPackage);
}

async function* readInput(
  input: Input,
  onProblem: (problem: Problem) => void,
  onPackage: (found: ReadPackage) => void,
): AsyncGenerator<ReadRelease> {
  const collector = new ReleaseCollector(input.name, onProblem, onPackage);
  const scan = new Scan(collector);
  let fault: string | null = null;
  try {
    for await (const chunk of inflateIfGzip(input.open())) {
      scan.push(chunk);
      collector.hasByteOrderMark ||= scan.takeByteOrderMark();
      yield* collector.take();
    }
  } catch (error) {
    fault = faultOf(error);
  }
  if (fault === null) scan.end();
  yield* collector.take();
  if (fault === null && !collector.hasFound) fault = emptyFault;
  if (fault !== null)
    onProblem({ input: input.name, line: collector.lastLine, message: `${input.name} ${fault}` });
}

/** A package as it was read: its own members, its releases or records left out of their list. */
export type ReadPackage = { members: JsonObject; origin: { input: string; line: number } };

/** Turns what a scan finds into releases. */
class ReleaseCollector implements ScanHandler {
  hasByteOrderMark = false;
  /** Whether there was anything but white space. */
  hasFound = false;
  lastLine = 1;
  readonly #input: string;
  readonly #onProblem: (problem: Problem) => void;
  /** Open containers that gave a release. */
  readonly #withReleases = new Set<number>();
  readonly #onPackage: (found: ReadPackage) => void;
  #releases: ReadRelease[] = [];

  constructor(input: string, onProblem: (problem: Problem) => void, onPackage: (found: ReadPackage) => void) {
    this.#input = input;
    this.#onProblem = onProblem;
    this.#onPackage = onPackage;
  }

  /** The releases since the last call. */
  take(): ReadRelease[] {
    const taken = this.#releases;
    this.#releases = [];
    return taken;
  }

  line(bytes: Buffer, { line }: Span): boolean {
    this.hasFound = true;
    const parsed = parseJson(bytes);
    if ('fault' in parsed || !isObject(parsed.value) || !isPlainRelease(parsed.value)) return false;
    this.#push(parsed.value, parsed.text, parsed.repairs, line);
    return true;
  }

  element(bytes: Buffer, span: Span, container: Container | null): void {
    this.hasFound = true;
    const isTaken = this.#take(parseJson(bytes), span);
    if (isTaken && container !== null) this.#withReleases.add(container.number);
  }

  close(bytes: Buffer, span: Span, container: Container): void {
    this.hasFound = true;
    const parsed = parseJson(bytes);
    if (!this.#withReleases.delete(container.number)) this.#take(parsed, span);
    if ('fault' in parsed || !isObject(parsed.value) || 'ocid' in parsed.value) return;
    this.#onPackage({ members: parsed.value, origin: { input: this.#input, line: span.line } });
  }

  broken(line: number, message: string): void {
    this.hasFound = true;
    this.#tell({ line, element: null }, { clause: `is not valid JSON: ${message}`, advice: '' });
  }

  /** Takes the releases of a value; false where there are none. */
  #take(parsed: ParsedJson, span: Place): boolean {
    if ('fault' in parsed) {
      this.#tell(span, { clause: `is not valid JSON (${parsed.fault})`, advice: '' });
      return false;
    }
    const { releases, faults } = unpackReleases(parsed.value);
    for (const fault of faults) this.#tell(span, fault);
    for (const release of releases) {
      this.#push(
        release,
        release === parsed.value ? parsed.text : JSON.stringify(release),
        parsed.repairs,
        span.line,
      );
    }
    return releases.length > 0;
  }

  #push(release: JsonObject, text: string, repairs: Repair[], line: number): void {
    this.lastLine = line;
    const all: Repair[] = this.hasByteOrderMark
      ? [{ kind: 'byte-order-mark', count: 1 }, ...repairs]
      : repairs;
    this.hasByteOrderMark = false;
    this.#releases.push({
      release,
      text,
      origin: { input: this.#input, line },
      repairs: all,
      shape: releaseShape(release),
    });
  }

  #tell(place: Place, fault: UnpackFault): void {
    this.lastLine = place.line;
    this.#onProblem(problemAt(this.#input, place, fault));
  }
}

/** A line, and what tells a piece of it from others on the same line: its number there, or its ocid. */
type Place = Pick<Span, 'line' | 'element'> & { ocid?: string | null };

/**
 * The sentence for a piece of input that was left out.
 *
 * @example problemAt('page.json', { line: 1, element: 3 }, { clause: 'has no ocid', advice: '' }).message // 'page.json line 1 has no ocid; it was left out (element 3 of that line).'
 */
export function problemAt(input: string, place: Place, { clause, advice }: UnpackFault): Problem {
  const { line, element, ocid = null } = place;
  const which = ocid ?? (element === null ? null : `element ${element} of that line`);
  const end = which === null ? 'it was left out.' : `it was left out (${which}).`;
  return { input, line, message: `${input} line ${line} ${clause}; ${end} ${advice}`.trimEnd() };
}
