import {
  findBuyersNamed,
  insertPurchases,
  listContractsHeld,
  listProcessesHeld,
  listPurchases,
  withdrawPurchases,
  type PurchaseInsert,
  type PurchaseRow,
} from '../../db/queries/pipeline-purchases.ts';
import type { Executor } from '../../db/register.ts';
import type { PlannedPurchase } from '../../domain/pipeline/planned-purchase.ts';
import type { PurchaseProblem } from '../../domain/pipeline/read-purchase.ts';
import { shortId } from '../../lib/hash.ts';

/** What became of one purchase. */
export type SavedPurchase = { id: string; outcome: 'added' | 'changed' | 'unchanged' };

/** All of them saved, or what is wrong with which (by place in the list) and nothing saved. */
export type SaveResult =
  | { kind: 'saved'; saved: SavedPurchase[] }
  | { kind: 'problems'; problems: (PurchaseProblem & { at: number })[] };

/**
 * Saves purchases in one transaction, all or none: looks up buyers, contracts and processes, and writes what is new or
 * differs from what stands of the same buyer and reference.
 *
 * @param made `mayReplace` false refuses a purchase of a buyer and reference that stand already; `standingId` names the one that
 *   is replaced, where it is known
 */
export async function savePurchases(
  transaction: Executor,
  purchases: readonly PlannedPurchase[],
  made: { by: string; at: string; mayReplace: boolean; standingId: string | null },
): Promise<SaveResult> {
  const { buyers, problems } = await checkPurchases(transaction, purchases);
  const standing = await readStanding(transaction, purchases, made.standingId);
  const seen = new Set<string>();
  const rows: { row: PurchaseInsert; outcome: SavedPurchase['outcome'] }[] = [];
  for (const [at, purchase] of purchases.entries()) {
    const buyerId = buyers.get(purchase.buyer);
    if (buyerId === undefined) continue;
    const name = nameOf(buyerId, purchase.reference);
    const [held, twin] = standing.get(name) ?? [];
    if (seen.has(name)) {
      problems.push({
        at,
        column: 'reference',
        reason: `The reference "${purchase.reference}" of this buyer stands in the file twice. Leave one.`,
      });
    } else if (held !== undefined && !made.mayReplace) {
      problems.push({
        at,
        column: 'reference',
        reason: `This buyer has a purchase "${purchase.reference}" already (${held.purchase_id}). Change that one, or give this one another reference.`,
      });
    } else if (held !== undefined && twin !== undefined) {
      problems.push({
        at,
        column: 'reference',
        reason: `Two purchases have the reference "${purchase.reference}" since their buyers are one (${held.purchase_id}, ${twin.purchase_id}). Withdraw one, or change it by its id.`,
      });
    }
    seen.add(name);
    const row = rowOf(purchase, buyerId, held?.purchase_id ?? shortId([buyerId, purchase.reference]));
    rows.push({
      row,
      outcome: held === undefined ? 'added' : isSame(row, held) ? 'unchanged' : 'changed',
    });
  }
  if (problems.length > 0) return { kind: 'problems', problems: problems.toSorted((a, b) => a.at - b.at) };
  const written = rows.filter(({ outcome }) => outcome !== 'unchanged').map(({ row }) => row);
  await withdrawPurchases(
    transaction,
    written.map(({ purchase_id: id }) => id),
    made,
  );
  await insertPurchases(transaction, written, made);
  return { kind: 'saved', saved: rows.map(({ row, outcome }) => ({ id: row.purchase_id, outcome })) };
}

const nameOf = (buyerId: string, reference: string): string => `${buyerId} ${reference}`;

async function readStanding(
  transaction: Executor,
  purchases: readonly PlannedPurchase[],
  purchaseId: string | null,
): Promise<Map<string, PurchaseRow[]>> {
  const rows = await listPurchases(transaction, {
    isSharedOnly: false,
    isStandingOnly: true,
    references: purchases.map(({ reference }) => reference),
    purchaseId,
  });
  return Map.groupBy(rows, (row) => nameOf(row.buyer_id, row.reference));
}

async function checkPurchases(
  transaction: Executor,
  purchases: readonly PlannedPurchase[],
): Promise<{ buyers: Map<string, string>; problems: (PurchaseProblem & { at: number })[] }> {
  const found = Map.groupBy(
    await findBuyersNamed(
      transaction,
      purchases.map(({ buyer }) => buyer),
    ),
    ({ asked }) => asked,
  );
  const contracts = await listContractsHeld(
    transaction,
    purchases.flatMap(({ replacesContractId: id }) => id ?? []),
  );
  const processes = await listProcessesHeld(
    transaction,
    purchases.flatMap(({ processOcid: ocid }) => ocid ?? []),
  );
  const buyers = new Map<string, string>();
  const problems: (PurchaseProblem & { at: number })[] = [];
  for (const [at, { buyer, replacesContractId: contract, processOcid: ocid }] of purchases.entries()) {
    const [one, ...others] = found.get(buyer) ?? [];
    if (one === undefined) {
      problems.push({
        at,
        column: 'buyer',
        reason: `No buyer of the register has the id or name "${buyer}". Look it up among the buyers.`,
      });
    } else if (others.length > 0) {
      const ids = [one, ...others].map(({ organisation_id: id }) => id).join(', ');
      problems.push({
        at,
        column: 'buyer',
        reason: `Several buyers are called "${buyer}": name one by its id (${ids}).`,
      });
    } else buyers.set(buyer, one.organisation_id);
    if (contract !== null && !contracts.has(contract)) {
      problems.push({
        at,
        column: 'replaces',
        reason: `No contract has the id ${contract}. Look it up among the contracts.`,
      });
    }
    if (ocid !== null && !processes.has(ocid)) {
      problems.push({
        at,
        column: 'process',
        reason: `No process has the ocid ${ocid}. Check it against the notice.`,
      });
    }
  }
  return { buyers, problems };
}

function rowOf(purchase: PlannedPurchase, buyerId: string, purchaseId: string): PurchaseInsert {
  return {
    purchase_id: purchaseId,
    buyer_id: buyerId,
    reference: purchase.reference,
    title: purchase.title,
    description: purchase.description,
    segment: purchase.segment,
    category: purchase.category,
    cpv_codes: purchase.cpvCodes,
    low_minor_units: purchase.lowMinorUnits,
    high_minor_units: purchase.highMinorUnits,
    currency: purchase.currency,
    vat_basis: purchase.vatBasis,
    start_from: purchase.startFrom,
    start_to: purchase.startTo,
    months: purchase.months,
    notice_on: purchase.noticeOn,
    stage: purchase.stage,
    confidence: purchase.confidence,
    is_shareable: purchase.isShareable,
    is_framework: purchase.isFramework,
    replaces_contract_id: purchase.replacesContractId,
    process_ocid: purchase.processOcid,
  };
}

/** Whether what stands says the same; who entered it and when don't matter. */
function isSame(row: PurchaseInsert, held: PurchaseRow): boolean {
  const told = new Map<string, unknown>(Object.entries(held));
  return Object.entries(row).every(
    ([name, value]) => JSON.stringify(told.get(name)) === JSON.stringify(value),
  );
}
