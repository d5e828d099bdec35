import { sql, type RawBuilder } from 'kysely';
import {
  facetNames,
  type ContractConditions,
  type FacetName,
} from '../../domain/contracts/contract-filter.ts';
import type { Register } from '../register.ts';
import { statusExpression, whereContract } from './contract-conditions.ts';
import type { ReadSearch } from './contract-search.ts';
import { countLimit } from './contracts.ts';

/** Count of contracts per value of one facet; `label` only where the value is an id. */
export type FacetRow = { facet: FacetName; value: string; label: string | null; count: number };

/** Values shown per facet, besides those that are chosen. */
const valuesShown = 20;

const facetColumns: Record<FacetName, RawBuilder<unknown>> = {
  buyer: sql`m.buyer_id`,
  supplier: sql`supplier_id`,
  buyerType: sql`m.buyer_type`,
  regime: sql`m.regime`,
  route: sql`m.route`,
  status: sql`m.status`,
  year: sql`m.dated_year::text`,
  valueBand: sql`m.value_band`,
  cpvDivision: sql`cpv_division`,
  publisher: sql`m.publisher`,
};

/**
 * Counts of every facet under the conditions. A facet with chosen values is counted without its own condition,
 * so that its other values show what choosing them would give. Counts stop at {@link countLimit} matches.
 */
export async function countFacets(
  register: Register,
  list: { conditions: ContractConditions; search: ReadSearch | null; today: string },
): Promise<FacetRow[]> {
  const active = facetNames.filter((name) => list.conditions[name].length > 0);
  const passive = facetNames.filter((name) => !active.includes(name));
  const parts = await Promise.all([
    countWithout(register, list, passive),
    ...active.map(async (name) => countWithout(register, list, [name], name)),
  ]);
  return parts.flat();
}

async function countWithout(
  register: Register,
  list: { conditions: ContractConditions; search: ReadSearch | null; today: string },
  names: readonly FacetName[],
  without?: FacetName,
): Promise<FacetRow[]> {
  const where = whereContract(list.conditions, {
    today: list.today,
    query: list.search?.query ?? null,
    ...(without === undefined ? {} : { without }),
  });
  const chosen = without === undefined ? [] : list.conditions[without].map(String);
  return facetRows(register, { names, where, today: list.today, limit: countLimit + 1, chosen });
}

/** Counts of the whole register, without a limit: for the stored summary. */
export async function countAllFacets(register: Register, today: string): Promise<FacetRow[]> {
  return facetRows(register, { names: facetNames, where: sql`true`, today, limit: null, chosen: [] });
}

async function facetRows(
  register: Register,
  wanted: {
    names: readonly FacetName[];
    where: RawBuilder<unknown>;
    today: string;
    limit: number | null;
    chosen: string[];
  },
): Promise<FacetRow[]> {
  const counted = wanted.names.map((name) => {
    const from =
      name === 'supplier'
        ? sql`matched m cross join lateral unnest(m.supplier_ids) supplier_id`
        : name === 'cpvDivision'
          ? sql`matched m cross join lateral unnest(m.cpv_divisions) cpv_division`
          : sql`matched m`;
    return sql`(select ${name}::text as facet, ${facetColumns[name]} as value, count(*)::int as count from ${from} group by 2)`;
  });
  const { rows } = await sql<FacetRow>`
    with matched as materialized (
      select c.buyer_id, c.supplier_ids, c.buyer_type, c.regime, c.route, ${statusExpression(wanted.today)} as status,
        c.dated_year, c.value_band, c.cpv_divisions, c.publisher
      from contract c where ${wanted.where} limit ${wanted.limit}
    ), counted as (${sql.join(counted, sql` union all `)}),
    placed as (
      select *, row_number() over (partition by facet order by count desc, value) as place from counted where value <> ''
    )
    select placed.facet, placed.value, organisation.name as label, placed.count
    from placed left join organisation
      on placed.facet in ('buyer', 'supplier') and organisation.organisation_id = placed.value
    where (placed.place <= ${valuesShown} or placed.value = any(${wanted.chosen}::text[]))
      and not coalesce(organisation.is_person_likely, false)
    order by placed.facet, placed.place`.execute(register.read);
  return rows;
}
