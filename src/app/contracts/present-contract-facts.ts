import { boundedKey } from '../../lib/bounded-key.ts';
import type { ContractRow } from '../../db/queries/contracts.ts';
import type { ContractFacts } from '../../domain/contracts/contract-facts.ts';
import type { Amount } from '../../domain/contracts/amount.ts';
import { lifecycleDefinitions, type Lifecycle } from '../../domain/contracts/lifecycle.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { Mention } from '../../domain/organisations/mention.ts';
import { presentTimeline } from '../notices/present-timeline.ts';
import { summedAmount } from '../notices/summed-amount.ts';
import { identifierLink } from '../buyers/identifier-link.ts';
import type { Reference } from '../reference.ts';
import { amountMeaning, flagMeaning } from './meanings.ts';
import type { ContractDetail } from './views.ts';

/** What the register holds of the framework that a contract draws on. */
export type FrameworkHeld = { title: string; contractId: string | null };

/** The part of a contract's page that comes from the facts of its process. */
export type ContractFactsView = Pick<
  ContractDetail,
  | 'description'
  | 'processTitle'
  | 'processDescription'
  | 'statusMeaning'
  | 'endReason'
  | 'regimeBasis'
  | 'procedure'
  | 'directAwardReasons'
  | 'isAboveThreshold'
  | 'mainCategory'
  | 'awardedOn'
  | 'signedOn'
  | 'endedOn'
  | 'hasOptions'
  | 'optionsText'
  | 'framework'
  | 'amounts'
  | 'parties'
  | 'cpv'
  | 'lots'
  | 'bids'
  | 'priceWeights'
  | 'kpiCount'
  | 'performance'
  | 'changes'
  | 'timeline'
  | 'documents'
  | 'quality'
>;

/** Puts a contract's facts and those of its process that concern it into the view's words. */
export function presentContractFacts(
  facts: ProcessFacts,
  contract: ContractFacts,
  held: { framework: FrameworkHeld | null; reference: Reference; row: ContractRow; status: Lifecycle },
): ContractFactsView {
  const lotIds = new Set(contract.lotIds);
  const concerns = (lotId: string): boolean => lotId === '' || lotIds.size === 0 || lotIds.has(lotId);
  return {
    description: contract.description ?? facts.description,
    processTitle: facts.title,
    processDescription: facts.description,
    statusMeaning: lifecycleDefinitions[held.status],
    endReason: contract.endReason,
    regimeBasis: facts.regimeBasis,
    procedure: facts.procedure,
    directAwardReasons: facts.directAwardReasons,
    isAboveThreshold: contract.isAboveThreshold,
    mainCategory: contract.mainCategory,
    awardedOn: contract.awardedOn,
    signedOn: contract.signedOn,
    endedOn: contract.endedOn,
    hasOptions: contract.hasOptions,
    optionsText: contract.optionsText,
    framework:
      facts.framework === null
        ? null
        : {
            ...facts.framework,
            title: held.framework?.title ?? null,
            contractId: held.framework?.contractId ?? null,
          },
    amounts: amountsOf(facts, contract),
    parties: facts.mentions
      .filter((mention) => concernsContract(mention, contract))
      .map((mention) => partyOf(mention, held.row, contract)),
    cpv: contract.cpvCodes.map((code) => ({ code, label: held.reference.cpvLabels.get(code) ?? null })),
    lots: facts.lots
      .filter((lot) => concerns(lot.lotId))
      .map(({ lotId, title, description }) => ({ lotId, title, description })),
    bids: facts.bids.filter((bid) => concerns(bid.lotId)),
    priceWeights: facts.priceWeights.filter((weight) => concerns(weight.lotId)),
    kpiCount: contract.kpiCount,
    performance: contract.performance,
    changes: contract.changes,
    timeline: presentTimeline(facts, held.reference, new Set(contract.noticeIds)),
    documents: facts.documents,
    quality: facts.quality,
  };
}

/** Amounts of the contract first, then those of the whole process and of its lots. */
function amountsOf(facts: ProcessFacts, contract: ContractFacts): ContractDetail['amounts'] {
  const lotIds = new Set(contract.lotIds);
  const summed = summedAmount(contract);
  return [
    ...contract.amounts.map((amount, place) => ({
      ...presentAmount(amount),
      isHeadline: place === contract.headlineIndex,
      isSummed: amount === summed,
    })),
    ...facts.amounts
      .filter((amount) => amount.of !== 'lot' || lotIds.size === 0 || lotIds.has(amount.ofId ?? ''))
      .map(presentAmount),
  ];
}

function presentAmount(amount: Amount): ContractDetail['amounts'][number] {
  return {
    ...amount,
    kindMeaning: amountMeaning(amount.kind),
    flagMeaning: amount.flag === null ? null : flagMeaning(amount.flag),
    isHeadline: false,
    isSummed: false,
  };
}

/** Suppliers of other contracts of the same process are left out. */
function concernsContract(mention: Mention, contract: ContractFacts): boolean {
  const isOnlySupplier = mention.roles.every((role) => role === 'supplier');
  return !isOnlySupplier || contract.supplierPartyIds.includes(mention.partyId);
}

function partyOf(
  mention: Mention,
  row: ContractRow,
  contract: ContractFacts,
): ContractDetail['parties'][number] {
  const place = contract.supplierPartyIds.indexOf(mention.partyId);
  const isBuyer = row.buyer_party_id === boundedKey(mention.partyId);
  const id = isBuyer ? row.buyer_id : place === -1 ? null : (row.supplier_page_ids[place] ?? null);
  return {
    id: mention.isPersonLikely ? null : id,
    name: mention.name,
    roles: mention.roles,
    identifiers: mention.isPersonLikely ? [] : mention.keys.map(identifierLink),
    scale: mention.scale,
    isVcse: mention.isVcse,
    buyerType: mention.buyerType,
    place: mention.isPersonLikely
      ? null
      : [mention.locality, mention.postcodeDistrict, mention.country].filter(Boolean).join(', ') || null,
    note: noteOf(mention),
  };
}

function noteOf(mention: Mention): string | null {
  if (mention.isPersonLikely) {
    return 'This may be a natural person, so it is shown on this contract only and has no page of its own.';
  }
  if (mention.isPlaceholder)
    return 'The notice withholds or leaves out the name; this stands for no one organisation.';
  return null;
}
