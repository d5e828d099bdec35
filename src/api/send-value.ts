import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../lib/hash.ts';

/**
 * Sends a JSON body that a client may keep but has to ask about again: an unchanged one costs no more than `304`.
 */
export function sendValue(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const tag = `"${sha256Hex(body).slice(0, 32)}"`;
  reply
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .type('application/json; charset=utf-8');
  const known = request.headers['if-none-match'];
  const isKnown =
    known !== undefined && known.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
  return isKnown ? reply.code(304).send() : reply.send(body);
}
