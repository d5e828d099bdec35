import { parse, stringify } from 'yaml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeYaml } from './change-yaml.ts';

const text = `# a case
title: Old # agreed in May
buyer: { name: Harbour, type: nhs }
options:
  # the first
  - id: a
    name: One # by hand
  - id: b
    name: Two
`;

describe('changing a text', () => {
  it('changes a text in which one value stands for hundreds of places', () => {
    const lines = Array.from({ length: 300 }, () => '  - *usual').join('\n');
    const many = `usual: &usual { low: 1, likely: 2, high: 3 }\ntitle: Old\nlines:\n${lines}\n`;
    const changed = changeYaml(many, [{ path: ['lines', 7, 'low'], value: 0 }]);
    const { lines: all } = parse(changed, { maxAliasCount: -1 });
    expect(all[7]).toEqual({ low: 0, likely: 2, high: 3 });
    expect(all[8]).toEqual({ low: 1, likely: 2, high: 3 });
  });

  it.each([[['options', 4_000_000_000]], [['options', '4000000000']], [['risks', 4_000_000_000]]])(
    'makes no list as long as the place %j says',
    (path) => {
      expect(() => changeYaml(text, [{ path, value: 1 }])).toThrow('The case has no place');
      expect(parse(changeYaml(text, [{ path: ['options', 2], value: 1 }])).options).toHaveLength(3);
    },
  );

  it('keeps comments and the way things are written', () => {
    const changed = changeYaml(text, [
      { path: ['title'], value: 'New' },
      {
        path: ['options'],
        value: [
          { id: 'a', name: 'One' },
          { id: 'b', name: 'Second', note: 'x' },
        ],
      },
    ]);
    expect(changed).toContain('title: New # agreed in May');
    expect(changed).toContain('name: One # by hand');
    expect(changed).toContain('# the first');
    expect(parse(changed)).toEqual({
      ...parse(text),
      title: 'New',
      options: [
        { id: 'a', name: 'One' },
        { id: 'b', name: 'Second', note: 'x' },
      ],
    });
  });

  it('adds what is not there, takes away what is, and changes kinds', () => {
    const changed = changeYaml(text, [
      { path: ['need', 'outcomes', 0, 'id'], value: 'speed' },
      { path: ['options', 0], value: undefined },
      { path: ['buyer'], value: 'nobody' },
      { path: ['title'], value: ['a', 'list'] },
    ]);
    expect(parse(changed)).toEqual({
      title: ['a', 'list'],
      buyer: 'nobody',
      options: [{ id: 'b', name: 'Two' }],
      need: { outcomes: [{ id: 'speed' }] },
    });
  });

  it('changes aliases only where they stand', () => {
    const shared = 'a: &x { n: 1 }\nb: *x\n';
    expect(parse(changeYaml(shared, [{ path: ['b'], value: { n: 2 } }]))).toEqual({
      a: { n: 1 },
      b: { n: 2 },
    });
    const nested = 'a: &x { n: 1 } # first\nb: &y [*x, *x]\nc: *y # last\n';
    const changed = changeYaml(nested, [{ path: ['c', 1, 'n'], value: 4 }]);
    expect(parse(changed)).toEqual({ a: { n: 1 }, b: [{ n: 1 }, { n: 1 }], c: [{ n: 1 }, { n: 4 }] });
    expect(changed).toContain('# first');
    expect(changed).not.toMatch(/[&*]/u);
    expect(parse(changeYaml(shared, [{ path: ['b', 'n'], value: 3 }]))).toEqual({ a: { n: 1 }, b: { n: 3 } });
  });

  it('refuses a path that leads through a plain value', () => {
    expect(() => changeYaml(text, [{ path: ['title', 'long'], value: 'x' }])).toThrow(
      'no place "title.long"',
    );
  });

  it('gives exactly what was set, whatever it is', () => {
    const words = fc.string({ maxLength: 20 });
    const plain = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        words,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(plain.value, plain.value, (before, after) => {
        const changed = changeYaml(stringify({ v: before, w: 1 }), [{ path: ['v'], value: after }]);
        expect(parse(changed)).toEqual({ v: after, w: 1 });
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
