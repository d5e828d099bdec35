import { describe, expect, it } from 'vitest';
import { describeRepair, parseJson } from './repair.ts';

describe('parsing JSON as publishers write it', () => {
  it.each([
    [
      'a number beyond all measure',
      '{"a":1e9999,"b":[-1e9999,2]}',
      { a: 9_999_999, b: [-9_999_999, 2] },
      [{ kind: 'number', count: 2 }],
    ],
    [
      'words for numbers',
      '{"a":Infinity,"b":-Infinity,"c":NaN}',
      { a: 9_999_999, b: -9_999_999, c: null },
      [{ kind: 'number', count: 3 }],
    ],
    ['an escaped NUL', '{"a":"x\\u0000y"}', { a: 'xy' }, [{ kind: 'nul', count: 1 }]],
    ['a NUL byte', '{"a":"x\u0000y"}', { a: 'xy' }, [{ kind: 'nul', count: 1 }]],
    [
      'half a character',
      '{"a":"x\\ud83dy","b":"\\ude00"}',
      { a: 'x\ufffdy', b: '\ufffd' },
      [{ kind: 'surrogate', count: 2 }],
    ],
    [
      'several faults at once',
      '{"a":1e9999,"b":"\\u0000"}',
      { a: 9_999_999, b: '' },
      [
        { kind: 'number', count: 1 },
        { kind: 'nul', count: 1 },
      ],
    ],
  ])('mends %s', (_name, text, value, repairs) => {
    const parsed = parseJson(Buffer.from(text));
    expect(parsed).toMatchObject({ value, repairs });
    expect(JSON.parse('text' in parsed ? parsed.text : '')).toEqual(value);
  });

  it('reads bytes that are not UTF-8 as Latin-1, one by one', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"£ café ', 'utf8'),
      Buffer.from([0xe9, 0x96]),
      Buffer.from('"}'),
    ]);
    expect(parseJson(bytes)).toMatchObject({
      value: { a: '£ café é–' },
      repairs: [{ kind: 'encoding', count: 2 }],
    });
  });

  it.each([
    ['texts that look like faults', '{"a":"1e9999 Infinity NaN \\\\u0000 \\\\ud83d"}'],
    ['whole characters beyond the basic plane', '{"a":"\\ud83d\\ude00 \u{1f600}"}'],
    ['line separators', '{"a":"x\u2028y"}'],
    ['large but finite numbers', '{"a":1e308,"b":-12.5E-3}'],
    ['an amount as text', '{"a":"12,000"}'],
  ])('leaves %s alone', (_name, text) => {
    expect(parseJson(Buffer.from(text))).toEqual({ value: JSON.parse(text), text, repairs: [] });
  });

  it.each(['{"a":}', '', '{"a":1', 'Infinite', '{"a":01}'])('says what is wrong with %j', (text) => {
    expect(parseJson(Buffer.from(text))).toHaveProperty('fault');
  });

  it('does not break on nesting without end', () => {
    expect(parseJson(Buffer.from('['.repeat(200_000) + ']'.repeat(200_000)))).toHaveProperty('fault');
  });

  it('says in words what it did', () => {
    expect(describeRepair({ kind: 'number', count: 1 })).toBe(
      '1 number out of range read as 9999999 (NaN as null)',
    );
    expect(describeRepair({ kind: 'encoding', count: 2 })).toBe('2 bytes that are not UTF-8 read as Latin-1');
  });
});
