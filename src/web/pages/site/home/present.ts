import type { DataStatus } from '../../../../app/data/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

/**
 * The home page: search, numbers held, where to start and what is missing.
 *
 * @param today day in London, for what ends within a year
 */
export function presentHome(status: DataStatus, today: string, words: Catalogue) {
  const { home, format } = words;
  const { counts } = status;
  const newest = status.publishers
    .flatMap(({ newestPublishedAt }) => (newestPublishedAt === null ? [] : [newestPublishedAt]))
    .toSorted()
    .at(-1);
  const latest = status.completeness.toSorted((a, b) => b.year - a.year)[0];
  return {
    action: paths.contracts(),
    isEmpty: counts.releases === 0,
    newest: newest === undefined ? null : home.heldOn(format.dayOf(newest)),
    figures: [
      {
        value: format.number(counts.contracts),
        label: home.contracts(counts.contracts),
        href: paths.contracts(),
      },
      {
        value: format.number(counts.frameworks),
        label: home.frameworks(counts.frameworks),
        href: paths.contracts({ agreements: 'frameworks' }),
      },
      { value: format.number(counts.buyers), label: home.buyers(counts.buyers), href: paths.buyers() },
      {
        value: format.number(counts.suppliers),
        label: home.suppliers(counts.suppliers),
        href: paths.suppliers(),
      },
      { value: format.number(counts.releases), label: home.notices(counts.releases), href: paths.data() },
    ],
    starts: presentStarts(today, words),
    missing: [
      home.missingThreshold,
      home.missingPayments,
      home.missingTied,
      ...(latest === undefined || latest.missing === 0 || status.isSample
        ? []
        : [
            home.missingNumbers(
              format.number(latest.missing),
              format.number(latest.issued),
              String(latest.year),
            ),
          ]),
    ],
    dataHref: paths.data(),
  };
}

function presentStarts(today: string, { home }: Catalogue) {
  return [
    {
      title: home.endingTitle,
      text: home.endingText,
      href: paths.contracts({ endsFrom: today, endsTo: yearLater(today), sort: 'ending' }),
    },
    {
      title: home.frameworksTitle,
      text: home.frameworksText,
      href: paths.contracts({ agreements: 'frameworks' }),
    },
    { title: home.buyersTitle, text: home.buyersText, href: paths.buyers() },
    { title: home.suppliersTitle, text: home.suppliersText, href: paths.suppliers() },
    {
      title: home.localTitle,
      text: home.localText,
      href: paths.contracts({ buyerType: ['local-government'] }),
    },
    { title: home.directTitle, text: home.directText, href: paths.contracts({ route: ['direct-award'] }) },
  ];
}

/**
 * The same day a year on; 29 February becomes 1 March.
 *
 * @example yearLater('2026-11-01') // '2027-11-01'
 */
export function yearLater(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}
