import { sql, type RawBuilder } from 'kysely';
import { routesOfCompetition } from '../../domain/indicators/competition-of.ts';
import { financialYearDays, quarterDays } from '../../domain/market/financial-year.ts';
import { isMarketList, type MarketConditions } from '../../domain/market/market-conditions.ts';

/**
 * The conditions of the market over `c`, as the sums were counted; null where none is set.
 *
 * @example whereMarket({ ...noMarketConditions, committedIn: 2025 })
 */
export function whereMarket(conditions: MarketConditions): RawBuilder<boolean> | null {
  if (!isMarketList(conditions)) return null;
  return sql<boolean>`exists (select 1 from market_contract m where m.contract_id = c.contract_id and ${marketTerms(conditions)})`;
}

/** The same over `market_contract m`. */
function marketTerms(conditions: MarketConditions): RawBuilder<unknown> {
  const { committedIn, extensionIn, committedGap, size, bids, endsIn } = conditions;
  const terms: RawBuilder<unknown>[] = [committedGap === 'copy' ? sql`true` : sql`not m.is_copy`];
  if (conditions.isCounted || size !== null || bids !== null || endsIn !== null)
    terms.push(sql`m.is_counted`);
  if (conditions.isValued) terms.push(sql`m.net_pence is not null`);
  if (conditions.isSole) terms.push(sql`m.supplier_id is not null`);
  if (committedGap !== null) terms.push(sql`m.committed_gap = ${committedGap}`);
  if (committedIn !== null) {
    const { first, last } = financialYearDays(committedIn);
    terms.push(
      sql`m.start_on <= ${last}::date and m.committed_until >= ${first}::date and m.committed_until >= m.start_on`,
    );
  }
  if (extensionIn !== null) {
    const { first, last } = financialYearDays(extensionIn);
    terms.push(sql`m.end_on < ${last}::date and m.extension_until >= ${first}::date`);
  }
  if (size !== null) terms.push(sql`coalesce(m.scale, 'no-size') = ${size}`);
  if (bids !== null) {
    terms.push(sql`m.route = any(${routesOfCompetition('competition')}::text[]) and not m.is_below_threshold and case when m.bid_count is null then 'no-bid-statistics' when m.bid_count = 0 then 'no-bids'
      when m.bid_count = 1 then 'one' else 'several' end = ${bids}`);
  }
  if (endsIn !== null) {
    const { first, last } = quarterDays(endsIn);
    terms.push(
      sql`m.stage not in ('terminated', 'completed') and m.end_on between ${first}::date and ${last}::date`,
    );
  }
  if (conditions.isRevalued) terms.push(sql`m.is_counted and m.last_pence is not null`);
  if (conditions.isRunning) terms.push(sql`m.is_counted and m.stage not in ('terminated', 'completed')`);
  if (conditions.isTimed)
    terms.push(sql`m.tender_on is not null and m.decided_on - m.tender_on between 1 and 1826`);
  if (conditions.isFollowed) {
    const won = conditions.isRewon ? sql`s.is_won` : sql`true`;
    terms.push(
      sql`exists (select 1 from market_succession s where s.contract_id = m.contract_id and ${won})`,
    );
  }
  const { vendorGroup, vendorWay } = conditions;
  if (vendorGroup !== null) {
    const way = vendorWay === null ? sql`true` : sql`v.way = ${vendorWay}`;
    terms.push(sql`exists (select 1 from market_vendor v where v.contract_id = m.contract_id and v.group_id = ${vendorGroup}
      and v.certainty in ('high', 'medium') and ${way})`);
  }
  if (conditions.product !== null) {
    terms.push(sql`exists (select 1 from market_product n where n.contract_id = m.contract_id and n.product_id = ${conditions.product}
      and n.place in ('title', 'lot'))`);
  }
  return sql.join(terms.length === 0 ? [sql`true`] : terms, sql` and `);
}
