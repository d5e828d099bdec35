import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Crumb } from '../../pages/_page.ts';
import { paths } from '../../paths.ts';

/** The way to the list of planned purchases, and to its pages with the list itself. */
export function purchaseCrumbs({ layout, pipeline, purchases }: Catalogue, isBelowList: boolean): Crumb[] {
  return [
    { text: layout.home, href: paths.home() },
    { text: layout.market, href: paths.market() },
    { text: pipeline.title, href: paths.pipeline() },
    ...(isBelowList ? [{ text: purchases.title, href: paths.purchases() }] : []),
  ];
}
