import { findContracts } from '../../../../app/contracts/find-contracts.ts';
import { findContractsInput } from '../../../../app/contracts/contract-filter.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentContracts } from './present.ts';

/** The list of contracts: search, filters, order, pages and downloads. */
export const contractsPage: Page = {
  method: 'GET',
  pattern: routePatterns.contracts,
  async answer({ context, query, words }) {
    const asked = readQuery(findContracts, findContractsInput, query);
    const found = await findContracts.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/contracts/find/page.njk',
      view: presentContracts(found, asked, words),
      title: asked.q === undefined ? words.list.title : words.list.titleSearched(asked.q),
      section: 'contracts',
      // A search is one of endless addresses; the contracts themselves are what should be found.
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
