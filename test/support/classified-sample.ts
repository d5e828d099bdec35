import { sql } from 'kysely';
import { refreshSummaries } from '../../src/app/notices/refresh-summaries.ts';
import type { Register } from '../../src/db/register.ts';
import { testContext } from './context.ts';
import { fillWithSample } from './sample-register.ts';

/**
 * Fills a register with the sample market and gives every contract a segment by its code alone, so that tests of sums
 * don't rest on the classifier: division 48 `sector-systems`, 72 `digital-delivery`, 30 `devices-hardware`, others `not-digital`.
 */
export async function fillClassified(register: Register, processes = 300): Promise<void> {
  await fillWithSample(register, processes);
  await register.write(async (transaction) => {
    await sql`update contract set segment = case when cpv_divisions && '{48}' then 'sector-systems'
      when cpv_divisions && '{72}' then 'digital-delivery' when cpv_divisions && '{30}' then 'devices-hardware' else 'not-digital' end`.execute(
      transaction,
    );
  });
  await refreshSummaries(testContext({ register }), register);
}
