import { expect, it } from 'vitest';
import { evidenceMemory } from './evidence-memory.ts';

const alpha = { kind: 'supplier', nameKey: 'alpha ltd', keys: ['GB-COH:01234567'] } as const;
const asBuyer = { ...alpha, kind: 'buyer' } as const;
const unnumbered = { ...alpha, keys: [] };

it('gives each piece of evidence once, and none that was stored', () => {
  const memory = evidenceMemory();
  expect(memory.unknown([alpha, asBuyer, unnumbered, { ...alpha }])).toHaveLength(3);
  expect(memory.unknown([alpha])).toEqual([alpha]);
  memory.add([alpha]);
  expect(memory.unknown([alpha, asBuyer, unnumbered])).toEqual([asBuyer, unnumbered]);
});
