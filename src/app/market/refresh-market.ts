import { listWrongGroups, type WrongSum } from '../../db/queries/market-gate.ts';
import {
  storeVendors,
  takeVendorDue,
  type SaidRows,
  type VendorTexts,
} from '../../db/queries/market-vendors.ts';
import { refreshMarket } from '../../db/queries/market-summary.ts';
import { statedUsers } from '../../domain/benchmarks/stated-users.ts';
import { groupIdOf, productIdOf } from '../../domain/organisations/vendor.ts';
import type { VendorCatalogue } from '../../domain/organisations/vendor-catalogue.ts';
import { vendorExposureOf } from '../../domain/organisations/vendor-exposure.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import type { Register } from '../../db/register.ts';
import type { Context } from '../context.ts';

/** Contracts counted in one transaction: measured, more are hardly faster and make readers of the sums wait. */
const batchSize = 2000;

/**
 * Brings the sums of the market up to date with every contract that changed. After each batch the gate adds up again
 * exactly the groups that it touched; where one differs the batch is rolled back and the run fails. Safe to stop and to
 * run again.
 *
 * @throws Error naming the sums that are wrong; `sourcing data verify` tells them all, `--repair` adds them up anew
 * @example await refreshMarketSums(context, register) // 2000, the number of contracts counted
 */
export async function refreshMarketSums(context: Context, register: Register): Promise<number> {
  let done = 0;
  for (;;) {
    context.signal.throwIfAborted();
    const count = await register.write(async (transaction) => {
      const batch = await refreshMarket(transaction, batchSize);
      const wrong = await listWrongGroups(transaction, batch.groups);
      if (wrong.length > 0) throw new Error(wrongSumsText(wrong));
      return batch.count;
    });
    if (count === 0) break;
    done += count;
    context.reporter.progress({ label: 'Adding up the market', done, total: null, unit: 'contracts' });
  }
  await refreshVendors(context, register);
  return done;
}

/** Contracts whose vendors are looked for in one transaction. */
const vendorBatch = 500;

/** Works out anew to which vendor groups contracts lead that were counted, and which products and how many users they name. */
async function refreshVendors(context: Context, register: Register): Promise<void> {
  const { vendors } = context.reference;
  for (;;) {
    context.signal.throwIfAborted();
    const count = await register.write(async (transaction) => {
      const { ids, texts } = await takeVendorDue(transaction, digitalSegmentIds, vendorBatch);
      if (ids.length > 0) await storeVendors(transaction, ids, whatTextsSay(texts, vendors));
      return ids.length;
    });
    if (count === 0) return;
  }
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

/**
 * What is wrong in one sentence, for a log or a reader of the command line.
 *
 * @example wrongSumsText([{ table: 'market_party', group: 'buyer · b1', stored: '(2,2,300)', added: '(2,2,200)' }])
 */
export function wrongSumsText(wrong: readonly WrongSum[]): string {
  const [first] = wrong;
  const example =
    first === undefined
      ? ''
      : ` The first: ${first.table} ${first.group} holds ${first.stored ?? 'nothing'}, its rows give ${first.added ?? 'nothing'}.`;
  return `Sums of the market differ from their rows (${wrong.length}).${example} Run \`sourcing data verify --repair\` to add them up again.`;
}
