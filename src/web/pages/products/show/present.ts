import type { ProductDetail } from '../../../../app/products/show-product.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ChartFigure } from '../../../components/chart/chart-figure.ts';
import { fact } from '../../../components/facts.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { presentSizeBenchmark } from '../../../components/present-size-benchmark.ts';
import { paths } from '../../../paths.ts';
import { countCell, moneyCell } from '../../market/figure-cells.ts';
import { presentExpiry } from '../../market/present-expiry.ts';

/** One product as its page shows it. */
export function presentProductPage(product: ProductDetail, words: Catalogue) {
  const { products: text, market, organisations, format } = words;
  return {
    title: product.name,
    figures: [
      { value: format.number(product.contracts), label: text.contracts, note: null },
      { value: format.number(product.running), label: text.running, note: null },
      { value: format.number(product.buyers), label: text.buyers, note: null },
      {
        value: presentSum(product.netPence, product.netCount, words) ?? '–',
        label: text.value,
        note:
          product.netCount === 0 ? organisations.moneyNone : market.from(product.netCount, product.contracts),
      },
    ],
    facts: [
      ...fact(text.vendor, {
        text:
          product.vendor === product.group.name
            ? product.vendor
            : `${product.vendor} (${product.group.name})`,
        href: paths.marketExposure({ group: product.group.id }),
      }),
      ...fact(text.segment, {
        text: market.segmentNames[product.segment],
        href: paths.marketSegment(product.segment),
      }),
      ...fact(text.words, product.words.join(', ')),
      ...fact(text.mentions, format.number(product.mentions)),
      ...fact(text.listed, text.listedOn(product.source, format.day(product.reviewed))),
    ],
    allHref: product.contracts === 0 ? null : paths.contracts({ counted: 'all', product: product.id }),
    allText: text.allContracts(product.contracts),
    charts: [
      presentExpiry(
        { quarters: product.ends, coverage: null },
        { product: product.id, endsFrom: product.asOf },
        null,
        words,
      ),
      presentBuyers(product, words),
      presentSuppliers(product, words),
    ],
    benchmarks: product.benchmarks.map((one) => ({
      heading: text.bySize(one.per),
      id: `size-${one.per}`,
      benchmark: presentSizeBenchmark(one, words),
    })),
  };
}

function presentBuyers(product: ProductDetail, words: Catalogue): ChartFigure {
  const { products: text, format } = words;
  return {
    ...plainTable('buyers', words),
    title: text.buyersTitle,
    description: text.buyersDescription,
    isEmpty: product.buyersNamed.length === 0,
    table: {
      heads: [text.buyer, text.contracts, text.value, text.nextEnd],
      rows: product.buyersNamed.map((one) => {
        const href = paths.contracts({ counted: 'all', product: product.id, buyer: [one.id] });
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
  };
}

function presentSuppliers(product: ProductDetail, words: Catalogue): ChartFigure {
  const { products: text, labels } = words;
  return {
    ...plainTable('suppliers', words),
    title: text.suppliersTitle,
    description: text.suppliersDescription,
    isEmpty: product.suppliers.length === 0,
    table: {
      heads: [text.supplier, text.way, text.contracts, text.value],
      rows: product.suppliers.map((one) => {
        const href = paths.contracts({ counted: 'all', product: product.id, supplier: [one.id] });
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
  };
}

function plainTable(id: string, { products: text }: Catalogue) {
  return { id, columns: null, note: text.partiesNote, coverage: null, csvHref: null };
}
