import { showProcess } from '../../../../app/processes/show-process.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, recordFiles, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentProcess, recordBody } from './present.ts';

/** The raw record of a process. It may name people, so search engines are kept away. */
export const processPage: Page = {
  method: 'GET',
  pattern: routePatterns.process,
  async answer({ context, params, query, words }) {
    const asked = readQuery(showProcess, showProcess.input, { ...query, ocid: [params['ocid'] ?? ''] });
    const process = await showProcess.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/processes/show/page.njk',
      view: presentProcess(process, words),
      title: `${words.record.caption}: ${process.title}`,
      section: 'contracts',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.contracts, href: paths.contracts({ ocid: process.ocid }) },
      ],
      isIndexed: false,
    };
  },
};

/** One file of the raw record. */
export const processRecordPage: Page = {
  method: 'GET',
  pattern: routePatterns.processRecord,
  async answer({ context, params, query, words }) {
    const file = recordFiles.find((name) => `${name}.json` === params['file']);
    if (file === undefined) throw new AppError('not-found', words.errors.notFoundLead);
    const asked = readQuery(showProcess, showProcess.input, { ...query, ocid: [params['ocid'] ?? ''] });
    const process = await showProcess.run(context, asked);
    return {
      kind: 'file',
      name: `${process.ocid.replaceAll(/[^\w.-]+/gu, '-')}-${file}.json`,
      contentType: 'application/json; charset=utf-8',
      body: recordBody(process, file),
    };
  },
};
