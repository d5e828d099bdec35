import { array, assert, constantFrom, oneof, property, record, shuffledSubarray, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterKeys, type IdentityEvidence } from './cluster-keys.ts';
import type { IdentityDecision } from './identity-decision.ts';

const row = (keys: string[], nameKey = ''): IdentityEvidence => ({ keys, nameKey, kind: 'supplier' });
const same = (...keys: string[]): IdentityDecision => ({ kind: 'same', keys });
const apart = (apartFrom: string, ...keys: string[]): IdentityDecision => ({
  kind: 'apart',
  keys,
  apartFrom,
});
const alpha = 'name:supplier:alpha ltd';
const beta = 'name:supplier:beta ltd';

describe('what people decided', () => {
  it('joins two names, and what joins one of them later', () => {
    const evidence = [row([], 'alpha ltd'), row([], 'beta ltd')];
    expect(clusterKeys(evidence, [same(alpha, beta)]).clusterOf.get(beta)).toBe(alpha);
    const later = clusterKeys([...evidence, row(['GB-COH:00000001'], 'beta ltd')], [same(alpha, beta)]);
    expect(later.clusterOf.get(alpha)).toBe('GB-COH:00000001');
  });

  it('gives a joined organisation its company number', () => {
    const evidence = [row(['GB-PPON:a'], 'alpha ltd'), row(['GB-COH:00000001'], 'beta ltd')];
    const { clusterOf, clusters } = clusterKeys(evidence, [same('GB-PPON:a', 'GB-COH:00000001')]);
    expect(clusterOf.get('GB-PPON:a')).toBe('GB-COH:00000001');
    expect(clusters[0]?.nameKeys).toEqual([alpha, beta]);
  });

  it('lets a name that two joined organisations carry belong to them', () => {
    const evidence = [
      row(['GB-PPON:a'], 'alpha ltd'),
      row(['GB-COH:00000001'], 'alpha ltd'),
      row([], 'alpha ltd'),
    ];
    expect(clusterKeys(evidence).clusterOf.get(alpha)).toBe(alpha);
    expect(clusterKeys(evidence, [same('GB-PPON:a', 'GB-COH:00000001')]).clusterOf.get(alpha)).toBe(
      'GB-COH:00000001',
    );
  });

  it('never joins two company numbers, said outright or in steps', () => {
    const evidence = [row(['GB-COH:00000001']), row(['GB-COH:00000002']), row(['GB-PPON:a'])];
    const outright = clusterKeys(evidence, [same('GB-COH:00000001', 'GB-COH:00000002')]);
    expect(outright.clusterOf.get('GB-COH:00000002')).toBe('GB-COH:00000002');
    const inSteps = clusterKeys(evidence, [
      same('GB-COH:00000001', 'GB-PPON:a'),
      same('GB-COH:00000002', 'GB-PPON:a'),
    ]);
    expect(new Set(inSteps.clusterOf.values()).size).toBe(3);
  });

  it('splits a name off the only organisation that carries it, for as long as it stands', () => {
    const evidence = [row(['GB-COH:00000001'], 'alpha ltd'), row([], 'alpha ltd')];
    expect(clusterKeys(evidence, [apart('GB-COH:00000001', alpha)]).clusterOf.get(alpha)).toBe(alpha);
    expect(clusterKeys(evidence, []).clusterOf.get(alpha)).toBe('GB-COH:00000001');
  });

  it('splits an identifier off also where it was joined over several steps', () => {
    const evidence = [
      row(['GB-COH:00000001', 'GB-PPON:a']),
      row(['GB-PPON:a', 'GB-CHC:x']),
      row(['GB-CHC:x', 'GB-NHS:y']),
    ];
    const { clusterOf } = clusterKeys(evidence, [apart('GB-COH:00000001', 'GB-CHC:x', 'GB-NHS:y')]);
    expect(clusterOf.get('GB-PPON:a')).toBe('GB-COH:00000001');
    expect(clusterOf.get('GB-CHC:x')).toBe('GB-CHC:x');
    expect(clusterOf.get('GB-NHS:y')).toBe('GB-CHC:x');
  });

  it('goes before what a notice shows later', () => {
    const evidence = [
      row(['GB-PPON:a'], 'alpha ltd'),
      row(['GB-COH:00000001'], 'beta ltd'),
      row(['GB-COH:00000002', 'GB-PPON:a']),
    ];
    const { clusterOf } = clusterKeys(evidence, [same('GB-PPON:a', 'GB-COH:00000001')]);
    expect(clusterOf.get('GB-PPON:a')).toBe('GB-COH:00000001');
  });

  it('has no effect on keys that nothing shows', () => {
    const evidence = [row([], 'alpha ltd')];
    expect(clusterKeys(evidence, [same(alpha, 'GB-COH:00000001')])).toEqual(clusterKeys(evidence));
  });
});

const keys = ['GB-COH:1', 'GB-COH:2', 'GB-PPON:a', 'GB-PPON:b', 'GB-CHC:x'];
const names = ['name:supplier:alpha ltd', 'name:supplier:gamma'];
const anyEvidence = array(
  record({
    keys: subarray(keys, { maxLength: 3 }),
    nameKey: constantFrom('alpha ltd', 'gamma'),
    kind: constantFrom<('buyer' | 'supplier')[]>('supplier'),
  }),
  { maxLength: 10 },
);
const anyDecisions = array(
  oneof(
    record({
      kind: constantFrom<'same'[]>('same'),
      keys: subarray([...keys, ...names], { minLength: 2, maxLength: 3 }),
    }),
    record({
      kind: constantFrom<'apart'[]>('apart'),
      keys: subarray([...keys, ...names], { minLength: 1, maxLength: 2 }),
      apartFrom: constantFrom(...keys, ...names),
    }),
  ),
  { maxLength: 4 },
);

describe('properties of decided clusters', () => {
  it('never hold two company numbers, and put every key into a cluster that exists', () => {
    assert(
      property(anyEvidence, anyDecisions, (evidence, decisions) => {
        const { clusters, clusterOf } = clusterKeys(evidence, decisions);
        for (const cluster of clusters)
          expect(cluster.keys.filter((key) => key.startsWith('GB-COH:')).length).toBeLessThanOrEqual(1);
        const known = new Set(clusters.map(({ clusterKey }) => clusterKey));
        for (const cluster of clusterOf.values()) expect(known).toContain(cluster);
        expect(new Set(clusterOf.keys())).toEqual(new Set(clusterKeys(evidence).clusterOf.keys()));
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same for any order of evidence and decisions', () => {
    const mixed = record({ evidence: anyEvidence, decisions: anyDecisions }).chain((given) =>
      record({
        evidence: shuffledSubarray(given.evidence, { minLength: given.evidence.length }),
        decisions: shuffledSubarray(given.decisions, { minLength: given.decisions.length }),
      }).map((again) => ({ given, again })),
    );
    assert(
      property(mixed, ({ given, again }) => {
        expect(clusterKeys(again.evidence, again.decisions)).toEqual(
          clusterKeys(given.evidence, given.decisions),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('keep a split apart whatever else was decided', () => {
    assert(
      property(anyEvidence, anyDecisions, (evidence, decisions) => {
        const { clusterOf } = clusterKeys(evidence, decisions);
        for (const decision of decisions) {
          if (decision.kind === 'same') continue;
          const anchor = clusterOf.get(decision.apartFrom);
          for (const key of decision.keys.filter((one) => one !== decision.apartFrom))
            if (anchor !== undefined) expect(clusterOf.get(key)).not.toBe(anchor);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
