import { z } from 'zod';
import { facetNames, isUnfiltered, type ContractConditions } from '../../domain/contracts/contract-filter.ts';
import { describeSearch } from '../../domain/contracts/search-query.ts';
import { countFacets, type FacetRow } from '../../db/queries/contract-facets.ts';
import { afterRow, countContracts, findContractRows } from '../../db/queries/contracts.ts';
import { getFacetSummary } from '../../db/queries/summaries.ts';
import type { Register } from '../../db/register.ts';
import { londonDayOf } from '../../lib/days.ts';
import { listMark, readCursor, writeCursor } from '../cursor.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { findContractsInput } from './contract-filter.ts';
import { presentContract } from './present-contract.ts';
import { presentContractList } from './present-list.ts';
import { readConditions, type ReadConditions } from './read-conditions.ts';
import { contractItem, facet, total, type Facet } from './views.ts';

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
    /** Cursor of the next page, null on the last. */
    next: z.string().nullable(),
    /** How the search text was understood. */
    query: z.object({ understood: z.array(z.string()) }),
    /** The day that status and counts hold for. */
    asOf: z.string(),
  }),
  present: ({ items, total: found, next, query }) =>
    [
      `${found.isCapped ? 'More than ' : ''}${countText(found.count, 'contract')}${query.understood.map((each) => `; ${each}`).join('')}`,
      presentContractList(items),
      ...(next === null ? [] : [`Next page: --cursor ${next}`]),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  run: async (context, input) => {
    const register = await context.register();
    const { cursor, limit, facets: wantsFacets, sort, ...filter } = input;
    const mark = listMark({ filter, sort });
    const after = readCursor(cursor, mark);
    const read = await readConditions(register, context.reference, filter);
    const today = londonDayOf(context.clock.now());
    const list = { ...read, today, order: sort };
    const [rows, counted] = await Promise.all([
      findContractRows(register, { ...list, limit: limit + 1, after }),
      countAll(register, read, { today, wantsFacets }),
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => presentContract(row, read.search)),
      total: counted.total,
      facets: counted.facets,
      next: rows.length > limit && last !== undefined ? writeCursor(mark, afterRow(last, list)) : null,
      query: { understood: describeSearch(read.conditions.terms) },
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
        facets: wantsFacets ? presentFacets(summary.rows, read.conditions, false) : [],
      };
    }
  }
  const [counted, rows] = await Promise.all([
    countContracts(register, { ...read, today }),
    wantsFacets ? countFacets(register, { ...read, today }) : [],
  ]);
  return {
    total: counted,
    facets: wantsFacets ? presentFacets(rows, read.conditions, counted.isCapped) : [],
  };
}

/** Facets in their fixed order, values most frequent first; a chosen value that no contract has stands with 0. */
export function presentFacets(
  rows: readonly FacetRow[],
  conditions: ContractConditions,
  isLowerBound: boolean,
): Facet[] {
  return facetNames.map((name) => {
    const chosen = conditions[name].map(String);
    const values = rows
      .filter((row) => row.facet === name)
      .map((row) => ({
        value: row.value,
        label: row.label ?? row.value,
        count: row.count,
        isSelected: chosen.includes(row.value),
      }));
    const absent = chosen
      .filter((value) => !values.some((each) => each.value === value))
      .map((value) => ({ value, label: value, count: 0, isSelected: true }));
    return { name, isLowerBound, values: [...values, ...absent] };
  });
}
