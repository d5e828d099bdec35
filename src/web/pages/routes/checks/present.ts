import type { RouteListView } from '../../../../app/routes/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentRouteHead, statusColours } from '../../../components/present-route-head.ts';

/** Every route that is held, those that need a look first. */
export function presentRouteChecks({ routes, oldAfterDays }: RouteListView, words: Catalogue) {
  const { routes: text, format } = words;
  const due = routes.filter(({ reasons }) => reasons.length > 0);
  const item = (route: RouteListView['routes'][number]) =>
    presentRouteHead(
      route,
      {
        tag: { text: text.status[route.status.kind], colour: statusColours[route.status.kind] },
        points: [
          ...(route.reasons.includes('checked-long-ago') ? [{ text: text.checks.longAgo }] : []),
          {
            text: `${text.checks.checked(format.day(route.checked))}. ${text.show.source}: ${route.source}.`,
          },
        ],
      },
      words,
    );
  return {
    lead: text.checks.lead(due.length, routes.length, oldAfterDays),
    groups: [
      { id: 'due', heading: text.checks.due, routes: due.map(item) },
      {
        id: 'fine',
        heading: text.checks.fine,
        routes: routes.filter(({ reasons }) => reasons.length === 0).map(item),
      },
    ],
  };
}
