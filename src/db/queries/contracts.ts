import { sql, type RawBuilder } from 'kysely';
import type { ContractConditions, ContractOrder } from '../../domain/contracts/contract-filter.ts';
import type { Register } from '../register.ts';
import type { ContractTable } from '../schema.ts';
import { listTable, statusExpression, whereContract } from './contract-conditions.ts';
import { beyond, beyondRank, orderOf, type ListPlace } from './contract-order.ts';
import { foundSql, markedSql, rankSql, type ReadSearch } from './contract-search.ts';
import { ocidsPublishedAs } from './process-pairs.ts';

/** One row of a list of contracts as stored, with its status on the day asked for and what a search found in it. */
export type ContractRow = Pick<
  ContractTable,
  | 'contract_id'
  | 'ocid'
  | 'award_id'
  | 'award_contract_id'
  | 'title'
  | 'publisher'
  | 'regime'
  | 'route'
  | 'stage'
  | 'is_framework_agreement'
  | 'framework_ocid'
  | 'framework_reference'
  | 'buyer_party_id'
  | 'buyer_id'
  | 'buyer_name'
  | 'buyer_type'
  | 'supplier_ids'
  | 'supplier_names'
  | 'scale'
  | 'headline_minor_units'
  | 'headline_currency'
  | 'headline_kind'
  | 'headline_basis'
  | 'headline_flag'
  | 'headline_pence'
  | 'dated_on'
  | 'start_on'
  | 'end_on'
  | 'max_end_on'
  | 'cpv_divisions'
  | 'segment'
  | 'main_ocid'
> & {
  status: string;
  /** Suppliers that have a page of their own, in the order of supplier_ids; null where one has none. */
  supplier_page_ids: (string | null)[];
  title_marked: string | null;
  snippet: string | null;
  found: string[] | null;
  rank: number;
};

/** Counts are exact up to this many matches. */
export const countLimit = 10_000;
/** Ranking looks at the newest this many matches in the title, and at the newest this many matches anywhere. */
export const rankLimit = 1_000;

/** A list to read, and which of its pages. */
export type ContractList = ListPlace & {
  conditions: ContractConditions;
  search: ReadSearch | null;
  today: string;
  order: ContractOrder;
  limit: number;
};

/** Columns of {@link ContractRow} that come straight from the table. */
function listColumns(today: string): RawBuilder<unknown> {
  return sql`c.contract_id, c.ocid, c.award_id, c.award_contract_id, c.title, c.publisher, c.regime, c.route, c.stage,
    ${statusExpression(today)} as status, c.is_framework_agreement, c.framework_ocid, c.framework_reference, c.buyer_party_id, c.buyer_id,
    c.buyer_name, c.buyer_type, c.supplier_ids, c.supplier_names,
    array(select case when o.is_person_likely then null else o.organisation_id end
      from unnest(c.supplier_ids) with ordinality s(id, place)
      left join organisation o on o.organisation_id = s.id order by s.place) as supplier_page_ids,
    c.scale, c.headline_minor_units, c.headline_currency, c.headline_kind, c.headline_basis, c.headline_flag,
    c.headline_pence, c.dated_on, c.start_on, c.end_on, c.max_end_on, c.cpv_divisions, c.segment, c.main_ocid`;
}

const noMarks = sql`null::text as title_marked, null::text as snippet, null::text[] as found, 0::float8 as rank`;

/** One page of contracts in the order asked for. */
export async function findContractRows(register: Register, list: ContractList): Promise<ContractRow[]> {
  if (list.order === 'relevance' && list.search !== null) return findRanked(register, list, list.search);
  const where = whereContract(list.conditions, { today: list.today, query: list.search?.query ?? null });
  const table = listTable(list.conditions, list.search?.query ?? null);
  const page = sql`select c.contract_id from ${table} where ${where} and ${beyond(list.order, list)} order by ${orderOf(list.order, list.isBackwards)} limit ${list.limit}`;
  const { rows } =
    await sql<ContractRow>`select ${listColumns(list.today)}, ${marksOf(list.search, sql`0::float8`)}
    from (${page}) p join contract c using (contract_id) order by ${orderOf(list.order)}`.execute(
      register.read,
    );
  return rows;
}

/** A page by rank among the first {@link rankLimit} candidates. */
async function findRanked(
  register: Register,
  list: ContractList,
  search: ReadSearch,
): Promise<ContractRow[]> {
  const where = whereContract(list.conditions, { today: list.today, query: search.query });
  const candidates = (extra: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select c.contract_id from contract c where ${where} ${extra} order by c.dated_on desc, c.contract_id desc limit ${rankLimit})`;
  const { order, condition } = beyondRank(list);
  const { rows } = await sql<ContractRow>`
    with candidate as (
      ${candidates(sql`and to_tsvector('sourcing', c.title) @@ ${search.query}::tsquery`)} union ${candidates(sql``)}
    ), ranked as (
      select c.*, ${rankSql(search, sql`c.title`)} as rank
      from candidate join contract c using (contract_id)
    ), page as (
      select * from ranked r where ${condition} order by ${order} limit ${list.limit}
    )
    select ${listColumns(list.today)}, ${marksOf(search, sql`c.rank`)}
    from page c order by c.rank desc, c.dated_on desc, c.contract_id desc`.execute(register.read);
  return rows;
}

function marksOf(search: ReadSearch | null, rank: RawBuilder<unknown>): RawBuilder<unknown> {
  if (search === null) return noMarks;
  return sql`${markedSql(sql`c.title`, search.terms, true)} as title_marked,
    (select ${markedSql(sql`left(coalesce(p.facts->>'description', ''), 4000)`, search.terms, false)}
      from process p where p.ocid = c.ocid) as snippet,
    ${foundSql(search.terms)} as found, ${rank} as rank`;
}

/** How many contracts match, counted to {@link countLimit} and one more. */
export async function countContracts(
  register: Register,
  list: Pick<ContractList, 'conditions' | 'search' | 'today'>,
): Promise<{ count: number; isCapped: boolean }> {
  const where = whereContract(list.conditions, { today: list.today, query: list.search?.query ?? null });
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from ${listTable(list.conditions, list.search?.query ?? null)} where ${where} limit ${countLimit + 1}) m`.execute(
    register.read,
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, countLimit), isCapped: count > countLimit };
}

/** Contracts by id, or that the id stood in for; `matchedBy` says which. */
export async function getContractRow(
  register: Register,
  id: string,
  today: string,
): Promise<(ContractRow & { matched_by: 'id' | 'stand-in' }) | null> {
  const { rows } = await sql<ContractRow & { matched_by: 'id' | 'stand-in' }>`
    select ${listColumns(today)}, ${noMarks}, case when c.contract_id = ${id} then 'id' else 'stand-in' end as matched_by
    from contract c where c.contract_id = ${id} or c.stand_in_id = ${id}
    order by (c.contract_id = ${id}) desc, c.award_contract_id limit 1`.execute(register.read);
  return rows[0] ?? null;
}

/** All contracts of one process. */
export async function listContractsOfProcess(
  register: Register,
  ocid: string,
  today: string,
): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`select ${listColumns(today)}, ${noMarks}
    from contract c where c.ocid = ${ocid} order by c.award_id, c.award_contract_id limit 200`.execute(
    register.read,
  );
  return rows;
}

/** Newest contracts that draw on a framework, by its reference or ocid on any portal, and how many there are. */
export async function listCallOffs(
  register: Register,
  framework: { ocid: string; reference: string | null },
  today: string,
): Promise<{ count: number; rows: ContractRow[] }> {
  const byOcid = sql`c.framework_ocid = any(${ocidsPublishedAs(framework.ocid)})`;
  const drawsOn =
    framework.reference === null
      ? byOcid
      : sql`(${byOcid} or c.framework_reference = ${framework.reference})`;
  const where = sql`c.main_ocid is null and ${drawsOn}`;
  const [{ rows }, counted] = await Promise.all([
    // Found first, then ordered: in order of their days, the ten newest of a few would be looked for among all contracts.
    sql<ContractRow>`
      with drawing as materialized (select c.contract_id from contract c where ${where})
      select ${listColumns(today)}, ${noMarks} from drawing join contract c using (contract_id)
      order by c.dated_on desc, c.contract_id desc limit 10`.execute(register.read),
    sql<{ count: number }>`select count(*)::int as count from contract c where ${where}`.execute(
      register.read,
    ),
  ]);
  return { count: counted.rows[0]?.count ?? 0, rows };
}

/**
 * Contracts of other processes for much the same thing: the newest whose titles share the two words that say most of
 * this title (the longest that are not common), then those that share the longest alone; closest first.
 */
export async function listSimilar(
  register: Register,
  row: ContractRow,
  today: string,
): Promise<ContractRow[]> {
  const { rows: words } = await sql<{ lexeme: string }>`
    select lexeme from unnest(to_tsvector('sourcing', ${row.title}))
    where length(lexeme) > 3 and lexeme !~ '[0-9]' and lexeme <> all(${commonStems}::text[])
    order by length(lexeme) desc, lexeme limit 2`.execute(register.read);
  const [longest] = words;
  if (longest === undefined) return [];
  const quoted = words.map(({ lexeme }) => `'${lexeme.replaceAll("'", "''")}'`);
  const newest = (query: string): RawBuilder<unknown> => sql`
    (select c.contract_id from contract c
      where to_tsvector('sourcing', c.title) @@ ${query}::tsquery and c.ocid <> ${row.ocid} and c.main_ocid is null
      order by c.dated_on desc, c.contract_id desc limit 60)`;
  const { rows } = await sql<ContractRow>`
    with near as (${newest(quoted.join(' & '))} union ${newest(quoted[0] ?? '')}),
    closest as (
      select c.*, ts_rank(to_tsvector('sourcing', c.title), ${quoted.join(' | ')}::tsquery)
        + (c.cpv_divisions && ${row.cpv_divisions}::text[])::int as closeness
      from near join contract c using (contract_id)
      order by closeness desc, c.dated_on desc, c.contract_id desc limit 5
    )
    select ${listColumns(today)}, ${noMarks} from closest c
    order by c.closeness desc, c.dated_on desc, c.contract_id desc`.execute(register.read);
  return rows;
}

/** Stems that stand in most titles and say little of what is bought. */
const commonStems = [
  'agreement',
  'award',
  'board',
  'contract',
  'council',
  'deliveri',
  'direct',
  'framework',
  'lot',
  'manag',
  'nation',
  'procur',
  'project',
  'provis',
  'provid',
  'public',
  'purchas',
  'renew',
  'replac',
  'requir',
  'servic',
  'servicedeliveri',
  'solut',
  'suppli',
  'support',
  'system',
  'tender',
  'trust',
  'univers',
  'work',
];
