import type { SupplierVendor } from '../../../../app/suppliers/show-vendor.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact } from '../../../components/facts.ts';
import { paths } from '../../../paths.ts';

/** Products shown on a supplier's page. */
const productsShown = 15;

/** The vendor group of a supplier and what it sells for whom; null where neither is known. */
export function presentVendor({ firm, products, contractsRead }: SupplierVendor, words: Catalogue) {
  if (firm === null && products.length === 0) return null;
  const { identity: text, labels, format } = words;
  return {
    facts:
      firm === null
        ? []
        : [
            ...fact(text.group, { text: firm.group.name, href: paths.vendor(firm.group.id) }),
            ...fact(text.vendorKind, labels.vendorKind[firm.kind]),
            ...fact(text.recognised, {
              text: labels.vendorBasis[firm.basis],
              note: text.vendorSource(firm.source, format.day(firm.reviewed)),
            }),
          ],
    products: products.slice(0, productsShown).map((one) => ({
      product: one.product ?? text.productNone,
      productHref: one.productId === null ? null : paths.product(one.productId),
      makerHref: paths.vendor(one.group.id),
      maker: one.vendor === one.group.name ? one.vendor : `${one.vendor} (${one.group.name})`,
      way: labels.soldWay[one.way],
      contracts: format.number(one.contractCount),
    })),
    note: text.vendorNote(contractsRead),
  };
}
