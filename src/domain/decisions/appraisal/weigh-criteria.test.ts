import { describe, expect, it } from 'vitest';
import { appraisedCase } from '../../../../test/factories/appraised-case.ts';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { weighCriteria } from './weigh-criteria.ts';

const weightsOf = (parts: Record<string, unknown>): (readonly [string, number])[] | undefined =>
  weighCriteria(caseWith(parts))?.criteria.map(({ id, weight }) => [id, Number(weight.toFixed(6))] as const);

const node = (id: string, swing?: number, parent?: string): Record<string, unknown> => ({
  id,
  name: id,
  group: 'service-delivery',
  ...(swing === undefined ? {} : { swing }),
  ...(parent === undefined ? {} : { parent }),
});

describe('the weights of criteria', () => {
  it('go through the tree: among those with the same parent, times the weight of the parent', () => {
    const found = weighCriteria(appraisedCase())?.criteria.map(({ id, weight }) => [id, weight] as const);
    expect(found).toEqual([
      ['fit', 0.5 * (100 / 160)],
      ['change', 0.5 * (60 / 160)],
      ['people', 0.2],
      ['risk', 0.3],
    ]);
  });

  it('let a group without points of its own count what its criteria add up to', () => {
    const criteria = [node('group'), node('one', 60, 'group'), node('two', 20, 'group'), node('three', 20)];
    expect(weightsOf({ criteria })).toEqual([
      ['one', 0.6],
      ['two', 0.2],
      ['three', 0.2],
    ]);
  });

  it('take shares as those of the criteria themselves', () => {
    const criteria = [node('group'), node('one', 30, 'group'), node('two', 20, 'group'), node('three', 50)];
    expect(weightsOf({ criteria, weights: { method: 'shares' } })).toEqual([
      ['one', 0.3],
      ['two', 0.2],
      ['three', 0.5],
    ]);
  });

  it('leave out and name a criterion that nobody has weighed, and a group of such', () => {
    const criteria = [node('one', 50), node('two'), node('group', 50), node('three', undefined, 'group')];
    const found = weighCriteria(caseWith({ criteria }));
    expect(found?.criteria.map(({ weight }) => weight)).toEqual([1, 0, 0]);
    expect(found?.withoutWeight).toEqual(['two', 'three']);
  });

  it('are none where nothing counts, or where criteria go round in a circle', () => {
    expect(weightsOf({ criteria: [node('one', 0)] })).toBeUndefined();
    expect(weightsOf({ criteria: [node('one', 50, 'two'), node('two', 50, 'one')] })).toBeUndefined();
    expect(weightsOf({ criteria: [] })).toBeUndefined();
  });
});
