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

it('suppliers that were seen speak for models that are bought, and for no other', () => {
  const found = suggest({ evolution: 'product' }, { suppliersSeen: 14, teamInPost: null });
  const ofMarket = found.flatMap(({ model, rules }) =>
    rules.some(({ rule, effect }) => rule === 'market-depth' && effect === 'for') ? [model] : [],
  );
  expect(ofMarket).toContain('saas');
  expect(ofMarket).not.toContain('in-house-build');
  expect(found.find(({ model }) => model === 'saas')?.rules.at(-1)?.because).toContain('14 suppliers');
});

it('a small case speaks against models that take many people to set up, and a large one doesn’t', () => {
  const small = { ...unknown, size: { wholeLifeValue: 300_000, lightBelow: 1_000_000 } };
  const large = { ...unknown, size: { wholeLifeValue: 3_000_000, lightBelow: 1_000_000 } };
  const custom = { evolution: 'custom', differentiation: 'high', volatility: 'high' };
  expect(suggested(custom, large)).toContain('in-house-build');
  expect(suggested(custom, small)).not.toContain('in-house-build');
});

it('a reason says on which side a level lies', () => {
  const reasons = (parts: Record<string, unknown>, model: string): string =>
    suggest({ evolution: 'product', ...parts })
      .filter((one) => one.model === model)
      .flatMap(({ rules }) => rules.map(({ because }) => because))
      .join(' ');
  expect(reasons({ differentiation: 'medium' }, 'saas')).toContain('matters somewhat');
  expect(reasons({ differentiation: 'high' }, 'saas')).toContain('our own way matters, and');
  expect(reasons({ differentiation: 'low' }, 'joint-venture')).toContain('Nothing sets us apart');
  expect(reasons({ volatility: 'medium' }, 'cots')).toContain('now and then');
});

it('devices and platforms are suggested where they are bought, and anywhere while nobody has said', () => {
  const commodity = { evolution: 'commodity', volatility: 'low' };
  expect(suggested({ ...commodity, segment: 'digital-delivery' })).not.toContain('devices');
  expect(suggested({ ...commodity, segment: 'devices-hardware' })).toContain('devices');
  expect(suggested(commodity)).toContain('devices');
});
