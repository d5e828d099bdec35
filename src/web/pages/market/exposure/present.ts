import type { Exposure } from '../../../../app/market/exposure.ts';
import { exposureWays } from '../../../../domain/organisations/vendor-exposure.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentCoverage, type ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths, type AddressQuery } from '../../../paths.ts';
import { countCell, moneyCell } from '../figure-cells.ts';
import { presentExpiry } from '../present-expiry.ts';
import { presentScopeForm, presentSubnavigation } from '../scope-form.ts';

/** Groups that the page lists; the file has them all. */
const groupsShown = 40;

/** Exposure to vendor groups as its page shows it. */
export function presentExposure(found: Exposure, asked: { group?: string | undefined }, words: Catalogue) {
  const { scope } = found;
  const text = words.market.exposure;
  const group = found.groups.find(({ id }) => id === asked.group);
  const query: AddressQuery = { segment: scope.segments, buyerType: scope.buyerTypes };
  const running = { ...query, counted: 'running', endsFrom: found.asOf };
  return {
    navigation: presentSubnavigation('exposure', words),
    form: {
      ...presentScopeForm(
        scope,
        found.asOf,
        { action: paths.marketExposure(), hasSegment: true, hasYears: false },
        words,
      ),
      hidden: asked.group === undefined ? [] : [{ name: 'group', value: asked.group }],
    },
    charts: [
      ...(asked.group === undefined || found.wall === null
        ? []
        : [
            {
              ...presentExpiry(
                { quarters: found.wall, coverage: null },
                { ...query, vendor: asked.group, endsFrom: found.asOf },
                paths.marketFigures({ chart: 'exposure-wall', group: asked.group, ...query }),
                words,
              ),
              title: text.wall(group?.name ?? asked.group),
            },
          ]),
      presentGroups(found, running, words),
    ],
    allHref: asked.group === undefined ? null : paths.marketExposure(),
  };
}

function presentGroups(found: Exposure, running: AddressQuery, words: Catalogue): ChartFigure {
  const text = words.market.exposure;
  const { segments, buyerTypes } = found.scope;
  return {
    id: 'groups',
    title: text.groups,
    description: text.description(words.format.day(found.asOf)),
    isEmpty: found.groups.length === 0,
    columns: null,
    table: {
      heads: [text.group, ...exposureWays.flatMap((way) => [text.ways[way], text.value])],
      rows: found.groups.slice(0, groupsShown).map(({ id, name, ways }) => ({
        name,
        href: paths.marketExposure({
          group: id,
          segment: segments.length === 1 ? segments : [],
          buyerType: buyerTypes,
        }),
        cells: exposureWays.flatMap((way) => {
          const one = ways.find((each) => each.way === way);
          if (one === undefined) return [{ text: '–' }, { text: '–' }];
          const href = paths.contracts({ ...running, vendor: id, vendorWay: way });
          return [countCell(one.contracts, href, words), moneyCell(one, href, words)];
        }),
      })),
    },
    note: text.note,
    coverage: presentCoverage(found.coverage, words),
    methods: methodLinks('vendors', 'expiry-wall'),
    csvHref: paths.marketFigures({ chart: 'exposure', segment: segments, buyerType: buyerTypes }),
  };
}
