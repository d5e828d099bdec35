import type { ProductItem } from '../../../../app/products/find-products.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths } from '../../../paths.ts';
import { countCell, moneyCell } from '../../market/figure-cells.ts';
import { presentSubnavigation } from '../../market/scope-form.ts';

/** Products as their page lists them. */
export function presentProducts(
  { asOf, items }: { asOf: string; items: readonly ProductItem[] },
  q: string,
  words: Catalogue,
) {
  const { products: text, format } = words;
  const table: ChartFigure = {
    id: 'products',
    title: text.table,
    description: text.description,
    isEmpty: items.length === 0,
    columns: null,
    table: {
      heads: [
        text.product,
        text.vendor,
        text.contracts,
        text.buyers,
        text.running,
        text.value,
        text.mentions,
      ],
      rows: items.map((item) => {
        const all = paths.contracts({ counted: 'all', product: item.id });
        const running = paths.contracts({ counted: 'running', product: item.id, endsFrom: asOf });
        return {
          name: item.name,
          href: paths.product(item.id),
          cells: [
            { text: item.vendor },
            countCell(item.contracts, all, words),
            { text: format.number(item.buyers) },
            countCell(item.running, running, words),
            moneyCell(item, all, words),
            { text: format.number(item.mentions) },
          ],
        };
      }),
    },
    note: text.note,
    coverage: null,
    methods: methodLinks('vendors'),
    csvHref: paths.productFigures(),
  };
  return {
    navigation: presentSubnavigation('products', words),
    action: paths.products(),
    q,
    empty: items.length > 0 ? null : q === '' ? text.none : text.noneFound,
    table,
  };
}
