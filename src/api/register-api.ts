import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../lib/errors.ts';
import { isObject } from '../lib/json.ts';
import { suggest } from '../lib/suggest.ts';
import type { Context } from '../app/context.ts';
import type { Operation } from '../app/operation.ts';
import { asRefusal, bugProblem, toProblem } from '../app/problem.ts';
import { readInput, readTextInput } from '../app/read-input.ts';
import { describeApi } from './describe-api.ts';
import { sendRows } from './send-rows.ts';
import { sendValue } from './send-value.ts';

/** What the API works with; everything outside it arrives here. */
export type ApiOptions = {
  operations: readonly Operation[];
  version: string;
  context: (request: FastifyRequest) => Context;
};

/** Largest body that is read: inputs are small. */
const largestBody = 1_048_576;

/** Where every path of the API begins. */
export const apiPrefix = '/api/v1';

/**
 * The path of an operation below {@link apiPrefix}.
 *
 * @example operationPath(findContracts) // '/contracts/find'
 */
export function operationPath(operation: Operation): string {
  return `/${operation.id.replaceAll('.', '/')}`;
}

/** The operations that exist in the API. */
export function apiOperations(operations: readonly Operation[]): Operation[] {
  return operations.filter((operation) => operation.surfaces.includes('api'));
}

/**
 * Adds the JSON API to a server: reads and streams by GET with a query, writes by POST with a JSON body, refusals as
 * `application/problem+json`, and its own description at `openapi.json`.
 */
export function registerApi(app: FastifyInstance, options: ApiOptions): void {
  const offered = apiOperations(options.operations);
  const description = `${JSON.stringify(describeApi(offered, options.version))}\n`;
  app.register(
    (api, _, done) => {
      api.setErrorHandler(sendFailure);
      api.setNotFoundHandler((request, reply) => {
        const known = operationAt(request, offered);
        if (known === undefined) throw unknownPath(request, offered);
        // RFC 9110, 15.5.6: the answer names the methods that there are.
        reply.header('allow', known.method === 'GET' ? 'GET, HEAD' : known.method);
        throw new AppError(
          'wrong-method',
          `${known.name} is asked for with ${known.method}, not ${request.method}.`,
        );
      });
      api.get('/openapi.json', async (request, reply) => sendValue(request, reply, description));
      for (const operation of offered) {
        api.route({
          method: methodOf(operation),
          url: operationPath(operation),
          bodyLimit: operation.largestBody ?? largestBody,
          handler: (request, reply) => answer(operation, options.context(request), request, reply),
        });
      }
      done();
    },
    { prefix: apiPrefix },
  );
}

async function answer(
  operation: Operation,
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const texts = queryTexts(request.query);
  if (operation.kind === 'stream') return sendRows(operation, context, texts, reply);
  const input =
    operation.kind === 'write' ? readInput(operation, request.body ?? {}) : readTextInput(operation, texts);
  const output = await operation.run(context, input);
  const body = `${JSON.stringify(operation.output.parse(output))}\n`;
  if (operation.kind === 'write')
    return reply.header('cache-control', 'no-store').type('application/json').send(body);
  return sendValue(request, reply, body);
}

/** A parsed query string as name → texts. */
function queryTexts(query: unknown): Record<string, string[]> {
  if (!isObject(query)) return {};
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat().map(String)]));
}

function methodOf({ kind }: Operation): 'GET' | 'POST' {
  return kind === 'write' ? 'POST' : 'GET';
}

/** What stands at the path of a request, whatever its method. */
function operationAt(
  request: FastifyRequest,
  operations: readonly Operation[],
): { name: string; method: 'GET' | 'POST' } | undefined {
  const path = pathOf(request);
  if (path === `${apiPrefix}/openapi.json`) return { name: 'openapi.json', method: 'GET' };
  const known = operations.find((operation) => path === `${apiPrefix}${operationPath(operation)}`);
  return known === undefined ? undefined : { name: known.id, method: methodOf(known) };
}

function unknownPath(request: FastifyRequest, operations: readonly Operation[]): AppError {
  const near = suggest(pathOf(request).slice(apiPrefix.length), operations.map(operationPath));
  const hint = near === null ? '' : ` Did you mean ${apiPrefix}${near}?`;
  return new AppError(
    'unknown-operation',
    `There is nothing at this path.${hint} ${apiPrefix}/openapi.json describes everything there is.`,
  );
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}

/** Answers with a problem body: a refusal as it is, Fastify's own refusals translated, anything else as a fault. */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error) ?? transportRefusal(error);
  const problem = refusal === null ? bugProblem(pathOf(request)) : toProblem(refusal, pathOf(request));
  if (refusal === null) request.log.error({ err: error }, 'a fault while answering');
  // Serialised here: Fastify would send text of another media type than JSON as it is.
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(`${JSON.stringify(problem)}\n`);
}

/** A body that Fastify could not read (not JSON, too large, of another media type). */
function transportRefusal(error: unknown): AppError | null {
  if (
    !(error instanceof Error) ||
    !('statusCode' in error) ||
    typeof error.statusCode !== 'number' ||
    error.statusCode >= 500
  )
    return null;
  return new AppError(
    'bad-request',
    `The request could not be read: ${error.message.replace(/\.$/, '')}. Send a JSON body of at most 1 MB.`,
    { cause: error },
  );
}
