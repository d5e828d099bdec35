import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { undatedDay } from '../../domain/contracts/contract-facts.ts';
import { readForecastHistory } from './pipeline-history.ts';

describeOnDatabases('what forecasts are fitted on', (open) => {
  it('holds a contract that ends once it is known when it was signed, and never else', async () => {
    const { register } = await open();
    await fillClassified(register, 60);
    const scope = { segments: ['sector-systems'], today: '2026-11-01', fromYear: 2011 };
    const read = async () => {
      const { signed, ending } = await readForecastHistory(register.read, scope, { before: 30, after: 180 });
      const count = (rows: readonly { contracts: number }[]): number =>
        rows.reduce((sum, { contracts }) => sum + contracts, 0);
      return { signed: count(signed), ending: count(ending) };
    };
    const before = await read();
    expect(before.ending).toBeGreaterThan(1);
    const { rows } = await register.write(async (transaction) =>
      sql`
        update market_contract set dated_on = ${undatedDay}::date where contract_id = (
          select contract_id from market_contract where is_counted and segment = 'sector-systems'
            and end_on > '2012-01-01' and dated_on between '2012-01-01' and '2026-10-01' limit 1) returning 1`.execute(
        transaction,
      ),
    );
    expect(rows).toHaveLength(1);
    expect(await read()).toEqual({ signed: before.signed - 1, ending: before.ending - 1 });
  });
});
