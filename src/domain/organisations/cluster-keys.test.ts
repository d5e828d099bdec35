import { array, assert, constantFrom, property, record, shuffledSubarray, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterKeys, nameKeyOf, type Clustering, type IdentityEvidence } from './cluster-keys.ts';

const row = (keys: string[], nameKey = '', kind: 'buyer' | 'supplier' = 'supplier'): IdentityEvidence => ({
  keys,
  nameKey,
  kind,
});
const companies = (clustering: Clustering): number[] =>
  clustering.clusters.map((cluster) => cluster.keys.filter((key) => key.startsWith('GB-COH:')).length);

describe('joining identifiers', () => {
  it('joins an identifier to the one company number it was seen with', () => {
    const { clusterOf } = clusterKeys([
      row(['GB-COH:00000001', 'GB-PPON:P1']),
      row(['GB-PPON:P1', 'GB-CHC:1']),
    ]);
    expect(clusterOf.get('GB-PPON:P1')).toBe('GB-COH:00000001');
    expect(clusterOf.get('GB-CHC:1')).toBe('GB-COH:00000001');
  });

  it('lets an identifier seen with two company numbers stand alone and reports it', () => {
    const clustering = clusterKeys([
      row(['GB-COH:00000001', 'GB-PPON:P1']),
      row(['GB-COH:00000002', 'GB-PPON:P1']),
    ]);
    expect(clustering.clusterOf.get('GB-PPON:P1')).toBe('GB-PPON:P1');
    expect(clustering.bridges).toEqual([
      { key: 'GB-PPON:P1', companyKeys: ['GB-COH:00000001', 'GB-COH:00000002'] },
    ]);
  });

  it('keeps a chain that leads to two company numbers apart and reports it', () => {
    const clustering = clusterKeys([
      row(['GB-COH:00000001', 'GB-PPON:P1']),
      row(['GB-COH:00000002', 'GB-PPON:P2']),
      row(['GB-PPON:P1', 'GB-CHC:1']),
      row(['GB-PPON:P2', 'GB-CHC:1']),
    ]);
    expect(clustering.clusterOf.get('GB-CHC:1')).toBe('GB-CHC:1');
    expect(clustering.bridges.map((bridge) => bridge.key)).toEqual(['GB-CHC:1']);
  });

  it('joins identifiers without a company number transitively', () => {
    const { clusterOf } = clusterKeys([
      row(['GB-PPON:P1', 'GB-NHS:RTD']),
      row(['GB-NHS:RTD', 'GB-UKPRN:10000001']),
    ]);
    expect(new Set(clusterOf.values()).size).toBe(1);
  });

  it('gives a name to the only cluster of its kind that carries it, and to none of two', () => {
    const evidence = [
      row(['GB-COH:00000001'], 'alpha ltd'),
      row([], 'alpha ltd'),
      row([], 'alpha ltd', 'buyer'),
    ];
    const one = clusterKeys(evidence);
    expect(one.clusterOf.get('name:supplier:alpha ltd')).toBe('GB-COH:00000001');
    expect(one.clusterOf.get('name:buyer:alpha ltd')).toBe('name:buyer:alpha ltd');
    const two = clusterKeys([...evidence, row(['GB-COH:00000002'], 'alpha ltd')]);
    expect(two.clusterOf.get('name:supplier:alpha ltd')).toBe('name:supplier:alpha ltd');
  });

  it('never merges two company numbers, though one mention shows both', () => {
    const { clusters, clusterOf } = clusterKeys([row(['GB-COH:00000002', 'GB-COH:00000001'])]);
    expect(clusters).toHaveLength(2);
    expect(clusterOf.get('GB-COH:00000002')).toBe('GB-COH:00000002');
  });
});

const key = constantFrom(
  'GB-COH:1',
  'GB-COH:2',
  'GB-COH:3',
  'GB-PPON:a',
  'GB-PPON:b',
  'GB-PPON:c',
  'GB-CHC:x',
  'GB-NHS:y',
);
const evidenceRow = record({
  keys: uniqueArray(key, { maxLength: 3 }),
  nameKey: constantFrom('', 'alpha ltd', 'beta plc', 'gamma'),
  kind: constantFrom<('buyer' | 'supplier')[]>('buyer', 'supplier'),
});
const evidenceRows = array(evidenceRow, { maxLength: 12 });

describe('properties of joining', () => {
  it('gives the same clusters for any order and any repeat of the evidence', () => {
    const shuffled = evidenceRows.chain((rows) =>
      shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 }).map((again) => ({ rows, again })),
    );
    assert(
      property(shuffled, ({ rows, again }) => {
        const one = clusterKeys(rows);
        const other = clusterKeys(again);
        expect(other.clusters).toEqual(one.clusters);
        expect(other.bridges).toEqual(one.bridges);
      }),
    );
  });

  it('never holds two company numbers in one cluster', () => {
    assert(
      property(evidenceRows, (rows) => {
        expect(companies(clusterKeys(rows)).every((count) => count <= 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('puts every mention into a cluster that exists', () => {
    assert(
      property(evidenceRows, (rows) => {
        const { clusters, clusterOf } = clusterKeys(rows);
        const known = new Set(clusters.map((cluster) => cluster.clusterKey));
        for (const { keys, kind, nameKey } of rows) {
          for (const shown of keys.length > 0 ? keys : [nameKeyOf(kind, nameKey)])
            expect(known).toContain(clusterOf.get(shown));
        }
      }),
    );
  });

  it('changes nothing else when unrelated evidence is added', () => {
    assert(
      property(evidenceRows, (rows) => {
        const unrelated = [
          row(['GB-COH:9', 'GB-PPON:z'], 'omega ltd'),
          row(['GB-PPON:y'], 'psi'),
          row([], 'chi', 'buyer'),
        ];
        const before = clusterKeys(rows);
        const after = clusterKeys([...rows, ...unrelated]);
        for (const cluster of before.clusters) expect(after.clusters).toContainEqual(cluster);
      }),
    );
  });
});
