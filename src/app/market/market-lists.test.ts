import { beforeAll, expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { listLeadDays, listRevaluations, listRewins } from '../../db/queries/market-lists.ts';
import { listMarketContracts } from '../../db/queries/market-rows.ts';
import { incumbentRewin } from '../../domain/market/incumbent-rewin.ts';
import { leadTimeOf, leadTimes } from '../../domain/market/lead-time.ts';
import type { MarketContract } from '../../domain/market/market-contract.ts';
import { valueGrowth } from '../../domain/market/value-growth.ts';

const today = '2026-11-01';
const scope = {
  segments: ['sector-systems', 'digital-delivery', 'devices-hardware', 'not-digital'],
  buyerTypes: [],
  fromYear: 1990,
  toYear: 2100,
};

describeOnDatabases('lead times, growth and re-wins from the database and from contracts', (open) => {
  let database: TestDatabase;
  let rows: MarketContract[];
  const gapsOf = (gaps: readonly { gap: string; contracts: number }[]): Record<string, number> =>
    Object.fromEntries(gaps.map(({ gap, contracts }) => [gap, contracts]));

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    rows = (await listMarketContracts(database.register.latest)).filter(
      ({ datedOn }) => datedOn >= '1990-01-01',
    );
  });

  it('lead times are the same', async () => {
    const { days, gaps } = await listLeadDays(database.register.latest, scope);
    const pure = leadTimes(rows);
    const all = days.flatMap((one) => Array.from({ length: one.contracts }, () => one.days));
    expect(leadTimeOf(all)).toEqual(pure.all);
    expect(gapsOf(gaps)).toEqual(pure.coverage.gaps);
    expect(pure.coverage.measured).toBeGreaterThan(20);
  });

  it('value growth is the same', async () => {
    const { pairs, gaps } = await listRevaluations(database.register.latest, scope);
    const pure = valueGrowth(rows);
    expect(pairs.length).toBe(pure.changed);
    expect(pairs.reduce((sum, { firstPence }) => sum + firstPence, 0)).toBe(pure.firstPence);
    expect(pairs.reduce((sum, { lastPence }) => sum + lastPence, 0)).toBe(pure.lastPence);
    expect(gapsOf(gaps)).toEqual(pure.coverage.gaps);
    expect(pure.changed).toBeGreaterThan(0);
  });

  it('value growth of some kinds of buyer and years is the same', async () => {
    const part = { ...scope, buyerTypes: ['nhs', 'local-government'], fromYear: 2023, toYear: 2025 };
    const { pairs, gaps } = await listRevaluations(database.register.latest, part);
    const pure = valueGrowth(
      rows.filter(
        ({ buyerType, datedOn }) =>
          part.buyerTypes.includes(buyerType) && datedOn >= '2023-01-01' && datedOn < '2026-01-01',
      ),
    );
    expect(pairs.length).toBe(pure.changed);
    expect(gapsOf(gaps)).toEqual(pure.coverage.gaps);
    expect(pure.coverage.total).toBeGreaterThan(pure.changed);
    expect(pure.coverage.total).toBeLessThan(rows.length);
  });

  it('re-wins are the same', async () => {
    const { segments, gaps } = await listRewins(database.register.latest, scope, today);
    const pure = incumbentRewin(rows, today);
    expect(segments.reduce((sum, { followed }) => sum + followed, 0)).toBe(pure.whole);
    expect(segments.reduce((sum, { won }) => sum + won, 0)).toBe(pure.part);
    expect(gapsOf(gaps)).toEqual(pure.coverage.gaps);
  });
});
