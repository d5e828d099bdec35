import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../register.ts';

/** A part of the market: its segments, kinds of buyer (all where none is named) and years of signature, both included. */
export type MarketScope = {
  segments: readonly string[];
  buyerTypes: readonly string[];
  fromYear: number;
  toYear: number;
};

/** One sum; `year` is 0 where the figure has none or years were added up, and likewise '' for segment and buyer type. */
export type FigureSum = {
  figure: string;
  segment: string;
  buyerType: string;
  year: number;
  key: string;
  contracts: number;
  netCount: number;
  netPence: number;
};

/** What is kept apart. Years of committed value always are. */
export type KeptApart = { segment?: boolean; buyerType?: boolean; year?: boolean };

/** Figures whose `year` is a financial year, or that have none: the years of a scope don't narrow them. */
const otherYears = sql`figure in ('committed', 'extension', 'commitment', 'expiry')`;

/**
 * Sums of the market in a scope, by figure and key.
 *
 * @param figures `year` (contracts by year, and those not counted), `route`, `scale`, `bids`, `supplier`, `committed`,
 *   `extension`, `commitment` (why not), `expiry`
 */
export async function listFigureSums(
  executor: Executor,
  scope: MarketScope,
  figures: readonly string[],
  apart: KeptApart,
): Promise<FigureSum[]> {
  const segment = apart.segment === true ? sql`segment` : sql`''::text`;
  const buyerType = apart.buyerType === true ? sql`buyer_type` : sql`''::text`;
  const year =
    apart.year === true
      ? sql`year::int`
      : sql`case when figure in ('committed', 'extension') then year else 0 end::int`;
  const { rows } = await sql<FigureSum>`
    select figure, ${segment} as segment, ${buyerType} as "buyerType", ${year} as year, key,
      sum(contract_count)::int as contracts, sum(net_count)::int as "netCount", sum(pence)::bigint as "netPence"
    from market_figure
    where figure = any(${figures}::text[]) and segment = any(${scope.segments}::text[]) and ${ofBuyerTypes(scope)}
      and (${otherYears} or year between ${scope.fromYear} and ${scope.toYear})
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(executor);
  return rows;
}

function ofBuyerTypes({ buyerTypes }: MarketScope): RawBuilder<unknown> {
  return buyerTypes.length === 0 ? sql`true` : sql`buyer_type = any(${buyerTypes}::text[])`;
}

/** How concentrated one segment is by value won; `segment` '' for all of the scope together. */
export type ConcentrationSum = { segment: string; hhi: number; topFourShare: number; sellers: number };

/**
 * Concentration of each segment of a scope, and of all together: the definition of maths/herfindahl.ts, which a test
 * holds equal. A segment without any measured sale is absent.
 */
export async function listConcentration(executor: Executor, scope: MarketScope): Promise<ConcentrationSum[]> {
  // By kind of buyer there are no sums by supplier: then the contracts themselves are added up.
  const sold =
    scope.buyerTypes.length === 0
      ? sql`select segment, organisation_id as supplier_id, pence from market_party
          where side = 'supplier' and segment = any(${scope.segments}::text[]) and year between ${scope.fromYear} and ${scope.toYear}`
      : sql`select segment, supplier_id, net_pence as pence from market_contract
          where is_counted and supplier_id is not null and net_pence is not null and segment = any(${scope.segments}::text[])
            and dated_year between ${scope.fromYear} and ${scope.toYear} and ${ofBuyerTypes(scope)}`;
  const { rows } = await sql<ConcentrationSum>`
    with sold as materialized (${sold}),
    sales as (
      select segment, supplier_id, sum(pence)::float8 as pence from sold group by 1, 2
      union all select '', supplier_id, sum(pence)::float8 from sold group by 2
    ), ranked as (
      select segment, pence, row_number() over (partition by segment order by pence desc) as place from sales where pence > 0
    )
    select segment, 10000 * sum(pence * pence) / (sum(pence) * sum(pence)) as hhi,
      sum(pence) filter (where place <= 4) / sum(pence) as "topFourShare", count(*)::int as sellers
    from ranked group by segment order by segment`.execute(executor);
  return rows;
}

/** One organisation of a market with what it bought or sold. */
export type PartySum = {
  organisationId: string;
  name: string;
  contracts: number;
  netCount: number;
  netPence: number;
};

/**
 * The organisations with most contracts by value in a scope. Suppliers are counted where they were alone on a contract.
 * Likely natural persons are never ranked.
 */
export async function listTopParties(
  executor: Executor,
  scope: MarketScope,
  side: 'buyer' | 'supplier',
  most: number,
): Promise<PartySum[]> {
  // By kind of buyer there are no sums by organisation: then the contracts themselves are added up.
  const id = side === 'buyer' ? sql`buyer_id` : sql`supplier_id`;
  const sums =
    scope.buyerTypes.length === 0
      ? sql`select organisation_id, sum(contract_count)::int as contracts, sum(net_count)::int as net_count, sum(pence)::bigint as pence
          from market_party where side = ${side} and segment = any(${scope.segments}::text[])
            and year between ${scope.fromYear} and ${scope.toYear} group by 1`
      : sql`select ${id} as organisation_id, count(*)::int as contracts, count(net_pence)::int as net_count, coalesce(sum(net_pence), 0)::bigint as pence
          from market_contract where is_counted and ${id} is not null and segment = any(${scope.segments}::text[])
            and dated_year between ${scope.fromYear} and ${scope.toYear} and ${ofBuyerTypes(scope)} group by 1`;
  const { rows } = await sql<PartySum>`
    select s.organisation_id as "organisationId", o.name, s.contracts, s.net_count as "netCount", s.pence as "netPence"
    from (${sums}) s join organisation o on o.organisation_id = s.organisation_id and not o.is_person_likely
    order by s.pence desc, s.contracts desc, s.organisation_id limit ${most}`.execute(executor);
  return rows;
}
