import { describe, expect, it } from 'vitest';
import { chooseOption, compareTwo } from './choose-option.ts';

const saas = { option: 'saas', value: 61, cost: 12.5e6 };
const mixed = { option: 'mixed', value: 76, cost: 14.2e6 };
const dear = { option: 'dear', value: 61, cost: 13e6 };

describe('the choice', () => {
  it('is the one worth most where nobody has said what a point is worth', () => {
    expect(chooseOption([saas, mixed], null)).toEqual({
      option: 'mixed',
      basis: 'highest-value',
      tiedWith: [],
    });
  });

  it('turns at the price of a point', () => {
    expect(chooseOption([saas, mixed], 113_000)?.option).toBe('saas');
    expect(chooseOption([saas, mixed], 114_000)?.option).toBe('mixed');
    expect(chooseOption([saas, mixed], 0)).toEqual({ option: 'saas', basis: 'stated-price', tiedWith: [] });
  });

  it('needs no price where one is best and cheapest', () => {
    expect(chooseOption([saas, dear], null)).toEqual({
      option: 'saas',
      basis: 'best-and-cheapest',
      tiedWith: [],
    });
    const twin = { ...saas, option: 'twin' };
    expect(chooseOption([saas, twin], 5)?.tiedWith).toEqual(['twin']);
  });

  it('rests on value alone where a cost is missing, and names ties', () => {
    expect(chooseOption([saas, { ...mixed, cost: null }], 1)).toMatchObject({
      option: 'mixed',
      basis: 'value-only',
    });
    expect(chooseOption([{ ...saas, cost: null }, dear], null)?.tiedWith).toEqual(['dear']);
  });

  it('is the only one there is, or none', () => {
    expect(chooseOption([saas], null)?.basis).toBe('only-one');
    expect(chooseOption([], null)).toBeNull();
  });
});

describe('one option beside another', () => {
  it('has a price of a point where one is better and dearer', () => {
    expect(compareTwo(mixed, saas)).toEqual({
      with: 'saas',
      extraPoints: 15,
      extraCost: 1.7e6,
      kind: 'better-dearer',
      perPoint: 113_333.33,
    });
    expect(compareTwo(saas, mixed)).toMatchObject({ kind: 'worse-cheaper', perPoint: 113_333.33 });
  });

  it('has none where one beats the other, both are the same, or something is missing', () => {
    expect(compareTwo(saas, dear)).toMatchObject({ kind: 'beats', perPoint: null });
    expect(compareTwo(dear, saas).kind).toBe('beaten');
    expect(compareTwo(saas, saas).kind).toBe('same');
    expect(compareTwo(saas, { ...mixed, cost: null })).toMatchObject({ kind: 'open', extraCost: null });
  });
});
