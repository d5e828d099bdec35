import { sql, type RawBuilder } from 'kysely';
import {
  facetNames,
  type ContractConditions,
  type FacetName,
} from '../../domain/contracts/contract-filter.ts';
import { undatedDay } from '../../domain/contracts/contract-facts.ts';
import type { Register } from '../register.ts';
import {
  every,
  facetConditions,
  listTable,
  statusExpression,
  whereBesideFacets,
  whereContract,
} from './contract-conditions.ts';
import type { ReadSearch } from './contract-search.ts';
import { countLimit } from './contracts.ts';

/** Count of contracts per value of one facet; `label` only where the value is an id. */
export type FacetRow = {
  facet: FacetName;
  value: string;
  label: string | null;
  count: number;
  /** Whether counting stopped before the end, so that there may be more. */
  isLowerBound: boolean;
};

/** Values shown per facet, besides those that are chosen. */
const valuesShown = 20;

const undatedYear = Number(undatedDay.slice(0, 4));

const facetColumns: Record<FacetName, RawBuilder<unknown>> = {
  segment: sql`m.segment`,
  buyer: sql`m.buyer_id`,
  // Lists are taken apart here: joined to the rows they take half as long again.
  supplier: sql`unnest(m.supplier_ids)`,
  buyerType: sql`m.buyer_type`,
  regime: sql`m.regime`,
  route: sql`m.route`,
  status: sql`m.status`,
  // Contracts without a day have no year; neither is counted where `value` is null.
  year: sql`nullif(m.dated_year, ${undatedYear})::text`,
  valueBand: sql`m.value_band`,
  cpvDivision: sql`unnest(m.cpv_divisions)`,
  publisher: sql`m.publisher`,
};

/** Column of a contract that each facet comes from; the status is worked out from several. */
const facetSources: Record<Exclude<FacetName, 'status'>, string> = {
  segment: 'segment',
  buyer: 'buyer_id',
  supplier: 'supplier_ids',
  buyerType: 'buyer_type',
  regime: 'regime',
  route: 'route',
  year: 'dated_year',
  valueBand: 'value_band',
  cpvDivision: 'cpv_divisions',
  publisher: 'publisher',
};

/** A list whose facets are counted. */
export type CountedList = { conditions: ContractConditions; search: ReadSearch | null; today: string };

/**
 * Counts of facets under the conditions, and of the contracts. A facet with chosen values is counted without its own
 * condition, so that its other values show what choosing them would give. Counting stops at {@link countLimit} contracts,
 * and says so in `isLowerBound`.
 *
 * @param names the facets that are wanted, all unless given
 */
export async function countFacets(
  register: Register,
  list: CountedList,
  names: readonly FacetName[] = facetNames,
): Promise<{ rows: FacetRow[]; total: { count: number; isCapped: boolean } }> {
  const chosen = facetConditions(list.conditions, list.today);
  const [matched, besides] = await Promise.all([
    countMatched(
      register,
      list,
      names.filter((name) => !chosen.has(name)),
    ),
    countBesides(register, list, new Map([...chosen].filter(([name]) => names.includes(name)))),
  ]);
  return { rows: [...matched.rows, ...besides], total: matched.total };
}

/** Facets of the contracts that meet every condition, and their number. */
async function countMatched(
  register: Register,
  { conditions, search, today }: CountedList,
  names: readonly FacetName[],
): Promise<Awaited<ReturnType<typeof countFacets>>> {
  const query = search?.query ?? null;
  const source = sql`select ${facetSource(names, today)} from ${listTable(conditions, query)}
    where ${whereContract(conditions, { today, query })} limit ${countLimit + 1}`;
  const rows = await facetRows(
    register,
    source,
    names.map((name) => countOf(name)),
  );
  const count = rows.find(isTotal)?.count ?? 0;
  const isCapped = count > countLimit;
  return {
    rows: rows.filter((row) => !isTotal(row)).map((row) => ({ ...row, isLowerBound: isCapped })),
    total: { count: Math.min(count, countLimit), isCapped },
  };
}

/** Facets with chosen values: each of the contracts that meet every condition but its own. Read once for all of them. */
async function countBesides(
  register: Register,
  { conditions, search, today }: CountedList,
  chosen: ReadonlyMap<FacetName, RawBuilder<boolean>>,
): Promise<FacetRow[]> {
  if (chosen.size === 0) return [];
  const names = [...chosen.keys()];
  const query = search?.query ?? null;
  const flags = names.map((name) => sql`coalesce(${chosen.get(name)}, false) as ${flagOf(name)}`);
  const source = sql`
    select ${facetSource(names, today)}, ${sql.join(flags)} from ${listTable(conditions, query, false)}
    where ${every([whereBesideFacets(conditions, query, false), ...allButOne(names.toSorted(bySlowness), chosen)])}
    limit ${countLimit + 1}`;
  const counts = names.map((name) => {
    const others = names.filter((other) => other !== name);
    return countOf(name, {
      chosen: conditions[name].map(String),
      where: every(others.map((other) => sql`m.${flagOf(other)}`)),
    });
  });
  const rows = await facetRows(register, source, counts);
  const isLowerBound = (rows.find(isTotal)?.count ?? 0) > countLimit;
  return rows.filter((row) => !isTotal(row)).map((row) => ({ ...row, isLowerBound }));
}

/** Conditions that take long to ask: of a list of codes, and of five days and a stage. They come last. */
const slowFacets: readonly FacetName[] = ['cpvDivision', 'supplier', 'status'];

function bySlowness(one: FacetName, other: FacetName): number {
  return slowFacets.indexOf(one) - slowFacets.indexOf(other);
}

/** At most one of the conditions fails: of every two, one is met. Most rows fail the first two, and the others aren't asked. */
function allButOne(
  names: readonly FacetName[],
  chosen: ReadonlyMap<FacetName, RawBuilder<boolean>>,
): RawBuilder<boolean>[] {
  return names.flatMap((name, index) =>
    names.slice(index + 1).map((other) => sql<boolean>`(${chosen.get(name)} or ${chosen.get(other)})`),
  );
}

/** Counts of the whole register, without a limit: for the stored summary. */
export async function countAllFacets(register: Register, today: string): Promise<FacetRow[]> {
  const source = sql`select ${facetSource(facetNames, today)} from contract_facet c`;
  const rows = await facetRows(
    register,
    source,
    facetNames.map((name) => countOf(name)),
  );
  return rows.filter((row) => !isTotal(row));
}

/** The number of contracts that were read comes as a facet of its own. */
const totalName = 'total';

function isTotal(row: { facet: string }): boolean {
  return row.facet === totalName;
}

function flagOf(name: FacetName): RawBuilder<unknown> {
  return sql.ref(`is_${name}`);
}

/** The columns that these facets are counted from. */
function facetSource(names: readonly FacetName[], today: string): RawBuilder<unknown> {
  const columns = names.map((name) =>
    name === 'status' ? sql`${statusExpression(today)} as status` : sql`c.${sql.ref(facetSources[name])}`,
  );
  return columns.length === 0 ? sql`true as is_match` : sql.join(columns);
}

/** Counts of one facet's values: those that are chosen, and the most frequent of the others. */
function countOf(
  name: FacetName,
  options: { chosen?: readonly string[]; where?: RawBuilder<unknown> } = {},
): RawBuilder<unknown> {
  const { chosen = [], where = sql`true` } = options;
  const isChosen = sql`value = any(${chosen}::text[])`;
  return sql`(
    select ${name}::text as facet, value, count from (
      select ${facetColumns[name]} as value, count(*)::int as count from matched m where ${where} group by 1
    ) counted where value <> '' order by ${isChosen} desc, count desc, value limit ${valuesShown + chosen.length})`;
}

async function facetRows(
  register: Register,
  source: RawBuilder<unknown>,
  counts: readonly RawBuilder<unknown>[],
): Promise<FacetRow[]> {
  const total = sql`(select ${totalName}::text as facet, ${totalName}::text as value, count(*)::int as count from matched)`;
  const { rows } = await sql<FacetRow>`
    with matched as materialized (${source}),
    counted as (${sql.join([total, ...counts], sql` union all `)})
    select counted.facet, counted.value, organisation.name as label, counted.count, false as "isLowerBound"
    from counted left join lateral (
      -- One by one: there are a hundred rows here, and the planner, who expects thousands, would read all organisations.
      select name, is_person_likely from organisation o
      where counted.facet in ('buyer', 'supplier') and o.organisation_id = counted.value offset 0
    ) organisation on true
    where not coalesce(organisation.is_person_likely, false)
    order by counted.facet, counted.count desc, counted.value`.execute(register.read);
  return rows;
}
