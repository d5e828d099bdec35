import type { z } from 'zod';
import type { routeHeadView } from '../../app/routes/views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { paths } from '../paths.ts';

type Head = z.output<typeof routeHeadView>;

/** A coloured word. */
export type RouteTag = { text: string; colour: string };

/** A route in a list: name, tag, status, what is to be known of it, awards seen. */
export function presentRouteHead(
  route: Head,
  {
    tag,
    points,
    statusSaid = false,
  }: { tag: RouteTag; points: readonly { label?: string; text: string }[]; statusSaid?: boolean },
  { routes: text }: Catalogue,
) {
  return {
    name: route.number === null ? route.name : `${route.name} (${route.number})`,
    href: paths.route(route.id),
    tag,
    invented: route.isSample ? text.invented : null,
    line: `${text.kind[route.kind]}, ${route.owner}.${statusSaid ? '' : ` ${route.status.text}.`}`,
    points: [...points],
    awards: route.awards?.text ?? null,
    awardsLink: awardsLink(route, text),
  };
}

function awardsLink({ awards, number }: Head, text: Catalogue['routes']) {
  if (awards === null || awards.awards === 0 || number === null) return null;
  return { text: text.awardsLink, href: paths.contracts({ framework: number }) };
}

/** Colours of how a route stands. */
export const statusColours = {
  open: 'green',
  'not-started': 'blue',
  unknown: 'yellow',
  ended: 'grey',
} as const;
