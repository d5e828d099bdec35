import type { ContractForCase } from '../../domain/decisions/evidence/contract-for-case.ts';
import type { BuyerType } from '../../domain/organisations/mention.ts';
import type { Threshold } from '../../domain/notices/facts-reference.ts';
import type { ContractDetail } from '../contracts/views.ts';

/**
 * What the page of a contract says, as a case about its successor begins with it. Only values that are believed count, and
 * suppliers who are likely natural persons aren’t named.
 *
 * @example contractForCase(await showContract.run(context, { id })).netPounds // 7_400_000
 */
export function contractForCase(contract: ContractDetail): ContractForCase {
  return {
    id: contract.id,
    title: contract.title,
    buyer: contract.buyer,
    buyerType: contract.buyerType,
    suppliers: contract.suppliers.flatMap(({ id, name }) => (id === null ? [] : [name])),
    netPounds: valueOf(contract, 'net'),
    grossPounds: valueOf(contract, 'gross'),
    startOn: contract.startOn,
    endOn: contract.endOn,
    maxEndOn: contract.maxEndOn,
    hasOptions: contract.hasOptions,
    regime: contract.regime,
    route: contract.route,
    segment: contract.segment,
    products: [
      ...new Set(contract.vendors.flatMap(({ products }) => products.flatMap(({ name }) => name ?? []))),
    ],
  };
}

/** A believed value in pounds: of the contract, else of its award. */
function valueOf({ amounts }: ContractDetail, basis: 'net' | 'gross'): number | null {
  const believed = amounts.filter(
    (one) => one.basis === basis && one.currency === 'GBP' && one.flag === null && one.minorUnits !== null,
  );
  const found =
    believed.find(({ kind }) => kind === 'contract') ?? believed.find(({ kind }) => kind === 'award');
  return found?.minorUnits == null || found.minorUnits <= 0 ? null : found.minorUnits / 100;
}

/**
 * The threshold for goods and services of a kind of buyer on a day, in pounds with VAT; null where none is held. Where the
 * kind of buyer leaves it open, it is the lower one.
 *
 * @example thresholdOf('local-government', reference.thresholds, '2026-11-23') // 207_720
 */
export function thresholdOf(
  buyerType: BuyerType,
  thresholds: readonly Threshold[],
  day: string,
): number | null {
  const isSubCentral = (['local-government', 'education', 'police-and-fire', 'housing'] as const).some(
    (one) => one === buyerType,
  );
  const id = isSubCentral ? 'sub-central' : 'central';
  const found = thresholds.find((one) => one.id === id && one.from <= day && (one.to ?? day) >= day);
  return found === undefined ? null : found.grossMinorUnits / 100;
}
