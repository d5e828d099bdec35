import type { JsonObject } from '../../lib/json.ts';
import { cleanTitle } from '../notices/clean-title.ts';
import { cpvOfContract } from '../notices/cpv-of.ts';
import type { FactsReader } from '../notices/facts-reader.ts';
import {
  booleanAt,
  idsAt,
  objectAt,
  objectsAt,
  textAt,
  textsAt,
  type MaybeObject,
} from '../notices/json-fields.ts';
import type { Amount, AmountKind } from './amount.ts';
import { awardHistoryKey, contractHistoryKey, historyOf, type ContractHistory } from './contract-changes.ts';
import { contractDates } from './contract-dates.ts';
import { standInContractId, type ContractFacts, type Route } from './contract-facts.ts';
import { kpiCountOf, performanceOf } from './contract-performance.ts';
import { stageOf } from './contract-stage.ts';
import { readAmounts } from './read-amounts.ts';

/** What the contracts of a process take over from it. */
export type ContractFrame = {
  compiled: JsonObject;
  releases: readonly JsonObject[];
  title: string;
  description: string | null;
  route: Route;
  isFrameworkAgreement: boolean;
};

type Pair = { award: MaybeObject; contract: MaybeObject; awardIndex: number; contractIndex: number };

/**
 * The contracts of a process: one row for each of `contracts[]`; an award without one stands in for it.
 *
 * UK6 then UK7 is one award with as many contracts as UK7 lists. An award that no held notice made (only an id with
 * amendments or suppliers: UK15, or an update whose first notice isn't held) and an award without a supplier (lots
 * not awarded, UK12 before award) are no contracts.
 *
 * @returns rows whose amounts are not yet compared with each other and have no headline
 */
export function contractsOf(frame: ContractFrame, reader: FactsReader): ContractFacts[] {
  const history = historyOf(frame.releases);
  return pairsOf(frame.compiled, reader).map((pair) => contractOf(pair, frame, reader, history));
}

function pairsOf(compiled: JsonObject, reader: FactsReader): Pair[] {
  const awards = objectsAt(compiled, 'awards');
  const contracts = objectsAt(compiled, 'contracts');
  const awardIndexes = new Map<string, number>();
  for (const [index, award] of awards.entries()) awardIndexes.set(textAt(award, 'id') ?? '', index);
  const pairs: Pair[] = [];
  const signed = new Set<number>();
  const changedOnly: string[] = [];
  for (const [contractIndex, contract] of contracts.entries()) {
    const awardIndex = awardIndexes.get(textAt(contract, 'awardID') ?? '\u0000') ?? -1;
    if (awardIndex >= 0) signed.add(awardIndex);
    pairs.push({ award: awards[awardIndex], contract, awardIndex, contractIndex });
  }
  for (const [awardIndex, award] of awards.entries()) {
    if (signed.has(awardIndex)) continue;
    if (!isMade(award)) changedOnly.push(textAt(award, 'id') ?? '?');
    if (!isAwarded(award)) continue;
    pairs.push({ award, contract: undefined, awardIndex, contractIndex: -1 });
  }
  if (changedOnly.length > 0) {
    const named = changedOnly.length > 5 ? `${changedOnly.slice(0, 5).join(', ')} …` : changedOnly.join(', ');
    reader.quality.push(
      `awards ${named}: only changed here (${changedOnly.length}); the notices that made them aren't held.`,
    );
  }
  return pairs;
}

function isAwarded(award: JsonObject): boolean {
  if (textAt(award, 'status') === 'unsuccessful' || !isMade(award)) return false;
  return objectsAt(award, 'suppliers').length > 0 || objectAt(award, 'value') !== undefined;
}

/** Whether a held notice made the award; otherwise it is only an id with what an update changed. */
function isMade(award: JsonObject): boolean {
  return ['status', 'value', 'date', 'contractPeriod', 'items'].some((name) => award[name] !== undefined);
}

function contractOf(
  pair: Pair,
  frame: ContractFrame,
  reader: FactsReader,
  history: ContractHistory,
): ContractFacts {
  const { award, contract } = pair;
  const { compiled } = frame;
  const tender = objectAt(compiled, 'tender');
  const awardId = textAt(award, 'id') ?? textAt(contract, 'awardID') ?? '-';
  const contractId =
    contract === undefined ? standInContractId : (textAt(contract, 'id') ?? String(pair.contractIndex + 1));
  const awardPath = `awards[${pair.awardIndex}]`;
  const contractPath = `contracts[${pair.contractIndex}]`;
  const lotIds = lotsOfContract(award, contract);
  const historyKey = contractHistoryKey(textAt(contract, 'awardID') ?? '-', contractId);
  const dates = contractDates(
    {
      compiled,
      award,
      contract,
      firstPeriod: history.firstPeriods.get(historyKey),
      isAmended: history.isAmended.has(historyKey),
      lotIds,
      awardPath,
      contractPath,
    },
    reader,
  );
  const stage = stageOf(award, contract);
  if (stage.doubt !== null) reader.quality.push(`${contractPath}: ${stage.doubt}.`);
  const options = optionsOf([contract, award, ...lotsNamed(tender, lotIds)]);
  return {
    ocid: textAt(compiled, 'ocid') ?? '',
    awardId,
    contractId,
    title: cleanTitle(textAt(contract, 'title') ?? textAt(award, 'title')) ?? frame.title,
    description: describe(contract, award) ?? frame.description,
    stage: stage.stage,
    endReason: stage.endReason,
    ...dates,
    hasOptions:
      options.has || (dates.maxEndOn !== null && dates.endOn !== null && dates.maxEndOn > dates.endOn),
    optionsText: options.text,
    supplierPartyIds: suppliersOf(compiled, award, contract),
    lotIds,
    cpvCodes: cpvOfContract(compiled, award, contract, lotIds),
    mainCategory: mainCategoryOf(award, tender),
    isAboveThreshold:
      booleanAt(contract, 'aboveThreshold') ??
      booleanAt(award, 'aboveThreshold') ??
      booleanAt(tender, 'aboveThreshold'),
    route: frame.route,
    isFrameworkAgreement: frame.isFrameworkAgreement,
    amounts: amountsOfContract(pair, { awardId, contractId, awardPath, contractPath }, frame, reader),
    headlineIndex: null,
    kpiCount: kpiCountOf(contract),
    performance: performanceOf(contract, reader, contractPath),
    changes: changesOf(history, awardId, historyKey),
    noticeIds: noticesOfContract(history, awardId, historyKey),
  };
}

function describe(contract: MaybeObject, award: MaybeObject): string | null {
  const text = cleanTitle(textAt(contract, 'description') ?? textAt(award, 'description'));
  // Contracts Finder 2017–20 fills every award with this sentence.
  return text === 'See description of related tender' ? null : text;
}

function lotsOfContract(award: MaybeObject, contract: MaybeObject): string[] {
  const lots = new Set([...textsAt(contract, 'relatedLots'), ...textsAt(award, 'relatedLots')]);
  if (lots.size === 0) {
    for (const item of [...objectsAt(contract, 'items'), ...objectsAt(award, 'items')]) {
      for (const lot of textsAt(item, 'relatedLot')) lots.add(lot);
    }
  }
  return [...lots];
}

function lotsNamed(tender: MaybeObject, lotIds: readonly string[]): JsonObject[] {
  const lots = objectsAt(tender, 'lots');
  const [only] = lots;
  if (lotIds.length === 0) return lots.length === 1 && only !== undefined ? [only] : [];
  return lots.filter((lot) => lotIds.includes(textAt(lot, 'id') ?? ''));
}

/** `hasOptions` with `options.description`, `hasRenewal` with `renewal.description`, of contract, award or lots. */
function optionsOf(holders: readonly MaybeObject[]): { has: boolean; text: string | null } {
  let has = false;
  const texts = new Set<string>();
  for (const holder of holders) {
    has ||= holder?.['hasOptions'] === true || holder?.['hasRenewal'] === true;
    for (const name of ['renewal', 'options']) {
      const text = cleanTitle(textAt(objectAt(holder, name), 'description'));
      if (text !== null) texts.add(text);
    }
    // The most specific source that speaks of options wins: contract, then award, then lots.
    if (has) break;
  }
  return { has, text: texts.size === 0 ? null : [...texts].join('\n') };
}

/** Suppliers of the award, without those that a change notice removed (`parties[].roles` `removedSupplier`). */
function suppliersOf(compiled: JsonObject, award: MaybeObject, contract: MaybeObject): string[] {
  const ids = new Set([...idsAt(award, 'suppliers'), ...idsAt(contract, 'suppliers')]);
  if (ids.size < 2) return [...ids];
  for (const party of objectsAt(compiled, 'parties')) {
    const roles = textsAt(party, 'roles');
    if (roles.includes('removedSupplier') && !roles.includes('supplier'))
      ids.delete(textAt(party, 'id') ?? '');
  }
  return [...ids];
}

/** `awards[].mainProcurementCategory`, `tender.mainProcurementCategory`; early Contracts Finder `ojeuContractType`. */
function mainCategoryOf(award: MaybeObject, tender: MaybeObject): ContractFacts['mainCategory'] {
  const text =
    textAt(award, 'mainProcurementCategory') ??
    textAt(tender, 'mainProcurementCategory') ??
    textAt(objectAt(tender, 'xClassifications'), 'ojeuContractType')?.toLowerCase();
  if (text === 'products') return 'goods';
  return text === 'goods' || text === 'services' || text === 'works' ? text : null;
}

type Names = { awardId: string; contractId: string; awardPath: string; contractPath: string };

function amountsOfContract(pair: Pair, names: Names, frame: ContractFrame, reader: FactsReader): Amount[] {
  const kind = (usual: AmountKind): AmountKind => (frame.isFrameworkAgreement ? 'ceiling' : usual);
  const ofContract = { of: 'contract', ofId: names.contractId, kind: kind('contract') } as const;
  const ofAward = { of: 'award', ofId: names.awardId, kind: kind('award') } as const;
  const signed = readAmounts(
    objectAt(pair.contract, 'value'),
    ofContract,
    `${names.contractPath}.value`,
    reader,
  );
  const amended: Amount[] = [];
  for (const name of ['amendments', 'proposedAmendments']) {
    for (const [index, amendment] of objectsAt(pair.contract, name).entries()) {
      // "The total value of the amended contract": each replaces what stood before it.
      const path = `${names.contractPath}.${name}[${index}].value`;
      const rows = readAmounts(objectAt(amendment, 'value'), ofContract, path, reader);
      if (rows.length > 0) for (const earlier of [...signed, ...amended]) earlier.flag ??= 'superseded';
      amended.push(...rows);
    }
  }
  const final = objectAt(objectAt(pair.contract, 'implementation'), 'finalValue');
  return [
    ...signed,
    ...amended,
    ...readAmounts(objectAt(pair.award, 'value'), ofAward, `${names.awardPath}.value`, reader),
    ...readAmounts(
      final,
      { of: 'contract', ofId: names.contractId, kind: 'final' },
      `${names.contractPath}.implementation.finalValue`,
      reader,
    ),
  ];
}

function changesOf(history: ContractHistory, awardId: string, contractKey: string): ContractFacts['changes'] {
  const changes = new Map<string, ContractFacts['changes'][number]>();
  for (const key of [contractKey, awardHistoryKey(awardId)]) {
    for (const change of history.changes.get(key) ?? []) {
      const id = `${change.noticeId} ${change.description ?? ''}`;
      const isSaidAlready =
        change.description === null &&
        [...changes.keys()].some((known) => known.startsWith(`${change.noticeId} `));
      if (!changes.has(id) && !isSaidAlready) changes.set(id, change);
    }
  }
  return [...changes.values()].toSorted((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0,
  );
}

function noticesOfContract(history: ContractHistory, awardId: string, contractKey: string): string[] {
  const own = history.noticeIds.get(contractKey) ?? [];
  const ofAward = history.noticeIds.get(awardHistoryKey(awardId)) ?? [];
  const place = (noticeId: string): number => history.order.get(noticeId) ?? 0;
  return [...new Set([...ofAward, ...own])].toSorted((a, b) => place(a) - place(b));
}
