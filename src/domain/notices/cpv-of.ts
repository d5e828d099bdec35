import type { JsonObject } from '../../lib/json.ts';
import { objectAt, objectsAt, textAt, textsAt } from './json-fields.ts';

/** Adds the eight-digit CPV codes of one holder: `classification` and `additionalClassifications[]`. */
function collect(holder: JsonObject | undefined, into: Set<string>): void {
  const main = objectAt(holder, 'classification');
  for (const classification of main === undefined
    ? objectsAt(holder, 'additionalClassifications')
    : [main, ...objectsAt(holder, 'additionalClassifications')]) {
    const scheme = textAt(classification, 'scheme');
    if (scheme !== null && scheme.toUpperCase() !== 'CPV') continue;
    // "72000000" or with the check digit, "72000000-5".
    const code = /^(\d{8})(?:-\d)?$/.exec(textAt(classification, 'id') ?? '')?.[1];
    if (code !== undefined) into.add(code);
  }
}

/**
 * CPV codes of a process, eight digits, without repeats.
 *
 * Under the Act they stand in `tender.items[].additionalClassifications[]` (UK1–4) or
 * `awards[].items[].additionalClassifications[]` (UK5–7), never in `items[].classification`; the older law and
 * Contracts Finder use `tender.classification`.
 *
 * @example cpvOfProcess(compiled) // ['72000000']
 */
export function cpvOfProcess(compiled: JsonObject): string[] {
  const codes = new Set<string>();
  const tender = objectAt(compiled, 'tender');
  collect(tender, codes);
  for (const item of objectsAt(tender, 'items')) collect(item, codes);
  for (const name of ['awards', 'contracts']) {
    for (const holder of objectsAt(compiled, name)) {
      for (const item of objectsAt(holder, 'items')) collect(item, codes);
    }
  }
  return [...codes];
}

/**
 * CPV codes of one contract, most specific source first: its own items, its award's, the tender's items of the same
 * lots, the tender's.
 *
 * @example cpvOfContract(compiled, award, contract, ['1']) // ['48000000', '72000000']
 */
export function cpvOfContract(
  compiled: JsonObject,
  award: JsonObject | undefined,
  contract: JsonObject | undefined,
  lotIds: readonly string[],
): string[] {
  const codes = new Set<string>();
  for (const item of objectsAt(contract, 'items')) collect(item, codes);
  for (const item of objectsAt(award, 'items')) collect(item, codes);
  const tender = objectAt(compiled, 'tender');
  for (const item of objectsAt(tender, 'items')) {
    const lots = [...textsAt(item, 'relatedLot'), ...textsAt(item, 'relatedLots')];
    if (lots.length === 0 || lotIds.length === 0 || lots.some((lot) => lotIds.includes(lot)))
      collect(item, codes);
  }
  collect(tender, codes);
  return [...codes];
}
