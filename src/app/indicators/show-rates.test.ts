import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/process.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { fillWithSample } from '../../../test/support/sample-register.ts';
import { listMarketContracts } from '../../db/queries/market-rows.ts';
import { competitionOf } from '../../domain/indicators/competition-of.ts';
import { isCounted } from '../../domain/market/market-contract.ts';
import type { LegalRegime } from '../../domain/notices/process-facts.ts';
import { wilson } from '../../maths/wilson.ts';
import { catalogues } from '../../web/catalogue/catalogue.ts';
import { processPage } from '../../web/pages/processes/show/page.ts';
import { refreshMarketSums } from '../market/refresh-market.ts';
import { showProcess } from '../processes/show-process.ts';
import { showIndicatorRates } from './show-rates.ts';
import type { SingleBidClass } from './views.ts';

const ocid = 'ocds-h6vhtk-0bbbbb';

/** A process that got one tender, signed in the year of most contracts of its class. */
const oneTender = actRelease({
  ocid,
  id: '099999-2026',
  bids: { statistics: [{ id: '1', measure: 'bids', value: 1 }] },
  awards: [{ id: '1', status: 'active', suppliers: [{ id: 'GB-COH-01234567' }] }],
  contracts: [{ id: '1', awardID: '1', status: 'active', dateSigned: '2026-05-05T00:00:00Z' }],
});

describeOnDatabases('rates of one bid', (open) => {
  let database: TestDatabase;
  const rates = async (input: object = {}): Promise<SingleBidClass[]> => {
    const context = testContext({ register: database.register });
    return (await showIndicatorRates.run(context, showIndicatorRates.input.parse(input))).classes;
  };

  beforeAll(async () => {
    database = await open();
    await fillWithSample(database.register);
    await ingestAll(database.register, [oneTender]);
    // These tests are about counting, so that nearly all contracts are of one segment, kind of buyer and year.
    await database.register.write(async (transaction) => {
      await sql`update contract set segment = 'sector-systems', buyer_type = 'nhs'`.execute(transaction);
      await sql`update contract set dated_on = '2026-05-05', dated_year = 2026 where dated_year > 2021`.execute(
        transaction,
      );
    });
    await refreshMarketSums(testContext({ register: database.register }), database.register);
  });

  it('equal a second count over the contracts, class by class', async () => {
    const regimes = new Map(
      (
        await sql<{
          id: string;
          regime: LegalRegime;
        }>`select contract_id as id, regime from contract`.execute(database.register.latest)
      ).rows.map(({ id, regime }) => [id, regime]),
    );
    const groups = new Map<string, number[]>();
    for (const contract of await listMarketContracts(database.register.latest)) {
      const regime = regimes.get(contract.contractId) ?? 'unknown';
      const competition = competitionOf({ route: contract.route, regime });
      if (competition === null || !isCounted(contract)) continue;
      const key = `${contract.datedOn.slice(0, 4)} ${competition}`;
      groups.set(key, [...(groups.get(key) ?? []), contract.bidCount ?? 0]);
    }
    const found = await rates();
    expect(found.length).toBe(groups.size);
    expect(found.some(({ rate }) => rate !== null)).toBe(true);
    expect(found.some(({ rate }) => rate === null)).toBe(true);
    for (const { year, competition, contracts, counted, rate } of found) {
      const bids = groups.get(`${year} ${competition}`) ?? [];
      const known = bids.filter((count) => count > 0);
      const single = known.filter((count) => count === 1).length;
      expect([contracts, counted]).toEqual([bids.length, known.length]);
      expect(rate).toEqual(known.length < 30 ? null : wilson(single, known.length));
    }
  });

  it('are narrowed by class', async () => {
    const all = await rates();
    const [first] = all.filter(({ competition }) => competition === 'call-off');
    if (first === undefined) throw new Error('There are call-offs.');
    const { segment, buyerType, year, competition } = first;
    expect(await rates({ segment, buyerType, year, competition })).toEqual([first]);
    expect(await rates({ segment: 'not-digital' })).toEqual([]);
  });

  it('are by class alone: nothing in them names a buyer or a supplier', async () => {
    const [one] = await rates();
    expect(Object.keys(one ?? {}).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'buyerType',
      'competition',
      'contracts',
      'counted',
      'rate',
      'segment',
      'year',
    ]);
    for (const name of ['buyerId', 'supplier', 'supplierId']) {
      expect(showIndicatorRates.input.safeParse({ [name]: 'x' }).success).toBe(false);
    }
  });

  it('stand beside the bare fact on a process of that class', async () => {
    const { review } = await showProcess.run(testContext({ register: database.register }), { ocid });
    expect(review.indicators).toMatchObject([{ code: 'R018', singleBidLots: 1, countedLots: 1 }]);
    const [own] = await rates({ year: 2026, competition: 'competition' });
    expect(review.comparable).toEqual(own);
    expect(own?.year).toBe(2026);
  });

  it('stand on its page, from which search engines are kept away', async () => {
    const context = testContext({ register: database.register });
    const url = `/processes/${ocid}`;
    const request = {
      context,
      params: { ocid },
      query: {},
      form: {},
      uploads: {},
      url,
      words: catalogues.en,
    };
    expect(await processPage.answer(request)).toMatchObject({
      isIndexed: false,
      view: { review: [{ fact: 'One tender was received.', publishedReason: null }] },
    });
  });

  it('say in words that there is not enough data', async () => {
    const present = showIndicatorRates.present?.bind(showIndicatorRates);
    if (present === undefined) throw new Error('It has a text form.');
    const answer = { indicator: 'R018', basis: 'bid-statistics', leastCounted: 30 } as const;
    const classes = await rates();
    const text = present({ ...answer, classes }, {});
    expect(text).toContain('not enough data (');
    expect(text).toMatch(/\d+ % \(95 % interval \d+ % to \d+ %\)/);
    expect(present({ ...answer, classes: [] }, {})).toContain('Not enough data');
  });
});
