import type { CaseDocument } from '../case-parts/case-document.ts';
import type { ContractForCase } from './contract-for-case.ts';
import { presentOf } from '../case-from-contract.ts';

/** A place of a case that is empty, and what the register has for it. */
export type Fill = { path: (string | number)[]; value: unknown };

/**
 * Empty places about the present contract that the register can fill. What a person typed is left as it stands, whatever
 * the register says; what is filled is marked by `need.present.source`.
 *
 * @param today `YYYY-MM-DD`
 * @example fillEmpty(document, contract, '2026-11-23').map(({ path }) => path.join('.')) // ['need.present.endsOn', …]
 */
export function fillEmpty(document: CaseDocument, contract: ContractForCase, today: string): Fill[] {
  const { endOn, buyer } = contract;
  const { present } = document.need;
  if (present === undefined || endOn === null) return [];
  const known = new Map<string, unknown>(Object.entries(present));
  const found = presentOf({ ...contract, endOn }, today);
  const fills = Object.entries(found).flatMap(([name, value]) =>
    known.get(name) === undefined && name !== 'source' ? [{ path: ['need', 'present', name], value }] : [],
  );
  const marked =
    fills.length > 0 && present.source === undefined
      ? [{ path: ['need', 'present', 'source'], value: found['source'] }]
      : [];
  const body =
    document.buyer.organisation === undefined && buyer?.id != null
      ? [{ path: ['buyer', 'organisation'], value: buyer.id }]
      : [];
  return [...fills, ...marked, ...body];
}
