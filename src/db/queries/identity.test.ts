import { array, constantFrom, record, sample, subarray } from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { clusterKeys } from '../../domain/organisations/cluster-keys.ts';
import { shortId } from '../../lib/hash.ts';
import type { Register } from '../register.ts';
import { placeOrganisations, type EvidenceRow } from './identity.ts';

const cluster = (evidence: readonly EvidenceRow[]): ReadonlyMap<string, string> =>
  clusterKeys(evidence).clusterOf;

async function place(register: Register, evidence: readonly EvidenceRow[]): Promise<void> {
  await register.write(async (transaction) => placeOrganisations(transaction, evidence, cluster));
}

async function placed(register: Register): Promise<Record<string, string>> {
  const { rows } = await sql<{ key: string; organisation_id: string }>`
    select key, organisation_id from organisation_key order by key`.execute(register.read);
  return Object.fromEntries(rows.map((row) => [row.key, row.organisation_id]));
}

/** What one look at all the evidence says. */
function expected(evidence: readonly EvidenceRow[]): Record<string, string> {
  return Object.fromEntries([...cluster(evidence)].map(([key, clusterKey]) => [key, shortId([clusterKey])]));
}

const ppon = 'GB-PPON:PAAA-1111-AAAA';

/** Few identifiers and names, so that they meet often: shared names, bridges and chains of several steps. */
const anyEvidence = array(
  record({
    kind: constantFrom('buyer' as const, 'supplier' as const),
    keys: subarray(['GB-COH:01234567', 'GB-COH:07654321', ppon, 'GB-PPON:PBBB-2222-BBBB', 'GB-CHC:123456'], {
      maxLength: 2,
    }),
    nameKey: constantFrom('alpha ltd', 'beta ltd', 'gamma', 'delta plc'),
  }),
  { minLength: 2, maxLength: 12 },
);

describeOnDatabases('placing organisations', (open) => {
  it('follows a name that a later company number moves', async () => {
    const { register } = await open();
    const evidence: EvidenceRow[] = [
      { kind: 'supplier', keys: [ppon], nameKey: 'beta ltd' },
      { kind: 'supplier', keys: [], nameKey: 'beta ltd' },
      { kind: 'supplier', keys: ['GB-COH:01234567', ppon], nameKey: 'alpha ltd' },
    ];
    for (const row of evidence) await place(register, [row]);
    expect(await placed(register)).toEqual(expected(evidence));
  });

  it(
    'gives what one look at all the evidence says, whatever order it came in',
    { timeout: 240_000 },
    async () => {
      const { register } = await open();
      for (const evidence of sample(anyEvidence, { numRuns: 60, seed: 7 })) {
        await register.write(async (transaction) => {
          for (const table of [
            'organisation_key',
            'organisation_link',
            'organisation_evidence',
            'organisation_due',
          ]) {
            await sql`delete from ${sql.table(table)}`.execute(transaction);
          }
        });
        for (const row of evidence) await place(register, [row]);
        expect(await placed(register)).toEqual(expected(evidence));
      }
    },
  );
});
