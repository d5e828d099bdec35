import type { JsonObject } from '../../lib/json.ts';
import type { Amount } from '../contracts/amount.ts';
import { contractsOf } from '../contracts/contracts-of.ts';
import { flagAmounts } from '../contracts/flag-amounts.ts';
import { withCeilingFlags } from '../contracts/framework-ceiling.ts';
import { headlineOf } from '../contracts/headline.ts';
import { readAmounts } from '../contracts/read-amounts.ts';
import { bidsOf, priceWeightsOf } from './bids-of.ts';
import { callOffByTitle } from './call-off-of.ts';
import { cleanText } from './clean-title.ts';
import { mendText } from './mend-text.ts';
import { cpvOfProcess } from './cpv-of.ts';
import { noteDateDoubts } from './date-doubts.ts';
import { readInstant } from './day.ts';
import { documentsOf } from './documents-of.ts';
import { factsReader, type FactsReader } from './facts-reader.ts';
import type { FactsReference } from './facts-reference.ts';
import { frameworkLinkOf } from './framework-link-of.ts';
import { idsAt, objectAt, objectsAt, textAt } from './json-fields.ts';
import { lotsOf } from './lots-of.ts';
import { buyerPartyIdsOf, mentionsOf } from './mentions-of.ts';
import { noticesOf } from './notices-of.ts';
import type { Notice, ProcessFacts } from './process-facts.ts';
import { publisherOf } from './publisher-of.ts';
import { referencesOf } from './references-of.ts';
import { regimeOf } from './regime-of.ts';
import { isCompetitive, routeOf } from './route-of.ts';
import { repeatedNotices } from './repeated-notices.ts';
import { setUpOf } from './set-up-of.ts';
import { stageOfProcess } from './stage-of.ts';

/**
 * What a process says, in our words, from all its releases. The same releases give the same facts whatever order
 * they arrived in, because the caller sorts and merges them first.
 *
 * @param releases every minimised release of one ocid, sorted by date, notice number, hash
 * @param merged the compiled release of them, by the UK rules of merging
 * @param reference authored facts: placeholders, ranges, known frameworks, buyers' names
 * @returns facts; never throws on odd content (what can't be read is left out and noted in `quality`)
 * @example factsOf([release], { compiled: release }, reference).contracts[0]?.endOn // '2028-05-31'
 */
export function factsOf(
  releases: readonly JsonObject[],
  merged: { compiled: JsonObject },
  reference: FactsReference,
): ProcessFacts {
  const { compiled } = merged;
  const ocid = textAt(compiled, 'ocid') ?? textAt(releases[0], 'ocid') ?? '';
  const publisher = publisherOf(ocid);
  const tender = objectAt(compiled, 'tender');
  const { regime, regimeBasis } = regimeOf(compiled, publisher);
  const isDirective = textAt(objectAt(tender, 'legalBasis'), 'scheme') === 'CELEX';
  const reader = factsReader({ publisher, regime, isDirective }, reference);
  const notices = noticesOf(releases, publisher);
  const { isInferred, ...setUp } = setUpOf(compiled, notices, publisher);
  if (isInferred) reader.quality.push('tender.title: names an agreement; values are taken for its ceiling.');
  const isCeiling = setUp.isFrameworkAgreement || setUp.isDynamicMarket;
  // Under the older law awards in the process of a dynamic purchasing system are purchases from it, under the Act not.
  const isSetUpAward = setUp.isFrameworkAgreement || (setUp.isDynamicMarket && !isDirective);
  reader.quality.push(...repeatedNotices(releases));
  noteDateDoubts(releases, compiled, reader);
  if (mendedTexts(compiled)) reader.quality.push(mendedNote);
  const about = { isSetUp: isCeiling, isPlanning: isPlanningOnly(notices) };
  const framework = frameworkLinkOf(compiled, about, reference);
  const calledOff = publisher === 'contracts-finder' ? callOffByTitle(titleOf(compiled) ?? '') : null;
  const route = calledOff ?? routeOf(tender, framework);
  const title = titleOf(compiled) ?? ocid;
  const description = cleanText(textAt(tender, 'description') ?? textAt(compiled, 'description'));
  const amounts = amountsOfProcess(compiled, isCeiling, reader);
  const frame = { compiled, releases, title, description, route, isFrameworkAgreement: isSetUpAward };
  const contracts = contractsOf(frame, reader);
  const lotIds = objectsAt(tender, 'lots').map((lot) => textAt(lot, 'id') ?? '');
  const published = publicationDays(notices);
  const day = published.firstPublishedAt?.slice(0, 10) ?? null;
  flagAmounts({ process: amounts, lotIds, contracts }, { compiled, day }, reader);
  for (const contract of contracts) contract.headlineIndex = headlineOf(contract.amounts);
  const facts: ProcessFacts = {
    ocid,
    publisher,
    regime,
    regimeBasis,
    title,
    description,
    stage: stageOfProcess(compiled, notices, contracts),
    route,
    isCompetitive: isCompetitive(tender, route),
    ...setUp,
    framework,
    ...tenderFacts(compiled, reader),
    amounts,
    notices,
    references: referencesOf(releases, compiled),
    contracts,
    quality: reader.quality,
    ...published,
  };
  const known =
    framework === null
      ? undefined
      : reference.frameworks.find((one) => one.reference === framework.reference);
  return known === undefined ? facts : withCeilingFlags(facts, known.ceilings);
}

type TenderFacts = Pick<
  ProcessFacts,
  | 'procedure'
  | 'directAwardReasons'
  | 'bids'
  | 'priceWeights'
  | 'tenderExpectedOn'
  | 'tenderDeadlineAt'
  | 'enquiryDeadlineAt'
  | 'buyerPartyIds'
  | 'mentions'
  | 'lots'
  | 'cpvCodes'
  | 'documents'
>;

/** What is read from one place each and decides nothing else. */
function tenderFacts(compiled: JsonObject, reader: FactsReader): TenderFacts {
  const tender = objectAt(compiled, 'tender');
  const buyerPartyIds = buyerPartyIdsOf(compiled);
  return {
    procedure: cleanText(textAt(tender, 'procurementMethodDetails')) ?? textAt(tender, 'procurementMethod'),
    directAwardReasons: idsAt(tender, 'procurementMethodRationaleClassifications'),
    bids: bidsOf(compiled),
    priceWeights: priceWeightsOf(compiled),
    // UK1 to UK3 give it; it stays in the process when the tender has begun.
    tenderExpectedOn: reader.day(
      objectAt(tender, 'communication'),
      'futureNoticeDate',
      'tender.communication',
    ),
    tenderDeadlineAt: deadlineOf(tender),
    enquiryDeadlineAt: readInstant(textAt(objectAt(tender, 'enquiryPeriod'), 'endDate')),
    buyerPartyIds,
    mentions: mentionsOf(compiled, buyerPartyIds, reader.reference),
    lots: lotsOf(compiled, reader),
    cpvCodes: cpvOfProcess(compiled),
    documents: documentsOf(compiled),
  };
}

function publicationDays(
  notices: readonly Notice[],
): Pick<ProcessFacts, 'firstPublishedAt' | 'lastPublishedAt'> {
  const published = notices
    .map((notice) => notice.publishedAt)
    .filter((at) => at !== null)
    .toSorted();
  return { firstPublishedAt: published[0] ?? null, lastPublishedAt: published.at(-1) ?? null };
}

const mendedNote =
  'tender: line breaks published as “rn”, or characters encoded twice, were mended in its texts.';

/** Whether a title or description of the tender or a lot is shown otherwise than published. */
function mendedTexts(compiled: JsonObject): boolean {
  const tender = objectAt(compiled, 'tender');
  return [compiled, tender, ...objectsAt(tender, 'lots')]
    .flatMap((each) => [textAt(each, 'title'), textAt(each, 'description')])
    .some((text) => text !== null && mendText(text) !== text);
}

/** `tender.title`, or the release's own (Contracts Finder planning notices), or the first award's. */
function titleOf(compiled: JsonObject): string | null {
  return cleanText(
    textAt(objectAt(compiled, 'tender'), 'title') ??
      textAt(compiled, 'title') ??
      textAt(objectsAt(compiled, 'awards')[0], 'title') ??
      textAt(objectsAt(compiled, 'contracts')[0], 'title'),
  );
}

function isPlanningOnly(notices: readonly Notice[]): boolean {
  return notices.every(
    (notice) => notice.tags.length > 0 && notice.tags.every((tag) => tag.startsWith('planning')),
  );
}

/** In a two-stage procedure the day to express interest comes first; else `tender.tenderPeriod.endDate`. */
function deadlineOf(tender: JsonObject | undefined): string | null {
  return (
    readInstant(textAt(tender, 'expressionOfInterestDeadline')) ??
    readInstant(textAt(objectAt(tender, 'tenderPeriod'), 'endDate'))
  );
}

function amountsOfProcess(compiled: JsonObject, isCeiling: boolean, reader: FactsReader): Amount[] {
  const tender = objectAt(compiled, 'tender');
  const kind = isCeiling ? 'ceiling' : 'estimate';
  const ofProcess = { of: 'process', ofId: null, kind } as const;
  const amounts = readAmounts(objectAt(tender, 'value'), ofProcess, 'tender.value', reader);
  const agreement = objectAt(objectAt(tender, 'techniques'), 'frameworkAgreement');
  amounts.push(
    ...readAmounts(
      objectAt(agreement, 'value'),
      { of: 'process', ofId: null, kind: 'ceiling' },
      'tender.techniques.frameworkAgreement.value',
      reader,
    ),
  );
  if (amounts.length === 0) {
    const budget = objectAt(objectAt(objectAt(compiled, 'planning'), 'budget'), 'amount');
    amounts.push(...readAmounts(budget, ofProcess, 'planning.budget.amount', reader));
  }
  for (const [index, lot] of objectsAt(tender, 'lots').entries()) {
    const subject = { of: 'lot', ofId: textAt(lot, 'id') ?? String(index + 1), kind } as const;
    amounts.push(...readAmounts(objectAt(lot, 'value'), subject, `tender.lots[${index}].value`, reader));
  }
  return amounts;
}
