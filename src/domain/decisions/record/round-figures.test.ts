import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameFigure, roundFigure, roundFigures } from './round-figures.ts';

describe('figures of a record', () => {
  it('have nine significant digits, and what is next to nothing is nothing', () => {
    expect(roundFigures({ a: [14_235_924.385344442, 1 / 3], b: -1e-13, c: 'x', d: null })).toEqual({
      a: [14_235_924.4, 0.333333333],
      b: 0,
      c: 'x',
      d: null,
    });
    expect(Object.is(roundFigure(-0), 0)).toBe(true);
  });

  it('are the same where only the last bits of a computation differ', () => {
    const figure = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(fc.property(figure, (x) => isSameFigure(x, x * (1 + 4 * Number.EPSILON))));
  });

  it('are not the same where the ninth digit differs by more than one', () => {
    const figure = fc.double({ min: 1, max: 1e12, noNaN: true });
    fc.assert(fc.property(figure, (x) => !isSameFigure(x, x * (1 + 3e-8))));
    expect(isSameFigure(100_000_000, 100_000_003)).toBe(false);
    expect(isSameFigure(0, 0.000_001)).toBe(false);
  });
});
