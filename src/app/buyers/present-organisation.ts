import {
  getOrganisationRow,
  hasSide,
  listCounterparts,
  listIdentifiers,
  listYears,
  type OrganisationRow,
  type Side,
} from '../../db/queries/organisations.ts';
import { findContractRows } from '../../db/queries/contracts.ts';
import { countFacets } from '../../db/queries/contract-facets.ts';
import { facetNames, type ContractConditions } from '../../domain/contracts/contract-filter.ts';
import { publishedDay } from '../../domain/contracts/contract-facts.ts';
import { noMarketConditions } from '../../domain/market/market-conditions.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { presentFacets } from '../contracts/find-contracts.ts';
import { presentContract } from '../contracts/present-contract.ts';
import { sizesOf } from '../organisations/body-size-view.ts';
import { identifierLink } from './identifier-link.ts';
import { organisationItem, type OrganisationDetail, type OrganisationItem } from './views.ts';

/** A stored row as one item of a list. */
export function presentOrganisation(row: OrganisationRow): OrganisationItem {
  return organisationItem.parse({
    id: row.organisation_id,
    name: row.name,
    otherNames: row.other_names,
    buyerType: row.buyer_type,
    scale: row.scale,
    place: row.locality,
    contractCount: row.contract_count,
    frameworkCount: row.framework_count,
    netPence: row.net_pence,
    netCount: row.net_count,
    firstOn: publishedDay(row.first_on),
    lastOn: publishedDay(row.last_on),
  });
}

/** Nothing narrowed. */
const noConditions: ContractConditions = {
  terms: [],
  segment: [],
  buyer: [],
  supplier: [],
  buyerType: [],
  regime: [],
  route: [],
  status: [],
  year: [],
  valueBand: [],
  cpvDivision: [],
  publisher: [],
  framework: null,
  ocid: null,
  endsFrom: null,
  endsTo: null,
  agreements: 'all',
  market: noMarketConditions,
};

/**
 * One organisation whole, from one side of its contracts.
 *
 * @throws AppError `not-found` also for a likely natural person: they have no page
 */
export async function describeOrganisation(
  context: Context,
  id: string,
  side: Side,
): Promise<OrganisationDetail> {
  const register = await context.register();
  const row = await getOrganisationRow(register, id, side);
  const noun = side === 'buyer' ? 'buyer' : 'supplier';
  if (row === null || row.is_person_likely || !row.has_side) {
    throw new AppError(
      'not-found',
      `No ${noun} has the id ${id}. Search for it with \`sourcing ${noun}s find\`.`,
    );
  }
  const today = londonDayOf(context.clock.now());
  const conditions: ContractConditions = { ...noConditions, [side]: [row.organisation_id] };
  const list = { conditions, search: null, today, limit: 10, after: null };
  const [keys, years, counterparts, newest, endingNext, facetRows, alsoOnOtherSide] = await Promise.all([
    listIdentifiers(register, row.organisation_id),
    listYears(register, row.organisation_id, side),
    listCounterparts(register, row.organisation_id, side),
    findContractRows(register, { ...list, order: 'newest' }),
    findContractRows(register, {
      ...list,
      conditions: { ...conditions, endsFrom: today, status: ['live', 'upcoming'] },
      order: 'ending',
    }),
    // Not its own side: that facet would hold the whole register's other organisations.
    countFacets(
      register,
      list,
      facetNames.filter((name) => name !== side),
    ),
    hasSide(register, row.organisation_id, side === 'buyer' ? 'supplier' : 'buyer'),
  ]);
  return {
    ...presentOrganisation(row),
    identifiers: keys.map(identifierLink),
    sizes:
      side === 'buyer'
        ? sizesOf({ keys, name: row.name, names: row.other_names }, context.reference.bodySizes)
        : [],
    isVcse: row.is_vcse,
    region: row.region,
    years: years.map((year) => ({
      year: year.year,
      contractCount: year.contract_count,
      netPence: year.net_pence,
      netCount: year.net_count,
    })),
    counterparts: counterparts.map((each) => ({
      id: each.organisation_id,
      name: each.name,
      contractCount: each.contract_count,
      netPence: each.net_pence,
      netCount: each.net_count,
    })),
    endingNext: endingNext.map((each) => presentContract(each)),
    newest: newest.map((each) => presentContract(each)),
    facets: presentFacets(facetRows.rows, conditions).filter(({ name }) => name !== side),
    alsoOnOtherSide,
  };
}
