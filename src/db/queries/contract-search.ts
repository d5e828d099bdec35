import { sql, type RawBuilder } from 'kysely';
import type { SearchTerm } from '../../domain/contracts/search-query.ts';
import type { Register } from '../register.ts';
import type { TsQuery } from './contract-conditions.ts';

/** A search read by the database: the whole, and each term that must be found, anywhere or in the title. */
export type ReadSearch = {
  query: TsQuery;
  terms: ReadTerm[];
};

/** One term that must be found. `readings`: the query of each alternative, so that a text can be asked which of them it holds. */
export type ReadTerm = {
  text: string;
  alternatives: readonly string[];
  readings: TsQuery[];
  query: TsQuery;
  titleQuery: TsQuery;
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
  const readings = await readTerms(register, terms);
  const wanted: ReadTerm[] = [];
  const excluded: TsQuery[] = [];
  for (const [position, { kind, text, alternatives }] of terms.entries()) {
    const found = readings[position] ?? [];
    if (found.length === 0) continue;
    const query = found.map(withinFields).join(' | ');
    const titleQuery = found.map((reading) => inField(reading, 'A')).join(' | ');
    if (kind === 'exclude') excluded.push(query);
    else wanted.push({ text, alternatives, readings: found, query, titleQuery });
  }
  if (wanted.length === 0 && excluded.length === 0) return null;
  const negative = excluded.map((query) => `!( ${query} )`);
  return {
    query: [...wanted.map(({ query }) => `( ${query} )`), ...negative].join(' & '),
    terms: wanted,
  };
}

/** For each term the stems of each of its alternatives; alternatives of only common words are left out. */
async function readTerms(register: Register, terms: readonly SearchTerm[]): Promise<TsQuery[][]> {
  const flat = terms.flatMap(({ alternatives }, term) => alternatives.map((text) => ({ term, text })));
  if (flat.length === 0) return [];
  const each = flat.map(({ text }) => sql`phraseto_tsquery('sourcing', ${text})::text`);
  const { rows } = await sql<{ queries: string[] }>`select array[${sql.join(each)}] as queries`.execute(
    register.read,
  );
  const queries = rows[0]?.queries ?? [];
  return terms.map((_, term) =>
    flat.flatMap((one, position) => (one.term === term ? (queries[position] ?? '') : [])).filter(Boolean),
  );
}

/** Marks around a match in text that comes back from the database: private-use characters that no notice holds. */
export const matchMarks = { start: '\uE000', stop: '\uE001' } as const;

/**
 * SQL for a text with its matches marked; whole for titles, the best passages for descriptions; null where nothing in it
 * matches. A phrase is marked only in a text that holds it: the words of "service desk" are not marked one by one.
 *
 * @example sql`select ${markedSql(sql`c.title`, search.terms, true)} as title_marked from contract c`
 */
export function markedSql(
  column: RawBuilder<unknown>,
  terms: readonly ReadTerm[],
  isWhole: boolean,
): RawBuilder<string | null> {
  const marks = `StartSel="${matchMarks.start}", StopSel="${matchMarks.stop}"`;
  const options = isWhole
    ? `${marks}, HighlightAll=true`
    : `${marks}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;
  const readings = terms.flatMap((term) => term.readings);
  const query = readings.some(isPhrase)
    ? sql`(select string_agg(reading, ' | ') from unnest(${readings}::text[]) reading
        where to_tsvector('sourcing', ${column}) @@ reading::tsquery)`
    : sql`${readings.length === 0 ? null : readings.join(' | ')}::text`;
  return sql<string | null>`ts_headline('sourcing', ${column}, (${query})::tsquery, ${options})`;
}

/**
 * SQL for where each term was found: for every term the letters of the fields (a title, b parties, c lots and CPV, d description).
 *
 * @example sql`select ${foundSql(search.terms)} as found from contract c`
 */
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
 *
 * @param title column of the title; with it, a title that has the words as they were typed stands before one that only
 *   shares their stems ("housing" before "house"), and the words side by side before the words apart
 * @example sql`select c.title from contract c order by ${rankSql(search)} desc`
 */
export function rankSql(search: ReadSearch, title: RawBuilder<unknown> | null = null): RawBuilder<number> {
  const inTitles = search.terms.map(({ titleQuery }) => sql`(c.search @@ ${titleQuery}::tsquery)::int`);
  const weight = sql`ts_rank('{0.05, 0.2, 0.4, 1.0}', c.search, ${search.query}::tsquery, 1)`;
  const within =
    title === null || search.terms.length === 0
      ? weight
      : sql`(0.6 * ${weight} + 0.4 * ${literalShare(search.terms, title)})`;
  return sql<number>`round((${sql.join([...inTitles, within], sql` + `)})::numeric, 6)::float8`;
}

/** Share (0 to 1) of what was typed that stands letter for letter in the title: each term, and all of them in a row. */
function literalShare(terms: readonly ReadTerm[], title: RawBuilder<unknown>): RawBuilder<number> {
  const whole = terms.map(({ text }) => text.toLowerCase()).join(' ');
  const wanted = terms.length === 1 ? [] : [[whole]];
  const each = [...terms.map(({ alternatives }) => alternatives), ...wanted].map(
    (texts) => sql`(lower(${title}) like any(${texts.map(likeText)}::text[]))::int`,
  );
  return sql<number>`((${sql.join(each, sql` + `)})::float8 / ${each.length}::float8)`;
}

function likeText(text: string): string {
  return `%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`;
}

function isPhrase(reading: TsQuery): boolean {
  return reading.includes('<');
}

/** A phrase bound to one field at a time, so that it is not found across the end of one and the beginning of the next. */
function withinFields(reading: TsQuery): TsQuery {
  if (!isPhrase(reading)) return reading;
  return ['A', 'B', 'C', 'D'].map((field) => `( ${inField(reading, field)} )`).join(' | ');
}

/** The same query bound to one weight: every quoted stem gets the label. */
function inField(reading: TsQuery, field: string): TsQuery {
  return reading.replace(/'(?:[^']|'')*'/gu, `$&:${field}`);
}
