import { en } from './en.ts';

/** All interface text of one language: the same keys in every one. */
export type Catalogue = typeof en;

/** The languages of the interface. Welsh is `cy.ts` of type {@link Catalogue}, and one line here. */
export const catalogues = { en } satisfies Record<string, Catalogue>;
