import { z } from 'zod';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import { suggest } from '../../lib/suggest.ts';
import { operation } from '../operation.ts';
import { textBlock, textSection } from '../text-form.ts';
import { presentRoute } from './present-route.ts';
import { routesHeld } from './routes-held.ts';
import { routeView, type RouteView } from './views.ts';

/** One framework or dynamic market with every fact that is held. */
export const showRoute = operation({
  id: 'routes.show',
  summary:
    'Show a framework or dynamic market: its dates, lots and rules with their confidence, and awards seen.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({ id: z.string().max(100).describe('Id of the route, or its number (RM1557.15).') }),
  output: routeView,
  present: routeText,
  run: async (context, { id }) => {
    const held = await routesHeld(context);
    const wanted = id.toLowerCase();
    const found = held.routes.find((route) => route.id === wanted || route.number?.toLowerCase() === wanted);
    if (found === undefined) {
      const near = suggest(
        wanted,
        held.routes.map((route) => route.id),
      );
      throw new AppError(
        'not-found',
        `There is no route "${id}".${near === null ? '' : ` Did you mean "${near}"?`} Look through the list of routes.`,
      );
    }
    return presentRoute(found, held, londonDayOf(context.clock.now()));
  },
});

function routeText(route: RouteView): string {
  return [
    `${route.number === null ? '' : `${route.number} `}${route.name}, ${route.owner}`,
    `${route.status.text}.`,
    route.awards?.text ?? '',
    route.note ?? '',
    textSection(
      'Facts',
      textBlock(
        route.facts.map(({ name, text, confidence, note }) => [
          name,
          text === null
            ? 'not held'
            : `${text}${confidence === 'high' || confidence === null ? '' : ` [${confidence} confidence]`}${note === null ? '' : ` ${note}`}`,
        ]),
      ),
    ),
    textSection(
      'Lots',
      route.lots
        .map(
          ({ id, name, segments, longest }) =>
            `${id}  ${name}: ${segments.join(', ')}${longest.text === null ? '' : `; at most ${longest.text}${longest.confidence === 'low' ? ' [low confidence]' : ''}`}`,
        )
        .join('\n'),
    ),
    `Source: ${route.source}; last checked ${route.checked}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
