import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { factsOfOption, purchasesOf } from './facts-of-option.ts';

const components = [
  { id: 'workflow', name: 'Workflow', evolution: 'product', segment: 'sector-systems', connects: ['store'], volatility: 'high' },
  { id: 'store', name: 'Store', evolution: 'commodity', segment: 'cloud-hosting' },
]; // prettier-ignore
const options = [
  ...smallCase.options.slice(0, 2),
  { id: 'suite', name: 'A suite', model: 'saas', readyOn: '2028-04-30', scope: { termYears: 4 }, exit: 'A full export.' },
  { id: 'mixed', name: 'Mixed', models: { workflow: 'saas', store: 'cloud-platform' } },
  { id: 'build', name: 'Build it', model: 'in-house-build' },
]; // prettier-ignore
const parts = { components, options, scores: [], costs: { lines: [] } };
const document = caseWith(parts);
const [, , suite, mixed, build] = document.options;
if (suite === undefined || mixed === undefined || build === undefined)
  throw new Error('An option is missing.');
const [bought] = purchasesOf(suite, document);
if (bought === undefined) throw new Error('The suite buys nothing.');
const free = { cost: null, isRouted: false };

describe('the markets in which an option buys', () => {
  it('are those of its models, a suite’s that of the product', () => {
    expect(purchasesOf(suite, document).map(({ segment }) => segment)).toEqual(['sector-systems']);
    expect(purchasesOf(mixed, document).map(({ segment }) => segment)).toEqual([
      'sector-systems',
      'cloud-hosting',
    ]);
    expect(purchasesOf(build, document)).toEqual([]);
  });
});

describe('what a case states of an option', () => {
  it('its delay, the components it buys and what they are joined to', () => {
    const facts = factsOfOption(document, suite, bought, { cost: 900_000, isRouted: false });
    expect(facts['days-late']?.value).toBe(30);
    expect(facts['whole-life-cost']?.value).toBe(900_000);
    expect(facts['volatility']?.value).toBe('high');
    expect(facts['interfaces']?.value).toBe(1);
    expect(facts['says-exit']?.value).toBe(true);
  });

  it('nothing of a test that wasn’t made, or of costs that aren’t written', () => {
    const facts = factsOfOption(document, suite, bought, free);
    expect(facts['test-exit']).toBeUndefined();
    expect(facts['costs-exit']).toBeUndefined();
    expect(facts['whole-life-cost']).toBeUndefined();
  });

  it('terms are silent only in the contract approach of the option that is to be bought', () => {
    const written = caseWith({
      ...parts,
      route: { route: 'Open procedure', contract: 'Price capped at renewal.' },
    });
    expect(factsOfOption(written, suite, bought, free)['says-break']).toBeUndefined();
    const routed = factsOfOption(written, suite, bought, { cost: null, isRouted: true });
    expect(routed['says-break']?.value).toBe(false);
    expect(routed['says-price-cap']?.value).toBe(true);
  });

  it('a body that ends within the term', () => {
    const ending = caseWith({ ...parts, buyer: { ...smallCase.buyer, changesOn: '2030-04-01' } });
    expect(factsOfOption(ending, suite, bought, free)['body-ends-in-term']?.value).toBe(true);
    expect(factsOfOption(document, suite, bought, free)['body-ends-in-term']?.value).toBe(false);
  });
});
