import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../lib/errors.ts';

/** A file that a form brought. */
export type Upload = {
  /** Name on the sender's machine; whatever it says, nothing is stored under it. */
  name: string;
  bytes: Uint8Array;
  /** Longer than {@link longestUpload}, or a text too long for a field; the bytes are only its beginning, or none. */
  isTooLarge: boolean;
};

/** Bytes of a file that are read: several times what the largest plan needs. */
export const longestUpload = 10_000_000;

/** What a form with a file may hold: one file, and short fields. */
const limits = { files: 1, fileSize: longestUpload, fields: 20, fieldSize: 1_000_000, parts: 21 };

/**
 * Lets forms bring a file: fields and file become the body of the request, as with forms that have none. A file that is too large
 * is read to its end and not kept, so that the page can say so where a closed connection could not.
 *
 * @example addUploads(scope); // then readUploads(request.body) in a handler
 */
export function addUploads(scope: FastifyInstance): void {
  scope.register(multipart, { limits, throwFileSizeLimit: false });
  scope.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readParts(request).catch(refuseForm);
  });
}

/** What the parser itself refuses carries a status; what it stumbles over (no boundary, an end too early) carries none. */
function refuseForm(cause: unknown): never {
  if (cause instanceof Error && 'statusCode' in cause) throw cause;
  throw new AppError('bad-request', 'The form came incomplete. Go back and send it again.', { cause });
}

async function readParts(request: FastifyRequest): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      // The parser cuts a field that is too long: its beginning alone would be something else.
      const tooLong: Upload = { name: part.fieldname, bytes: new Uint8Array(0), isTooLarge: true };
      body[part.fieldname] = part.valueTruncated ? tooLong : part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    const upload: Upload = { name: part.filename, bytes, isTooLarge: part.file.truncated };
    body[part.fieldname] = upload;
  }
  return body;
}

/** The files among the fields of a body. Where none was chosen a browser sends one without a name, which is left out. */
export function readUploads(body: unknown): Record<string, Upload> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, Upload] => isUpload(entry[1])),
  );
}

function isUpload(value: unknown): value is Upload {
  if (typeof value !== 'object' || value === null || !('bytes' in value) || !('name' in value)) return false;
  return value.bytes instanceof Uint8Array && typeof value.name === 'string' && value.name !== '';
}
