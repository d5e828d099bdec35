import { describe, expect, it } from 'vitest';
import { textBlock, textTable } from './text-form.ts';

describe('answers as text', () => {
  it('aligns facts and leaves out those without a value', () => {
    expect(
      textBlock([
        ['status', 'live'],
        ['id', 'abc'],
        ['signed', null],
        ['route', ''],
      ]),
    ).toBe('  status  live\n  id      abc');
    expect(textBlock([])).toBe('');
  });

  it('aligns columns and leaves what is not known empty', () => {
    expect(
      textTable([
        ['2024-02-15', null, 'x'],
        ['no date', 'b', null],
      ]),
    ).toBe('2024-02-15     x\nno date     b');
    expect(textTable([])).toBe('');
  });
});
