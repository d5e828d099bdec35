import { z } from 'zod';
import { checksDue, oldAfterDays } from '../../domain/routes/checks-due.ts';
import { londonDayOf } from '../../lib/days.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { presentHead } from './present-route.ts';
import { routesHeld } from './routes-held.ts';
import { routeListView } from './views.ts';

/** Every framework and dynamic market that is held. */
export const listRoutes = operation({
  id: 'routes.list',
  summary: 'List every framework and dynamic market that is held, those whose facts need a look first.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    due: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe(
        `Only those that ended, whose status is unknown, or that nobody checked for ${oldAfterDays} days.`,
      ),
  }),
  output: routeListView,
  present: ({ routes, asOf }) =>
    [
      `${countText(routes.length, 'route')} as of ${asOf}`,
      textTable(
        routes.map(({ id, number, name, status, checked }) => [
          id,
          number,
          name,
          status.text,
          `checked ${checked}`,
        ]),
      ),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  run: async (context, { due }) => {
    const held = await routesHeld(context);
    const today = londonDayOf(context.clock.now());
    return {
      asOf: today,
      oldAfterDays,
      routes: checksDue(held.routes, today)
        .filter(({ reasons }) => !due || reasons.length > 0)
        .map(({ route, daysOld, reasons }) => ({ ...presentHead(route, held, today), daysOld, reasons })),
    };
  },
});
