import { sql, type RawBuilder } from 'kysely';
import type { SearchTerm } from '../../domain/contracts/search-query.ts';
import type { Register } from '../register.ts';
import type { TsQuery } from './contract-conditions.ts';

/** A search read by the database: the whole, the same bound to titles, and each term that must be found. */
export type ReadSearch = {
  query: TsQuery;
  titleQuery: TsQuery;
  terms: { text: string; query: TsQuery; titleQuery: TsQuery }[];
};

/**
 * Turns terms into the database's own query.
 *
 * @returns null where nothing can be searched for: no term, or only words too common to find anything
 */
export async function readSearch(
  register: Register,
  terms: readonly SearchTerm[],
): Promise<ReadSearch | null> {
  if (terms.length === 0) return null;
  const columns = terms.map((term) => sql`(${anyOf(term.alternatives)})::text`);
  const { rows } = await sql<{ queries: string[] }>`select array[${sql.join(columns)}] as queries`.execute(
    register.read,
  );
  const queries = rows[0]?.queries ?? [];
  const wanted: ReadSearch['terms'] = [];
  const excluded: TsQuery[] = [];
  for (const [position, term] of terms.entries()) {
    const query = queries[position] ?? '';
    if (query === '') continue;
    if (term.kind === 'exclude') excluded.push(query);
    else wanted.push({ text: term.text, query, titleQuery: inTitle(query) });
  }
  if (wanted.length === 0 && excluded.length === 0) return null;
  const positive = wanted.map((term) => `( ${term.query} )`);
  const negative = excluded.map((query) => `!( ${query} )`);
  return {
    query: [...positive, ...negative].join(' & '),
    titleQuery: [...positive.map(inTitle), ...negative].join(' & '),
    terms: wanted,
  };
}

/** Marks around a match in text that comes back from the database: private-use characters that no notice holds. */
export const matchMarks = { start: '\uE000', stop: '\uE001' } as const;

/** SQL for a text with its matches marked; whole for titles, the best passages for descriptions. */
export function markedSql(column: RawBuilder<unknown>, query: TsQuery, isWhole: boolean): RawBuilder<string> {
  const marks = `StartSel="${matchMarks.start}", StopSel="${matchMarks.stop}"`;
  const options = isWhole
    ? `${marks}, HighlightAll=true`
    : `${marks}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;
  return sql<string>`ts_headline('sourcing', ${column}, ${query}::tsquery, ${options})`;
}

/** SQL for where each term was found: for every term the letters of the fields (a title, b parties, c lots and CPV, d description). */
export function foundSql(terms: ReadSearch['terms']): RawBuilder<string[]> {
  if (terms.length === 0) return sql<string[]>`array[]::text[]`;
  const each = terms.map(
    ({ query }) =>
      sql`(select coalesce(string_agg(w, ''), '') from unnest(array['a','b','c','d']) w where ts_filter(c.search, array[w]::"char"[]) @@ ${query}::tsquery)`,
  );
  return sql<string[]>`array[${sql.join(each)}]`;
}

/**
 * SQL for how well a contract matches: the number of terms found in its title, and within that the weight of all matches
 * for the length of the text (0 to 1; title 1, parties 0.4, lots and CPV 0.2, description 0.05).
 */
export function rankSql(search: ReadSearch): RawBuilder<number> {
  const inTitles = search.terms.map(({ titleQuery }) => sql`(c.search @@ ${titleQuery}::tsquery)::int`);
  const weight = sql`ts_rank('{0.05, 0.2, 0.4, 1.0}', c.search, ${search.query}::tsquery, 1)`;
  return sql<number>`round((${sql.join([...inTitles, weight], sql` + `)})::numeric, 6)::float8`;
}

function anyOf(alternatives: readonly string[]): RawBuilder<unknown> {
  const each = alternatives.map((text) => sql`phraseto_tsquery('sourcing', ${text})`);
  return sql.join(each, sql` || `);
}

/** The same query bound to weight A: every quoted stem gets the label. */
function inTitle(query: TsQuery): TsQuery {
  return query.replace(/'(?:[^']|'')*'/gu, '$&:A');
}
