import { computeDataSummary, getDataSummary } from '../../db/queries/data-status.ts';
import { listRouteAwards, type RouteAwards } from '../../db/queries/route-awards.ts';
import type { Register } from '../../db/register.ts';
import type { BodyChange } from '../../domain/routes/body-change.ts';
import type { Route } from '../../domain/routes/route.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { keepAnswers } from '../market/keep-answers.ts';

const keptAwards = keepAnswers(listRouteAwards);

/** The routes that count here, and what the register shows through them: null where it can’t be reached. */
export type RoutesHeld = {
  routes: readonly Route[];
  bodyChanges: readonly BodyChange[];
  awards: ReadonlyMap<string, RouteAwards> | null;
};

/**
 * The routes of the authored facts with what was awarded through them. Invented routes and bodies count only where the register
 * holds invented notices. Without a register nothing is said of awards, and that is told.
 *
 * @example (await routesHeld(context)).awards?.get('g-cloud-14')?.awards // 5
 */
export async function routesHeld(context: Context): Promise<RoutesHeld> {
  const { routes, bodyChanges } = context.reference.routes;
  const register = await openRegister(context);
  const hasSample = register !== null && (await holdsSample(register));
  const shown = routes.filter(({ isSample }) => hasSample || !isSample);
  const awards =
    register === null
      ? null
      : await keptAwards(
          register,
          shown.map(({ id, number, ocids }) => ({ id, numbers: number === null ? [] : [number], ocids })),
        );
  return {
    routes: shown,
    bodyChanges: bodyChanges.filter(({ isSample }) => hasSample || !isSample),
    awards: awards === null ? null : new Map(awards.map((one) => [one.id, one])),
  };
}

async function openRegister(context: Context): Promise<Register | null> {
  try {
    return await context.register();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'database-unavailable') throw cause;
    context.reporter.warn('The register can’t be reached, so nothing is said of awards through a route.');
    return null;
  }
}

async function holdsSample(register: Register): Promise<boolean> {
  const stored = await getDataSummary(register.read);
  const { sampleProcesses } = stored?.data ?? (await computeDataSummary(register.read));
  return sampleProcesses > 0;
}
