import { describe, expect, it } from 'vitest';
import { caseWith } from '../../../test/factories/sourcing-case.ts';
import { composeOptions } from '../../domain/decisions/appraisal/compose-options.ts';
import { searchCompositions } from '../../maths/search-compositions.ts';
import { compositionText } from './composition-text.ts';

const composition = {
  choices: [
    { component: 'workflow', model: 'saas', cost: 4_000_000, value: 80, supplier: 'vendor' },
    { component: 'workflow', model: 'in-house-build', cost: 9_000_000, value: 85, staff: 6 },
    { component: 'register', model: 'saas', cost: 5_000_000, value: 30, supplier: 'vendor' },
    { component: 'register', model: 'in-house-build', cost: 6_000_000, value: 90, staff: 4 },
  ],
  interfaces: [{ between: ['workflow', 'register'], cost: 500_000 }],
  pricePerPoint: 100_000,
};

async function told(parts: Record<string, unknown> = {}): Promise<string> {
  const document = caseWith({ composition: { ...composition, ...parts } });
  const composed = await composeOptions(document, async (problem, count) =>
    Promise.resolve(searchCompositions(problem, count)),
  );
  const names = new Map([['in-house-build', 'In-house build']]);
  return composed === null ? '' : compositionText(document, composed, (id) => names.get(id) ?? id);
}

describe('compositions as text', () => {
  it('say that a mixed economy wins, by how much, and what each is made of', async () => {
    const lines = (await told()).split('\n').map((line) => line.replaceAll(/ {2,}/gu, ' | '));
    expect(lines.slice(0, 2)).toEqual([
      'These are the 4 best compositions within the limits, proven.',
      'The best mixes delivery models. Of those with one model throughout the best is In-house build; after cost it is worth £4m less.',
    ]);
    expect(lines[4]).toBe('Case workflow | saas (vendor) | In-house build | saas (vendor) | In-house build');
    expect(lines).toContain('cost together | £10.5m | £15m | £9m | £14.5m');
    expect(lines.slice(-2)).toEqual([
      '2 choices without a supplier count as the own team.',
      'Not expressed: what each year’s budget allows, and how uncertain these figures are. Points of all components count alike.',
    ]);
  });

  it('say what would do where nothing keeps the limits', async () => {
    expect((await told({ budget: 8_000_000, staffCapacity: 3 })).split('\n').slice(0, 3)).toEqual([
      'No composition keeps the limits.',
      'There are 3 full-time equivalents of client staff; more of that alone would not do.',
      'The budget is £8m; £9m would do.',
    ]);
  });

  it('name what is left out, and what counts as free', async () => {
    expect(await told({ interfaces: [] })).toContain(
      'Counted as free, because no cost was given: joining Case workflow with Register.',
    );
    expect(await told({ choices: composition.choices.slice(0, 2), interfaces: [] })).toContain(
      'Left out, because nothing was given to choose from: Register.',
    );
  });
});
