import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { csvLine } from '../lib/csv.ts';
import type { RowFormat } from '../lib/encode-rows.ts';
import { encodeRows, rowFormats, rowMediaTypes } from '../lib/encode-rows.ts';
import { AppError } from '../lib/errors.ts';
import type { Context } from '../app/context.ts';
import type { StreamOperation } from '../app/operation.ts';
import type { z } from 'zod';
import { asRefusal, bugProblem, toProblem } from '../app/problem.ts';
import { readTextInput } from '../app/read-input.ts';

/**
 * Sends the rows of a stream as JSON Lines, CSV or Excel (`format=`). A failure before the first row is a refusal like
 * any other; one after it ends JSON Lines and CSV with a line `{"problem": …}`, and breaks an Excel download off.
 */
export async function sendRows(
  operation: StreamOperation<z.ZodObject>,
  context: Context,
  query: Readonly<Record<string, readonly string[]>>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { format: formats = ['jsonl'], ...texts } = query;
  const format = readFormat(operation, formats);
  const input = readTextInput(operation, texts);
  const chunks = encodeRows(operation.run(context, input), format, operation.columns ?? []);
  const first = await chunks.next();
  const name = `${operation.id.replaceAll('.', '-')}.${format}`;
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(rowMediaTypes[format])
    .send(Readable.from(withTrailer(first, chunks, format, reply), { objectMode: false }));
}

function readFormat(operation: StreamOperation<z.ZodObject>, given: readonly string[]): RowFormat {
  const format = rowFormats.find((name) => name === given[0]);
  if (format === undefined || given.length > 1) {
    throw new AppError(
      'bad-request',
      `There is no format "${given.join(', ')}". The formats are: ${rowFormats.join(', ')}.`,
      {
        fields: { format: `Must be one of: ${rowFormats.join(', ')}.` },
      },
    );
  }
  if (format !== 'jsonl' && operation.columns === undefined) {
    throw new AppError('bad-request', `${operation.id} has no columns, so it can only be written as jsonl.`, {
      fields: { format: 'Must be jsonl.' },
    });
  }
  return format;
}

type Chunk = string | Uint8Array;

async function* withTrailer(
  first: IteratorResult<Chunk>,
  chunks: AsyncIterator<Chunk>,
  format: RowFormat,
  reply: FastifyReply,
): AsyncGenerator<Chunk> {
  try {
    for (let step = first; step.done !== true; step = await chunks.next()) yield step.value;
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal === null) reply.log.error({ err: error }, 'a fault while sending rows');
    if (format === 'xlsx') throw error;
    const line = JSON.stringify({ problem: refusal === null ? bugProblem() : toProblem(refusal) });
    yield format === 'csv' ? csvLine([line]) : `${line}\n`;
  } finally {
    await chunks.return?.();
  }
}
