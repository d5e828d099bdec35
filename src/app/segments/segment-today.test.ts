import { beforeAll, expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { listMarketContracts } from '../../db/queries/market-rows.ts';
import type { MarketContract } from '../../domain/market/market-contract.ts';
import { quartiles } from '../../maths/quantile.ts';
import { showSegmentToday, type SegmentToday } from './segment-today.ts';

const segment = 'sector-systems';

describeOnDatabases('what stands in a playbook of the market today', (open) => {
  let database: TestDatabase;
  let today: SegmentToday;
  let own: MarketContract[];

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    today = await showSegmentToday.run(testContext({ register: database.register }), { segment });
    const counted = new Set(
      (await database.register.read.selectFrom('market_contract').select('contract_id').where('is_counted', '=', true).execute()).map((row) => row.contract_id),
    ); // prettier-ignore
    own = (await listMarketContracts(database.register.latest)).filter(
      (one) => one.segment === segment && counted.has(one.contractId),
    );
  });

  it('prices are the quartiles of what the contracts state', () => {
    const years = { from: String(today.scope.from), to: `${today.scope.to}-12-31` };
    const pence = own
      .filter((one) => !one.isFrameworkAgreement && one.datedOn >= years.from && one.datedOn <= years.to)
      .flatMap(({ netPence }) => (netPence === null || netPence === 0 ? [] : [netPence]));
    const expected = quartiles(pence, 'R-7');
    expect(pence.length).toBeGreaterThan(20);
    expect(today.value.measured).toBe(pence.length);
    expect(today.value.pence?.low).toBeCloseTo(expected?.q1 ?? 0, -1);
    expect(today.value.pence?.median).toBeCloseTo(expected?.median ?? 0, -1);
    expect(today.value.pence?.high).toBeCloseTo(expected?.q3 ?? 0, -1);
  });

  it('the contracts let last are the newest, none of them in the future', () => {
    const newest = own.map(({ datedOn }) => datedOn).filter((day) => day <= today.asOf).toSorted().toReversed(); // prettier-ignore
    expect(today.awards.map(({ datedOn }) => datedOn)).toEqual(newest.slice(0, today.awards.length));
    expect(today.awards.length).toBe(6);
  });

  it('the endings are the largest within 18 months', () => {
    expect(today.endingUntil).toBe('2028-05-01');
    const ending = own.filter(
      ({ endOn, netPence, stage, isFrameworkAgreement }) =>
        endOn !== null &&
        endOn >= today.asOf &&
        endOn <= today.endingUntil &&
        netPence !== null &&
        !isFrameworkAgreement &&
        !['terminated', 'completed'].includes(stage),
    );
    const largest = ending.map(({ netPence }) => netPence ?? 0).toSorted((one, other) => other - one);
    expect(today.endings.map(({ netPence }) => netPence)).toEqual(largest.slice(0, today.endings.length));
    expect(today.endings.length).toBe(Math.min(6, ending.length));
    expect(ending.length).toBeGreaterThan(0);
  });

  it('fewer than ten measured contracts give no quartiles', async () => {
    const context = testContext({ register: database.register });
    const thin = await showSegmentToday.run(context, { segment: 'automation-integration' });
    for (const [measured, found] of [
      [thin.value.measured, thin.value.pence],
      [thin.term.measured, thin.term.months],
      [thin.longest.measured, thin.longest.months],
    ] as const)
      expect(found === null).toBe(measured < 10);
    expect(thin.longest.measured).toBeLessThan(10);
  });

  it('is told as text', () => {
    const text = showSegmentToday.present?.(today, { segment }) ?? '';
    expect(text).toContain('value of a contract');
    expect(text).toContain('Largest that end by 2028-05-01');
  });
});
