import { sql } from 'kysely';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import type { Executor } from '../register.ts';

/** Which procurements are counted: those whose tender notice came in these days. */
export type TimesCohort = { from: string; to: string };

/** Calendar days that a part of a procurement took, with how many procurements took so many. */
export type ProcurementDays = {
  route: string;
  segment: string;
  /** window: from tender notice to the last day for tenders · whole: to signature. */
  part: 'window' | 'whole';
  days: number;
  count: number;
};

/** Law whose periods are those of the Procurement Act 2023; procurements of older law are another cohort. */
const actRegimes = [
  'procurement-act',
  'procurement-act-wales',
  'procurement-act-northern-ireland',
  'light-touch',
  'below-threshold',
];
/** Longest times that are believed, in days: five years for the whole, one year for the tendering period. */
const longest = { whole: 1826, window: 366 };

/**
 * How long digital procurements under the Act took, by route and segment; each process counts once, however many contracts came
 * of it, by its first signature. Contracts Finder’s contracts below the threshold are left out: they don’t say under which law
 * they were begun.
 */
export async function listProcurementDays(
  executor: Executor,
  { from, to }: TimesCohort,
): Promise<ProcurementDays[]> {
  const { rows } = await sql<ProcurementDays>`
    with begun as (
      select c.ocid, min(m.route) as route, min(m.segment) as segment, min(c.tender_on) as tender_on, min(c.signed_on) as signed_on
      from market_contract m join contract c using (contract_id)
      where m.is_counted and m.segment = any(${[...digitalSegmentIds]}::text[]) and m.tender_on between ${from}::date and ${to}::date
        and c.regime = any(${actRegimes}::text[]) and c.publisher <> 'contracts-finder'
      group by c.ocid
    ), timed as (
      select b.route, b.segment, 'whole' as part, b.signed_on - b.tender_on as days from begun b
      where b.signed_on - b.tender_on between 1 and ${longest.whole}
      union all
      select b.route, b.segment, 'window', (p.tender_deadline_at at time zone 'Europe/London')::date - b.tender_on
      from begun b join process p using (ocid)
      where (p.tender_deadline_at at time zone 'Europe/London')::date - b.tender_on between 1 and ${longest.window}
    )
    select route, segment, part, days, count(*)::int as count from timed group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(
    executor,
  );
  return rows;
}
