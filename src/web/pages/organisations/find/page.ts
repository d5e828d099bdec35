import { findBuyers } from '../../../../app/buyers/find-buyers.ts';
import { findOrganisationsInput } from '../../../../app/buyers/views.ts';
import { findSuppliers } from '../../../../app/suppliers/find-suppliers.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import type { Side } from './present.ts';
import { presentOrganisations } from './present.ts';

/** The list of buyers. */
export const buyersPage = organisationsPage('buyers');

/** The list of suppliers. */
export const suppliersPage = organisationsPage('suppliers');

function organisationsPage(side: Side): Page {
  const find = side === 'buyers' ? findBuyers : findSuppliers;
  return {
    method: 'GET',
    pattern: routePatterns[side],
    async answer({ context, query, words }) {
      const asked = readQuery(find, findOrganisationsInput, query);
      return {
        kind: 'page',
        template: 'pages/organisations/find/page.njk',
        view: presentOrganisations(await find.run(context, asked), asked, side, words),
        title: words.organisations[side].title,
        section: side,
        isIndexed: Object.keys(query).length === 0,
      };
    },
  };
}
