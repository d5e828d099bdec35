import { buyerTypes, type BuyerType } from '../organisations/mention.ts';
import type { CaseDocument } from './case-parts/case-document.ts';
import { readAnswers, type ReadAnswers } from './triage-answers.ts';
import type { TriageFacts } from './triage.ts';

/**
 * The kind of body that a case names, as the register has them; what it doesn't have is unknown.
 *
 * @example bodyTypeOf('nhs') // 'nhs'
 */
export function bodyTypeOf(text: string): BuyerType {
  const wanted = text.trim().toLowerCase().replaceAll(/\s+/gu, '-');
  return buyerTypes.find((one) => one === wanted) ?? 'unknown';
}

/** Days in an average month. */
const monthDays = 30.4375;

/**
 * Answers of a case: what it says under `triage`, and what follows from its other parts where it says nothing there.
 *
 * @example answersOfCase(document).answers['months-left'] // 16.9
 */
export function answersOfCase(document: CaseDocument): ReadAnswers {
  const { need, asOf, market, triage } = document;
  const days = (Date.parse(need.neededBy) - Date.parse(asOf)) / 86_400_000;
  const followed = {
    'months-left': Math.max(0, Math.round((10 * days) / monthDays) / 10),
    ...(market?.credibleSuppliers === undefined ? {} : { suppliers: market.credibleSuppliers }),
  };
  return readAnswers({ ...followed, ...triage });
}

/** How the ids of exclusions from the Public Interest Test begin, and those of its questions don’t. */
export const exclusionPrefix = 'excluded-';

/**
 * Who asks and when, as a case says.
 *
 * @example triageFactsOf(document).bodyType // 'central-government'
 */
export function triageFactsOf(document: CaseDocument): TriageFacts {
  const { buyer, asOf, need, publicInterestTest, delegations } = document;
  return {
    bodyType: bodyTypeOf(buyer.type),
    nation: buyer.nation,
    on: asOf,
    commencesOn: need.commencesOn ?? null,
    // A yes to a question of the test speaks for in-house delivery; only a yes to an exclusion takes the contract out of it.
    exclusions: Object.entries(publicInterestTest).flatMap(([id, { answer }]) =>
      answer === 'yes' && id.startsWith(exclusionPrefix) ? [id] : [],
    ),
    isReorganised: buyer.changesOn === undefined ? null : true,
    limits: Object.fromEntries(delegations.map(({ approval, above }) => [approval, above])),
  };
}
