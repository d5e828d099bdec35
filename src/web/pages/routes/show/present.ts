import type { RouteView } from '../../../../app/routes/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact, type Fact } from '../../../components/facts.ts';
import { presentRouteHead, statusColours } from '../../../components/present-route-head.ts';
import { paths } from '../../../paths.ts';

/** A framework or dynamic market as its page shows it. */
export function presentRoutePage(route: RouteView, words: Catalogue) {
  const { routes: text, market, format } = words;
  const tag = { text: text.status[route.status.kind], colour: statusColours[route.status.kind] };
  const head = presentRouteHead(route, { tag, points: [] }, words);
  return {
    name: route.name,
    tag,
    invented: head.invented,
    status: `${route.status.text}.`,
    note: route.note,
    facts: [
      ...fact(text.show.number, route.number ?? text.noNumber),
      ...fact(text.show.owner, route.owner),
      ...fact(text.show.kind, text.kind[route.kind]),
      ...route.facts.map((one) => presentFact(one, words)),
      ...fact(text.show.follows, linked(route.replaces)),
      ...fact(text.show.followedBy, linked(route.replacedBy)),
      ...fact(text.show.source, route.source),
      ...fact(text.show.checked, format.day(route.checked)),
    ],
    lots: route.lots.map((lot) => ({
      name: text.show.lot(lot.id, lot.name),
      longest:
        lot.longest.text === null
          ? null
          : `${text.show.longest} ${lot.longest.text}${lot.longest.confidence === 'low' ? ` (${text.find.confidence.low})` : ''}`,
      segments: lot.segments.map((id) => ({
        text: market.segmentNames[id],
        href: paths.routes({ segment: id }),
      })),
    })),
    awards: head.awards ?? text.show.noRegister,
    awardsLink: head.awardsLink,
  };
}

function linked(routes: RouteView['replaces']) {
  return routes.map(({ id, name }) => ({ text: name, href: paths.route(id) }));
}

/** A fact with how sure it is; one that isn’t held says so. */
function presentFact(
  { name, text: value, confidence, note, source }: RouteView['facts'][number],
  words: Catalogue,
): Fact {
  const { show } = words.routes;
  if (value === null || confidence === null)
    return { key: name, hint: null, values: [{ text: show.notHeld }] };
  const behind = [
    `${show.confidence[confidence]}.`,
    note,
    source === null ? null : `${show.source}: ${source}.`,
  ].filter((part) => part !== null);
  return { key: name, hint: null, values: [{ text: value, note: behind.join(' ') }] };
}
