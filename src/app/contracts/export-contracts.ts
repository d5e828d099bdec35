import { placeOfRow, type After } from '../../db/queries/contract-order.ts';
import { findContractRows } from '../../db/queries/contracts.ts';
import { decimalOf } from '../../domain/contracts/decimal-of.ts';
import { londonDayOf } from '../../lib/days.ts';
import { streamOperation } from '../operation.ts';
import { contractFilter } from './contract-filter.ts';
import { refuseExport } from './indicator-list.ts';
import { presentContract } from './present-contract.ts';
import { readConditions } from './read-conditions.ts';
import type { ContractItem } from './views.ts';

/** Rows read at a time: one short query each, so that an export holds nothing up. */
const pageSize = 500;

const columns = [
  'id',
  'ocid',
  'title',
  'buyerId',
  'buyer',
  'buyerType',
  'supplierIds',
  'suppliers',
  'scale',
  'amount',
  'currency',
  'amountKind',
  'vatBasis',
  'amountFlag',
  'isFrameworkAgreement',
  'frameworkReference',
  'status',
  'stage',
  'regime',
  'route',
  'publisher',
  'segment',
  'datedOn',
  'startOn',
  'endOn',
  'maxEndOn',
  'cpvDivisions',
] as const;

/** Every contract under the same filter as `contracts.find`, newest first; may include changes made while it runs. */
export const exportContracts = streamOperation({
  id: 'contracts.export',
  summary: 'Export every contract under a filter as CSV, JSON Lines or XLSX.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'q',
  columns,
  input: contractFilter,
  run: async function* run(context, filter) {
    refuseExport(filter);
    const register = await context.register();
    const { conditions, search } = await readConditions(register, context.reference, filter);
    const today = londonDayOf(context.clock.now());
    const list = { conditions, search, today, order: 'newest' as const };
    let after: After | null = null;
    for (;;) {
      context.signal.throwIfAborted();
      const rows = await findContractRows(register, { ...list, limit: pageSize, after });
      for (const row of rows) yield flatten(presentContract(row));
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageSize) return;
      after = placeOfRow(last, list);
    }
  },
});

/** One row of the export: lists joined by `; `, the amount as a number in whole currency units with its decimals. */
function flatten(item: ContractItem): Record<(typeof columns)[number], string | number | boolean | null> {
  const { amount } = item;
  return {
    id: item.id,
    ocid: item.ocid,
    title: item.title,
    buyerId: item.buyer?.id ?? null,
    buyer: item.buyer?.name ?? null,
    buyerType: item.buyerType,
    supplierIds: item.suppliers.map((supplier) => supplier.id ?? '').join('; '),
    suppliers: item.suppliers.map((supplier) => supplier.name).join('; '),
    scale: item.scale,
    amount: amount === null ? null : numberOf(decimalOf(amount.minorUnits, amount.currency)),
    currency: amount?.currency ?? null,
    amountKind: amount?.kind ?? null,
    vatBasis: amount?.basis ?? null,
    amountFlag: amount?.flag ?? null,
    isFrameworkAgreement: item.isFrameworkAgreement,
    frameworkReference: item.frameworkReference,
    status: item.status,
    stage: item.stage,
    regime: item.regime,
    route: item.route,
    publisher: item.publisher,
    segment: item.segment,
    datedOn: item.datedOn,
    startOn: item.startOn,
    endOn: item.endOn,
    maxEndOn: item.maxEndOn,
    cpvDivisions: item.cpvDivisions.join('; '),
  };
}

/** Amounts reach 9 × 10¹⁵ smallest units, which a number carries to the penny. */
function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
