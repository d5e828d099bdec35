import type { EvidenceFigure } from '../../../domain/decisions/case-parts/evidence.ts';
import { paths, type AddressQuery } from '../../paths.ts';

/**
 * The page of the register that a figure leads to.
 *
 * @example evidenceHref({ page: 'segment', id: 'sector-systems' }) // '/market/segments/sector-systems'
 */
export function evidenceHref({ page, id = '', query = {} }: EvidenceFigure['link']): string {
  return addresses[page](id, query);
}

const addresses: Readonly<
  Record<EvidenceFigure['link']['page'], (id: string, query: AddressQuery) => string>
> = {
  contract: (id) => paths.contract(id),
  contracts: (_, query) => paths.contracts(query),
  segment: (id, query) => paths.marketSegment(id, query),
  competition: (_, query) => paths.marketCompetition(query),
  renewals: (_, query) => paths.marketRenewals(query),
  growth: (_, query) => paths.marketGrowth(query),
};
