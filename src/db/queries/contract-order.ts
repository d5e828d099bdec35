import { sql, type RawBuilder } from 'kysely';
import type { ContractTable } from '../schema.ts';
import type { ContractOrder } from '../../domain/contracts/contract-filter.ts';

/** Where a page begins or ends: the values of the row beside it, in the order's columns. */
export type After = readonly (string | number | null)[];

/** Where in a list a page lies. */
export type ListPlace = {
  /** The row that the page follows, or with `isBackwards` the row that it goes before; null: the list's beginning. */
  after: After | null;
  isBackwards?: boolean;
};

/**
 * The order of a list of contracts over `contract c`. Rows without the value stand last. Backwards is the same order turned
 * round, to read the page before a row; an index serves both.
 *
 * @example sql`select c.title from contract c order by ${orderOf('newest')} limit 25`
 */
export function orderOf(order: ContractOrder, isBackwards = false): RawBuilder<unknown> {
  if (order === 'value') {
    return isBackwards
      ? sql`c.headline_pence asc nulls first, c.contract_id asc`
      : sql`c.headline_pence desc nulls last, c.contract_id desc`;
  }
  if (order === 'ending') {
    return isBackwards
      ? sql`c.end_on desc nulls first, c.contract_id desc`
      : sql`c.end_on asc nulls last, c.contract_id asc`;
  }
  return isBackwards ? sql`c.dated_on asc, c.contract_id asc` : sql`c.dated_on desc, c.contract_id desc`;
}

/**
 * The condition of the rows beyond a place, in the order and direction asked for; not for relevance, see {@link beyondRank}.
 *
 * @example sql`select c.title from contract c where ${beyond('newest', { after: ['2026-05-01', 'x'] })}`
 */
export function beyond(order: ContractOrder, { after, isBackwards = false }: ListPlace): RawBuilder<unknown> {
  if (after === null) return sql`true`;
  const [first = null, id = null] = after;
  if (order === 'value') return beyondValue(first, id, isBackwards);
  if (order === 'ending') return beyondEnd(first, id, isBackwards);
  return isBackwards
    ? sql`(c.dated_on, c.contract_id) > (${first}::date, ${id})`
    : sql`(c.dated_on, c.contract_id) < (${first}::date, ${id})`;
}

type Value = string | number | null;

function beyondValue(first: Value, id: Value, isBackwards: boolean): RawBuilder<unknown> {
  if (isBackwards) {
    return first === null
      ? sql`(c.headline_pence is not null or c.contract_id > ${id})`
      : sql`(c.headline_pence > ${first}::bigint or (c.headline_pence = ${first}::bigint and c.contract_id > ${id}))`;
  }
  return first === null
    ? sql`(c.headline_pence is null and c.contract_id < ${id})`
    : sql`(c.headline_pence < ${first}::bigint or c.headline_pence is null or (c.headline_pence = ${first}::bigint and c.contract_id < ${id}))`;
}

function beyondEnd(first: Value, id: Value, isBackwards: boolean): RawBuilder<unknown> {
  if (isBackwards) {
    return first === null
      ? sql`(c.end_on is not null or c.contract_id < ${id})`
      : sql`(c.end_on < ${first}::date or (c.end_on = ${first}::date and c.contract_id < ${id}))`;
  }
  return first === null
    ? sql`(c.end_on is null and c.contract_id > ${id})`
    : sql`(c.end_on > ${first}::date or c.end_on is null or (c.end_on = ${first}::date and c.contract_id > ${id}))`;
}

/** What a row must say for its place to be told. */
type PlacedRow = Pick<ContractTable, 'contract_id' | 'headline_pence' | 'end_on' | 'dated_on'> & {
  rank: number;
};

/** Order and condition of a page of ranked rows `r`. */
export function beyondRank({ after, isBackwards = false }: ListPlace): {
  order: RawBuilder<unknown>;
  condition: RawBuilder<unknown>;
} {
  const order = isBackwards
    ? sql`r.rank asc, r.dated_on asc, r.contract_id asc`
    : sql`r.rank desc, r.dated_on desc, r.contract_id desc`;
  if (after === null) return { order, condition: sql`true` };
  const [rank, datedOn, id] = after;
  const row = sql`(r.rank, r.dated_on, r.contract_id)`;
  const place = sql`(${rank}::float8, ${datedOn}::date, ${id})`;
  return { order, condition: isBackwards ? sql`${row} > ${place}` : sql`${row} < ${place}` };
}

/**
 * The place of a row: where the page after it begins, and the page before it ends.
 *
 * @example placeOfRow(row, { order: 'newest', search: null }) // [row.dated_on, row.contract_id]
 */
export function placeOfRow(row: PlacedRow, list: { order: ContractOrder; search: unknown }): After {
  if (list.order === 'value') return [row.headline_pence, row.contract_id];
  if (list.order === 'ending') return [row.end_on, row.contract_id];
  if (list.order === 'relevance' && list.search !== null) return [row.rank, row.dated_on, row.contract_id];
  return [row.dated_on, row.contract_id];
}
