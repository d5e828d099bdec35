import type { FastifyRequest } from 'fastify';
import type { Context } from '../app/context.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { PageRequest } from './pages/_page.ts';
import { readUploads } from './read-upload.ts';

/**
 * What a page is asked, out of an HTTP request. Values that aren't texts and empty ones are left out: a form without
 * JavaScript sends every field it has.
 */
export function readRequest(request: FastifyRequest, context: Context, words: Catalogue): PageRequest {
  return {
    context,
    params: textsOf(request.params),
    query: Object.fromEntries(
      Object.entries(request.query ?? {})
        .map(
          ([name, value]) =>
            [
              name,
              [value]
                .flat()
                .map(String)
                .filter((text) => text !== ''),
            ] as const,
        )
        .filter(([, values]) => values.length > 0),
    ),
    form: textsOf(request.body),
    uploads: readUploads(request.body),
    url: request.url,
    words,
  };
}

/** The texts of an object from outside; what is no text is left out. */
function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
