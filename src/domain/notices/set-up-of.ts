import type { JsonObject } from '../../lib/json.ts';
import { callOffByTitle, callOffOf } from './call-off-of.ts';
import { objectAt, objectsAt, textAt } from './json-fields.ts';
import type { Notice, ProcessFacts, Publisher } from './process-facts.ts';
import { publishedRoute } from './published-route.ts';

/** What a process sets up, and how we know. */
export type SetUp = Pick<ProcessFacts, 'isFrameworkAgreement' | 'isDynamicMarket'> & {
  /** Whether only the title says so: Contracts Finder has no field for it. */
  isInferred: boolean;
};

/**
 * Whether a process sets up a framework agreement or a dynamic market: its values are ceilings.
 *
 * `tender.techniques.hasFrameworkAgreement` or `.frameworkAgreement`; `.hasDynamicPurchasingSystem`, or a notice
 * UK13–16. Older call-offs set the first too, though they set nothing up: what {@link callOffOf} finds prevails.
 * Contracts Finder: the title ("Alpha Framework Agreement", "Beta DPS"), unless title or procedure say call-off.
 *
 * @example setUpOf({ tender: { techniques: { hasFrameworkAgreement: true } } }, [], 'find-a-tender').isFrameworkAgreement // true
 */
export function setUpOf(compiled: JsonObject, notices: readonly Notice[], publisher: Publisher): SetUp {
  const tender = objectAt(compiled, 'tender');
  const techniques = objectAt(tender, 'techniques');
  if (techniques === undefined && publisher === 'contracts-finder') return byTitle(compiled, tender);
  const isDynamicMarket =
    techniques?.['hasDynamicPurchasingSystem'] === true ||
    objectAt(techniques, 'dynamicPurchasingSystem') !== undefined ||
    notices.some((notice) => /^UK1[3-6]$/.test(notice.noticeType ?? ''));
  const isMarked =
    techniques?.['hasFrameworkAgreement'] === true ||
    (techniques?.['hasFrameworkAgreement'] === undefined &&
      objectAt(techniques, 'frameworkAgreement') !== undefined &&
      !isDynamicMarket);
  return {
    isFrameworkAgreement: isMarked && callOffOf(tender) === null,
    isDynamicMarket,
    isInferred: false,
  };
}

const agreementTitle = /\bframework (?:agreement|contract)s?\b/i;
const frameworkTitle = /\bframework\b/i;
const marketTitle = /\bdynamic purchasing system\b|\bDPS\b/i;
/** A framework that is the thing bought: "Review of the Skills Framework". */
const boughtFramework =
  /\b(?:develop\w*|review|evaluation|delivery|design of|implement\w*|assurance|competenc\w*|outcomes?|policy|strategic|planning|monitoring|qualifications?|performance|skills)\b[^,–-]{0,30}\bframework\b/i;

function byTitle(compiled: JsonObject, tender: JsonObject | undefined): SetUp {
  const title = textAt(tender, 'title') ?? textAt(compiled, 'title') ?? '';
  const route = publishedRoute(tender);
  const isUse =
    route === 'framework-call-off' || route === 'dynamic-market' || callOffByTitle(title) !== null;
  const none = { isFrameworkAgreement: false, isDynamicMarket: false, isInferred: false };
  if (isUse) return none;
  if (marketTitle.test(title)) return { ...none, isDynamicMarket: true, isInferred: true };
  const isNamed =
    agreementTitle.test(title) || (frameworkTitle.test(title) && isOfAgreement(compiled, title));
  return isNamed ? { ...none, isFrameworkAgreement: true, isInferred: true } : none;
}

/** The bare word "framework" counts where several suppliers share the award or the description speaks of the agreement. */
function isOfAgreement(compiled: JsonObject, title: string): boolean {
  if (boughtFramework.test(title)) return false;
  const description = textAt(objectAt(compiled, 'tender'), 'description') ?? '';
  return (
    agreementTitle.test(description) ||
    objectsAt(compiled, 'awards').some((award) => objectsAt(award, 'suppliers').length > 1)
  );
}
