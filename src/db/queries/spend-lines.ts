import { sql, type RawBuilder } from 'kysely';
import type { Register } from '../register.ts';

/** Which payments are asked for. Empty lists of keys mean that nobody was found; null, that anyone will do. */
export type SpendConditions = {
  payerKeys: readonly string[] | null;
  payeeKeys: readonly string[] | null;
  fileId: string | null;
  /** Months, `YYYY-MM`, both included. */
  fromMonth: string | null;
  toMonth: string | null;
  leastPence: number | null;
};

export type SpendOrder = 'newest' | 'largest';

/** One payment as stored, with what its file says about it. */
export type SpendLineRow = {
  file_id: string;
  row_number: number;
  sheet: string | null;
  sheet_row: number;
  month: string;
  paid_on: string | null;
  amount_pence: number;
  kind: 'paid' | 'reported';
  vat_basis: 'net' | 'gross' | 'unstated';
  publisher: string;
  file_name: string;
  payer_key: string;
  payee_kind: 'organisation' | 'person' | 'withheld' | 'none';
  payee_key: string | null;
  category: string | null;
  description: string | null;
  reference: string | null;
};

function whereSpend(conditions: SpendConditions): RawBuilder<unknown> {
  const { payerKeys, payeeKeys, fileId, fromMonth, toMonth, leastPence } = conditions;
  const parts = [
    sql`m.is_current and f.state = 'held'`,
    ...(payerKeys === null ? [] : [sql`l.payer_key = any(${payerKeys}::text[])`]),
    ...(payeeKeys === null ? [] : [sql`l.payee_key = any(${payeeKeys}::text[])`]),
    ...(fileId === null ? [] : [sql`l.file_id = ${fileId}`]),
    ...(fromMonth === null ? [] : [sql`l.month >= ${`${fromMonth}-01`}::date`]),
    ...(toMonth === null ? [] : [sql`l.month <= ${`${toMonth}-01`}::date`]),
    ...(leastPence === null ? [] : [sql`l.amount_pence >= ${leastPence}::bigint`]),
  ];
  return sql.join(parts, sql` and `);
}

const joined = sql`spend_line l join spend_month m on m.file_id = l.file_id and m.month = l.month
  join spend_file f on f.file_id = l.file_id`;

/** The same joined to what was added up by payer and payee; `l` again, so that the conditions fit both. */
const joinedPairs = sql`spend_pair l join spend_month m on m.file_id = l.file_id and m.month = l.month
  join spend_file f on f.file_id = l.file_id`;

/** One page of payments that count. */
export async function findSpendLines(
  register: Register,
  list: {
    conditions: SpendConditions;
    order: SpendOrder;
    limit: number;
    after: readonly (string | number | null)[] | null;
  },
): Promise<SpendLineRow[]> {
  const orderBy =
    list.order === 'largest'
      ? sql`l.amount_pence desc, l.file_id, l.row_number`
      : sql`l.month desc, l.file_id, l.row_number`;
  const { rows } = await sql<SpendLineRow>`
    select l.file_id, l.row_number, l.sheet, l.sheet_row, to_char(l.month, 'YYYY-MM') as month, l.paid_on, l.amount_pence,
      f.kind, f.vat_basis, f.publisher, f.name as file_name, l.payer_key, l.payee_kind, l.payee_key, l.category,
      l.description, l.reference
    from ${joined} where ${whereSpend(list.conditions)} and ${afterSpend(list)} order by ${orderBy} limit ${list.limit}`.execute(
    register.read,
  );
  return rows;
}

function afterSpend(list: {
  order: SpendOrder;
  after: readonly (string | number | null)[] | null;
}): RawBuilder<unknown> {
  if (list.after === null) return sql`true`;
  const [value = null, fileId = null, row = null] = list.after;
  const behind = sql`(l.file_id, l.row_number) > (${fileId}::text, ${row}::int)`;
  return list.order === 'largest'
    ? sql`(l.amount_pence < ${value}::bigint or (l.amount_pence = ${value}::bigint and ${behind}))`
    : sql`(l.month < ${value}::date or (l.month = ${value}::date and ${behind}))`;
}

/** Where the page after this row begins. */
export function afterSpendLine(row: SpendLineRow, order: SpendOrder): (string | number)[] {
  return [order === 'largest' ? row.amount_pence : `${row.month}-01`, row.file_id, row.row_number];
}

/** Sum and number of the payments asked for, apart by kind and VAT basis. */
export type SpendSumRow = {
  kind: 'paid' | 'reported';
  vat_basis: 'net' | 'gross' | 'unstated';
  line_count: number;
  sum_pence: number;
};

/** Sums of all payments asked for, not only of one page; from what was added up by payer and payee where that is enough. */
export async function sumSpendLines(register: Register, conditions: SpendConditions): Promise<SpendSumRow[]> {
  const isAddedUp = conditions.leastPence === null;
  const from = isAddedUp ? joinedPairs : joined;
  const sums = isAddedUp
    ? sql`sum(l.line_count)::int as line_count, sum(l.sum_pence)::int8 as sum_pence`
    : sql`count(*)::int as line_count, sum(l.amount_pence)::int8 as sum_pence`;
  const { rows } = await sql<SpendSumRow>`
    select f.kind, f.vat_basis, ${sums} from ${from} where ${whereSpend(conditions)} group by 1, 2 order by 1, 2`.execute(
    register.read,
  );
  return rows;
}

/** What one body paid to one payee in one month. */
export type SpendPairRow = {
  payee_kind: SpendLineRow['payee_kind'];
  payee_key: string | null;
  month: string;
  vat_basis: SpendLineRow['vat_basis'];
  line_count: number;
  sum_pence: number;
};

/** Payments of a body by payee, month and VAT basis; sales that suppliers reported are another kind and left out. */
export async function listSpendPairs(
  register: Register,
  payerKeys: readonly string[],
): Promise<SpendPairRow[]> {
  const { rows } = await sql<SpendPairRow>`
    select l.payee_kind, nullif(l.payee_key, '') as payee_key, to_char(l.month, 'YYYY-MM') as month, f.vat_basis,
      sum(l.line_count)::int as line_count, sum(l.sum_pence)::int8 as sum_pence
    from ${joinedPairs} where m.is_current and f.state = 'held' and f.kind = 'paid'
      and l.payer_key = any(${payerKeys}::text[])
    group by 1, 2, 3, 4`.execute(register.read);
  return rows;
}

/** A contract of a buyer, as reconciliation needs it. */
export type BuyerContractRow = {
  contract_id: string;
  supplier_ids: string[];
  is_framework_agreement: boolean;
  net_pence: number | null;
  ceiling_pence: number | null;
  start_on: string | null;
  end_on: string | null;
};

/** Contracts of a buyer that were not withdrawn. */
export async function listBuyerContracts(
  register: Register,
  organisationId: string,
): Promise<BuyerContractRow[]> {
  const { rows } = await sql<BuyerContractRow>`
    select contract_id, supplier_ids, is_framework_agreement, net_pence,
      case when is_framework_agreement and headline_kind = 'ceiling' and headline_basis = 'net'
        and headline_currency = 'GBP' and headline_flag is null then headline_minor_units end as ceiling_pence,
      coalesce(start_on, signed_on, awarded_on) as start_on, coalesce(ended_on, max_end_on, end_on) as end_on
    from contract where buyer_id = ${organisationId} and stage <> 'cancelled' and main_ocid is null`.execute(
    register.read,
  );
  return rows;
}
