import type { JsonObject } from '../../lib/json.ts';
import { cleanText } from './clean-title.ts';
import { objectAt, objectsAt, textAt } from './json-fields.ts';
import { webLink } from './notices-of.ts';
import type { DocumentLink } from './process-facts.ts';

/**
 * Links to the documents of a process, each address once; the notices themselves are left out.
 *
 * `planning.documents[]`, `tender.documents[]`, `awards[].documents[]`, `contracts[].documents[]`; addresses that
 * are none ("http://Contract Finder") are left out.
 *
 * @example documentsOf(compiled)[0] // { title: 'Appendix A', url: 'https://…', kind: 'biddingDocuments' }
 */
export function documentsOf(compiled: JsonObject): DocumentLink[] {
  const links = new Map<string, DocumentLink>();
  const holders = [
    objectAt(compiled, 'planning'),
    objectAt(compiled, 'tender'),
    ...objectsAt(compiled, 'awards'),
    ...objectsAt(compiled, 'contracts'),
  ];
  for (const holder of holders) {
    for (const document of objectsAt(holder, 'documents')) {
      const url = webLink(textAt(document, 'url'));
      if (url === null || document['noticeType'] !== undefined || links.has(url)) continue;
      const title = cleanText(textAt(document, 'title') ?? textAt(document, 'description'));
      links.set(url, { title: (title ?? url).slice(0, 300), url, kind: textAt(document, 'documentType') });
    }
  }
  return [...links.values()];
}
