import { createServer } from 'node:http';
import formbody from '@fastify/formbody';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify, { LogController } from 'fastify';
import { sql } from 'kysely';
import { AppError } from './lib/errors.ts';
import { systemError, toProblem } from './app/problem.ts';
import { registerApi, sendFailure } from './api/register-api.ts';
import type { Context, Reporter } from './app/context.ts';
import type { Operation } from './app/operation.ts';
import type { Config } from './config.ts';
import type { Clock } from './lib/clock.ts';
import { monotonicMs } from './lib/clock.ts';
import type { LazyRegister } from './open-context.ts';
import { openContext } from './open-context.ts';

/** What the server is made of. */
export type ServerOptions = {
  config: Config;
  register: LazyRegister;
  operations: readonly Operation[];
  version: string;
  /** Null while everything is up; else a sentence about what is still being prepared. */
  preparing: () => string | null;
  logger: FastifyBaseLogger;
  /** The system's, unless given. */
  clock?: Clock;
  /** Adds the pages for browsers. The answer, if any, makes the page of a failure outside all routes. */
  pages: (
    app: FastifyInstance,
    options: { context: (request: FastifyRequest) => Context },
  ) => Answering | void;
};

type Answering = (error: unknown, request: FastifyRequest, reply: FastifyReply) => unknown;

/** Room for a search text that is too long to be searched, so that it is refused with a sentence and not by Node. */
const maxHeaderSize = 131_072;

/** Seconds after which a client that was told to wait should ask again. */
const retryAfterSeconds = 2;

/**
 * The whole service, not yet listening: guards, health, API, pages, in this order.
 *
 * @example await listen(buildServer(options), config)
 */
export function buildServer(options: ServerOptions): FastifyInstance {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    http: { maxHeaderSize },
    routerOptions: { maxParamLength: 500 },
    requestTimeout: 60_000,
    bodyLimit: 1_048_576,
    frameworkErrors: (_, request, reply) => refuseAddress(request, reply, failurePage),
  });
  let failurePage: Answering = sendFailure;
  const context = requestContexts(app, options);
  app.addHook('onRequest', refuseForeignRequests);
  app.addHook('onRequest', addSafetyHeaders);
  // After 'preValidation', in which a form with a file is read.
  app.addHook('preHandler', refuseNul);
  addRequestLog(app);
  addHealth(app, options);
  addWaiting(app, options.preparing);
  app.setErrorHandler(sendFailure);
  // A page of a case has several long texts, and each can be 10,000 characters.
  app.register(formbody, { bodyLimit: 524_288 });
  registerApi(app, { operations: options.operations, version: options.version, context });
  failurePage = options.pages(app, { context }) ?? sendFailure;
  return app;
}

/**
 * Listens on the loopback addresses that the setting HOST names (127.0.0.1 includes ::1) and says where.
 *
 * @returns the address for people
 * @throws AppError machine-resource where the port is taken
 */
export async function listen(
  app: FastifyInstance,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<string> {
  const first = host === 'localhost' ? '127.0.0.1' : host;
  try {
    await app.listen({ host: first, port });
  } catch (error) {
    throw portRefusal(error, port);
  }
  const address = app.server.address();
  const realPort = typeof address === 'object' && address !== null ? address.port : port;
  if (first === '127.0.0.1') await listenOnIpv6(app, realPort);
  const name = first === '127.0.0.1' ? 'localhost' : first.includes(':') ? `[${first}]` : first;
  return `http://${name}:${realPort}`;
}

/** Browsers try ::1 for "localhost" first; a machine without it does without it. */
async function listenOnIpv6(app: FastifyInstance, port: number): Promise<void> {
  const second = createServer({ maxHeaderSize }, (request, response) => app.routing(request, response));
  const isUp = await new Promise<boolean>((resolve, reject) => {
    second.once('error', (error) => {
      const { code } = systemError(error);
      if (code === 'EADDRINUSE') reject(portRefusal(error, port));
      else resolve(false);
    });
    second.listen({ host: '::1', port, ipv6Only: true }, () => resolve(true));
  });
  if (!isUp) return;
  app.server.once('close', () => {
    second.close();
    second.closeIdleConnections();
  });
}

function portRefusal(error: unknown, port: number): unknown {
  const code = error instanceof Error ? systemError(error).code : null;
  if (code === 'EADDRINUSE') {
    return new AppError(
      'machine-resource',
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`,
      { cause: error },
    );
  }
  if (code === 'EACCES') {
    return new AppError(
      'machine-resource',
      `This user may not use port ${port}. Choose one above 1023 with PORT.`,
      { cause: error },
    );
  }
  return error;
}

/** A context per request, whose signal is aborted when the client goes away. */
function requestContexts(app: FastifyInstance, options: ServerOptions): (request: FastifyRequest) => Context {
  const signals = new WeakMap<FastifyRequest, AbortSignal>();
  app.addHook('onRequest', async (request, reply) => {
    const controller = new AbortController();
    reply.raw.once('close', () => controller.abort());
    signals.set(request, controller.signal);
  });
  return (request) =>
    openContext(options.config, options.register, {
      reporter: logReporter(request),
      signal: signals.get(request) ?? new AbortController().signal,
      ...(options.clock !== undefined && { clock: options.clock }),
    });
}

function logReporter(request: FastifyRequest): Reporter {
  return {
    warn: (message) => request.log.warn(message),
    skipped: () => undefined,
    progress: () => undefined,
  };
}

/**
 * Refuses what a page of another site could send: a name that was made to point at this machine (DNS rebinding) shows
 * in Host, a request from another site's page in Origin.
 */
async function refuseForeignRequests(request: FastifyRequest): Promise<void> {
  const { host, origin } = request.headers;
  if (host === undefined || !isLoopbackName(host)) {
    throw new AppError(
      'forbidden',
      'This service answers only under the names of this machine, for example http://localhost:3000.',
    );
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new AppError(
      'forbidden',
      'This request comes from a page of another site, and this service answers only its own pages.',
    );
  }
}

function isLoopbackName(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}

/** PostgreSQL stores no NUL, and a question with one would fail there. */
async function refuseNul(request: FastifyRequest): Promise<void> {
  if (!request.url.includes('%00') && !holdsNul(request.body)) return;
  throw new AppError(
    'bad-request',
    'The request holds a NUL character, which no text here has. Take it out and send the rest again.',
  );
}

/** Inputs are texts and lists of texts; what is nested deeper is refused anyway. */
function holdsNul(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const values: unknown[] = Object.values(body).flat();
  return values.some((value) => typeof value === 'string' && value.includes('\u0000'));
}

/** An address that can't be taken apart reaches no route, and none of the hooks either. */
function refuseAddress(request: FastifyRequest, reply: FastifyReply, failurePage: Answering): void {
  const refusal = new AppError(
    'bad-request',
    'This address cannot be read: a part of it is too long, or has a percent sign that encodes nothing. Copy it again as it was given, or begin at /.',
  );
  const isForReaders =
    request.headers.accept?.includes('text/html') === true && !request.url.startsWith('/api/');
  void (isForReaders ? failurePage : sendFailure)(refusal, request, reply.headers(safetyHeaders));
}

/** Nothing inline, nothing from elsewhere, no frames. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const safetyHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

async function addSafetyHeaders(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers(safetyHeaders);
}

/** One line per answer: route and status. No address of the client and no query, which may hold a person's name. */
function addRequestLog(app: FastifyInstance): void {
  const started = new WeakMap<FastifyRequest, number>();
  app.addHook('onRequest', async (request) => {
    started.set(request, monotonicMs());
  });
  app.addHook('onResponse', async (request, reply) => {
    const tookMs = Math.round(monotonicMs() - (started.get(request) ?? monotonicMs()));
    request.log.debug(
      {
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        tookMs,
      },
      'answered',
    );
  });
}

/** `/health`: the process runs and the database answers. `/ready`: everything is prepared too. */
function addHealth(app: FastifyInstance, options: ServerOptions): void {
  const touch = async (): Promise<void> => {
    const register = await options.register.get();
    await sql`select 1`.execute(register.read);
  };
  app.get('/health', async (_, reply) => {
    await touch();
    return reply.header('cache-control', 'no-store').send({ status: 'ok', version: options.version });
  });
  app.get('/ready', async (_, reply) => {
    await touch();
    const preparing = options.preparing();
    if (preparing !== null) reply.code(503).header('retry-after', String(retryAfterSeconds));
    return reply
      .header('cache-control', 'no-store')
      .send({ status: preparing === null ? 'ready' : 'preparing', detail: preparing });
  });
}

/** Until everything is prepared, every page but health says so and asks to be tried again. */
function addWaiting(app: FastifyInstance, preparing: () => string | null): void {
  app.addHook('onRequest', async (request, reply) => {
    const sentence = preparing();
    if (sentence === null || request.url === '/health' || request.url === '/ready') return;
    reply.code(503).header('retry-after', String(retryAfterSeconds)).header('cache-control', 'no-store');
    if (request.url.startsWith('/api/')) {
      await reply
        .type('application/problem+json')
        .send(`${JSON.stringify(toProblem(new AppError('not-ready', sentence), request.url))}\n`);
      return;
    }
    await reply
      .header('refresh', String(retryAfterSeconds))
      .type('text/html; charset=utf-8')
      .send(
        `<!doctype html><html lang="en-GB"><title>Getting ready</title><h1>Getting ready</h1><p>${sentence}</p><p>This page tries again by itself.</p></html>\n`,
      );
  });
}
