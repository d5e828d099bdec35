import { describe, expect, it } from 'vitest';
import { seededRng } from '../lib/rng.ts';
import { preferredPrices } from './preferred-prices.ts';

describe('which option is the choice at which price of a point', () => {
  it('changes at the price of a point between neighbours', () => {
    const options = [
      { cost: 14.2, value: 76 },
      { cost: 12.5, value: 61 },
      { cost: 18.1, value: 79 },
    ];
    expect(preferredPrices(options)).toEqual([
      { option: 1, from: 0, to: (14.2 - 12.5) / 15 },
      { option: 0, from: (14.2 - 12.5) / 15, to: (18.1 - 14.2) / 3 },
      { option: 2, from: (18.1 - 14.2) / 3, to: null },
    ]);
  });

  it('leaves out what two others beat in turn, though nothing beats it alone', () => {
    const options = [
      { cost: 0, value: 0 },
      { cost: 8, value: 4 },
      { cost: 10, value: 10 },
    ];
    expect(preferredPrices(options).map(({ option }) => option)).toEqual([0, 2]);
  });

  it('names the first of those that are the same, and nothing for nobody', () => {
    const one = { cost: 5, value: 5 };
    expect(preferredPrices([one, one])).toEqual([{ option: 0, from: 0, to: null }]);
    expect(preferredPrices([])).toEqual([]);
  });

  it('agrees with looking at every option at many prices', () => {
    const rng = seededRng('prices');
    for (let round = 0; round < 50; round += 1) {
      const options = Array.from({ length: 8 }, () => ({ cost: rng.next() * 100, value: rng.next() * 100 }));
      const ranges = preferredPrices(options);
      for (let step = 0; step < 40; step += 1) {
        const price = rng.next() * 5;
        const nets = options.map(({ cost, value }) => price * value - cost);
        const best = nets.indexOf(Math.max(...nets));
        expect(ranges.find(({ from, to }) => from <= price && price < (to ?? Infinity))?.option).toBe(best);
      }
    }
  });
});
