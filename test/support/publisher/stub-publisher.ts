import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isObject } from '../../../src/lib/json.ts';
import { lastLondonInstant, londonInstant, londonTime } from '../../../src/lib/london-time.ts';
import type { FaultName, PublisherRules } from './rules.ts';
import { readFaults } from './rules.ts';
import type { StubNotice } from './stub-notices.ts';

/** A stand-in that is listening. */
export type StubPublisher = {
  url: string;
  /** Path and query of every request, in order. */
  requests: string[];
  /** Adds notices, as if published meanwhile. */
  publish: (notices: readonly StubNotice[]) => void;
  close: () => Promise<void>;
};

export type StubOptions = {
  /** The stand-in's clock, for its limit of requests. */
  now?: () => Date;
  /** What goes wrong at which request (1 is the first). */
  faults?: Readonly<Record<number, FaultName>>;
  /** What goes wrong at every request whose address contains this text. */
  faultsAt?: Readonly<Record<string, FaultName>>;
  /** Milliseconds before each answer. */
  delayMs?: number;
};

/** Starts a publisher on a free port of 127.0.0.1 that behaves as its rules say. */
export async function startStubPublisher(
  rules: PublisherRules,
  notices: readonly StubNotice[],
  options: StubOptions = {},
): Promise<StubPublisher> {
  const held = [...notices];
  const requests: string[] = [];
  const limit = new RequestLimit(rules, options.now ?? (() => new Date()));
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    requests.push(address);
    const scripted = Object.entries(options.faultsAt ?? {}).find(([text]) => address.includes(text))?.[1];
    const fault = options.faults?.[requests.length] ?? scripted;
    const answer = limit.refuse() ?? respond(rules, held, new URL(address, 'http://stub.invalid'));
    void send(response, answer, fault, options.delayMs ?? 0);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String(portOf(server.address()))}`,
    requests,
    publish: (more) => void held.push(...more),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** A full answer, or the refusal of a wrong question. */
function respond(rules: PublisherRules, notices: readonly StubNotice[], url: URL): Answer {
  if (url.pathname.startsWith(`${rules.noticePath}/`)) {
    const wanted = decodeURIComponent(url.pathname.slice(rules.noticePath.length + 1));
    const found = notices.filter((notice) => notice.noticeId === wanted || notice.ocid === wanted);
    return found.length === 0
      ? plain(404, 'Not found')
      : json(rules, { releases: found.map((notice) => notice.release) });
  }
  if (url.pathname !== rules.listPath) return plain(404, 'No such address');
  const known = [rules.fromParameter, rules.toParameter, ...rules.otherParameters];
  for (const name of url.searchParams.keys()) {
    if (!known.includes(name)) return plain(rules.unknownParameterStatus, `Unknown parameter ${name}`);
  }
  const from = url.searchParams.get(rules.fromParameter)?.replace(/Z$/, '') ?? '';
  const to = url.searchParams.get(rules.toParameter)?.replace(/Z$/, '') ?? '';
  const isEmpty = rules.localTimes === 'text' ? from >= to : londonInstant(from) >= londonInstant(to);
  if (isEmpty) return plain(rules.equalWindowStatus, 'The window is empty');
  return listPage(rules, notices, url, { from, to });
}

function listPage(
  rules: PublisherRules,
  notices: readonly StubNotice[],
  url: URL,
  window: { from: string; to: string },
): Answer {
  const limit = Math.min(Number(url.searchParams.get('limit') ?? rules.pageLimit), rules.pageLimit);
  const cursor = url.searchParams.get('cursor');
  const isDescending = rules.listOrder === 'number-descending';
  const isPast = (key: number, at: number): boolean => (isDescending ? key < at : key > at);
  const hidesAct = rules.stagesHidesAct && url.searchParams.has('stages');
  const after =
    cursor === null || rules.cursor === 'stuck' ? null : Number(Buffer.from(cursor, 'base64').toString());
  const rows = notices
    .filter((notice) => isInWindow(rules, notice, window))
    .filter((notice) => !hidesAct || !isAct(notice))
    .filter((notice) => after === null || isPast(notice.recordKey, after))
    .sort((a, b) => (isDescending ? b.number - a.number : a.number - b.number));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const links =
    rows.length > limit && last !== undefined ? { next: nextLink(url, last.recordKey) } : undefined;
  return json(rules, {
    releases: page.map((notice) => notice.release),
    ...(links !== undefined && { links }),
  });
}

function nextLink(url: URL, recordKey: number): string {
  const next = new URL(url);
  next.searchParams.set('cursor', Buffer.from(String(recordKey)).toString('base64'));
  return next.toString();
}

function isInWindow(
  rules: PublisherRules,
  notice: StubNotice,
  { from, to }: { from: string; to: string },
): boolean {
  const isEndIncluded = rules.windowEnds === 'both-included';
  if (rules.localTimes === 'text') {
    const at = londonTime(notice.publishedAt);
    return at >= from && (at < to || (isEndIncluded && at === to));
  }
  const at = Math.floor(notice.publishedAt.getTime() / 1000) * 1000;
  const end = londonInstant(to).getTime();
  return at >= londonInstant(from).getTime() && (at < end || (isEndIncluded && at === end));
}

function isAct(notice: StubNotice): boolean {
  const { tender } = notice.release;
  const basis = isObject(tender) ? tender['legalBasis'] : null;
  return isObject(basis) && basis['scheme'] === 'UKPGA';
}

/** Refuses requests beyond so many in so many seconds. */
class RequestLimit {
  readonly #rules: PublisherRules;
  readonly #now: () => Date;
  #times: number[] = [];

  constructor(rules: PublisherRules, now: () => Date) {
    this.#rules = rules;
    this.#now = now;
  }

  refuse(): Answer | null {
    const { overloadSeconds, overloadRequests, overloadStatus, overloadRetryAfter, overloadBody } =
      this.#rules;
    const now = this.#now().getTime();
    this.#times = this.#times.filter((time) => now - time < overloadSeconds * 1000);
    const [oldest] = this.#times;
    if (this.#times.length < overloadRequests || oldest === undefined) {
      this.#times.push(now);
      return null;
    }
    const refusal = plain(overloadStatus, overloadBody);
    const seconds = Math.ceil((oldest + overloadSeconds * 1000 - now) / 1000);
    return overloadRetryAfter
      ? { ...refusal, headers: { ...refusal.headers, 'retry-after': String(seconds) } }
      : refusal;
  }
}

function plain(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(text) };
}

function json(rules: PublisherRules, content: object): Answer {
  const envelope = {
    uri: 'urn:stand-in',
    version: '1.1',
    publishedDate: '2026-11-01T00:00:00Z',
    publisher: { name: rules.title },
  };
  const text = JSON.stringify({ ...envelope, ...content });
  const body = rules.latin1 ? sprinkleLatin1(text) : Buffer.from(text);
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

/** Every "é" becomes the single Latin-1 byte, every other character stays UTF-8. */
function sprinkleLatin1(text: string): Buffer {
  const pieces = text.split('é').map((piece) => Buffer.from(piece));
  return Buffer.concat(pieces.flatMap((piece, i) => (i === 0 ? [piece] : [Buffer.from([0xe9]), piece])));
}

const faults = readFaults();

async function send(response: ServerResponse, answer: Answer, fault: FaultName | undefined, delayMs: number) {
  if (delayMs > 0) await wait(delayMs);
  if (fault === 'stuck') return;
  if (fault === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(faults.html.body);
  } else if (fault === 'unavailable' || fault === 'refused') {
    const { status, body } = faults[fault];
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
  } else if (fault === 'truncated') {
    response.writeHead(answer.status, answer.headers).end(answer.body.subarray(0, faults.truncated.bytes));
  } else if (fault === 'cut') {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    response.write(answer.body.subarray(0, faults.cut.bytes), () => response.destroy());
  } else {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    await sendBody(response, answer.body, fault === 'slow');
  }
}

async function sendBody(response: ServerResponse, body: Buffer, isSlow: boolean): Promise<void> {
  const { pieces, pauseMs } = faults.slow;
  const size = isSlow ? Math.ceil(body.length / pieces) : body.length;
  for (let at = 0; at < body.length; at += size) {
    if (at > 0) await wait(pauseMs);
    response.write(body.subarray(at, at + size));
  }
  response.end();
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return address.port;
}

/** Local times of the first and last notice, as a window that holds them all. */
export function windowOf(notices: readonly StubNotice[]): { from: string; to: string } {
  const times = notices.map((notice) => notice.publishedAt.getTime());
  const last = lastLondonInstant(londonTime(new Date(Math.max(...times))));
  return {
    from: `${londonTime(new Date(Math.min(...times))).slice(0, 10)}T00:00:00`,
    to: `${londonTime(new Date(last.getTime() + 86_400_000)).slice(0, 10)}T00:00:00`,
  };
}
