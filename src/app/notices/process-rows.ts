import type { AmountRow, ContractInsert, MentionRow, ProcessRows } from '../../db/queries/processes.ts';
import {
  contractKey,
  standInContractId,
  undatedDay,
  type ContractFacts,
} from '../../domain/contracts/contract-facts.ts';
import { measuredFacts } from '../../domain/market/measured-facts.ts';
import { valueBandOf } from '../../domain/contracts/value-band.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { mentionKeyOf } from './identity-evidence.ts';
import type { Mention } from '../../domain/organisations/mention.ts';
import type { Reference } from '../reference.ts';
import { segmentColumns } from '../segments/segment-columns.ts';
import { boundedKey } from '../../lib/bounded-key.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { londonDayOf } from '../../lib/days.ts';
import { summedAmount } from './summed-amount.ts';

/** Longest description that is indexed for search; longer ones are stored whole all the same. */
const indexedCharacters = 20_000;

/** Stands between two texts of one field. Common words take up places in the index, so no phrase reaches across. */
const phraseBreak = ` \n${'a '.repeat(8)}`;

/** Turns the facts of a process into rows: `cpvLabels` gives words to search for beside the codes, `segments` classifies. */
export function processRows(
  facts: ProcessFacts,
  releaseCount: number,
  { cpvLabels, segments }: Pick<Reference, 'cpvLabels' | 'segments'>,
): ProcessRows {
  const factsText = JSON.stringify(facts);
  return {
    process: {
      ocid: facts.ocid,
      publisher: facts.publisher,
      regime: facts.regime,
      stage: facts.stage,
      title: facts.title,
      is_framework_agreement: facts.isFrameworkAgreement,
      framework_ocid: facts.framework?.ocid ?? null,
      framework_reference: facts.framework?.reference ?? null,
      reference_keys: facts.references,
      tender_deadline_at: facts.tenderDeadlineAt,
      first_published_at: facts.firstPublishedAt,
      last_published_at: facts.lastPublishedAt,
      release_count: releaseCount,
      facts: factsText,
      facts_hash: sha256Hex(factsText),
      ...segmentColumns(facts, segments),
    },
    mentions: facts.mentions.map((mention) => mentionRow(facts.ocid, mention)),
    contracts: facts.contracts.map((contract) => contractRow(facts, contract, cpvLabels)),
    amounts: amountRows(facts),
  };
}

function mentionRow(ocid: string, mention: Mention): MentionRow {
  return {
    ocid,
    party_id: boundedKey(mention.partyId),
    name: mention.name,
    roles: mention.roles,
    mention_key: mentionKeyOf(mention),
    buyer_type: mention.buyerType,
    scale: mention.scale,
    is_vcse: mention.isVcse,
    is_person_likely: mention.isPersonLikely,
    locality: mention.locality,
    region: mention.region,
  };
}

function contractRow(
  facts: ProcessFacts,
  contract: ContractFacts,
  cpvLabels: ReadonlyMap<string, string>,
): ContractInsert {
  const byId = new Map(facts.mentions.map((mention) => [mention.partyId, mention]));
  const buyer = byId.get(facts.buyerPartyIds[0] ?? '');
  const suppliers = contract.supplierPartyIds.flatMap((id) => byId.get(id) ?? []);
  const headline = headlineColumns(contract);
  const datedOn = contract.signedOn ?? contract.awardedOn ?? publishedOn(facts);
  const cpvCodes = contract.cpvCodes.length > 0 ? contract.cpvCodes : facts.cpvCodes;
  return {
    contract_id: contractKey(facts.ocid, contract.awardId, contract.contractId),
    ocid: facts.ocid,
    award_id: contract.awardId,
    award_contract_id: contract.contractId,
    stand_in_id: contractKey(facts.ocid, contract.awardId, standInContractId),
    title: contract.title,
    publisher: facts.publisher,
    regime: facts.regime,
    route: contract.route,
    stage: contract.stage,
    is_framework_agreement: contract.isFrameworkAgreement,
    framework_ocid: facts.framework?.ocid ?? null,
    framework_reference: facts.framework?.reference ?? null,
    buyer_party_id: buyer === undefined ? null : boundedKey(buyer.partyId),
    buyer_name: buyer?.name ?? null,
    buyer_type: buyer?.buyerType ?? 'unknown',
    supplier_party_ids: suppliers.map((supplier) => boundedKey(supplier.partyId)),
    supplier_names: suppliers.map((supplier) => supplier.name),
    scale: scaleOf(suppliers),
    ...headline,
    awarded_on: contract.awardedOn,
    signed_on: contract.signedOn,
    start_on: contract.startOn,
    end_on: contract.endOn,
    max_end_on: contract.maxEndOn,
    ended_on: contract.endedOn,
    dated_on: datedOn,
    dated_year: Number(datedOn.slice(0, 4)),
    cpv_codes: cpvCodes,
    cpv_divisions: [...new Set(cpvCodes.map((code) => code.slice(0, 2)))].toSorted(),
    last_published_at: facts.lastPublishedAt,
    flag_count: contract.amounts.filter((amount) => amount.flag !== null).length,
    ...measureColumns(facts, contract),
    ...searchTexts(facts, contract, { cpvCodes, suppliers, cpvLabels }),
  };
}

type MeasureColumns = Pick<
  ContractInsert,
  'bid_count' | 'tender_on' | 'first_pence' | 'last_pence' | 'title_words'
>;

function measureColumns(facts: ProcessFacts, contract: ContractFacts): MeasureColumns {
  const { bidCount, tenderOn, firstPence, lastPence, titleWords } = measuredFacts(facts, contract);
  return {
    bid_count: bidCount,
    tender_on: tenderOn,
    first_pence: firstPence,
    last_pence: lastPence,
    title_words: titleWords,
  };
}

type HeadlineColumns = Pick<
  ContractInsert,
  | 'headline_minor_units'
  | 'headline_currency'
  | 'headline_kind'
  | 'headline_basis'
  | 'headline_flag'
  | 'headline_pence'
  | 'net_pence'
  | 'value_band'
>;

function headlineColumns(contract: ContractFacts): HeadlineColumns {
  const headline = contract.headlineIndex === null ? undefined : contract.amounts[contract.headlineIndex];
  const isCeiling = contract.isFrameworkAgreement || headline?.kind === 'ceiling';
  const isBelievable = headline?.currency === 'GBP' && headline.flag === null && !isCeiling;
  const pence = isBelievable ? headline.minorUnits : null;
  return {
    headline_minor_units: headline?.minorUnits ?? null,
    headline_currency: headline?.currency ?? null,
    headline_kind: headline?.kind ?? null,
    headline_basis: headline?.basis ?? null,
    headline_flag: headline?.flag ?? null,
    headline_pence: pence,
    net_pence: summedAmount(contract)?.minorUnits ?? null,
    value_band: valueBandOf(pence, isCeiling),
  };
}

/** The texts of one field, each once. */
function join(texts: readonly (string | null | undefined)[]): string {
  return (
    [...new Set(texts.filter((text) => text !== null && text !== undefined && text !== ''))]
      .join(phraseBreak)
      // To the dictionary "IT" is the common word "it" and would be passed over; the synonyms lead "it" to "ict".
      .replaceAll(/\bIT\b/gu, 'ICT')
      .slice(0, indexedCharacters)
  );
}

function searchTexts(
  facts: ProcessFacts,
  contract: ContractFacts,
  more: {
    cpvCodes: readonly string[];
    suppliers: readonly Mention[];
    cpvLabels: ReadonlyMap<string, string>;
  },
): Pick<ContractInsert, 'text_a' | 'text_b' | 'text_c' | 'text_d'> {
  const buyers = facts.mentions.filter((mention) => facts.buyerPartyIds.includes(mention.partyId));
  const lots = facts.lots.filter(
    (lot) => contract.lotIds.length === 0 || contract.lotIds.includes(lot.lotId),
  );
  return {
    text_a: join([contract.title, facts.title]),
    text_b: join([...buyers, ...more.suppliers].map((mention) => mention.name)),
    text_c: join([
      ...lots.map((lot) => lot.title),
      ...more.cpvCodes.flatMap((code) => [code, more.cpvLabels.get(code)]),
      facts.framework?.reference,
    ]),
    text_d: join([contract.description, facts.description, ...lots.map((lot) => lot.description)]),
  };
}

function scaleOf(suppliers: readonly Mention[]): string | null {
  const scales = new Set(suppliers.flatMap((supplier) => supplier.scale ?? []));
  return scales.size > 1 ? 'mixed' : ([...scales][0] ?? null);
}

/** Day of first publication. */
function publishedOn(facts: ProcessFacts): string {
  return facts.firstPublishedAt === null ? undatedDay : londonDayOf(new Date(facts.firstPublishedAt));
}

function amountRows(facts: ProcessFacts): AmountRow[] {
  const ofProcess = facts.amounts.map((amount) => ({ amount, contractId: null }));
  const ofContracts = facts.contracts.flatMap((contract) => {
    const contractId = contractKey(facts.ocid, contract.awardId, contract.contractId);
    return contract.amounts.map((amount) => ({ amount, contractId }));
  });
  return [...ofProcess, ...ofContracts].map(({ amount, contractId }, position) => ({
    ocid: facts.ocid,
    position,
    contract_id: contractId,
    of: amount.of,
    of_id: amount.ofId,
    kind: amount.kind,
    basis: amount.basis,
    minor_units: amount.minorUnits,
    currency: amount.currency,
    original_text: amount.originalText,
    source_path: amount.sourcePath,
    flag: amount.flag,
  }));
}
