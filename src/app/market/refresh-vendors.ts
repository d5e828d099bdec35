import {
  followVendorList,
  hasOtherVendorList,
  storeVendors,
  takeVendorDue,
  type SaidRows,
  type VendorTexts,
} from '../../db/queries/market-vendors.ts';
import type { Register } from '../../db/register.ts';
import { statedUsers } from '../../domain/benchmarks/stated-users.ts';
import { groupIdOf, productIdOf } from '../../domain/organisations/vendor.ts';
import type { VendorCatalogue } from '../../domain/organisations/vendor-catalogue.ts';
import { vendorExposureOf } from '../../domain/organisations/vendor-exposure.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import type { Context } from '../context.ts';
import { writeBatches } from '../write-batches.ts';

/** Contracts whose vendors are looked for in one transaction. */
const vendorBatch = 500;

/**
 * Works out anew to which vendor groups contracts lead that were counted, and which products and how many users they name:
 * of all contracts where the list of vendors is another than the last time.
 *
 * @example await refreshVendors(context, register)
 */
export async function refreshVendors(context: Context, register: Register): Promise<void> {
  const { vendors } = context.reference;
  if (await hasOtherVendorList(register.latest, vendors.version)) {
    const now = context.clock.now().toISOString();
    await register.write(async (transaction) => followVendorList(transaction, vendors.version, now));
  }
  await writeBatches({ context, register }, async (transaction) => {
    const { ids, texts } = await takeVendorDue(transaction, digitalSegmentIds, vendorBatch);
    if (ids.length > 0) await storeVendors(transaction, ids, whatTextsSay(texts, vendors));
    return ids.length;
  });
}

function whatTextsSay(contracts: readonly VendorTexts[], catalogue: VendorCatalogue): SaidRows {
  const said = contracts.map((one) => {
    const texts = {
      title: `${one.title} / ${one.process_title}`,
      lots: one.lots,
      descriptions: one.descriptions,
    };
    return { ...one, texts, exposures: vendorExposureOf({ suppliers: one.suppliers, texts }, catalogue) };
  });
  return {
    vendors: said.flatMap(({ contract_id, exposures }) =>
      exposures.map(({ vendor, way, certainty }) => ({
        contract_id,
        group_id: groupIdOf(vendor.group),
        group_name: vendor.group,
        way,
        certainty,
      })),
    ),
    products: said.flatMap(({ contract_id, exposures }) =>
      exposures.flatMap(({ way, products }) =>
        products.flatMap(({ product, place, words }) =>
          product === null ? [] : [{ contract_id, product_id: productIdOf(product), way, place, words }],
        ),
      ),
    ),
    users: said.flatMap(({ contract_id, texts: { title, lots, descriptions } }) => {
      const count = statedUsers([title, ...lots, ...descriptions]);
      return count === null ? [] : [{ contract_id, user_count: count }];
    }),
  };
}
