import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import type { JsonValue } from './json.ts';

describe('canonicalJson', () => {
  it('orders the keys of every object and leaves lists in their order', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }, 2] })).toBe('{"a":[{"c":"x","d":null},2],"b":1}');
  });

  it('holds the same content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const copy: JsonValue = JSON.parse(text);
        expect(JSON.parse(canonicalJson(copy))).toEqual(JSON.parse(text));
      }),
    );
  });
});
