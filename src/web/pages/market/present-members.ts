import type { z } from 'zod';
import type { memberParty, memberSupplier } from '../../../app/market/members.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ChartFigure } from '../../components/chart/chart-figure.ts';
import { methodLinks } from '../../components/chart/method-links.ts';
import { paths, type AddressQuery } from '../../paths.ts';
import { countCell, moneyCell } from './figure-cells.ts';

/**
 * Buyers of a product or vendor group.
 *
 * @param query what keeps a list of contracts to the product or group
 */
export function presentMemberBuyers(
  buyers: readonly z.output<typeof memberParty>[],
  query: AddressQuery,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const { products: text, format } = words;
  return {
    id: 'buyers',
    title: text.buyersTitle,
    description: text.buyersDescription,
    isEmpty: buyers.length === 0,
    columns: null,
    table: {
      heads: [text.buyer, text.contracts, text.value, text.nextEnd],
      rows: buyers.map((one) => {
        const href = paths.contracts({ counted: 'all', ...query, buyer: [one.id] });
        return {
          name: one.name,
          href: paths.buyer(one.id),
          cells: [
            countCell(one.contracts, href, words),
            moneyCell(one, href, words),
            { text: one.nextEndOn === null ? '–' : format.day(one.nextEndOn) },
          ],
        };
      }),
    },
    note: text.partiesNote,
    coverage: null,
    methods: methodLinks('vendors'),
    csvHref,
  };
}

/** Suppliers of a product or vendor group, by the way in which they sell it. */
export function presentMemberSuppliers(
  suppliers: readonly z.output<typeof memberSupplier>[],
  query: AddressQuery,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const { products: text, labels } = words;
  return {
    id: 'suppliers',
    title: text.suppliersTitle,
    description: text.suppliersDescription,
    isEmpty: suppliers.length === 0,
    columns: null,
    table: {
      heads: [text.supplier, text.way, text.contracts, text.value],
      rows: suppliers.map((one) => {
        // A group's contracts are told apart by way, a product's are not: each of its suppliers has one way there.
        const way = 'vendor' in query ? { vendorWay: one.way } : {};
        const href = paths.contracts({ counted: 'all', ...query, ...way, supplier: [one.id] });
        return {
          name: one.name,
          href: paths.supplier(one.id),
          cells: [
            { text: labels.soldWay[one.way] },
            countCell(one.contracts, href, words),
            moneyCell(one, href, words),
          ],
        };
      }),
    },
    note: text.partiesNote,
    coverage: null,
    methods: methodLinks('vendors'),
    csvHref,
  };
}
