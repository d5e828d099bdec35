import { beforeAll, expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { listConcentration, listFigureSums, type FigureSum } from '../../db/queries/market-measures.ts';
import { listMarketContracts } from '../../db/queries/market-rows.ts';
import { committedByYear } from '../../domain/market/committed-value.ts';
import { concentration } from '../../domain/market/concentration.ts';
import { totalsOf, type Coverage } from '../../domain/market/coverage.ts';
import { expiryWall } from '../../domain/market/expiry-wall.ts';
import { isCounted, type MarketContract } from '../../domain/market/market-contract.ts';
import { routeShares } from '../../domain/market/route-shares.ts';
import { singleBidRate } from '../../domain/market/single-bid-rate.ts';
import { smeShare } from '../../domain/market/sme-share.ts';
import {
  committedCoverageOf,
  concentrationCoverageOf,
  countedOf,
  expiryWallOf,
  routeSharesOf,
  singleBidRateOf,
  smeShareOf,
} from './measures-of.ts';

const figures = [
  'year',
  'route',
  'scale',
  'bids',
  'supplier',
  'committed',
  'extension',
  'commitment',
  'expiry',
];
const segments = ['sector-systems', 'digital-delivery'];

describeOnDatabases('measures from sums and from contracts', (open) => {
  let database: TestDatabase;
  let rows: MarketContract[];

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    rows = await listMarketContracts(database.register.latest);
  });

  const scopes = [
    { name: 'a segment', segments: ['sector-systems'], buyerTypes: [], fromYear: 1990, toYear: 2100 },
    { name: 'two years', segments, buyerTypes: [], fromYear: 2025, toYear: 2026 },
    { name: 'kinds of buyer', segments, buyerTypes: ['nhs', 'education'], fromYear: 2020, toYear: 2026 },
    { name: 'a market that is not there', segments: ['none'], buyerTypes: [], fromYear: 2020, toYear: 2026 },
  ];

  it.each(scopes)('are the same for $name', async ({ name: _name, ...scope }) => {
    const sums: FigureSum[] = await listFigureSums(database.register.latest, scope, figures, {});
    const ofMarket = rows.filter(
      ({ segment, buyerType }) =>
        segment !== null &&
        scope.segments.includes(segment) &&
        (scope.buyerTypes.length === 0 || scope.buyerTypes.includes(buyerType)),
    );
    const ofYears = ofMarket.filter(({ datedOn }) => {
      const year = Number(datedOn.slice(0, 4));
      return year >= scope.fromYear && year <= scope.toYear;
    });
    const { coverage: _coverage, ...counted } = countedOf(sums);
    expect(counted).toEqual(totalsOf(ofYears.filter(isCounted)));
    expect(smeShareOf(sums)).toEqual(smeShare(ofYears));
    expect(routeSharesOf(sums)).toEqual(routeShares(ofYears));
    expect(singleBidRateOf(sums)).toEqual(singleBidRate(ofYears));
    expect(expiryWallOf(sums)).toEqual(expiryWall(ofMarket));
    const committed = committedByYear(ofMarket);
    expect(committedCoverageOf(sums)).toEqual(committed.coverage);
    expect(
      sums
        .filter(({ figure }) => figure === 'committed')
        .map(({ year, contracts, netPence }) => [year, contracts, netPence]),
    ).toEqual(
      committed.years.filter((one) => one.contracts > 0).map((one) => [one.year, one.contracts, one.pence]),
    );
    const pure = concentration(ofYears);
    expect(concentrationCoverageOf(sums)).toEqual(pure.coverage);
    const found = (await listConcentration(database.register.latest, scope)).find(
      ({ segment }) => segment === '',
    );
    expect(found?.sellers ?? null).toBe(pure.market?.sellers ?? null);
    expect(found?.hhi ?? 0).toBeCloseTo(pure.market?.hhi ?? 0, 6);
    expect(found?.topFourShare ?? 0).toBeCloseTo(pure.market?.topFourShare ?? 0, 9);
  });

  it('state a coverage that adds up to every contract, and measure something', () => {
    const coverages: Coverage[] = [
      smeShare(rows).byCount.coverage,
      smeShare(rows).byValue.coverage,
      routeShares(rows).coverage,
      singleBidRate(rows).coverage,
      concentration(rows).coverage,
      expiryWall(rows).coverage,
      committedByYear(rows).coverage,
    ];
    for (const { total, measured, gaps } of coverages) {
      expect(total).toBe(rows.length);
      expect(measured).toBeGreaterThan(20);
      expect(measured + Object.values(gaps).reduce((sum, count) => sum + count, 0)).toBe(total);
    }
  });

  it('over no contracts are not enough data, and never 0 % or no number', () => {
    expect(smeShare([]).byCount.share).toBeNull();
    expect(singleBidRate([]).share).toBeNull();
    expect(routeShares([]).directAward.share).toBeNull();
    expect(concentration([]).market).toBeNull();
    expect(committedByYear([]).years).toEqual([]);
  });
});
