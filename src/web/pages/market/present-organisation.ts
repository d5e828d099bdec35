import type { OrganisationMarket } from '../../../app/market/show-organisation.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { presentCoverage } from '../../components/chart/chart-figure.ts';
import { methodLinks } from '../../components/chart/method-links.ts';
import { paths } from '../../paths.ts';
import { countCell, moneyCell } from './figure-cells.ts';

/** What stands of the market on the page of a buyer or supplier. */
export function presentOrganisationMarket(found: OrganisationMarket, words: Catalogue) {
  const { market, format } = words;
  const text = market.organisation;
  const own = { [found.side]: [found.id] };
  const years = Array.from({ length: found.to - found.from + 1 }, (_, index) => found.from + index);
  const { dependence } = found;
  return {
    renewalsHref: paths.marketRenewals(own),
    calendarHref: paths.marketRenewalsCalendar(own),
    lead: text.lead(market.scope.years(found.from, found.to)),
    segments:
      found.segments.length === 0
        ? null
        : {
            heads: [text.segment, text.contracts, text.value],
            rows: found.segments.map((one) => {
              const query = {
                ...own,
                segment: [one.segment],
                year: years,
                counted: found.side === 'buyer' ? 'all' : 'sole',
              };
              const valued = { ...query, counted: found.side === 'buyer' ? 'valued' : 'sole-valued' };
              return {
                name: market.segmentNames[one.segment],
                href: one.segment === 'not-digital' ? null : paths.marketSegment(one.segment),
                cells: [
                  countCell(one.contracts, paths.contracts(query), words),
                  moneyCell(one, paths.contracts(valued), words),
                ],
              };
            }),
          },
    file: {
      title: text.segmentsCaption,
      methods: methodLinks('market-sums'),
      csvHref: paths.organisationFigures({ id: found.id, side: found.side, chart: 'segments' }),
    },
    dependenceFile: { title: text.dependenceTitle, methods: methodLinks('dependence') },
    dependence:
      dependence === null
        ? null
        : text.dependence[found.side](
            market.percent(dependence.largestShare),
            market.percent(dependence.topFourShare),
            format.number(dependence.counterparts),
          ),
    coverage: presentCoverage(found.dependenceCoverage, words),
    peers: found.peers.map((peer) => ({
      name: peer.name,
      href: paths.buyer(peer.id),
      note: `${market.contracts(peer.contracts)}: ${format.list(peer.segments.map((segment) => market.segmentNames[segment]))}`,
      contractsHref: paths.contracts({
        buyer: [peer.id],
        segment: peer.segments,
        year: years,
        counted: 'all',
      }),
    })),
  };
}
