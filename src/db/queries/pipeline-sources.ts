import { sql } from 'kysely';
import type { NoticeAmount } from '../../domain/pipeline/notice-value.ts';
import type { Executor } from '../register.ts';

/** A process that is planned and not tendered yet. */
export type PlannedProcessRow = {
  ocid: string;
  title: string;
  segment: string | null;
  buyer_id: string | null;
  buyer_name: string | null;
  /** Kinds of its planning notices: UK1, UK2, UK3. */
  notice_types: string[];
  /** Earliest and latest start and earliest end of its lots. */
  start_from: string | null;
  start_to: string | null;
  end_on: string | null;
  /** Day on which the tender notice is expected. */
  tender_expected_on: string | null;
  lot_count: number;
  is_framework_agreement: boolean;
  description: string | null;
  cpv_codes: string[];
  amounts: NoticeAmount[];
};

/**
 * Processes with a pipeline or planning notice that aren't tendered yet, on no portal. One that is counted under another
 * isn't listed: the other says how far it has come.
 */
export async function listPlannedProcesses(
  executor: Executor,
  segments: readonly string[],
): Promise<PlannedProcessRow[]> {
  const { rows } = await sql<PlannedProcessRow>`
    select p.ocid, p.title, p.segment, m.organisation_id as buyer_id, m.name as buyer_name, n.notice_types,
      l.start_from, l.start_to, l.end_on, l.lot_count, p.is_framework_agreement, f.description, f."tenderExpectedOn" as tender_expected_on,
      array(select json_array_elements_text(f."cpvCodes")) as cpv_codes,
      coalesce((select json_agg(json_build_object('of', a.of, 'kind', a.kind, 'basis', a.basis, 'minorUnits', a.minor_units,
        'currency', a.currency, 'flag', a.flag) order by a.position) from amount a where a.ocid = p.ocid), '[]') as amounts
    from process p
    -- The facts are read once: each look into them reads them whole.
    cross join lateral (
      select * from json_to_record(p.facts) as f(description text, "tenderExpectedOn" date, "cpvCodes" json, notices json, lots json, "buyerPartyIds" json) offset 0
    ) f
    join lateral (
      select array_agg(distinct one ->> 'noticeType') as notice_types from json_array_elements(f.notices) one
      where one ->> 'noticeType' in ('UK1', 'UK2', 'UK3')
    ) n on n.notice_types is not null
    cross join lateral (
      select min(lot ->> 'startOn')::date as start_from, max(lot ->> 'startOn')::date as start_to, min(lot ->> 'endOn')::date as end_on,
        count(*)::int as lot_count
      from json_array_elements(f.lots) lot
    ) l
    left join mention m on m.ocid = p.ocid and m.party_id = f."buyerPartyIds" ->> 0
    where p.stage = 'planning' and p.main_ocid is null
      and not exists (select 1 from process q where q.main_ocid = p.ocid and q.stage <> 'planning')
      and p.segment = any(${[...segments]}::text[])
    order by p.ocid`.execute(executor);
  return rows;
}

/** A contract that ends. */
export type EndingContractRow = {
  contract_id: string;
  ocid: string;
  title: string;
  segment: string;
  buyer_id: string | null;
  buyer_name: string | null;
  net_pence: number | null;
  start_on: string | null;
  end_on: string;
  max_end_on: string | null;
};

/** Contracts of these segments that end from one day to another and of which no notice says that they have ended. */
export async function listEndingContracts(
  executor: Executor,
  scope: { segments: readonly string[]; from: string; to: string },
): Promise<EndingContractRow[]> {
  const { rows } = await sql<EndingContractRow>`
    select m.contract_id, c.ocid, c.title, m.segment, c.buyer_id, c.buyer_name, m.net_pence, m.start_on, m.end_on, m.max_end_on
    from market_contract m join contract c using (contract_id)
    where m.is_counted and m.stage not in ('terminated', 'completed') and m.segment = any(${[...scope.segments]}::text[])
      and m.end_on between ${scope.from}::date and ${scope.to}::date
    order by m.contract_id`.execute(executor);
  return rows;
}
