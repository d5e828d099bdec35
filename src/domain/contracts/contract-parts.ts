import type { JsonObject } from '../../lib/json.ts';
import { cleanText } from '../notices/clean-title.ts';
import { idsAt, objectAt, objectsAt, textAt, textsAt, type MaybeObject } from '../notices/json-fields.ts';
import type { ContractFacts } from './contract-facts.ts';

/**
 * The description of the contract, else of its award; null where neither says more than the tender.
 *
 * @example describeContract({ description: 'Hosting' }, undefined) // 'Hosting'
 */
export function describeContract(contract: MaybeObject, award: MaybeObject): string | null {
  const text = cleanText(textAt(contract, 'description') ?? textAt(award, 'description'));
  // Contracts Finder 2017–20 fills every award with this sentence.
  return text === 'See description of related tender' ? null : text;
}

/**
 * Ids of the lots it covers: `relatedLots` of contract and award, else `items[].relatedLot`.
 *
 * @example lotsOfContract({ relatedLots: ['1'] }, undefined) // ['1']
 */
export function lotsOfContract(award: MaybeObject, contract: MaybeObject): string[] {
  const lots = new Set([...textsAt(contract, 'relatedLots'), ...textsAt(award, 'relatedLots')]);
  if (lots.size === 0) {
    for (const item of [...objectsAt(contract, 'items'), ...objectsAt(award, 'items')]) {
      for (const lot of textsAt(item, 'relatedLot')) lots.add(lot);
    }
  }
  return [...lots];
}

/**
 * The lots of those ids; the only lot where none is named.
 *
 * @example lotsNamed({ lots: [{ id: '1' }] }, []) // [{ id: '1' }]
 */
export function lotsNamed(tender: MaybeObject, lotIds: readonly string[]): JsonObject[] {
  const lots = objectsAt(tender, 'lots');
  const [only] = lots;
  if (lotIds.length === 0) return lots.length === 1 && only !== undefined ? [only] : [];
  return lots.filter((lot) => lotIds.includes(textAt(lot, 'id') ?? ''));
}

/**
 * `hasOptions` with `options.description`, `hasRenewal` with `renewal.description`, of contract, award or lots.
 *
 * @example optionsOf([{ hasRenewal: true, renewal: { description: 'Up to 24 months' } }]) // { has: true, text: 'Up to 24 months' }
 */
export function optionsOf(holders: readonly MaybeObject[]): { has: boolean; text: string | null } {
  let has = false;
  const texts = new Set<string>();
  for (const holder of holders) {
    has ||= holder?.['hasOptions'] === true || holder?.['hasRenewal'] === true;
    for (const name of ['renewal', 'options']) {
      const text = cleanText(textAt(objectAt(holder, name), 'description'));
      if (text !== null) texts.add(text);
    }
    // The most specific source that speaks of options wins: contract, then award, then lots.
    if (has) break;
  }
  return { has, text: texts.size === 0 ? null : [...texts].join('\n') };
}

/**
 * Suppliers of the award, without those that a change notice removed (`parties[].roles` `removedSupplier`).
 *
 * @example suppliersOf({}, { suppliers: [{ id: 'GB-COH-90000001' }] }, undefined) // ['GB-COH-90000001']
 */
export function suppliersOf(compiled: JsonObject, award: MaybeObject, contract: MaybeObject): string[] {
  const ids = new Set([...idsAt(award, 'suppliers'), ...idsAt(contract, 'suppliers')]);
  if (ids.size < 2) return [...ids];
  for (const party of objectsAt(compiled, 'parties')) {
    const roles = textsAt(party, 'roles');
    if (roles.includes('removedSupplier') && !roles.includes('supplier'))
      ids.delete(textAt(party, 'id') ?? '');
  }
  return [...ids];
}

/**
 * `awards[].mainProcurementCategory`, `tender.mainProcurementCategory`; early Contracts Finder `ojeuContractType`. Null where none is known.
 *
 * @example mainCategoryOf(undefined, { mainProcurementCategory: 'works' }) // 'works'
 */
export function mainCategoryOf(award: MaybeObject, tender: MaybeObject): ContractFacts['mainCategory'] {
  const text =
    textAt(award, 'mainProcurementCategory') ??
    textAt(tender, 'mainProcurementCategory') ??
    textAt(objectAt(tender, 'xClassifications'), 'ojeuContractType')?.toLowerCase();
  if (text === 'products') return 'goods';
  return text === 'goods' || text === 'services' || text === 'works' ? text : null;
}
