import { sql } from 'kysely';
import type { Register } from '../register.ts';

/** One name under which a body paid. */
export type SpendPayerRow = {
  payer_key: string;
  /** Months, `YYYY-MM`. */
  first_month: string;
  last_month: string;
  line_count: number;
};

/**
 * Names under which payments that count were made, sales that suppliers reported left out; there are some thousands at most.
 *
 * @param payerKeys only these; all where null
 */
export async function listSpendPayers(
  register: Register,
  payerKeys: readonly string[] | null,
): Promise<SpendPayerRow[]> {
  const only = payerKeys === null ? sql`true` : sql`l.payer_key = any(${payerKeys}::text[])`;
  const { rows } = await sql<SpendPayerRow>`
    select l.payer_key, to_char(min(l.month), 'YYYY-MM') as first_month, to_char(max(l.month), 'YYYY-MM') as last_month,
      sum(l.line_count)::int as line_count
    from spend_pair l join spend_month m on m.file_id = l.file_id and m.month = l.month join spend_file f on f.file_id = l.file_id
    where m.is_current and f.state = 'held' and f.kind = 'paid' and ${only}
    group by 1 order by 1`.execute(register.read);
  return rows;
}
