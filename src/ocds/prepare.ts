import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { memberList, memberObject, memberText } from './json-members.ts';
import type { PrepareRules } from './prepare-settings.ts';
import { PartyRoles, prepareReferences, textifyMember } from './prepare-references.ts';
import { moveAuctionBids } from './prepare-auctions.ts';

/** Something that hinders the indicators and could be mended by a setting. */
export type QualityIssue = {
  path: string;
  /** Places in the arrays of the path, from 0, parted by points. */
  indexes: string;
  /** The value that is wrong; empty where there is none. */
  value: string;
  description: 'not set' | 'invalid' | 'is zero';
};

/** What is told about a release while it is prepared. */
export type PrepareNotices = { issue(issue: QualityIssue): void; warn(message: string): void };

/** Codes of bidStatus.csv (bids extension) and of awardStatus.csv. */
const bidStatuses = new Set(['invited', 'pending', 'valid', 'disqualified', 'withdrawn']);
const awardStatuses = new Set(['pending', 'active', 'cancelled', 'unsuccessful']);

/**
 * Mends a compiled release, in place, for the indicators: ids become texts, single organisations lists of one, and what
 * the rules say is filled in, taken out or changed. What could be mended by a rule and wasn't is told.
 *
 * Equal to the reference (ocdscardinal prepare), but that `/contracts[]/awardID` becomes text whatever the rules.
 *
 * @example prepareRelease({ ocid: 'ocds-1', buyer: { id: 1 } }, rules, notices) // the buyer's id is '1'
 */
export function prepareRelease(release: JsonObject, rules: PrepareRules, notices: PrepareNotices): void {
  prepareReferences(release, 'parties', { redacted: rules.redactedIds });
  const roles = new PartyRoles(rules.fillsPartyRoles ? release['parties'] : []);
  const references = { redacted: rules.redactedIds, roles };
  prepareReferences(release, 'buyer', { ...references, prefix: rules.buyerPrefix, role: 'buyer' });
  const tender = memberObject(release, 'tender');
  if (tender !== null) {
    prepareReferences(tender, 'procuringEntity', {
      ...references,
      prefix: rules.buyerPrefix,
      role: 'procuringEntity',
    });
    cutMethodDetails(tender, rules.methodSeparator);
  }
  if (rules.movesAuctions) moveAuctionBids(release, notices);
  for (const [index, bid] of (memberList(memberObject(release, 'bids'), 'details') ?? []).entries()) {
    if (!isObject(bid)) continue;
    prepareBid(bid, index, { rules, notices });
    prepareReferences(bid, 'tenderers', { ...references, prefix: rules.supplierPrefix, role: 'tenderer' });
  }
  const cancelled = awardsOfCancelledContracts(release);
  for (const [index, award] of (memberList(release, 'awards') ?? []).entries()) {
    if (!isObject(award)) continue;
    textifyMember(award, 'id');
    prepareAward(award, index, { rules, notices });
    const id = memberText(award, 'id');
    if (rules.cancelsAwardsByContracts && id !== null && cancelled.has(id)) award['status'] = 'cancelled';
    prepareReferences(award, 'suppliers', { ...references, prefix: rules.supplierPrefix, role: 'supplier' });
  }
  roles.write(release['parties']);
}

function cutMethodDetails(tender: JsonObject, separator: string): void {
  const details = memberText(tender, 'procurementMethodDetails');
  if (separator === '' || details === null) return;
  tender['procurementMethodDetails'] = (details.split(separator, 1)[0] ?? '').trimEnd();
}

type Prepare = { rules: PrepareRules; notices: PrepareNotices };

function prepareBid(bid: JsonObject, index: number, { rules, notices }: Prepare): void {
  const value = memberObject(bid, 'value');
  const path = '/bids/details[]';
  const indexes = String(index);
  if (value !== null) {
    const amount = value['amount'];
    if (typeof amount === 'number' && rules.redactedAmounts.has(amount)) delete value['amount'];
    else if (amount === 0) {
      notices.issue({ path: `${path}/value/amount`, indexes, value: '', description: 'is zero' });
    }
    fillIn(value, 'currency', rules.currency, () => {
      notices.issue({ path: `${path}/value/currency`, indexes, value: '', description: 'not set' });
    });
  }
  prepareItems(bid, { path, index }, { rules, notices });
  const codes = { fallback: rules.bidStatus, replacements: rules.bidStatuses, known: bidStatuses };
  prepareStatus(bid, codes, (issue) => notices.issue({ path: `${path}/status`, indexes, ...issue }));
}

function prepareAward(award: JsonObject, index: number, { rules, notices }: Prepare): void {
  for (const item of memberList(award, 'items') ?? []) {
    const classification = memberObject(item, 'classification');
    if (classification !== null) textifyMember(classification, 'id');
  }
  prepareItems(award, { path: '/awards[]', index }, { rules, notices });
  const codes = { fallback: rules.awardStatus, replacements: rules.awardStatuses, known: awardStatuses };
  prepareStatus(award, codes, (issue) =>
    notices.issue({ path: '/awards[]/status', indexes: String(index), ...issue }),
  );
}

function prepareItems(
  holder: JsonObject,
  { path, index }: { path: string; index: number },
  { rules, notices }: Prepare,
): void {
  for (const [place, item] of (memberList(holder, 'items') ?? []).entries()) {
    const classification = memberObject(item, 'classification');
    if (classification === null) continue;
    fillIn(classification, 'scheme', rules.classificationScheme, () => {
      notices.issue({
        path: `${path}/items[]/classification/scheme`,
        indexes: `${index}.${place}`,
        value: '',
        description: 'not set',
      });
    });
  }
}

type StatusCodes = {
  fallback: string | null;
  replacements: ReadonlyMap<string, string>;
  known: ReadonlySet<string>;
};

function prepareStatus(
  holder: JsonObject,
  { fallback, replacements, known }: StatusCodes,
  onIssue: (issue: Pick<QualityIssue, 'value' | 'description'>) => void,
): void {
  fillIn(holder, 'status', fallback, () => onIssue({ value: '', description: 'not set' }));
  const given = memberText(holder, 'status');
  if (given === null) return;
  const status = replacements.get(given) ?? given;
  holder['status'] = status;
  if (!known.has(status)) onIssue({ value: status, description: 'invalid' });
}

/** Fills in a member that isn't there; null is there. */
function fillIn(holder: JsonObject, name: string, fallback: string | null, onMissing: () => void): void {
  if (Object.hasOwn(holder, name)) return;
  if (fallback === null) onMissing();
  else holder[name] = fallback;
}

/** The awards all of whose contracts are cancelled. */
function awardsOfCancelledContracts(release: JsonObject): Set<string> {
  const cancelled = new Set<string>();
  const others = new Set<string>();
  for (const contract of memberList(release, 'contracts') ?? []) {
    if (!isObject(contract)) continue;
    textifyMember(contract, 'awardID');
    const award = memberText(contract, 'awardID');
    if (award !== null) (memberText(contract, 'status') === 'cancelled' ? cancelled : others).add(award);
  }
  for (const award of others) cancelled.delete(award);
  return cancelled;
}

/**
 * An issue as a row of Cardinal's list of quality issues.
 *
 * @example issueCells(1, 'ocds-1', { path: '/awards[]/status', indexes: '0', value: '', description: 'not set' }) // [1, 'ocds-1', '/awards[]/status', '0', '', 'not set']
 */
export function issueCells(line: number, ocid: JsonValue | undefined, issue: QualityIssue): unknown[] {
  return [line, ocid ?? null, issue.path, issue.indexes, issue.value, issue.description];
}
