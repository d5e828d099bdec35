import type { PricedContractRow } from '../../db/queries/benchmarks.ts';
import type { PricedContract } from '../../domain/benchmarks/price-benchmark.ts';
import { londonDayOf } from '../../lib/days.ts';

/** Years back in which contracts are compared: older prices say little. */
const yearsCompared = 5;

/**
 * The first day from which contracts are compared.
 *
 * @example contractsFrom(new Date('2026-11-23T12:00:00Z')) // '2021-11-23'
 */
export function contractsFrom(now: Date): string {
  const today = londonDayOf(now);
  return `${Number(today.slice(0, 4)) - yearsCompared}${today.slice(4)}`.replace('-02-29', '-02-28');
}

/**
 * A stored row as benchmarks see it.
 *
 * @example pricedOf({ ...row, segment: '' }).segment // null
 */
export function pricedOf(row: PricedContractRow): PricedContract {
  return {
    contractId: row.contract_id,
    segment: row.segment === '' ? null : row.segment,
    buyerType: row.buyer_type,
    buyerId: row.buyer_id,
    stage: row.stage,
    isFrameworkAgreement: row.is_framework_agreement,
    netPence: row.net_pence,
    startOn: row.start_on,
    endOn: row.end_on,
  };
}
