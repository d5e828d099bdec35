import { sql } from 'kysely';
import type { Executor } from '../register.ts';
import { preferredIndexes } from './prefer-indexes.ts';

/** What a computed batch rests on; see `PlanBasis` in app/notices/plan-batch.ts. */
export type Basis = {
  releaseCounts: ReadonlyMap<string, number>;
  frameworks: ReadonlyMap<string, string>;
  frameworksAsked: readonly string[];
  dependents: ReadonlyMap<string, number>;
};

/** Key of the lock that lets one batch write at a time; whoever waits for it holds nothing yet. */
const writerLock = 4_217_001;

/** Waits until no other batch is being written; the lock goes with the transaction. */
export async function lockForWriting(transaction: Executor): Promise<void> {
  await sql`select pg_advisory_xact_lock(${writerLock}), ${preferredIndexes}`.execute(transaction);
}

/** Whether everything that a batch was computed from is still as it was read. To be asked while the lock is held. */
export async function isBasisUnchanged(transaction: Executor, basis: Basis): Promise<boolean> {
  const { rows } = await sql<{ what: string; key: string; value: string }>`
    select 'releases' as what, ocid as key, release_count::text as value from process
      where ocid = any(${[...basis.releaseCounts.keys()]}::text[])
    union all
    select 'framework', ocid, encode(facts_hash, 'hex') from process
      where ocid = any(${[...basis.frameworksAsked]}::text[])
    union all
    select 'dependents', framework_ocid, count(*)::text from process
      where framework_ocid = any(${[...basis.dependents.keys()]}::text[]) group by framework_ocid`.execute(
    transaction,
  );
  const now = (what: string): Map<string, string> =>
    new Map(rows.filter((row) => row.what === what).map((row) => [row.key, row.value]));
  const frameworks = now('framework');
  return (
    isSame(basis.releaseCounts, now('releases')) &&
    isSame(basis.dependents, now('dependents')) &&
    frameworks.size === basis.frameworks.size &&
    [...frameworks].every(([key, value]) => basis.frameworks.get(key) === value)
  );
}

function isSame(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, string>): boolean {
  return [...before].every(([key, count]) => Number(now.get(key) ?? 0) === count);
}
