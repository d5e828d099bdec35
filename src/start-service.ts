import pino from 'pino';
import { AppError } from './lib/errors.ts';
import { faultForLog } from './lib/fault-for-log.ts';
import type { Context } from './app/context.ts';
import { keepSummaries } from './app/site/keep-summaries.ts';
import { fillWithSample } from './app/sample/fill-with-sample.ts';
import type { Operation } from './app/operation.ts';
import type { Config } from './config.ts';
import { registerOf } from './open-context.ts';
import { buildServer, listen } from './server.ts';
import { registerPages } from './web/register-pages.ts';

/** What the service is made of. */
export type ServiceParts = { config: Config; operations: readonly Operation[]; version: string };

/** How long answers that are under way may take to end when the service stops. */
const drainMs = 10_000;

/**
 * Runs the service until the context's signal is aborted: listens first (so that a taken port is told at once and
 * `/health` answers), then opens the register, fills an empty one with the sample market where SAMPLE is on, and says
 * where it answers. Closes everything before it returns.
 *
 * @throws AppError machine-resource for a taken port, database-unavailable for a database that can't be opened
 */
export async function startService(
  context: Context,
  { config, operations, version }: ServiceParts,
): Promise<void> {
  const logger = pino(
    { level: config.logLevel, serializers: { err: (error: unknown) => faultForLog(error) } },
    pino.destination(2),
  );
  const register = registerOf(config);
  let preparing: string | null = 'The database is being opened.';
  const app = buildServer({
    config,
    register,
    operations,
    version,
    preparing: () => preparing,
    logger,
    pages: registerPages,
  });
  try {
    const address = await listen(app, config);
    await register.get();
    if (config.isSampleOn) {
      preparing = 'The empty database is being filled with the sample market; this takes less than a minute.';
      await fillWithSample({ ...context, register: register.get });
    }
    preparing = 'Totals are being added up.';
    const stopKeeping = await keepSummaries({ ...context, register: register.get });
    context.signal.addEventListener('abort', stopKeeping, { once: true });
    preparing = null;
    process.stdout.write(`Digital Sourcing answers on ${address}\n`);
    await aborted(context.signal);
  } finally {
    const force = setTimeout(() => app.server.closeAllConnections(), drainMs);
    await app.close();
    clearTimeout(force);
    await register.close();
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new AppError('interrupted', 'Stopped before the service was ready.');
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
