import type { z } from 'zod';
import type { findVendors, VendorItem } from '../../../../app/vendors/find-vendors.ts';
import { vendorKinds, type VendorKind } from '../../../../domain/organisations/vendor.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentCoverage, type ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths } from '../../../paths.ts';
import { countCell, moneyCell } from '../../market/figure-cells.ts';
import { presentSubnavigation } from '../../market/scope-form.ts';

type Found = z.output<typeof findVendors.output>;

/** Vendor groups as their page lists them; without a name asked for, those that contracts lead to. */
export function presentVendors(
  found: Found,
  { q = '', kind }: { q?: string | undefined; kind?: VendorKind | undefined },
  words: Catalogue,
) {
  const { vendors: text, labels } = words;
  const items = q === '' ? found.items.filter(({ contracts }) => contracts > 0) : found.items;
  const hidden = found.items.length - items.length;
  return {
    navigation: presentSubnavigation('vendors', words),
    action: paths.vendors(),
    q,
    kinds: [
      { value: '', text: text.allKinds, isChosen: kind === undefined },
      ...vendorKinds.map((value) => ({
        value,
        text: labels.vendorKind[value],
        isChosen: value === kind,
      })),
    ],
    empty: items.length > 0 ? null : q === '' ? text.none : text.noneFound,
    others: hidden === 0 ? null : text.others(hidden),
    table: presentTable(found, items, words),
  };
}

function presentTable(found: Found, items: readonly VendorItem[], words: Catalogue): ChartFigure {
  const { vendors: text, labels, format } = words;
  return {
    id: 'groups',
    title: text.table,
    description: text.description,
    isEmpty: items.length === 0,
    columns: null,
    table: {
      heads: [text.group, text.kind, text.contracts, text.running, text.buyers, text.value],
      rows: items.map((item) => {
        const all = paths.contracts({ counted: 'all', vendor: item.id });
        const running = paths.contracts({ counted: 'running', vendor: item.id, endsFrom: found.asOf });
        return {
          name: item.name,
          href: paths.vendor(item.id),
          cells: [
            { text: format.list(item.kinds.map((one) => labels.vendorKind[one])) },
            countCell(item.contracts, all, words),
            countCell(item.running, running, words),
            { text: format.number(item.buyers) },
            moneyCell(item, all, words),
          ],
        };
      }),
    },
    note: text.note,
    coverage: presentCoverage(found.coverage, words),
    methods: methodLinks('vendors'),
    csvHref: paths.vendorFigures(),
  };
}
