import type { VendorGroupDetail } from '../../../../app/vendors/vendor-group-view.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentCoverage, type ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { fact } from '../../../components/facts.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { paths } from '../../../paths.ts';
import { countCell, moneyCell } from '../../market/figure-cells.ts';
import { presentExpiry } from '../../market/present-expiry.ts';
import { presentMemberBuyers, presentMemberSuppliers } from '../../market/present-members.ts';

/** One vendor group as its page shows it. */
export function presentVendorPage(group: VendorGroupDetail, words: Catalogue) {
  const { vendors: text, market, organisations, format } = words;
  const own = { vendor: group.id };
  const all = { counted: 'all', ...own };
  const file = (chart: string): string => paths.vendorFigures({ id: group.id, chart });
  return {
    title: group.name,
    figures: [
      {
        value: format.number(group.contracts),
        label: text.contracts,
        href: hrefOf(group.contracts, paths.contracts(all)),
        note: null,
      },
      {
        value: format.number(group.running),
        label: text.running,
        href: hrefOf(group.running, paths.contracts({ counted: 'running', ...own, endsFrom: group.asOf })),
        note: null,
      },
      { value: format.number(group.buyers), label: text.buyers, note: null },
      {
        value: presentSum(group.netPence, group.netCount, words) ?? '–',
        label: text.value,
        note: group.netCount === 0 ? organisations.moneyNone : market.from(group.netCount, group.contracts),
      },
    ],
    exposureHref: paths.marketExposure({ group: group.id }),
    charts: [
      presentWays(group, file('ways'), words),
      presentExpiry(
        { quarters: group.ends, coverage: group.endCoverage },
        { ...own, endsFrom: group.asOf },
        file('ends'),
        words,
      ),
      presentMemberBuyers(group.buyersNamed, own, file('buyers'), words),
      presentMemberSuppliers(group.suppliers, own, file('suppliers'), words),
      presentProducts(group, file('products'), words),
    ],
    firms: group.firms.map((firm) => presentFirm(firm, words)),
  };
}

function hrefOf(count: number, href: string): string | null {
  return count === 0 ? null : href;
}

function presentWays(group: VendorGroupDetail, csvHref: string, words: Catalogue): ChartFigure {
  const { vendors: text, market, format } = words;
  return {
    id: 'ways',
    title: text.ways,
    description: text.waysDescription,
    isEmpty: group.ways.length === 0,
    columns: null,
    table: {
      heads: [text.way, text.contracts, text.running, text.buyers, text.value],
      rows: group.ways.map((one) => {
        const own = { vendor: group.id, vendorWay: one.way };
        const all = paths.contracts({ counted: 'all', ...own });
        const running = paths.contracts({ counted: 'running', ...own, endsFrom: group.asOf });
        return {
          name: market.vendorWays[one.way],
          cells: [
            countCell(one.contracts, all, words),
            countCell(one.running, running, words),
            { text: format.number(one.buyers) },
            moneyCell(one, all, words),
          ],
        };
      }),
    },
    note: text.note,
    coverage: presentCoverage(group.valueCoverage, words),
    methods: methodLinks('vendors'),
    csvHref,
  };
}

function presentProducts(group: VendorGroupDetail, csvHref: string, words: Catalogue): ChartFigure {
  const { vendors: text, products, market, format } = words;
  return {
    id: 'products',
    title: text.products,
    description: text.productsDescription,
    isEmpty: group.products.length === 0,
    columns: null,
    table: {
      heads: [
        products.product,
        products.segment,
        products.contracts,
        products.running,
        products.value,
        products.mentions,
      ],
      rows: group.products.map((one) => {
        const all = paths.contracts({ counted: 'all', product: one.id });
        const running = paths.contracts({ counted: 'running', product: one.id, endsFrom: group.asOf });
        return {
          name: one.name,
          href: paths.product(one.id),
          cells: [
            { text: market.segmentNames[one.segment] },
            countCell(one.contracts, all, words),
            countCell(one.running, running, words),
            moneyCell(one, all, words),
            { text: format.number(one.mentions) },
          ],
        };
      }),
    },
    note: text.productsNote,
    coverage: null,
    methods: methodLinks('vendors'),
    csvHref,
  };
}

function presentFirm(firm: VendorGroupDetail['firms'][number], words: Catalogue) {
  const { vendors: text, labels, market, format } = words;
  return {
    name: firm.name,
    facts: [
      ...fact(text.kind, labels.vendorKind[firm.kind]),
      ...fact(
        text.suppliers,
        firm.organisations.length === 0
          ? text.noSupplier
          : firm.organisations.map(({ id, name, basis, contractCount }) => ({
              text: name,
              href: paths.supplier(id),
              note: text.supplierFound(market.contracts(contractCount), labels.vendorBasis[basis]),
            })),
      ),
      ...fact(text.listed, text.listedOn(firm.source, format.day(firm.reviewed))),
    ],
  };
}
