import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../lib/json.ts';
import { itemsAt } from './root-path.ts';

/** The lines that a text gives, read in pieces of so many bytes. */
async function linesAt(path: string, text: string, size = text.length): Promise<string[]> {
  const bytes = Buffer.from(text);
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += Math.max(1, size))
      yield bytes.subarray(at, at + Math.max(1, size));
  };
  const found: Uint8Array[] = [];
  for await (const piece of itemsAt(pieces(), path)) found.push(Buffer.from(piece));
  return Buffer.concat(found).toString('utf8').split('\n').slice(0, -1);
}

describe('the items at a path inside a larger document', () => {
  it.each([
    ['results.item', '{"count":2,"results":[{"a":1},{"b":[2]}],"next":null}', ['{"a":1}', '{"b":[2]}']],
    ['results.item.value', '{"results":[{"value":{"x":1}},{"other":{}},{"value":"y"}]}', ['{"x":1}', '"y"']],
    ['data', '{"data":{"releases":[]},"more":{"data":1}}', ['{"releases":[]}']],
    ['item', '[{"a":1}, 2 ,[3]]', ['{"a":1}', '2', '[3]']],
    ['item.item', '[[1,"2"],[{"a":"]"}]]', ['1', '"2"', '{"a":"]"}']],
    ['results.item', '{"results":[1]}\n{"results":[2]}{"results":[3]}', ['1', '2', '3']],
    ['a', '\ufeff{"b":"\\"","a":"\\\\"}', ['"\\\\"']],
    ['é', '{"\\u00e9":1}', ['1']],
    ['results.item', '{ "results" : [\n  {\n    "a" : 1\n  }\n]\n}\n', ['{     "a" : 1   }']],
  ])('%s of %s: a line each', async (path, text, lines) => {
    for (const size of [1, 2, 3, 7, text.length + 9]) expect(await linesAt(path, text, size)).toEqual(lines);
  });

  it('are those that a parser finds there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { minLength: 1 }),
        fc.jsonValue(),
        fc.nat(9),
        fc.nat(2),
        async (items, other, size, indent) => {
          const text = JSON.stringify({ other, results: items, more: { results: [other] } }, null, indent);
          const found = await linesAt('results.item', text, size + 1);
          expect(found.map((line): JsonValue => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(items)));
        },
      ),
    );
  });

  it.each([
    ['{"results":[]}', 'has nothing at results.item.'],
    ['{"other":[1]}', 'has nothing at results.item.'],
    ['{"results":[{"a":1},{"b":', 'ends in the middle of its JSON'],
    ['{"results":[{"a":1}', 'ends in the middle of its JSON'],
    ['{"results":[{"a":"x\n"}]}', 'a line break stands inside a string'],
  ])('of %j are told to be missing or broken: %s', async (text, clause) => {
    await expect(linesAt('results.item', text)).rejects.toThrow(clause);
  });

  it('of an empty input are none, which the reader tells', async () => {
    expect(await linesAt('results.item', ' \n')).toEqual([]);
  });
});
