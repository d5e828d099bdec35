import type { JsonObject } from '../../lib/json.ts';
import { cleanText } from '../notices/clean-title.ts';
import { cpvOfContract } from '../notices/cpv-of.ts';
import type { FactsReader } from '../notices/facts-reader.ts';
import { booleanAt, objectAt, objectsAt, textAt, type MaybeObject } from '../notices/json-fields.ts';
import { amountsOfContract } from './contract-amounts.ts';
import { awardHistoryKey, contractHistoryKey, historyOf, type ContractHistory } from './contract-changes.ts';
import { contractDates } from './contract-dates.ts';
import { contractTitle } from './contract-title.ts';
import { standInContractId, type ContractFacts, type Route } from './contract-facts.ts';
import {
  describeContract,
  lotsNamed,
  lotsOfContract,
  mainCategoryOf,
  optionsOf,
  suppliersOf,
} from './contract-parts.ts';
import { kpiCountOf, performanceOf } from './contract-performance.ts';
import { stageOf } from './contract-stage.ts';

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
 * amendments or suppliers: UK15, or an update whose first notice isn't held), an unsuccessful award and one with
 * neither supplier nor value (lots not awarded, UK12 before award) are no contracts.
 *
 * @returns rows whose amounts are not yet compared with each other and have no headline
 * @example contractsOf(frame, reader).map((contract) => contract.title)
 */
export function contractsOf(frame: ContractFrame, reader: FactsReader): ContractFacts[] {
  const history = historyOf(frame.releases);
  const contracts = new Map<string, ContractFacts>();
  const pairs = pairsOf(frame.compiled, reader);
  const about = { ...frame, isOneOfSeveral: pairs.length > 1 };
  for (const pair of pairs) {
    const contract = contractOf(pair, about, reader, history);
    const key = `${contract.awardId} ${contract.contractId}`;
    if (contracts.has(key)) {
      reader.quality.push(
        `contracts: ${contract.contractId} of award ${contract.awardId} is listed twice; the last stands.`,
      );
    }
    contracts.set(key, contract);
  }
  return [...contracts.values()];
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
  frame: ContractFrame & { isOneOfSeveral: boolean },
  reader: FactsReader,
  history: ContractHistory,
): ContractFacts {
  const { award, contract } = pair;
  const { compiled } = frame;
  const tender = objectAt(compiled, 'tender');
  const names = namesOf(pair);
  const { awardId, contractId, contractPath } = names;
  const lotIds = lotsOfContract(award, contract);
  const historyKey = contractHistoryKey(textAt(contract, 'awardID') ?? '-', contractId);
  const firstPeriod = history.firstPeriods.get(historyKey);
  const isAmended = history.isAmended.has(historyKey);
  const dates = contractDates(
    { compiled, award, contract, firstPeriod, isAmended, lotIds, ...names },
    reader,
  );
  const stage = stageOf(pair, reader);
  if (stage.doubt !== null) reader.quality.push(`${contractPath}: ${stage.doubt}.`);
  const options = optionsOf([contract, award, ...lotsNamed(tender, lotIds)]);
  const own = cleanText(textAt(contract, 'title') ?? textAt(award, 'title'));
  // A framework awarded together with its first call-off: "Drainage Services - Call-Off Contract".
  const isFrameworkAgreement = frame.isFrameworkAgreement && !/\bcall[- ]?off contract\b/i.test(own ?? '');
  return {
    ocid: textAt(compiled, 'ocid') ?? '',
    awardId,
    contractId,
    title: contractTitle({ own, process: frame.title, isOneOfSeveral: frame.isOneOfSeveral }),
    description: describeContract(contract, award) ?? frame.description,
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
    isFrameworkAgreement,
    amounts: amountsOfContract({ award, contract, ...names }, isFrameworkAgreement, reader),
    headlineIndex: null,
    kpiCount: kpiCountOf(contract),
    performance: performanceOf(contract, reader, contractPath),
    changes: changesOf(history, awardId, historyKey),
    noticeIds: noticesOfContract(history, awardId, historyKey),
  };
}

/** Ids and JSON paths; a missing id is `#` and the place in the list, so that two without one stay two. */
function namesOf(pair: Pair): {
  awardId: string;
  contractId: string;
  awardPath: string;
  contractPath: string;
} {
  const { award, contract, awardIndex, contractIndex } = pair;
  const place = awardIndex >= 0 ? `#${awardIndex + 1}` : '-';
  return {
    awardId: textAt(award, 'id') ?? textAt(contract, 'awardID') ?? place,
    contractId:
      contract === undefined ? standInContractId : (textAt(contract, 'id') ?? `#${contractIndex + 1}`),
    awardPath: `awards[${awardIndex}]`,
    contractPath: `contracts[${contractIndex}]`,
  };
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
