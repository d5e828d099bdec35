import { showBuyer } from '../../../../app/buyers/show-buyer.ts';
import { reconcileSpend } from '../../../../app/spend/reconcile.ts';
import { showOrganisationMarket } from '../../../../app/market/show-organisation.ts';
import { showSupplier } from '../../../../app/suppliers/show-supplier.ts';
import { showSupplierVendor } from '../../../../app/suppliers/show-vendor.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentOrganisationMarket } from '../../market/present-organisation.ts';
import { presentBuyerSpend } from '../../spend/reconcile/present.ts';
import type { Side } from '../find/present.ts';
import { presentOrganisation } from './present.ts';
import { presentVendor } from './present-vendor.ts';

/** One buyer. */
export const buyerPage = organisationPage('buyers');

/** One supplier. Likely natural persons have no such page: the operation refuses them. */
export const supplierPage = organisationPage('suppliers');

function organisationPage(side: Side): Page {
  const [show, pathOf, pattern] =
    side === 'buyers'
      ? [showBuyer, paths.buyer, routePatterns.buyer]
      : [showSupplier, paths.supplier, routePatterns.supplier];
  return {
    method: 'GET',
    pattern,
    async answer({ context, params, query, words }) {
      const asked = readQuery(show, show.input, { ...query, id: [params['id'] ?? ''] });
      const organisation = await show.run(context, asked);
      // A merged organisation answers under its present id for ever.
      if (organisation.id !== asked.id) return { kind: 'redirect', to: pathOf(organisation.id), status: 301 };
      const spend =
        side === 'buyers'
          ? presentBuyerSpend(await reconcileSpend.run(context, { buyer: organisation.id, limit: 1 }), words)
          : null;
      const vendor =
        side === 'suppliers'
          ? presentVendor(await showSupplierVendor.run(context, { id: organisation.id }), words)
          : null;
      const market = presentOrganisationMarket(
        await showOrganisationMarket.run(context, {
          id: organisation.id,
          side: side === 'buyers' ? 'buyer' : 'supplier',
        }),
        words,
      );
      return {
        kind: 'page',
        template: 'pages/organisations/show/page.njk',
        view: { ...presentOrganisation(organisation, side, words), spend, vendor, market },
        title: organisation.name,
        section: side,
        crumbs: [
          { text: words.layout.home, href: paths.home() },
          { text: words.layout[side], href: paths[side]() },
        ],
      };
    },
  };
}
