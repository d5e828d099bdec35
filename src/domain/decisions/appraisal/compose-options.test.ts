import { describe, expect, it } from 'vitest';
import { searchCompositions } from '../../../maths/search-compositions.ts';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { composeOptions, type ComposedOptions } from './compose-options.ts';

const choice = (
  component: string,
  model: string,
  rest: Record<string, unknown>,
): Record<string, unknown> => ({ component, model, ...rest });

const composition = {
  choices: [
    choice('workflow', 'saas', { cost: 400, value: 80, supplier: 'vendor' }),
    choice('workflow', 'in-house-build', { cost: 900, value: 85, staff: 6 }),
    choice('register', 'saas', { cost: 500, value: 30, supplier: 'vendor' }),
    choice('register', 'in-house-build', { cost: 600, value: 90, staff: 4 }),
  ],
  interfaces: [{ between: ['workflow', 'register'], cost: 50 }],
  costPerExtraSupplier: 70,
  pricePerPoint: 10,
};

const compose = (parts: Record<string, unknown> = {}): Promise<ComposedOptions | null> =>
  composeOptions(caseWith({ composition: { ...composition, ...parts } }), async (problem, count) =>
    Promise.resolve(searchCompositions(problem, count)),
  );

describe('the compositions of a case', () => {
  it('are the best, each with what it is made of', async () => {
    const found = await compose();
    expect(found?.kind).toBe('proven');
    expect(found?.best).toHaveLength(4);
    expect(found?.best[0]).toEqual({
      parts: [
        { component: 'workflow', model: 'saas', supplier: 'vendor' },
        { component: 'register', model: 'in-house-build', supplier: null },
      ],
      value: 85,
      choiceCost: 1000,
      interfaceCost: 50,
      supplierCost: 0,
      cost: 1050,
      net: 650,
      staff: 4,
      suppliers: 1,
      isMixed: true,
    });
  });

  it('stand beside the best with one model throughout', async () => {
    const found = await compose();
    expect(found?.bestUnmixed).toMatchObject({ net: 250, isMixed: false });
    expect(found?.bestUnmixed?.parts.map(({ model }) => model)).toEqual(['in-house-build', 'in-house-build']);
  });

  it('count suppliers after the first, in money and in staff', async () => {
    const choices = composition.choices.map((one) =>
      one['component'] === 'register' && one['model'] === 'saas'
        ? { ...one, supplier: 'other', value: 95 }
        : one,
    );
    const found = await compose({ choices, staffPerExtraSupplier: 0.5 });
    expect(found?.best[0]).toMatchObject({ supplierCost: 70, suppliers: 2, staff: 0.5, isMixed: false });
  });

  it('say which limit stands in the way', async () => {
    expect(await compose({ budget: 800 })).toMatchObject({
      kind: 'infeasible',
      best: [],
      bestUnmixed: null,
      shortfalls: expect.arrayContaining([{ limit: 'budget', available: 800, needed: 900 }]),
    });
  });

  it('name what is not expressed', async () => {
    const found = await compose({ choices: composition.choices.slice(0, 2), interfaces: [] });
    expect(found?.notExpressed).toEqual([
      { kind: 'component-without-choice', component: 'register' },
      { kind: 'choice-without-supplier', component: 'workflow', model: 'in-house-build' },
      { kind: 'years' },
      { kind: 'uncertainty' },
    ]);
    const free = await compose({ interfaces: [] });
    expect(free?.notExpressed[0]).toEqual({
      kind: 'interface-without-cost',
      between: ['workflow', 'register'],
    });
  });

  it('are none where the case says nothing of them', async () => {
    expect(await composeOptions(caseWith(), async () => Promise.reject(new Error('not asked')))).toBeNull();
  });
});
