import { AppError } from '../lib/errors.ts';
import { LinePart } from '../lib/encode-rows.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { JsonForm } from '../lib/json-text.ts';
import { jsonText } from '../lib/json-text.ts';
import type { Input } from './input.ts';
import { mergeReleases, versionReleases } from './merge.ts';
import type { MergeRules } from './merge-rules.ts';
import { plainText } from './plain-text.ts';
import type { Notices, PackageMembers, StoredRelease } from './release-store.ts';
import { ReleaseStore } from './release-store.ts';
import type { SchemaName } from './standard.ts';
import { standardRules } from './standard.ts';
import { versionOf } from './upgrade-package.ts';

/** What a record package says of itself. */
export type PackageFields = { uri: string; publishedDate: string; publisher: JsonObject | null };

export type CompileOptions = {
  /** Merge rules; null: those of the version and extensions that the packages name, 1.1 where there are none. */
  rules: MergeRules | null;
  versioned: boolean;
  /** Null: no package, but a line per process. */
  package: PackageFields | null;
  linkedReleases: boolean;
  form: JsonForm;
  /** Stops the run, with its reason, between two blocks of input or two processes. */
  signal: AbortSignal;
};

/** What a compilation tells while it works. */
export type CompileNotices = Notices & {
  /** A process that could not be merged, and was left out. */
  refused(ocid: string, message: string): void;
  warn(message: string): void;
};

/**
 * Merges the releases of all inputs by process, in order of first appearance, and yields JSON text: a compiled (or
 * versioned) release per process, or with `package` the parts of one record package,
 * all of one line unless `form` asks for more.
 *
 * The releases of a process may lie anywhere in the inputs. Memory holds their places and one process at a time.
 *
 * @throws AppError input-unreadable where packages are of different or unknown OCDS versions and no rules were given
 * @example for await (const line of compileReleases([fileInput('releases.jsonl')], options, notices)) …
 */
export async function* compileReleases(
  inputs: readonly Input[],
  options: CompileOptions,
  notices: CompileNotices,
): AsyncGenerator<LinePart | string> {
  const store = new ReleaseStore(notices);
  const packages = new PackageSummary(options);
  try {
    for (const input of inputs) {
      await store.add(input, options.signal, (found) => {
        packages.add(found);
      });
    }
    const rules = options.rules ?? packages.rules();
    const unknown = options.rules === null ? packages.unknownExtensions() : [];
    if (unknown.length > 0) {
      notices.warn(
        `The packages name ${unknown.length} extension${unknown.length === 1 ? '' : 's'} whose merge rules are not held here (${unknown.join(', ')}): their fields merge by the plain rules. To follow theirs, give the patched release schema with --schema.`,
      );
    }
    const maker = new RecordMaker(rules, packages, options, notices);
    if (options.package === null) yield* linesOf(store, maker);
    else yield* packageOf(store, maker, { members: packages.members(options.package), form: options.form });
  } finally {
    store.close();
  }
}

function* linesOf(store: ReleaseStore, maker: RecordMaker): Generator<string> {
  for (let process = 0; process < store.index.processCount; process += 1) {
    for (const releases of byOcid(store.read(process))) {
      const merged = maker.release(releases);
      if (merged !== null) yield merged;
    }
  }
}

function* packageOf(
  store: ReleaseStore,
  maker: RecordMaker,
  { members, form }: { members: JsonObject; form: JsonForm },
): Generator<LinePart | string> {
  const [outer, inner] = form.isPretty ? ['\n  ', '\n    '] : ['', ''];
  const colon = form.isPretty ? ': ' : ':';
  // Without its closing brace, and the line break before it.
  yield new LinePart(`${jsonText(members, form).slice(0, -1).trimEnd()},${outer}"records"${colon}[`);
  let separator = '';
  for (let process = 0; process < store.index.processCount; process += 1) {
    for (const releases of byOcid(store.read(process))) {
      const record = maker.record(releases);
      if (record === null) continue;
      // A line break is never part of a text in JSON, so that all of them can be indented.
      yield new LinePart(separator + inner + (form.isPretty ? record.replaceAll('\n', inner) : record));
      separator = ',';
    }
  }
  const isEmpty = separator === '';
  yield `${isEmpty ? '' : outer}]${form.isPretty ? '\n' : ''}}`;
}

/** Nearly always one list: several only where two ocids have the same hash, or a record holds releases of another process. */
function byOcid(releases: readonly StoredRelease[]): Iterable<readonly StoredRelease[]> {
  const first = releases[0]?.release['ocid'];
  if (releases.length > 0 && releases.every(({ release }) => release['ocid'] === first)) return [releases];
  return Map.groupBy(releases, ({ release }) => release['ocid']).values();
}

/** Turns the releases of a process into the text of its compiled release or record; null where it can't be merged. */
class RecordMaker {
  readonly #rules: MergeRules;
  readonly #packages: PackageSummary;
  readonly #options: CompileOptions;
  readonly #notices: CompileNotices;

  constructor(rules: MergeRules, packages: PackageSummary, options: CompileOptions, notices: CompileNotices) {
    this.#rules = rules;
    this.#packages = packages;
    this.#options = options;
    this.#notices = notices;
  }

  release(stored: readonly StoredRelease[]): string | null {
    const releases = stored.map(({ release }) => release);
    return this.#try(releases, () =>
      jsonText(
        this.#options.versioned ? this.#version(releases) : this.#compile(releases),
        this.#options.form,
      ),
    );
  }

  record(stored: readonly StoredRelease[]): string | null {
    const releases = stored.map(({ release }) => release);
    return this.#try(releases, () => {
      const record: JsonObject = {
        ocid: releases[0]?.['ocid'] ?? null,
        releases: this.#options.linkedReleases ? stored.map((each) => this.#linked(each)) : releases,
        compiledRelease: this.#compile(releases),
      };
      if (this.#options.versioned) record['versionedRelease'] = this.#version(releases);
      return jsonText(record, this.#options.form);
    });
  }

  #compile(releases: readonly JsonObject[]): JsonObject {
    const { compiled, warnings } = mergeReleases(releases, this.#rules);
    for (const warning of warnings) this.#notices.warn(`${plainText(releases[0]?.['ocid'])}: ${warning}`);
    return compiled;
  }

  #version(releases: readonly JsonObject[]): JsonObject {
    return versionReleases(releases, this.#rules).versioned;
  }

  /** A link in place of the release, where it came in a package that has a `uri`. */
  #linked({ release, packageNumber }: StoredRelease): JsonObject {
    const uri = this.#packages.uriOf(packageNumber);
    const { id, date, tag } = release;
    if (uri === null || id === undefined) return release;
    return { url: `${uri}#${plainText(id)}`, date: date ?? null, tag: tag ?? null };
  }

  #try(releases: readonly JsonObject[], make: () => string): string | null {
    try {
      return make();
    } catch (error) {
      const message = refusalOf(error);
      if (message === null) throw error;
      this.#notices.refused(plainText(releases[0]?.['ocid']), message);
      return null;
    }
  }
}

function refusalOf(error: unknown): string | null {
  if (error instanceof AppError) return error.message;
  return error instanceof RangeError ? 'Its releases are nested too deeply, or too long as one text.' : null;
}

/** What the vendored schema for the United Kingdom is patched with, or has no merge rules of its own: parts of the URLs. */
const ukExtensions = [
  '/ocds_uk_extension/',
  '/profiles/eu/',
  '/ocds_amendment_rationale_classifications_extension/',
  '/ocds_budget_breakdown_extension/',
  '/ocds_contract_completion_extension/',
  '/ocds_documentation_extension/',
  '/ocds_pagination_extension/',
  '/ocds_suitability_extension/',
  '/ocds_Links_extension/',
  '/ocds_performance_failures_extension/',
];

/** What the packages of a run say together. */
class PackageSummary {
  readonly #options: CompileOptions;
  readonly #versions = new Map<string, string>();
  readonly #extensions = new Set<string>();
  readonly #uris = new Map<number, string>();
  #last: JsonObject = {};

  constructor(options: CompileOptions) {
    this.#options = options;
  }

  add({ number, input, members }: PackageMembers): void {
    const version = versionOf(members);
    if (!this.#versions.has(version)) this.#versions.set(version, input);
    this.#checkVersions();
    for (const extension of listOf(members['extensions']))
      if (typeof extension === 'string') this.#extensions.add(extension);
    if (this.#options.package === null) return;
    const { uri } = members;
    if (typeof uri === 'string' && uri !== '') this.#uris.set(number, uri);
    for (const field of ['publisher', 'license', 'publicationPolicy']) {
      if (members[field] !== undefined) this.#last[field] = members[field];
    }
  }

  uriOf(packageNumber: number): string | null {
    return this.#uris.get(packageNumber) ?? null;
  }

  /** The rules of the version that the packages are in, patched for the United Kingdom where they name its extension. */
  rules(): MergeRules {
    if (this.#versions.has('1.0')) return standardRules('1.0');
    return standardRules(this.#isUk() ? 'uk' : '1.1');
  }

  unknownExtensions(): string[] {
    const isUk = this.#isUk();
    return [...this.#extensions].filter((url) => !isUk || !ukExtensions.some((name) => url.includes(name)));
  }

  #isUk(): boolean {
    return [...this.#extensions].some((url) => url.includes('/ocds_uk_extension/'));
  }

  /** The members of the record package but its records, as the reference has them. */
  members({ uri, publishedDate, publisher }: PackageFields): JsonObject {
    const { license, publicationPolicy } = this.#last;
    const given = publisher ?? (isObject(this.#last['publisher']) ? this.#last['publisher'] : {});
    const members: JsonObject = { uri, publisher: given, publishedDate };
    if (license !== undefined) members['license'] = license;
    if (publicationPolicy !== undefined) members['publicationPolicy'] = publicationPolicy;
    members['version'] = '1.1';
    if (this.#extensions.size > 0) members['extensions'] = [...this.#extensions];
    if (this.#uris.size > 0) members['packages'] = [...this.#uris.values()];
    return members;
  }

  #checkVersions(): void {
    if (this.#options.rules !== null) return;
    const [first, second] = [...this.#versions];
    for (const [version, input] of this.#versions) {
      if (version === '1.0' || version === '1.1') continue;
      const known: readonly SchemaName[] = ['1.0', '1.1'];
      throw new AppError(
        'input-unreadable',
        `${input} has a package of OCDS version ${JSON.stringify(version)}, and ${known.join(' and ')} are known. Name the schema to merge it by with --schema.`,
      );
    }
    if (first === undefined || second === undefined) return;
    throw new AppError(
      'input-unreadable',
      `${second[1]} has a package of OCDS ${second[0]}, but earlier ones are of ${first[0]}, and the two merge by different rules. Upgrade first: sourcing ocds upgrade 1.0:1.1 FILE…`,
    );
  }
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
