import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

const value = { name: 'Ynys Môn – £5', sign: '😀', none: [], deep: { list: [1, '\u007f'] } };

it('is one line in UTF-8 unless asked otherwise', () => {
  expect(jsonText(value, { isPretty: false, isAscii: false })).toBe(JSON.stringify(value));
});

// What Python 3.11 prints: json.dumps(value, indent=2) and json.dumps(value, separators=(',', ':')).
it('is indented and escaped as Python does it', () => {
  expect(jsonText(value, { isPretty: true, isAscii: true })).toBe(
    '{\n  "name": "Ynys M\\u00f4n \\u2013 \\u00a35",\n  "sign": "\\ud83d\\ude00",\n  "none": [],\n  "deep": {\n    "list": [\n      1,\n      "\\u007f"\n    ]\n  }\n}',
  );
  expect(jsonText(value, { isPretty: false, isAscii: true })).toBe(
    '{"name":"Ynys M\\u00f4n \\u2013 \\u00a35","sign":"\\ud83d\\ude00","none":[],"deep":{"list":[1,"\\u007f"]}}',
  );
});
