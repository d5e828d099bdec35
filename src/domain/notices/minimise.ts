import { isObject, type JsonObject, type JsonValue } from '../../lib/json.ts';
import { scrubText } from './scrub-text.ts';

/** Members that are contact data wherever they stand, whatever their value. Compared without spaces, in lower case. */
const contactMembers = new Set([
  'contactpoint',
  'contactpoints',
  'additionalcontactpoints',
  'contactperson',
  'contactpersons',
  'contact',
  'contacts',
  'email',
  'emails',
  'emailaddress',
  'telephone',
  'telephonenumber',
  'phone',
  'phonenumber',
  'fax',
  'faxnumber',
  // Names of people: signatories, officers and owners with their correspondence addresses (`parties[].control`).
  'signatories',
  'signatory',
  'persons',
  'people',
  'beneficialowners',
  'control',
]);

/** Members whose value is an organisation: only {@link partyMembers} of it are stored. */
const partyHolders = new Set([
  'parties',
  'buyer',
  'procuringEntity',
  'suppliers',
  'tenderers',
  'mainContractors',
  'subcontractors',
  'suppliersAdded',
  'suppliersRemoved',
  'invitedSuppliers',
]);

/** All that is stored of an organisation. `sme` and `vco` are the old Contracts Finder form of `details.scale` and `.vcse`. */
const partyMembers = new Set([
  'id',
  'name',
  'identifier',
  'additionalIdentifiers',
  'address',
  'roles',
  'roleDetails',
  'details',
  'sme',
  'vco',
]);

/** All that is stored of the opening of tenders: its description names the officers who attend. */
const openingMembers = new Set(['date']);

/** All that is stored of an organisation's address; the postcode only as its district. */
const addressMembers = new Set(['locality', 'region', 'postalCode', 'country', 'countryName']);

/** Ids, codes, instants and addresses of pages: digits there are no telephone numbers, so only e-mail addresses go. */
const plainMembers = new Set([
  'id',
  'ocid',
  'uri',
  'url',
  'href',
  'identifier',
  'relatedLot',
  'relatedLots',
  'relatedBid',
  'releaseID',
  'amendsReleaseID',
  'identifiers',
  'roles',
  'tag',
  'type',
  'scheme',
  'date',
  'datePublished',
  'dateModified',
  'dateSigned',
  'startDate',
  'endDate',
  'maxExtentDate',
  'dueDate',
  'currency',
  'language',
  'status',
  'documentType',
  'noticeType',
  'format',
  'awardID',
]);

type Removal = { removed: number };

/**
 * A release without personal contact data: what may be stored.
 *
 * Organisations are cut to a list of allowed members (name, identifiers, place, roles, details); contact points and
 * named people go wherever they stand; e-mail addresses and telephone numbers go from every text. A member set to
 * null stays null, so that updates of parties (deltas) keep their meaning. The input is not changed; parts without
 * anything to remove are shared with it. Applying it twice changes nothing more.
 *
 * @returns the release, and how many members, addresses and numbers were removed
 * @example minimise({ ocid: 'x', buyer: { name: 'A', contactPoint: { email: 'a@b.org' } } })
 * // { release: { ocid: 'x', buyer: { name: 'A' } }, removed: 1 }
 */
export function minimise(release: JsonObject): { release: JsonObject; removed: number } {
  const count: Removal = { removed: 0 };
  const clean = cleanObject(release, count, anything);
  return { release: clean, removed: count.removed };
}

type Rule = (name: string) => boolean;
const anything: Rule = () => true;
const ofParty: Rule = (name) => partyMembers.has(name);
const ofAddress: Rule = (name) => addressMembers.has(name);
const ofOpening: Rule = (name) => openingMembers.has(name);

function cleanObject(source: JsonObject, count: Removal, allowed: Rule): JsonObject {
  let copy: JsonObject | undefined;
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const kept = isAllowed(name, allowed) ? cleanMember(name, value, count, allowed) : undefined;
    if (kept === value) continue;
    copy ??= { ...source };
    if (kept === undefined) {
      count.removed += 1;
      delete copy[name];
    } else copy[name] = kept;
  }
  return copy ?? source;
}

function isAllowed(name: string, allowed: Rule): boolean {
  return allowed(name) && !isContactMember(name);
}

const verdicts = new Map<string, boolean>();

/** Sell2Wales breaks names of members with spaces ("contactP    oint"): compared without them. Remembered by name. */
function isContactMember(name: string): boolean {
  let verdict = verdicts.get(name);
  if (verdict === undefined) {
    verdict = name.includes('@') || contactMembers.has(name.replaceAll(/\s/g, '').toLowerCase());
    if (verdicts.size < 5000) verdicts.set(name, verdict);
  }
  return verdict;
}

function cleanMember(name: string, value: JsonValue, count: Removal, allowed: Rule): JsonValue {
  if (typeof value === 'string') {
    if (name === 'postalCode' && allowed === ofAddress) return postcodeDistrict(value);
    return cleanText(value, count, plainMembers.has(name));
  }
  if (value === null || typeof value !== 'object') return value;
  return cleanNested(value, count, ruleOf(name, allowed), plainMembers.has(name));
}

/** An address inside an organisation is cut; a place of delivery (`deliveryAddresses`) is not personal. */
function ruleOf(name: string, outer: Rule): Rule {
  if (partyHolders.has(name)) return ofParty;
  if (name === 'bidOpening') return ofOpening;
  if (name === 'address' && outer === ofParty) return ofAddress;
  return anything;
}

function cleanNested(value: JsonValue, count: Removal, rule: Rule, isPlain: boolean): JsonValue {
  if (isObject(value)) return cleanObject(value, count, rule);
  if (typeof value === 'string') return cleanText(value, count, isPlain);
  if (!Array.isArray(value)) return value;
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (item === undefined) continue;
    const kept = cleanNested(item, count, rule, isPlain);
    if (kept === item) continue;
    copy ??= [...value];
    copy[index] = kept;
  }
  return copy ?? value;
}

function cleanText(text: string, count: Removal, isPlain: boolean): string {
  if (isPlain && !text.includes('@')) return text;
  const scrubbed = scrubText(text, { keepTelephones: isPlain });
  count.removed += scrubbed.removed;
  return scrubbed.text;
}

// SW1A 2AA, sw1a2aa, or a district alone.
const postcodePattern = /^\s*([A-Za-z]{1,2}\d[A-Za-z\d]?)(?:\s*\d[A-Za-z]{2})?\s*$/;

/**
 * The outward part of a British postcode in upper case; empty for anything else, because a foreign or mistyped
 * code may name a single building.
 *
 * @example postcodeDistrict('SW1A 2AA') // 'SW1A'
 */
export function postcodeDistrict(postcode: string): string {
  // The inward part is a digit and two letters; match it greedily from the end so that 'E18 1AN' without a gap splits right.
  const joined = postcode.replaceAll(/\s/g, '');
  const whole = /^([A-Za-z]{1,2}\d[A-Za-z\d]?)\d[A-Za-z]{2}$/.exec(joined);
  return (whole?.[1] ?? postcodePattern.exec(postcode)?.[1] ?? '').toUpperCase();
}
