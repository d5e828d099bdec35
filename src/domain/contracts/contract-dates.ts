import type { JsonObject } from '../../lib/json.ts';
import type { FactsReader } from '../notices/facts-reader.ts';
import { objectAt, objectsAt, textAt, type MaybeObject } from '../notices/json-fields.ts';
import type { ContractFacts } from './contract-facts.ts';

/** Where a contract's dates are looked for. */
export type DateSources = {
  compiled: JsonObject;
  award: MaybeObject;
  contract: MaybeObject;
  /** The contract's period before any change notice, and whether there was one. */
  firstPeriod: MaybeObject;
  isAmended: boolean;
  lotIds: readonly string[];
  /** JSON paths of award and contract, for example `awards[0]`. */
  awardPath: string;
  contractPath: string;
};

type Dates = Pick<ContractFacts, 'awardedOn' | 'signedOn' | 'startOn' | 'endOn' | 'maxEndOn' | 'endedOn'>;

/**
 * The days of a contract.
 *
 * Term: `contracts[].period`, else `awards[].contractPeriod`, else the tender's period of the same lots where they
 * agree, else `tender.contractPeriod` (Contracts Finder). A change notice (UK10) moves the end
 * (`proposedAmendments[].period.endDate`, `.maxExtentDate`); its `startDate` is the day of the change, not the
 * contract's start, and is left out.
 *
 * @example contractDates(sources, reader).endOn // '2028-05-31'
 */
export function contractDates(sources: DateSources, reader: FactsReader): Dates {
  const { award, contract, awardPath, contractPath } = sources;
  const implementation = objectAt(contract, 'implementation');
  const term = termOf(sources);
  const start =
    sources.isAmended && contract !== undefined ? (sources.firstPeriod ?? awardTerm(sources)) : term.period;
  const changed = latestChange(contract);
  return {
    awardedOn: reader.day(award, 'date', awardPath),
    signedOn: reader.day(contract, 'dateSigned', contractPath),
    startOn: reader.day(start, 'startDate', term.path),
    endOn:
      reader.day(changed?.period, 'endDate', `${contractPath}.${changed?.path ?? ''}`) ??
      reader.day(term.period, 'endDate', term.path),
    maxEndOn:
      reader.day(changed?.period, 'maxExtentDate', `${contractPath}.${changed?.path ?? ''}`) ??
      reader.day(term.period, 'maxExtentDate', term.path),
    endedOn: reader.day(implementation, 'endDate', `${contractPath}.implementation`),
  };
}

/** The period of the last amendment that carries an end. */
function latestChange(contract: MaybeObject): { period: JsonObject; path: string } | undefined {
  for (const name of ['proposedAmendments', 'amendments']) {
    const amendments = objectsAt(contract, name);
    for (let index = amendments.length - 1; index >= 0; index -= 1) {
      const period = objectAt(amendments[index], 'period');
      if (textAt(period, 'endDate') !== null)
        return { period: period ?? {}, path: `${name}[${index}].period` };
    }
  }
  return undefined;
}

function awardTerm(sources: DateSources): MaybeObject {
  return objectAt(sources.award, 'contractPeriod');
}

function hasDates(period: MaybeObject): period is JsonObject {
  return (
    period !== undefined &&
    ['startDate', 'endDate', 'maxExtentDate'].some((name) => textAt(period, name) !== null)
  );
}

function termOf(sources: DateSources): { period: MaybeObject; path: string } {
  const ofContract = objectAt(sources.contract, 'period');
  if (hasDates(ofContract)) return { period: ofContract, path: `${sources.contractPath}.period` };
  const ofAward = awardTerm(sources);
  if (hasDates(ofAward)) return { period: ofAward, path: `${sources.awardPath}.contractPeriod` };
  const tender = objectAt(sources.compiled, 'tender');
  const ofLots = commonLotTerm(tender, sources.lotIds);
  if (ofLots !== undefined) return { period: ofLots, path: 'tender.lots[].contractPeriod' };
  return { period: objectAt(tender, 'contractPeriod'), path: 'tender.contractPeriod' };
}

function commonLotTerm(tender: MaybeObject, lotIds: readonly string[]): JsonObject | undefined {
  let common: JsonObject | undefined;
  for (const lot of objectsAt(tender, 'lots')) {
    if (lotIds.length > 0 && !lotIds.includes(textAt(lot, 'id') ?? '')) continue;
    const period = objectAt(lot, 'contractPeriod');
    if (!hasDates(period)) return undefined;
    if (
      common !== undefined &&
      ['startDate', 'endDate', 'maxExtentDate'].some((name) => common?.[name] !== period[name])
    ) {
      return undefined;
    }
    common = period;
  }
  return common;
}
