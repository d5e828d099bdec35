import { checksDue } from '../../domain/routes/checks-due.ts';
import { londonDayOf } from '../../lib/days.ts';
import type { Context } from '../context.ts';
import { statusSentence } from './status-sentence.ts';

/**
 * Routes to market whose facts need a look, for the state of the data.
 *
 * @param hasSample whether invented routes count
 * @example routesDue(context, false)[0] // { id: 'big-data-analytics', name: 'Big Data and Analytics', … }
 */
export function routesDue(
  { reference, clock }: Pick<Context, 'reference' | 'clock'>,
  hasSample: boolean,
): { id: string; name: string; status: string; checked: string }[] {
  const routes = reference.routes.routes.filter(({ isSample }) => hasSample || !isSample);
  return checksDue(routes, londonDayOf(clock.now()))
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ route: { id, name, checked }, status }) => ({
      id,
      name,
      status: statusSentence(status),
      checked,
    }));
}
