import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { authoredReference } from '../../../test/factories/reference.ts';
import { actRelease } from '../../../test/factories/release.ts';
import { describeShared, readObjects } from '../../../test/support/shared-data.ts';
import type { EvidenceRow } from '../../db/queries/identity.ts';
import { clusterKeys, type Cluster } from '../../domain/organisations/cluster-keys.ts';
import { isObject, type JsonObject } from '../../lib/json.ts';
import { identityEvidence } from './identity-evidence.ts';

const reference = authoredReference();
const evidenceOf = (name: string, more: JsonObject = {}): EvidenceRow[] =>
  identityEvidence(actRelease({ suppliers: [{ id: 'x', name, ...more }] }), reference).filter(
    ({ kind }) => kind === 'supplier',
  );

it('a number behind a name is that of the company, and no part of its name', () => {
  expect(evidenceOf('Alpha Ltd (01234567)')).toEqual([
    { kind: 'supplier', keys: ['GB-COH:01234567'], nameKey: 'alpha ltd' },
  ]);
});

it('an identified firm carries also the name that it trades under', () => {
  const identifier = { scheme: 'GB-COH', id: '1234567' };
  expect(evidenceOf('Alpha Ltd t/a Beta Works', { identifier }).map(({ nameKey }) => nameKey)).toEqual([
    'alpha ltd',
    'beta works',
  ]);
  expect(evidenceOf('Alpha Ltd t/a Beta Works').map(({ nameKey }) => nameKey)).toEqual(['alpha ltd']);
});

it.each(['Withheld', 'SUPPLIER NAME WITHHELD', '(Not disclosed.)', 'Multiple  suppliers', 'N/A'])(
  '"%s" is evidence of nothing',
  (name) => {
    expect(evidenceOf(name)).toEqual([]);
  },
);

it('a firm whose name holds such a word is evidence', () => {
  expect(evidenceOf('Confidential Waste Ltd')).toHaveLength(1);
});

it('a joint venture is an organisation of its own, and neither of its members', () => {
  const [joint] = evidenceOf('Alpha Ltd / Beta Ltd Joint Venture');
  const { clusterOf } = clusterKeys([
    ...evidenceOf('Alpha Ltd', { identifier: { scheme: 'GB-COH', id: '01234567' } }),
    ...evidenceOf('Beta Ltd', { identifier: { scheme: 'GB-COH', id: '07654321' } }),
    ...(joint === undefined ? [] : [joint]),
  ]);
  expect(clusterOf.get(`name:supplier:${joint?.nameKey ?? ''}`)).toBe(
    'name:supplier:alpha ltd beta ltd joint venture',
  );
});

/** Clusters that hold two company numbers. */
function doubled(clusters: readonly Pick<Cluster, 'keys'>[]): string[][] {
  return clusters
    .map(({ keys }) => keys.filter((key) => key.startsWith('GB-COH:')))
    .filter((companies) => companies.length > 1);
}

it('two company numbers in one organisation would be noticed', () => {
  expect(doubled([{ keys: ['GB-COH:00000001', 'GB-COH:00000002', 'GB-PPON:PAAA-1111-AAAA'] }])).toHaveLength(
    1,
  );
});

describeShared('the published notices', 'find-a-tender', (folder) => {
  const releases = [folder, join(folder, '..', 'notices'), join(folder, '..', 'labels')].flatMap((path) =>
    readdirSync(path)
      .filter((name) => /\.jsonl?$/u.test(name) && !name.startsWith('segments'))
      .flatMap((name) => readObjects(join(path, name)))
      .flatMap((one) => (Array.isArray(one['releases']) ? one['releases'].filter(isObject) : [one])),
  );

  it('never join two company numbers, by any rule', { timeout: 60_000 }, () => {
    const evidence = releases.flatMap((release) => identityEvidence(release, reference));
    const { clusters } = clusterKeys(evidence);
    const companies = new Set(
      evidence.flatMap(({ keys }) => keys.filter((key) => key.startsWith('GB-COH:'))),
    );
    expect(companies.size).toBeGreaterThan(500);
    expect(clusters.length).toBeLessThan(evidence.length);
    expect(doubled(clusters)).toEqual([]);
  });
});
