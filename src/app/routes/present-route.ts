import type { z } from 'zod';
import type { RouteAwards } from '../../db/queries/route-awards.ts';
import type { DayFact, Fact, Route, RouteLot } from '../../domain/routes/route.ts';
import { routeStatusOn } from '../../domain/routes/route-status.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { uncertainDayText } from './day-text.ts';
import type { RoutesHeld } from './routes-held.ts';
import { statusSentence } from './status-sentence.ts';
import type { awardsView, routeHeadView, RouteView } from './views.ts';

type Head = z.output<typeof routeHeadView>;
type FactView = RouteView['facts'][number];

/** What is common to a route wherever it is listed. */
export function presentHead(route: Route, { routes, awards }: RoutesHeld, today: string): Head {
  const status = routeStatusOn(route, today, routes);
  const { id, number, name, owner, kind, checked, source, isSample } = route;
  return {
    id,
    number,
    name,
    owner,
    kind,
    status: {
      kind: status.kind,
      since: status.kind === 'unknown' ? status.since : null,
      text: statusSentence(status),
    },
    checked,
    source,
    isSample,
    awards: awards === null ? null : presentAwards(awards.get(id)),
  };
}

/** What the register shows through a route, and what it doesn’t. */
function presentAwards(found: RouteAwards | undefined): z.output<typeof awardsView> {
  if (found === undefined)
    return {
      ...{ awards: 0, suppliers: 0, smeSuppliers: 0, sizedAwards: 0, smeAwards: 0, netCount: 0, netPence: 0 },
      lastOn: null,
      text: 'The register shows no award through it; notices often don’t name the route.',
    };
  const { id, ...counts } = found;
  const to = `to ${countText(found.suppliers, 'supplier')}`;
  const small =
    found.suppliers === 0
      ? ''
      : `, ${found.smeSuppliers === 0 ? 'none' : String(found.smeSuppliers)} of them small or medium-sized by what they say of themselves`;
  return {
    ...counts,
    text: `The register shows ${countText(found.awards, 'award')} through it ${to}${small}; the last on ${dayInWords(found.lastOn)}. Notices often don’t name the route, so there may be more.`,
  };
}

/** One route with every fact in words. */
export function presentRoute(route: Route, held: RoutesHeld, today: string): RouteView {
  const named = ({ id, name }: Route): { id: string; name: string } => ({ id, name });
  return {
    ...presentHead(route, held, today),
    ocids: [...route.ocids],
    note: route.note,
    lots: route.lots.map((lot) => ({ ...presentLot(lot), longest: monthsFact('Longest call-off', lot) })),
    facts: factsOf(route),
    replaces: held.routes.filter(({ id }) => route.replaces.includes(id)).map(named),
    replacedBy: held.routes.filter(({ replaces }) => replaces.includes(route.id)).map(named),
  };
}

/** A lot without its longest term. */
export function presentLot({ id, name, segments, classification }: RouteLot) {
  return { id, name, segments: [...segments], classification };
}

const lawNames = {
  'procurement-act': 'Procurement Act 2023',
  'pcr-2015': 'Public Contracts Regulations 2015',
} as const;
const vatNames = { net: 'without VAT', gross: 'with VAT', unstated: 'VAT not stated' } as const;

function factsOf(route: Route): FactView[] {
  return [
    dayFact('Start', route.start),
    dayFact('End', route.end),
    dayFact('Last end, with everything that may follow', route.lastEnd),
    fact('Last seen in use', route.seen, uncertainDayText),
    fact('Extensions', route.extensions, same),
    fact('Value', route.value, ({ minorUnits, vat }) => `${wholePounds(minorUnits)} (${vatNames[vat]})`),
    fact('Law of its call-offs', route.regime, (law) => lawNames[law]),
    fact('Who may use it', route.mayUse, usersText),
    fact('Call-off without a competition', route.directAward, (isAllowed) =>
      isAllowed ? 'Allowed' : 'Not allowed',
    ),
    fact('Rules of competition', route.competition, same),
    fact('Fee', route.fee, same),
    fact('Getting in', route.entry, ({ takes }) => takes),
  ];
}

function same(text: string): string {
  return text;
}

function wholePounds(minorUnits: number): string {
  return (moneyText(minorUnits, 'GBP') ?? '').replace(/\.00$/u, '');
}

function usersText({ bodyTypes, nations }: NonNullable<Route['mayUse']>['value']): string {
  const kinds =
    bodyTypes === 'all' ? 'Every kind of public body' : `Bodies of these kinds: ${bodyTypes.join(', ')}`;
  return nations === 'all' ? `${kinds}, in every nation` : `${kinds}, in ${nations.join(', ')}`;
}

function fact<Value>(name: string, held: Fact<Value> | null, words: (value: Value) => string): FactView {
  if (held === null) return { name, text: null, confidence: null, note: null, source: null };
  const { confidence, note, source } = held;
  return { name, text: words(held.value), confidence, note, source };
}

function dayFact(name: string, held: DayFact | null): FactView {
  return fact(
    name,
    held,
    (day) => `${uncertainDayText(day)}${held?.state === 'planned' ? ' (planned)' : ''}`,
  );
}

function monthsFact(name: string, { longestMonths }: RouteLot): FactView {
  return fact(name, longestMonths, (months) => countText(months, 'month'));
}
