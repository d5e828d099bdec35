import type { ProductDetail } from '../../../../app/products/show-product.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact } from '../../../components/facts.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { presentSizeBenchmark } from '../../../components/present-size-benchmark.ts';
import { paths } from '../../../paths.ts';
import { presentExpiry } from '../../market/present-expiry.ts';
import { presentMemberBuyers, presentMemberSuppliers } from '../../market/present-members.ts';

/** One product as its page shows it. */
export function presentProductPage(product: ProductDetail, words: Catalogue) {
  const { products: text, market, organisations, format } = words;
  const file = (chart: string): string => paths.productFigures({ id: product.id, chart });
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
        href: paths.vendor(product.group.id),
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
        { quarters: product.ends, coverage: product.endCoverage },
        { product: product.id, endsFrom: product.asOf },
        file('ends'),
        words,
      ),
      presentMemberBuyers(product.buyersNamed, { product: product.id }, file('buyers'), words),
      presentMemberSuppliers(product.suppliers, { product: product.id }, file('suppliers'), words),
    ],
    benchmarks: product.benchmarks.map((one) => ({
      heading: text.bySize(one.per),
      id: `size-${one.per}`,
      benchmark: presentSizeBenchmark(one, words),
    })),
  };
}
