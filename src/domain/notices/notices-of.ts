import type { JsonObject } from '../../lib/json.ts';
import { readInstant } from './day.ts';
import { objectAt, objectsAt, textAt, textsAt } from './json-fields.ts';
import type { Notice, Publisher } from './process-facts.ts';

/**
 * The published notices of a process, oldest first, one per notice number (of two releases with the same number the
 * later one stands).
 *
 * The type is the `noticeType` of the document whose `id` is the release's own id: that document is the notice
 * itself. `tag` doesn't tell it (UK5, UK6, UK7 and UK15 all say award and contract).
 *
 * @param releases in order
 * @example noticesOf([release], 'find-a-tender')[0]?.noticeType // 'UK7'
 */
export function noticesOf(releases: readonly JsonObject[], publisher: Publisher): Notice[] {
  const byNumber = new Map<string, Notice>();
  for (const release of releases) {
    const noticeId = noticeIdOf(release);
    const document = ownDocument(release, noticeId);
    byNumber.delete(noticeId);
    byNumber.set(noticeId, {
      noticeId,
      noticeType: textAt(document, 'noticeType'),
      tags: textsAt(release, 'tag'),
      publishedAt: readInstant(textAt(release, 'date')),
      url: textAt(document, 'url') ?? noticeUrl(release, noticeId, publisher),
    });
  }
  return [...byNumber.values()];
}

/**
 * A release's own number; the day stands in where a publisher gives none (Public Contracts Scotland).
 *
 * @example noticeIdOf({ id: '071478-2026' }) // '071478-2026'
 */
export function noticeIdOf(release: JsonObject): string {
  return textAt(release, 'id') ?? textAt(release, 'date') ?? '-';
}

/** `planning.documents[]` UK1–3 · `tender.documents[]` UK4, 12, 13, 15 · `awards[].documents[]` UK5, 6 · `contracts[].documents[]` UK7, 9, 10, 11. */
function ownDocument(release: JsonObject, noticeId: string): JsonObject | undefined {
  const holders = [
    objectAt(release, 'planning'),
    objectAt(release, 'tender'),
    ...objectsAt(release, 'awards'),
    ...objectsAt(release, 'contracts'),
  ];
  for (const holder of holders) {
    for (const document of objectsAt(holder, 'documents')) {
      if (document['noticeType'] !== undefined && textAt(document, 'id') === noticeId) return document;
    }
  }
  return undefined;
}

/** The official page where the release has no document of itself. */
function noticeUrl(release: JsonObject, noticeId: string, publisher: Publisher): string | null {
  if (publisher === 'find-a-tender') {
    return /^\d{6}-\d{4}$/.test(noticeId)
      ? `https://www.find-tender.service.gov.uk/Notice/${noticeId}`
      : null;
  }
  if (publisher === 'contracts-finder') {
    // The release id without its running number: 45edad51-…-78284e274a71-819858.
    const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(noticeId)?.[0];
    return guid === undefined ? null : `https://www.contractsfinder.service.gov.uk/Notice/${guid}`;
  }
  for (const document of objectsAt(objectAt(release, 'tender'), 'documents')) {
    if (textAt(document, 'documentType') === 'contractNotice') return webLink(textAt(document, 'url'));
  }
  return null;
}

/**
 * The text where it is a link that a page may offer.
 *
 * @example webLink('http://Contract Finder') // null
 */
export function webLink(text: string | null): string | null {
  if (text === null || !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text)) return null;
  return URL.canParse(text) ? text : null;
}
