import type { Clock } from '../lib/clock.ts';
import { decodeText } from '../lib/decode-text.ts';
import { AppError } from '../lib/errors.ts';
import { sha256Hex } from '../lib/hash.ts';
import type { HttpAnswer, HttpClient } from '../lib/http-client.ts';
import { NoAnswer } from '../lib/http-client.ts';
import type { JsonObject } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import type { Sleep } from '../lib/sleep.ts';
import type { Source } from './_source.ts';

/** How patiently a publisher is asked. */
export type Patience = {
  /** From the start of one request to the start of the next. */
  paceMs: number;
  /** Requests for one address before giving up on cut connections, silence, server errors and answers that aren't JSON. */
  tries: number;
  /** Pause after the first failed try; it doubles with each further one. */
  firstPauseMs: number;
  /** "Too many requests" answers in a row before giving up. */
  overloadTries: number;
  /** The longest stay-away that is waited out. */
  longestWaitMs: number;
};

/** Five tries within half a minute bridge a restart of the publisher; an hour is the longest wait a person may meet. */
export const defaultPatience: Omit<Patience, 'paceMs'> = {
  tries: 5,
  firstPauseMs: 2000,
  overloadTries: 5,
  longestWaitMs: 3_600_000,
};

/** What asking needs from outside. */
export type PublisherPorts = {
  http: HttpClient;
  clock: Clock;
  sleep: Sleep;
  signal: AbortSignal;
  /** A sentence for the person, such as that the publisher asks for two minutes' pause. */
  say(message: string): void;
};

/** A page as published, parsed. */
export type PublishedPage = {
  page: JsonObject;
  releases: JsonObject[];
  /** SHA-256 of the bytes as they came. */
  sha256: string;
  bytes: number;
  /** Bytes that were not UTF-8 and were read as Latin-1. */
  repairedBytes: number;
  url: string;
  fetchedAt: Date;
};

/** A publisher that is asked politely: paced, obeying its stay-aways, trying again. */
export type Publisher = {
  /**
   * @throws UnreadablePage after the stated tries, or where this address is refused
   * @throws AppError publisher-unreachable where the publisher keeps turning us away
   */
  read(url: string): Promise<PublishedPage>;
  /** As `read`, with null where the publisher says that there is no such notice. */
  readNotice(noticeId: string): Promise<PublishedPage | null>;
  /** What was asked so far. */
  tally: { requests: number; bytes: number; repairedBytes: number };
};

/** One address can't be read; others may. */
export class UnreadablePage extends AppError {
  constructor(detail: string) {
    super('publisher-unreachable', detail);
  }
}

const absentStatuses: readonly number[] = [404, 410];

/** One try's outcome: a page, nothing there, a stay-away, or a failure worth another try. */
type Outcome =
  | { kind: 'page'; page: PublishedPage }
  | { kind: 'absent' }
  | { kind: 'overload'; waitMs: number }
  | { kind: 'failure'; reason: string };

/**
 * A publisher behind its base address.
 *
 * @param base the address that the source's setting holds
 * @example const page = await openPublisher(findATender, base, ports, patience).read(url)
 */
export function openPublisher(
  source: Source,
  base: string,
  ports: PublisherPorts,
  patience: Patience,
): Publisher {
  const tally = { requests: 0, bytes: 0, repairedBytes: 0 };
  let lastStart: Date | null = null;

  async function tryOnce(url: string): Promise<Outcome> {
    await ports.sleep(paceLeftMs(lastStart, ports.clock.now(), patience.paceMs), ports.signal);
    lastStart = ports.clock.now();
    tally.requests += 1;
    try {
      const answer = await ports.http(url, ports.signal);
      tally.bytes += answer.bytes.length;
      return judge(source, url, answer, ports.clock.now());
    } catch (error) {
      if (error instanceof NoAnswer) return { kind: 'failure', reason: error.message };
      throw error;
    }
  }

  async function ask(url: string): Promise<PublishedPage | null> {
    let failures = 0;
    let overloads = 0;
    for (;;) {
      const outcome = await tryOnce(url);
      if (outcome.kind === 'page') {
        tally.repairedBytes += outcome.page.repairedBytes;
        return outcome.page;
      }
      if (outcome.kind === 'absent') return null;
      if (outcome.kind === 'overload') {
        overloads += 1;
        await stayAway(source, outcome.waitMs, overloads, ports, patience);
      } else {
        failures += 1;
        if (failures >= patience.tries) throw unreachable(source, url, outcome.reason, failures);
        ports.say(
          `${source.title} gave no usable answer: ${outcome.reason}. Trying again, ${String(failures + 1)} of ${String(patience.tries)}.`,
        );
        await ports.sleep(patience.firstPauseMs * 2 ** (failures - 1), ports.signal);
      }
    }
  }

  return {
    tally,
    async read(url) {
      const page = await ask(url);
      if (page === null) throw unreachable(source, url, 'it says that this address does not exist', 1);
      return page;
    },
    readNotice: (noticeId) => ask(source.noticeUrl(base, noticeId)),
  };
}

/** What is left of the pause since the last request began; a clock that jumps back doesn't make it longer. */
function paceLeftMs(lastStart: Date | null, now: Date, paceMs: number): number {
  if (lastStart === null) return 0;
  return Math.min(paceMs, Math.max(0, paceMs - (now.getTime() - lastStart.getTime())));
}

async function stayAway(
  source: Source,
  waitMs: number,
  overloads: number,
  ports: PublisherPorts,
  patience: Patience,
): Promise<void> {
  const wait = `${String(Math.ceil(waitMs / 1000))} s`;
  if (waitMs > patience.longestWaitMs || overloads > patience.overloadTries) {
    const often = overloads === 1 ? 'once' : `${String(overloads)} times in a row`;
    throw new AppError(
      'publisher-unreachable',
      `${source.title} turned us away ${often} and asks for ${wait}. What was read is kept; go on later with \`sourcing harvest --resume\`, or raise HARVEST_PACE_MS.`,
    );
  }
  ports.say(`${source.title} asks for a pause of ${wait}.`);
  await ports.sleep(Math.max(waitMs, patience.firstPauseMs * overloads), ports.signal);
}

/** Reads an answer. Whatever isn't a page of releases is a failure worth another try, except a plain refusal. */
function judge(source: Source, url: string, answer: HttpAnswer, now: Date): Outcome {
  const waitMs = source.overloadMs({ status: answer.status, retryAfter: answer.header('retry-after') }, now);
  if (waitMs !== null) return { kind: 'overload', waitMs };
  if (absentStatuses.includes(answer.status)) return { kind: 'absent' };
  const { text, repaired } = decodeText(answer.bytes);
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 408) {
    throw new UnreadablePage(
      `${source.title} refused ${url} with status ${String(answer.status)} (${beginning(text)}). If its interface has changed, this program needs an update.`,
    );
  }
  if (answer.status !== 200) return { kind: 'failure', reason: `status ${String(answer.status)}` };
  const page = parsePage(text);
  if (page === null) return { kind: 'failure', reason: `the answer is not JSON (${beginning(text)})` };
  const releases = source.releasesOf(page);
  if (releases === null) return { kind: 'failure', reason: 'the answer holds no list of releases' };
  const { bytes } = answer;
  const published = {
    page,
    releases,
    sha256: sha256Hex(bytes),
    bytes: bytes.length,
    repairedBytes: repaired,
  };
  return { kind: 'page', page: { ...published, url, fetchedAt: now } };
}

function parsePage(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function beginning(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line === '' ? 'it is empty' : `it begins with "${line.slice(0, 60)}"`;
}

function unreachable(source: Source, url: string, reason: string, tries: number): UnreadablePage {
  const times = tries === 1 ? '' : ` in ${String(tries)} tries`;
  return new UnreadablePage(
    `${source.title} gave no usable answer${times}: ${reason}. Asked: ${url}. What was read is kept; go on later with \`sourcing harvest --resume\`.`,
  );
}
