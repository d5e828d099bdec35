import { z } from 'zod';
import { facetNames, isUnfiltered, type ContractConditions } from '../../domain/contracts/contract-filter.ts';
import { isMarketList } from '../../domain/market/market-conditions.ts';
import { describeSearch } from '../../domain/contracts/search-query.ts';
import { countFacets, type FacetRow } from '../../db/queries/contract-facets.ts';
import { placeOfRow } from '../../db/queries/contract-order.ts';
import { countContracts, findContractRows } from '../../db/queries/contracts.ts';
import { sumContracts } from '../../db/queries/market-sums.ts';
import { getFacetSummary } from '../../db/queries/summaries.ts';
import type { Register } from '../../db/register.ts';
import { londonDayOf } from '../../lib/days.ts';
import { listMark } from '../cursor.ts';
import { countText } from '../count-text.ts';
import { inPrices, marketSums } from '../market/market-sums.ts';
import { readListPage } from '../list-page.ts';
import { pagingText } from '../paging-text.ts';
import { operation } from '../operation.ts';
import { findContractsInput } from './contract-filter.ts';
import {
  isIndicatorList,
  supplierWithheldText,
  suppliersWithheldText,
  withoutNames,
  withoutSuppliers,
} from './indicator-list.ts';
import { presentContract } from './present-contract.ts';
import { presentContractList } from './present-list.ts';
import { readConditions, type ReadConditions } from './read-conditions.ts';
import { contractItem, facet, listPlace, total, type Facet } from './views.ts';

/** Searches the register; see docs/methods/search.md for how words are matched and ranked. */
export const findContracts = operation({
  id: 'contracts.find',
  summary: 'Search the contracts of the register, with counts by facet.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'q',
  input: findContractsInput,
  output: z.object({
    items: z.array(contractItem),
    total,
    facets: z.array(facet),
    ...listPlace.shape,
    /** How the search text was understood. */
    query: z.object({ understood: z.array(z.string()) }),
    /** What the list adds up to, where it stands behind a figure of the market; null otherwise. */
    sums: marketSums.nullable(),
    /** The day that status and counts hold for. */
    asOf: z.string(),
  }),
  present: ({ items, total: found, query, ...place }, asked) =>
    [
      `${found.isCapped ? 'More than ' : ''}${countText(found.count, 'contract')}${query.understood.map((each) => `; ${each}`).join('')}`,
      presentContractList(items, isIndicatorList(asked) ? supplierWithheldText : undefined),
      pagingText(place, items.length),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  run: async (context, input) => {
    const register = await context.register();
    const { cursor, limit, facets: wantsFacets, sort, ...filter } = input;
    const mark = listMark({ filter, sort });
    const read = await readConditions(register, context.reference, filter);
    const today = londonDayOf(context.clock.now());
    const list = { ...read, today, order: sort };
    const [page, counted, sums] = await Promise.all([
      readListPage(
        { cursor, limit, mark },
        async (rows) => findContractRows(register, { ...list, ...rows }),
        (row) => placeOfRow(row, list),
      ),
      countAll(register, read, { today, wantsFacets }),
      isMarketList(read.conditions.market) ? sumContracts(register, { ...read, today }) : null,
    ]);
    const { rows, ...place } = page;
    const items = rows.map((row) => presentContract(row, read.search));
    const isByIndicator = isIndicatorList(filter);
    return {
      items: isByIndicator ? withoutSuppliers(items, context.reference.vendors) : items,
      total: counted.total,
      facets: isByIndicator ? withoutNames(counted.facets) : counted.facets,
      ...place,
      query: { understood: isByIndicator ? [suppliersWithheldText] : describeSearch(read.conditions.terms) },
      sums: sums === null ? null : inPrices(sums, filter, context.reference.deflators),
      asOf: today,
    };
  },
});

/** The total and the facets: from the stored summary where nothing narrows the list, else counted. */
async function countAll(
  register: Register,
  read: ReadConditions,
  options: { today: string; wantsFacets: boolean },
): Promise<{ total: z.output<typeof total>; facets: Facet[] }> {
  const { today, wantsFacets } = options;
  if (isUnfiltered(read.conditions)) {
    const summary = await getFacetSummary(register, today);
    if (summary !== null) {
      return {
        total: { count: summary.contracts, isCapped: false },
        facets: wantsFacets ? presentFacets(summary.rows, read.conditions) : [],
      };
    }
  }
  if (!wantsFacets) return { total: await countContracts(register, { ...read, today }), facets: [] };
  const { rows, total: counted } = await countFacets(register, { ...read, today });
  return { total: counted, facets: presentFacets(rows, read.conditions) };
}

/** Facets in their fixed order, values most frequent first; a chosen value that no contract has stands with 0. */
export function presentFacets(rows: readonly FacetRow[], conditions: ContractConditions): Facet[] {
  return facetNames.map((name) => {
    const chosen = conditions[name].map(String);
    const own = rows.filter((row) => row.facet === name);
    const values = own.map((row) => ({
      value: row.value,
      label: row.label ?? row.value,
      count: row.count,
      isSelected: chosen.includes(row.value),
    }));
    const absent = chosen
      .filter((value) => !values.some((each) => each.value === value))
      .map((value) => ({ value, label: value, count: 0, isSelected: true }));
    return { name, isLowerBound: own.some((row) => row.isLowerBound), values: [...values, ...absent] };
  });
}
