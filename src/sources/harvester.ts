import { AppError } from '../lib/errors.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Source, Window } from './_source.ts';
import type { Archive } from './archive.ts';
import type { AbsentNotice, HeldNotice, Ledger, WindowEntry } from './ledger.ts';
import { numberOf, readOverflow } from './overflow.ts';
import { halve, isSettled, openWindows, planWindows } from './plan.ts';
import type { Patience, PublishedPage, PublisherPorts } from './publisher.ts';
import { openPublisher, UnreadablePage } from './publisher.ts';

/** Drops personal contact data from a release and says how many places held some. */
export type Minimise = (release: JsonObject) => { release: JsonObject; removed: number };

/** Everything a harvest needs from outside. */
export type HarvestPorts = PublisherPorts & {
  archive: Archive;
  ledger: Ledger;
  minimise: Minimise;
  /** Windows read, of those known to be needed so far. */
  progress(done: number, total: number): void;
};

/** What to harvest, and how patiently. */
export type HarvestRequest = {
  source: Source;
  /** The publisher's base address. */
  base: string;
  /** What to read; null goes on with what earlier harvests left open. */
  range: Window | null;
  /** Read what earlier harvests left open outside the range, too. */
  isContinuing?: boolean;
  patience: Patience;
};

/** What a harvest did. */
export type HarvestSummary = {
  /** Windows read and stored. */
  windows: number;
  requests: number;
  /** Releases received and stored: a notice that lies in two windows, or that is published twice, counts twice. */
  releases: number;
  /** Different notices among them. */
  notices: number;
  /** Full windows that were parted in two. */
  splits: number;
  /** Notice numbers that the publisher doesn't have. */
  absent: number;
  /** Bytes received. */
  bytes: number;
  /** Bytes that were not UTF-8 and were read as Latin-1. */
  repairedBytes: number;
  /** Places from which personal contact data was removed. */
  removedContacts: number;
};

/** After this many unreadable windows in a row the publisher is taken as unreachable. */
const failuresInARow = 2;

/**
 * Reads every notice of a range into the archive, window by window, without following the publisher's cursor: a page
 * that comes back full is thrown away and its window parted in two; a window of the least length that is still full
 * is read by {@link readOverflow}. Stopping it at any moment, even by a kill, loses nothing: the ledger knows what is
 * stored, and a window that was in flight is asked for again. Run under {@link withHarvestLease}.
 *
 * @throws AppError publisher-unreachable after the stated tries; what was read is stored
 * @throws AbortError when the signal fires
 * @example await harvest({ source: findATender, base, range, patience }, ports)
 */
export async function harvest(request: HarvestRequest, ports: HarvestPorts): Promise<HarvestSummary> {
  return new Harvest(request, ports).run();
}

class Harvest {
  readonly #request: HarvestRequest;
  readonly #ports: HarvestPorts;
  readonly #publisher;
  readonly #queue: Window[] = [];
  readonly #overfull: Window[] = [];
  readonly #failures: UnreadablePage[] = [];
  readonly #noticeIds = new Set<string>();
  readonly #counts = { windows: 0, releases: 0, splits: 0, absent: 0, removedContacts: 0 };

  constructor(request: HarvestRequest, ports: HarvestPorts) {
    this.#request = request;
    this.#ports = ports;
    this.#publisher = openPublisher(request.source, request.base, ports, request.patience);
  }

  async run(): Promise<HarvestSummary> {
    this.#queue.push(...(await this.#plan()));
    await this.#readAll(this.#queue, (window) => this.#readWindow(window));
    await this.#readAll(this.#overfull, (window) => this.#readOverfull(window));
    const [failure] = this.#failures;
    if (failure !== undefined) throw this.#incomplete(failure);
    return { ...this.#counts, notices: this.#noticeIds.size, ...this.#publisher.tally };
  }

  /** Windows to ask for: those open in the ledger, those not planned yet, and those whose archived page is damaged. */
  async #plan(): Promise<Window[]> {
    const { source, range, isContinuing } = this.#request;
    const { ledger } = this.#ports;
    const known = await ledger.windows(source.id, range);
    if (range !== null) await ledger.plan(source.id, planWindows(source, range, known));
    const damaged = await this.#damaged(known.filter(isSettled));
    const open = openWindows(await ledger.windows(source.id, isContinuing === true ? null : range));
    return [...open, ...damaged].map(({ from, to }) => ({ from, to }));
  }

  async #damaged(settled: readonly WindowEntry[]): Promise<WindowEntry[]> {
    const damaged: WindowEntry[] = [];
    for (const entry of settled) {
      this.#ports.signal.throwIfAborted();
      const state = entry.archived === null ? 'missing' : await this.#ports.archive.check(entry.archived);
      if (state === 'whole') continue;
      const name = entry.archived?.path ?? `of ${entry.from}`;
      this.#ports.say(`The archived page ${name} is ${state}; it is fetched again.`);
      damaged.push(entry);
    }
    return damaged;
  }

  async #readAll(queue: Window[], read: (window: Window) => Promise<void>): Promise<void> {
    let inARow = 0;
    for (let window = queue.shift(); window !== undefined; window = queue.shift()) {
      this.#ports.signal.throwIfAborted();
      try {
        await this.#ports.ledger.begin(this.#request.source.id, window);
        await read(window);
        inARow = 0;
      } catch (error) {
        if (!(error instanceof UnreadablePage)) throw error;
        await this.#ports.ledger.fail(this.#request.source.id, window, error.message);
        this.#failures.push(error);
        inARow += 1;
        if (inARow >= failuresInARow) throw error;
      }
      this.#tellProgress();
    }
  }

  #tellProgress(): void {
    const done = this.#counts.windows + this.#counts.splits + this.#failures.length;
    this.#ports.progress(done, done + this.#queue.length + this.#overfull.length);
  }

  async #readWindow(window: Window): Promise<void> {
    const { source, base } = this.#request;
    const page = await this.#publisher.read(source.windowUrl(base, window, null));
    if (page.releases.length < source.pageLimit) return this.#store(window, [page], page.releases, []);
    const halves = halve(source, window);
    if (halves === null) {
      this.#overfull.push(window);
      return;
    }
    await this.#dropEarlierPage(window);
    await this.#ports.ledger.split(source.id, window, halves, page.releases.length);
    this.#queue.unshift(...halves);
    this.#counts.splits += 1;
  }

  /** A window that was read before its end and has filled up since leaves a page that its halves will hold. */
  async #dropEarlierPage(window: Window): Promise<void> {
    const entries = await this.#ports.ledger.windows(this.#request.source.id, window);
    const earlier = entries.find((entry) => entry.from === window.from && entry.to === window.to)?.archived;
    if (earlier !== undefined && earlier !== null) await this.#ports.archive.remove(earlier);
  }

  async #readOverfull(window: Window): Promise<void> {
    const { source, base } = this.#request;
    const first = await this.#publisher.read(source.windowUrl(base, window, null));
    const context = { publisher: this.#publisher, ledger: this.#ports.ledger, first };
    const { pages, releases, absent } = await readOverflow(source, base, window, context);
    await this.#store(window, pages, releases, absent);
  }

  /** Archives first, then tells the ledger: a kill between the two leaves a window in flight, which is read again. */
  async #store(
    window: Window,
    pages: PublishedPage[],
    releases: JsonObject[],
    absent: AbsentNotice[],
  ): Promise<void> {
    const { source } = this.#request;
    const [first] = pages;
    if (first === undefined) return;
    const minimised = releases.map((release) => this.#ports.minimise(release));
    const removed = minimised.reduce((sum, one) => sum + one.removed, 0);
    const { links: _links, ...envelope } = first.page;
    const archived = await this.#ports.archive.write(source.id, window, {
      ...envelope,
      releases: minimised.map((one) => one.release),
      archived: provenance(source, window, pages, removed),
    });
    const held = heldNotices(source, window, releases);
    await this.#ports.ledger.complete(source.id, window, {
      fetchedAt: first.fetchedAt,
      received: releases.length,
      requests: pages.length,
      answerHashes: pages.map((page) => page.sha256),
      archived,
      held,
      absent,
    });
    this.#counts.windows += 1;
    this.#counts.releases += releases.length;
    for (const { noticeId } of held) this.#noticeIds.add(noticeId);
    this.#counts.absent += absent.length;
    this.#counts.removedContacts += removed;
  }

  #incomplete(first: UnreadablePage): AppError {
    const count = this.#failures.length;
    const windows = count === 1 ? 'One window' : `${String(count)} windows`;
    return new AppError(
      'publisher-unreachable',
      `${windows} could not be read, everything else is stored. ${first.message}`,
    );
  }
}

/** Where an archived page comes from: enough to build a lost ledger anew, and to prove what was received. */
function provenance(
  source: Source,
  window: Window,
  pages: readonly PublishedPage[],
  removed: number,
): JsonObject {
  return {
    source: source.id,
    from: window.from,
    to: window.to,
    answers: pages.map(({ url, fetchedAt, sha256 }) => ({ url, fetchedAt: fetchedAt.toISOString(), sha256 })),
    repairedBytes: pages.reduce((sum, page) => sum + page.repairedBytes, 0),
    removedContacts: removed,
  };
}

function heldNotices(source: Source, window: Window, releases: readonly JsonObject[]): HeldNotice[] {
  const held = new Map<string, HeldNotice>();
  for (const release of releases) {
    const noticeId = release['id'];
    if (typeof noticeId !== 'string') continue;
    const number = numberOf(source, release);
    held.set(noticeId, {
      noticeId,
      year: number?.year ?? Number(window.from.slice(0, 4)),
      number: number?.number ?? null,
    });
  }
  return [...held.values()];
}
