/** An answer as it came, whole. */
export type HttpAnswer = {
  status: number;
  /** A header's value by its lower-case name, null where it is absent. */
  header(name: string): string | null;
  bytes: Uint8Array;
};

/** Why there is no answer: the address can't be reached, the connection was cut, or nothing came in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Asks for one address. Resolves with any status; rejects with {@link NoAnswer}, or with an AbortError when `signal`
 * fires. A parameter wherever code talks to a publisher.
 */
export type HttpClient = (url: string, signal: AbortSignal) => Promise<HttpAnswer>;

/** Limits of one request. */
export type HttpLimits = {
  /** Longest silence: before the first byte and between two pieces of the body. */
  idleMs: number;
  /** Longest time for the whole answer, for a server that sends a byte now and then for ever. */
  totalMs: number;
  maxBytes: number;
};

/** Publishers answer within seconds; half a minute of silence means that nothing will come. */
export const defaultHttpLimits: HttpLimits = {
  idleMs: 30_000,
  totalMs: 300_000,
  maxBytes: 256 * 1024 * 1024,
};

/**
 * An HTTP client on Node's own `fetch` that never waits for ever and never reads without end.
 *
 * @param userAgent how we introduce ourselves to the publisher
 * @example const answer = await createHttpClient('digital-sourcing/0.1')('https://example.org/', signal)
 */
export function createHttpClient(userAgent: string, limits: HttpLimits = defaultHttpLimits): HttpClient {
  return async (url, signal) => {
    signal.throwIfAborted();
    const watch = new Watch(limits);
    try {
      const response = await fetch(url, {
        headers: { accept: 'application/json', 'user-agent': userAgent },
        signal: AbortSignal.any([signal, watch.signal]),
      });
      watch.touch();
      const bytes = await readBody(response, watch, limits.maxBytes);
      return { status: response.status, header: (name) => response.headers.get(name), bytes };
    } catch (error) {
      signal.throwIfAborted();
      throw new NoAnswer(watch.reason ?? connectionReason(error), { cause: error });
    } finally {
      watch.stop();
    }
  };
}

async function readBody(response: Response, watch: Watch, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return new Uint8Array();
  for await (const piece of response.body) {
    watch.touch();
    size += piece.length;
    if (size > maxBytes) throw new NoAnswer(`the answer is larger than ${String(maxBytes)} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Ends a request that has gone silent or takes too long. */
class Watch {
  readonly #controller = new AbortController();
  readonly #limits: HttpLimits;
  readonly #total: NodeJS.Timeout;
  #idle: NodeJS.Timeout;
  reason: string | null = null;

  constructor(limits: HttpLimits) {
    this.#limits = limits;
    this.#total = setTimeout(
      () => this.#end(`no whole answer within ${seconds(limits.totalMs)}`),
      limits.totalMs,
    );
    this.#idle = this.#startIdle();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something came: the silence starts anew. */
  touch(): void {
    clearTimeout(this.#idle);
    this.#idle = this.#startIdle();
  }

  stop(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#total);
  }

  #startIdle(): NodeJS.Timeout {
    return setTimeout(
      () => this.#end(`nothing came for ${seconds(this.#limits.idleMs)}`),
      this.#limits.idleMs,
    );
  }

  #end(reason: string): void {
    this.reason = reason;
    this.#controller.abort();
  }
}

function seconds(ms: number): string {
  return `${String(ms / 1000)} s`;
}

/** What Node says about a failed connection, in the words of its innermost cause. */
function connectionReason(error: unknown): string {
  if (error instanceof NoAnswer) return error.message;
  if (!(error instanceof Error)) return 'the connection failed';
  return error.cause instanceof Error ? connectionReason(error.cause) : error.message || error.name;
}
