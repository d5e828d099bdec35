import { sql } from 'kysely';
import { undatedDay } from '../../domain/contracts/contract-facts.ts';
import type { ForecastHistory } from '../../domain/pipeline/forecast-history.ts';
import type { Executor } from '../register.ts';

/** Financial year of a day, by the year in which it begins. */
const yearOf = (column: string) => sql`extract(year from ${sql.ref(column)} - interval '3 months')::int`;

/**
 * What forecasts are fitted on: counts and sums by segment and financial year, from contracts that measures count. Whether
 * a contract was followed is decided as for incumbents (domain/market/incumbent-rewin.ts), whoever supplies the next one.
 *
 * What has no day of signature or award is left out: it would count as known before it was.
 *
 * @param today contracts that end later haven't ended
 * @param days a successor begins at most so long before and after the end
 */
export async function readForecastHistory(
  executor: Executor,
  scope: { segments: readonly string[]; today: string; fromYear: number },
  days: { before: number; after: number },
): Promise<ForecastHistory> {
  const { segments, today, fromYear } = scope;
  const ofScope = sql`m.is_counted and m.segment = any(${[...segments]}::text[])`;
  const totals = sql`count(*)::int as contracts, count(m.net_pence)::int as valued, coalesce(sum(m.net_pence), 0)::bigint as pence`;
  const [signed, ending, followed] = await Promise.all([
    sql<ForecastHistory['signed'][number]>`
      select m.segment, ${yearOf('m.dated_on')} as year, ${totals} from market_contract m
      where ${ofScope} and m.dated_on < ${today}::date and m.dated_on >= make_date(${fromYear}::int, 4, 1)
      group by 1, 2 order by 1, 2`.execute(executor),
    sql<ForecastHistory['ending'][number]>`
      select m.segment, ${yearOf('m.end_on')} as year, ${yearOf('m.dated_on')} as "knownYear", ${totals} from market_contract m
      where ${ofScope} and m.dated_on < ${today}::date and m.dated_on > ${undatedDay}::date and m.end_on >= make_date(${fromYear}::int, 4, 1)
      group by 1, 2, 3 order by 1, 2, 3`.execute(executor),
    sql<ForecastHistory['followed'][number]>`
      select m.segment, ${yearOf('m.end_on')} as year, ${yearOf('next.dated_on')} as "followedYear", count(*)::int as contracts
      from market_contract m left join lateral (
        select min(n.dated_on) as dated_on from market_contract n
        where n.buyer_id = m.buyer_id and n.segment = m.segment and n.contract_id <> m.contract_id and n.is_counted
          and coalesce(n.start_on, n.dated_on) between m.end_on - ${days.before}::int and m.end_on + ${days.after}::int
          and (m.start_on is null or coalesce(n.start_on, n.dated_on) > m.start_on) and n.title_words && m.title_words
          and (select count(*) from unnest(n.title_words) w where w = any(m.title_words)) >= least(2, cardinality(m.title_words))
      ) next on true
      where ${ofScope} and m.buyer_id is not null and cardinality(m.title_words) > 0
        and m.end_on < ${today}::date and m.end_on >= make_date(${fromYear}::int, 4, 1)
      group by 1, 2, 3 order by 1, 2, 3`.execute(executor),
  ]);
  return { signed: signed.rows, ending: ending.rows, followed: followed.rows };
}
