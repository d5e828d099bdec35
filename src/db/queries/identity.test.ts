import { array, constantFrom, oneof, record, sample, subarray } from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { clusterKeys } from '../../domain/organisations/cluster-keys.ts';
import { keysOfDecision, type IdentityDecision } from '../../domain/organisations/identity-decision.ts';
import { shortId } from '../../lib/hash.ts';
import type { Executor, Register } from '../register.ts';
import { placeKeys, placeOrganisations, type EvidenceRow } from './identity.ts';
import { insertDecision, withdrawDecision } from './organisation-decisions.ts';

const cluster = (
  evidence: readonly EvidenceRow[],
  decisions: readonly IdentityDecision[] = [],
): ReadonlyMap<string, string> => clusterKeys(evidence, decisions).clusterOf;

async function place(register: Register, evidence: readonly EvidenceRow[]): Promise<void> {
  await register.write(async (transaction) => placeOrganisations(transaction, evidence, cluster));
}

async function placed(register: Register): Promise<Record<string, string>> {
  const { rows } = await sql<{ key: string; organisation_id: string }>`
    select key, organisation_id from organisation_key order by key`.execute(register.read);
  return Object.fromEntries(rows.map((row) => [row.key, row.organisation_id]));
}

/** What one look at all the evidence says. */
function expected(
  evidence: readonly EvidenceRow[],
  decisions: readonly IdentityDecision[] = [],
): Record<string, string> {
  return Object.fromEntries(
    [...cluster(evidence, decisions)].map(([key, clusterKey]) => [key, shortId([clusterKey])]),
  );
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

/** What people may have said of the same identifiers and names. */
const someKeys = [
  'GB-COH:01234567',
  'GB-COH:07654321',
  ppon,
  'GB-CHC:123456',
  'name:supplier:alpha ltd',
  'name:supplier:gamma',
];
const anyDecision = oneof(
  record({ kind: constantFrom('same' as const), keys: subarray(someKeys, { minLength: 2, maxLength: 3 }) }),
  record({
    kind: constantFrom('apart' as const),
    keys: subarray(someKeys.slice(2), { minLength: 1, maxLength: 2 }),
    apartFrom: constantFrom(...someKeys),
  }),
);
const anySteps = array(
  oneof(
    anyEvidence.map((rows) => ({ rows, decision: null })),
    anyDecision.map((decision) => ({ rows: [], decision })),
  ),
  { minLength: 3, maxLength: 6 },
);

async function empty(transaction: Executor): Promise<void> {
  for (const table of [
    'organisation_key',
    'organisation_link',
    'organisation_evidence',
    'organisation_due',
    'identity_decision',
  ])
    await sql`delete from ${sql.table(table)}`.execute(transaction);
}

async function decide(register: Register, decision: IdentityDecision): Promise<number> {
  return register.write(async (transaction) => {
    const made = {
      decision,
      reason: 'a test',
      shown: [],
      madeBy: 'somebody',
      madeAt: '2026-11-01T12:00:00Z',
    };
    const number = await insertDecision(transaction, made);
    await placeKeys(transaction, keysOfDecision(decision), cluster);
    return number;
  });
}

async function withdraw(register: Register, number: number, decision: IdentityDecision): Promise<void> {
  await register.write(async (transaction) => {
    const by = { person: 'somebody', at: '2026-11-01T12:00:00Z', reason: null };
    await withdrawDecision(transaction, number, by);
    await placeKeys(transaction, keysOfDecision(decision), cluster);
  });
}

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
        await register.write(empty);
        for (const row of evidence) await place(register, [row]);
        expect(await placed(register)).toEqual(expected(evidence));
      }
    },
  );

  it(
    'gives the same with decisions, whether they were made before, between or after, and without those withdrawn',
    { timeout: 240_000 },
    async () => {
      const { register } = await open();
      for (const steps of sample(anySteps, { numRuns: 60, seed: 11 })) {
        await register.write(empty);
        const made: { number: number; decision: IdentityDecision }[] = [];
        for (const { rows, decision } of steps) {
          if (decision !== null) made.push({ number: await decide(register, decision), decision });
          else await place(register, rows);
        }
        const decisions = steps.flatMap(({ decision }) => decision ?? []);
        expect(await placed(register)).toEqual(
          expected(
            steps.flatMap(({ rows }) => rows),
            decisions,
          ),
        );
        for (const [at, { number, decision }] of made.entries()) {
          await withdraw(register, number, decision);
          const standing = made.slice(at + 1).map((one) => one.decision);
          expect(await placed(register)).toEqual(
            expected(
              steps.flatMap(({ rows }) => rows),
              standing,
            ),
          );
        }
      }
    },
  );
});
