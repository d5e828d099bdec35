import { readSync } from 'node:fs';
import type { JsonObject } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { findOcid } from './find-ocid.ts';
import type { Input } from './input.ts';
import { emptyFault } from './input.ts';
import type { Problem } from './reader.ts';
import { problemAt } from './reader.ts';
import type { Entry } from './release-index.ts';
import { ReleaseIndex } from './release-index.ts';
import type { Repair } from './repair.ts';
import { parseJson } from './repair.ts';
import type { Container, ScanHandler, Span } from './scan.ts';
import { Scan } from './scan.ts';
import type { Seekable } from './seekable.ts';
import { openSeekable } from './seekable.ts';
import { releaseShape } from './shape.ts';
import { unpackReleases } from './unpack.ts';

/** What a run tells while it works. */
export type Notices = {
  problem(problem: Problem): void;
  /** `ocid` says which of a line's releases it was. */
  repaired(at: { input: string; line: number; ocid?: string | null }, repairs: Repair[]): void;
};

/** A release read from its place, and the package that it lay in. */
export type StoredRelease = { release: JsonObject; packageNumber: number };

/** The members of a package beside its releases, with the name of the input that it came from. */
export type PackageMembers = { number: number; input: string; members: JsonObject };

const blockSize = 1024 * 1024;

/**
 * The releases of any number of inputs, kept where they lie: only their places are in memory. Reads every input once to
 * find the places; a release is parsed when its process is asked for.
 */
export class ReleaseStore {
  readonly index = new ReleaseIndex();
  readonly #files: Seekable[] = [];
  readonly #notices: Notices;
  #buffer = Buffer.alloc(65_536);
  #packages = 0;

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /**
   * Takes an input's releases in.
   *
   * @param onPackage is given each package's own members
   * @throws AppError input-unreadable, machine-resource
   */
  async add(input: Input, signal: AbortSignal, onPackage: (found: PackageMembers) => void): Promise<void> {
    const file = await openSeekable(input);
    this.#files.push(file);
    const finder = new PlaceFinder(
      { name: file.name, number: this.#files.length - 1, firstPackage: this.#packages },
      this.index,
      this.#notices,
      onPackage,
    );
    const scan = new Scan(finder);
    // Two blocks in turn: the scan may still hold the end of the one before.
    const blocks = [Buffer.allocUnsafeSlow(blockSize), Buffer.allocUnsafeSlow(blockSize)];
    let position = 0;
    for (let turn = 0; ; turn += 1) {
      const block = blocks[turn % 2] ?? Buffer.alloc(0);
      const count = readSync(file.descriptor, block, 0, block.length, position);
      if (count === 0) break;
      position += count;
      scan.push(block.subarray(0, count));
      if (scan.takeByteOrderMark())
        this.#notices.repaired({ input: file.name, line: 1 }, [{ kind: 'byte-order-mark', count: 1 }]);
      // Lets a signal through.
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    if (file.fault === null) scan.end();
    const fault = file.fault ?? (finder.hasFound ? null : emptyFault);
    if (fault !== null)
      this.#notices.problem({ input: file.name, line: 1, message: `${file.name} ${fault}` });
    this.#packages += finder.packages;
  }

  /** The releases of a process (see {@link ReleaseIndex.entriesOf}), parsed; what can't be read is told and left out. */
  read(process: number): StoredRelease[] {
    const found: StoredRelease[] = [];
    for (const entry of this.index.entriesOf(process)) {
      const file = this.#files[entry.file];
      if (file !== undefined) this.#readEntry(entry, file, { process, found });
    }
    return found;
  }

  close(): void {
    for (const file of this.#files) file.close();
  }

  #readEntry(entry: Entry, file: Seekable, reading: Reading): void {
    if (entry.length > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(2 * entry.length);
    readSync(file.descriptor, this.#buffer, 0, entry.length, entry.offset);
    const bytes = this.#buffer.subarray(0, entry.length);
    const parsed = parseJson(bytes);
    // Asked for only where something is told: it costs a walk over the bytes.
    const placeOf = () => ({ line: entry.line, element: null, ocid: findOcid(bytes) });
    if ('fault' in parsed) {
      if (this.#takeApart(bytes, entry, reading)) return;
      const fault = { clause: `is not valid JSON (${parsed.fault})`, advice: '' };
      this.#notices.problem(problemAt(file.name, placeOf(), fault));
      return;
    }
    if (parsed.repairs.length > 0) this.#notices.repaired({ input: file.name, ...placeOf() }, parsed.repairs);
    const { releases, faults } = unpackReleases(parsed.value);
    // Beside releases that were found, faults were told when their places were looked for.
    if (releases.length === 0)
      for (const fault of faults) this.#notices.problem(problemAt(file.name, placeOf(), fault));
    for (const release of releases) {
      if (releaseShape(release) === 'versioned') {
        const clause = 'is a versioned release, which says no longer what each notice said';
        this.#notices.problem(
          problemAt(file.name, placeOf(), { clause, advice: 'Give the releases it was made of.' }),
        );
      } else reading.found.push({ release, packageNumber: entry.packageNumber });
    }
  }

  /**
   * A line that was taken for one release may hold several behind each other. Those of other processes are put with them
   * where these aren't written yet; false where the line holds no two values.
   */
  #takeApart(bytes: Buffer, entry: Entry, { process, found }: Reading): boolean {
    const parts: { span: Span; ocid: string | null }[] = [];
    let isBroken = false;
    const scan = new Scan({
      line: () => false,
      element: (part, span) => parts.push({ span, ocid: findOcid(part) }),
      close: () => {},
      broken: () => (isBroken = true),
    });
    const copy = Buffer.from(bytes);
    scan.push(copy);
    scan.end();
    if (isBroken || parts.length < 2) return false;
    const file = this.#files[entry.file];
    for (const { span, ocid } of parts) {
      const place = { ...entry, offset: entry.offset + span.offset, length: span.length };
      const owner = ocid === null ? process : this.index.add(ocid, place);
      if (file !== undefined && owner === process) this.#readEntry(place, file, { process, found });
      else if (owner < process) {
        const clause = `holds several releases, one of them of ${String(ocid)}, which was written already`;
        this.#notices.problem(
          problemAt(
            file?.name ?? '',
            { line: entry.line, element: null },
            {
              clause,
              advice: 'Put each release on a line of its own.',
            },
          ),
        );
      }
    }
    return true;
  }
}

/** The process that is being read, and its releases so far. */
type Reading = { process: number; found: StoredRelease[] };

type Source = { name: string; number: number; firstPackage: number };

/** Notes the place of each release that a scan finds. */
class PlaceFinder implements ScanHandler {
  hasFound = false;
  packages = 0;
  readonly #source: Source;
  readonly #index: ReleaseIndex;
  readonly #notices: Notices;
  readonly #onPackage: (found: PackageMembers) => void;
  readonly #withReleases = new Set<number>();

  constructor(
    source: Source,
    index: ReleaseIndex,
    notices: Notices,
    onPackage: (found: PackageMembers) => void,
  ) {
    this.#source = source;
    this.#index = index;
    this.#notices = notices;
    this.#onPackage = onPackage;
  }

  line(bytes: Buffer, span: Span): boolean {
    this.hasFound = true;
    const ocid = findOcid(bytes);
    if (ocid === null) return false;
    this.#index.add(ocid, this.#entry(span, null));
    return true;
  }

  element(bytes: Buffer, span: Span, container: Container | null): void {
    this.hasFound = true;
    const ocid = findOcid(bytes);
    if (ocid !== null) {
      if (container !== null) this.#withReleases.add(container.number);
      this.#index.add(ocid, this.#entry(span, container));
      return;
    }
    const parsed = parseJson(bytes);
    const faults =
      'fault' in parsed
        ? [{ clause: `is not valid JSON (${parsed.fault})`, advice: '' }]
        : unpackReleases(parsed.value).faults;
    for (const fault of faults) this.#notices.problem(problemAt(this.#source.name, span, fault));
  }

  close(bytes: Buffer, span: Span, container: Container): void {
    this.hasFound = true;
    this.packages = Math.max(this.packages, container.number);
    const hasReleases = this.#withReleases.delete(container.number);
    const parsed = parseJson(bytes);
    if ('fault' in parsed || !isObject(parsed.value)) {
      this.broken(span.line, 'fault' in parsed ? parsed.fault : 'it is no object');
      return;
    }
    const ocid = parsed.value['ocid'];
    if (typeof ocid !== 'string') {
      this.#onPackage({
        number: this.#source.firstPackage + container.number,
        input: this.#source.name,
        members: parsed.value,
      });
    } else if (!hasReleases && isObject(parsed.value['compiledRelease'])) {
      this.#index.add(ocid, this.#entry(span, container.parent));
    }
  }

  broken(line: number, message: string): void {
    this.hasFound = true;
    const fault = { clause: `is not valid JSON: ${message}`, advice: '' };
    this.#notices.problem(problemAt(this.#source.name, { line, element: null }, fault));
  }

  #entry({ offset, length, line }: Span, container: Container | null): Entry {
    this.packages = Math.max(this.packages, container?.number ?? 0);
    let outermost = container;
    while (outermost?.parent) outermost = outermost.parent;
    const packageNumber = outermost === null ? 0 : this.#source.firstPackage + outermost.number;
    return { file: this.#source.number, offset, length, line, packageNumber };
  }
}
