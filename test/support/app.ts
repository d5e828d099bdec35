import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { operations as allOperations } from '../../src/app/index.ts';
import type { Operation } from '../../src/app/operation.ts';
import { readConfig } from '../../src/config.ts';
import type { Register } from '../../src/db/register.ts';
import type { ServerOptions } from '../../src/server.ts';
import { buildServer } from '../../src/server.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { registerFor, testInstant } from './context.ts';
import { fixedClock } from './fixed-clock.ts';

/** What a test may choose about the service. */
export type TestAppParts = {
  register?: Register;
  operations?: readonly Operation[];
  now?: string;
  preparing?: () => string | null;
  pages?: ServerOptions['pages'];
};

/**
 * The whole service, for `inject()`; it does not listen.
 *
 * @example const answer = await testApp({ register }).inject('/api/v1/contracts/find?limit=5')
 */
export function testApp(parts: TestAppParts = {}): FastifyInstance {
  return buildServer({
    config: readConfig({}),
    register: registerFor(parts.register),
    operations: parts.operations ?? allOperations,
    version: '0.0.0-test',
    preparing: parts.preparing ?? (() => null),
    logger: pino({ level: 'silent' }),
    clock: fixedClock(parts.now ?? testInstant),
    pages: parts.pages ?? registerPages,
  });
}
