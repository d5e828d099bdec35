import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../register.ts';

/** What is kept of a planned purchase, each time it is entered. */
export type PurchaseInsert = {
  purchase_id: string;
  buyer_id: string;
  reference: string;
  title: string;
  description: string | null;
  segment: string;
  category: string | null;
  cpv_codes: readonly string[];
  low_minor_units: number | null;
  high_minor_units: number | null;
  currency: string;
  vat_basis: string;
  start_from: string;
  start_to: string;
  months: number | null;
  notice_on: string | null;
  stage: string;
  confidence: string;
  is_shareable: boolean;
  is_framework: boolean;
  replaces_contract_id: string | null;
  process_ocid: string | null;
};

/** A planned purchase with the organisation that its buyer is at present. */
export type PurchaseRow = Omit<PurchaseInsert, 'cpv_codes'> & {
  version_id: number;
  cpv_codes: string[];
  buyer_name: string;
  /**
   * The contract that it follows by its present id: an award's id leads to the contract that came of it, and a contract that
   * is counted on another portal to the one counted there, where it is the only one.
   */
  follows_contract_id: string | null;
  /** Its process, or the one under which that is counted. */
  counted_ocid: string | null;
  made_by: string;
  made_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
};

/** An organisation that a text may mean as a buyer. */
export type BuyerFound = { asked: string; organisation_id: string; name: string };

/** Organisations behind ids, former ones too, or exact names of those that buy; capitals don't matter. */
export async function findBuyersNamed(executor: Executor, asked: readonly string[]): Promise<BuyerFound[]> {
  const { rows } = await sql<BuyerFound>`
    with a as (select unnest(${[...new Set(asked)]}::text[]) as text),
    present as (
      select a.text, k.organisation_id from a join organisation_key k on k.key_id = a.text
      union select a.text, n.organisation_id from a join organisation n on lower(n.name) = lower(a.text)
        join organisation_summary s on s.organisation_id = n.organisation_id and s.side = 'buyer'
    )
    select present.text as asked, o.organisation_id, o.name from present join organisation o using (organisation_id)
    order by 1, 2`.execute(executor);
  return rows;
}

/** Which of these contracts are held, also by the id they had as an award. */
export async function listContractsHeld(executor: Executor, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select contract_id as id from contract where contract_id = any(${[...ids]}::text[])
    union select stand_in_id from contract where stand_in_id = any(${[...ids]}::text[])`.execute(executor);
  return new Set(rows.map(({ id }) => id));
}

/** Which of these processes are held. */
export async function listProcessesHeld(executor: Executor, ocids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ ocid: string }>`
    select ocid from process where ocid = any(${[...ocids]}::text[])`.execute(executor);
  return new Set(rows.map(({ ocid }) => ocid));
}

/** Keeps purchases; what stands of the same ones must have been withdrawn before. */
export async function insertPurchases(
  executor: Executor,
  rows: readonly PurchaseInsert[],
  made: { by: string; at: string },
): Promise<void> {
  await sql`
    insert into planned_purchase (purchase_id, buyer_id, reference, title, description, segment, category, cpv_codes,
      low_minor_units, high_minor_units, currency, vat_basis, start_from, start_to, months, notice_on, stage, confidence,
      is_shareable, is_framework, replaces_contract_id, process_ocid, made_by, made_at)
    select r.*, ${made.by}, ${made.at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(purchase_id text, buyer_id text, reference text, title text,
      description text, segment text, category text, cpv_codes text[], low_minor_units bigint, high_minor_units bigint,
      currency text, vat_basis text, start_from date, start_to date, months int, notice_on date, stage text, confidence text,
      is_shareable boolean, is_framework boolean, replaces_contract_id text, process_ocid text)`.execute(
    executor,
  );
}

/** Ends what stands of purchases; answers which did. */
export async function withdrawPurchases(
  executor: Executor,
  purchaseIds: readonly string[],
  by: { by: string; at: string },
): Promise<string[]> {
  const { rows } = await sql<{ purchase_id: string }>`
    update planned_purchase set withdrawn_at = ${by.at}::timestamptz, withdrawn_by = ${by.by}
    where purchase_id = any(${[...purchaseIds]}::text[]) and withdrawn_at is null returning purchase_id`.execute(
    executor,
  );
  return rows.map(({ purchase_id: id }) => id);
}

/** Which purchases are read; an empty list narrows nothing. */
export type PurchaseScope = {
  /** Only what may be shared: everything that the public sees is read with it. */
  isSharedOnly: boolean;
  isStandingOnly: boolean;
  segments?: readonly string[];
  /** Present id of the buying organisation. */
  buyer?: string | null;
  purchaseId?: string | null;
  references?: readonly string[];
  limit?: number;
  /** Rows to pass over. */
  skip?: number;
};

/** Planned purchases, the one entered last first. */
export async function listPurchases(executor: Executor, scope: PurchaseScope): Promise<PurchaseRow[]> {
  const limit = scope.limit === undefined ? sql`` : sql`limit ${scope.limit}`;
  const offset = scope.skip === undefined ? sql`` : sql`offset ${scope.skip}`;
  const { rows } = await sql<PurchaseRow>`
    select p.version_id, p.purchase_id, coalesce(k.organisation_id, p.buyer_id) as buyer_id,
      coalesce(o.name, p.buyer_id) as buyer_name, p.reference, p.title, p.description, p.segment, p.category, p.cpv_codes,
      p.low_minor_units, p.high_minor_units, p.currency, p.vat_basis, p.start_from, p.start_to, p.months, p.notice_on,
      p.stage, p.confidence, p.is_shareable, p.is_framework, p.replaces_contract_id, p.process_ocid, p.made_by, p.made_at,
      coalesce((
        select case when c.main_ocid is null then c.contract_id
          else (select min(k.contract_id) from contract k where k.ocid = c.main_ocid having count(*) = 1) end
        from contract c where c.contract_id = p.replaces_contract_id or c.stand_in_id = p.replaces_contract_id
        order by (c.stand_in_id = p.replaces_contract_id) desc nulls last, c.contract_id limit 1
      ), p.replaces_contract_id) as follows_contract_id,
      coalesce((select c.main_ocid from process c where c.ocid = p.process_ocid), p.process_ocid) as counted_ocid,
      p.withdrawn_at, p.withdrawn_by
    from planned_purchase p left join organisation_key k on k.key_id = p.buyer_id
      left join organisation o on o.organisation_id = coalesce(k.organisation_id, p.buyer_id)
    where ${conditionOf(scope)}
    order by p.version_id desc ${limit} ${offset}`.execute(executor);
  return rows;
}

/** How many there are, whatever the limit. */
export async function countPurchases(executor: Executor, scope: PurchaseScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from planned_purchase p left join organisation_key k on k.key_id = p.buyer_id
    where ${conditionOf(scope)}`.execute(executor);
  return rows[0]?.count ?? 0;
}

function conditionOf(scope: PurchaseScope): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (scope.isStandingOnly) parts.push(sql`p.withdrawn_at is null`);
  if (scope.isSharedOnly) parts.push(sql`p.is_shareable`);
  if (scope.segments !== undefined) parts.push(sql`p.segment = any(${[...scope.segments]}::text[])`);
  if (scope.buyer !== undefined && scope.buyer !== null)
    parts.push(sql`coalesce(k.organisation_id, p.buyer_id) = ${scope.buyer}`);
  if (scope.purchaseId !== undefined && scope.purchaseId !== null)
    parts.push(sql`p.purchase_id = ${scope.purchaseId}`);
  if (scope.references !== undefined) parts.push(sql`p.reference = any(${[...scope.references]}::text[])`);
  return sql.join(parts, sql` and `);
}
