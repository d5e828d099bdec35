import type { JsonObject } from '../../lib/json.ts';
import { objectAt, objectsAt, textAt } from './json-fields.ts';

/** References kept of one process; a text that names more names other people's processes. */
const mostReferences = 40;
/** Characters of a description that are looked through. */
const charactersRead = 20_000;

/**
 * By which a process can be known elsewhere: numbers of its own and numbers that it names, each in one spelling.
 *
 * `ocid:` a process · `notice:` a notice of Find a Tender, also as `2025/S 000-004224` · `oj:` an older one of the
 * European journal · `finder:` a notice of Contracts Finder · `board:` one of Public Contracts Scotland or Sell2Wales ·
 * `own:` the buyer's own number (`tender.id`), without what the publisher put around it.
 *
 * @param releases every release of the process; `compiled` what they come to
 * @example referencesOf([release], compiled) // ['finder:afdd98b7-…', 'ocid:ocds-b5fd17-afdd98b7-…', 'own:dn444391']
 */
export function referencesOf(releases: readonly JsonObject[], compiled: JsonObject): string[] {
  const found = new Set<string>();
  const ocid = textAt(compiled, 'ocid')?.toLowerCase() ?? '';
  if (ocid !== '') found.add(`ocid:${ocid}`);
  for (const release of releases) {
    const id = textAt(release, 'id')?.toLowerCase() ?? '';
    if (/^\d{6}-\d{4}$/u.test(id)) found.add(`notice:${id}`);
    const guid = finderId.exec(id)?.[1];
    if (guid !== undefined && ocid.startsWith('ocds-b5fd17')) found.add(`finder:${guid}`);
    for (const link of objectsAt(release, 'links')) addFromText(found, textAt(link, 'href'));
  }
  const tender = objectAt(compiled, 'tender');
  for (const related of objectsAt(compiled, 'relatedProcesses')) addRelated(found, related);
  for (const text of [
    textAt(tender, 'title'),
    textAt(tender, 'description'),
    textAt(compiled, 'description'),
  ])
    addFromText(found, text?.slice(0, charactersRead) ?? null);
  for (const holder of [tender, ...objectsAt(compiled, 'awards')]) {
    for (const document of objectsAt(holder, 'documents')) addFromText(found, textAt(document, 'url'));
  }
  for (const own of ownReferences(textAt(tender, 'id'))) found.add(`own:${own}`);
  return [...found].toSorted().slice(0, mostReferences);
}

const finderId = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/u;

/** A framework is somebody else's process: a call-off names it and is not it. */
function addRelated(found: Set<string>, related: JsonObject): void {
  const relationships = JSON.stringify(related['relationship'] ?? '');
  if (relationships.includes('framework')) return;
  const identifier = textAt(related, 'identifier') ?? '';
  const journal = /^(\d{4})\/S (\d{3})-(\d{6})$/u.exec(identifier);
  if (journal !== null) {
    const [, year = '', issue = '', number = ''] = journal;
    found.add(issue === '000' ? `notice:${number}-${year}` : `oj:${year}-${issue}-${number}`);
  } else addFromText(found, identifier);
}

/** Most texts hold none of these, and one look says so. */
const anyReference = /ocds-[a-z0-9]{6}-|\/notice\/|search_view|\bref:\s?\d/iu;

function addFromText(found: Set<string>, text: string | null): void {
  if (text === null || !anyReference.test(text)) return;
  const lower = text.toLowerCase();
  for (const [ocid] of lower.matchAll(/\bocds-(?:h6vhtk|b5fd17|r6ebe6|kuma6s)-[a-z0-9-]*[a-z0-9]/gu))
    found.add(`ocid:${ocid}`);
  for (const [, number] of lower.matchAll(/\/notice\/(\d{6}-\d{4})\b/gu)) found.add(`notice:${number ?? ''}`);
  for (const [, guid] of lower.matchAll(/\/notice\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gu))
    found.add(`finder:${guid ?? ''}`);
  for (const [, id] of lower.matchAll(/search_view\.aspx\?id=([a-z]{3}\d+)/gu))
    found.add(`board:${id ?? ''}`);
  // "(SC Ref:836835)", "(WA Ref:148410)": the number in the ocid of the two boards.
  for (const [, board, number = ''] of lower.matchAll(/\((sc|wa) ref:\s?(\d{5,10})\)/gu))
    found.add(board === 'wa' ? `ocid:ocds-kuma6s-${number}` : `ocid:ocds-r6ebe6-${number.padStart(10, '0')}`);
}

/** What publishers put around a buyer's number. */
const wrapping =
  /^ocds-[a-z0-9]{6}-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+-tender-\d+|[0-9a-f]{6}|\d{10})?-?/u;

/**
 * A buyer's own number out of `tender.id`; a short or plain one says nothing, and what is only the ocid again is none.
 *
 * @example [...ownReferences('ocds-b5fd17-0b6ebb4f-5f08-43ff-852f-ba3620bd3116-dcc001-dn444391-38295101')] // ['dcc001dn44439138295101', 'dn444391']
 */
export function* ownReferences(tenderId: string | null): Generator<string> {
  const bare = (tenderId ?? '')
    .toLowerCase()
    .replace(wrapping, '')
    .replace(/[\s-]*award[\s-]*$/u, '');
  const compact = bare.replaceAll(/[^a-z0-9]/gu, '');
  if (compact.length < 5 || compact.length > 60 || !/\d{3}/u.test(compact)) return;
  yield compact;
  // The number that ProContract gives a project, which other portals repeat with a prefix of the buyer.
  const project = /(?:^|[^a-z])(dn\d{6})(?!\d)/u.exec(bare)?.[1];
  if (project !== undefined && project !== compact) yield project;
}
