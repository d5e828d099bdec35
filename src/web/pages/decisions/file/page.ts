import { getCase } from '../../../../app/decisions/case-store.ts';
import { markedFileName } from '../../../../domain/decisions/marked-file-name.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** The text of a case, with its marking and version in the name of the file. */
export const caseFilePage: Page = {
  method: 'GET',
  pattern: routePatterns.caseFile,
  async answer({ context, params, query }) {
    const asked = query['version']?.[0];
    const version = asked !== undefined && /^[1-9]\d{0,8}$/u.test(asked) ? Number(asked) : undefined;
    const stored = await getCase(context, params['id'] ?? '', version);
    return {
      kind: 'file',
      name: markedFileName(stored.document.marking, [stored.id, 'version', stored.revision], 'yaml'),
      contentType: 'application/yaml; charset=utf-8',
      body: stored.text,
      isPrivate: true,
    };
  },
};
