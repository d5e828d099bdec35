import { expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { caseWith } from '../../../test/factories/sourcing-case.ts';
import { suggestModels, type SuggestionFacts } from './suggest-models.ts';

const { deliveryModels } = testContext().reference;
const unknown: SuggestionFacts = { suppliersSeen: null, teamInPost: null };

function suggest(parts: Record<string, unknown>, facts = unknown): ReturnType<typeof suggestModels> {
  const [component] = caseWith({ components: [{ id: 'part', name: 'A part', ...parts }] }).components;
  return component === undefined ? [] : suggestModels(component, deliveryModels, facts);
}
const suggested = (parts: Record<string, unknown>, facts = unknown): string[] =>
  suggest(parts, facts)
    .filter(({ verdict }) => verdict === 'suggested')
    .map(({ model }) => model);

it('a commodity that sets nobody apart is reused or bought, not built', () => {
  const found = suggested({ evolution: 'commodity' });
  expect(found).toContain('reuse-platform');
  expect(found).toContain('saas');
  expect(found).not.toContain('in-house-build');
});

it('what is new, sets us apart and changes often is built or explored', () => {
  const found = suggested({ evolution: 'genesis', differentiation: 'high', volatility: 'high' });
  expect(found).toContain('in-house-build');
  expect(found).toContain('innovation-partnership');
  expect(found).not.toContain('managed-service');
});

it('a thin market and a missing team are conditions, and no reason to leave a model out', () => {
  const facts = { suppliersSeen: 1, teamInPost: false };
  const saas = suggest({ evolution: 'product' }, facts).find(({ model }) => model === 'saas');
  expect(saas?.verdict).toBe('suggested');
  expect(saas?.rules.map(({ rule, effect }) => [rule, effect])).toEqual([
    ['evolution', 'for'],
    ['market-depth', 'condition'],
  ]);
  const build = suggest({ evolution: 'custom', differentiation: 'high', volatility: 'high' }, facts)[0];
  expect(build?.verdict).toBe('suggested');
});

it('what is not known fires no rule', () => {
  const fired = suggest({ evolution: 'product' }).flatMap(({ rules }) => rules.map(({ rule }) => rule));
  expect(fired).not.toContain('market-depth');
  expect(fired).not.toContain('team');
});

it('every model is answered, each with a rule on its stage', () => {
  const found = suggest({ evolution: 'custom' });
  expect(found).toHaveLength(15);
  expect(found.every(({ rules }) => rules.some(({ rule }) => rule === 'evolution'))).toBe(true);
});
