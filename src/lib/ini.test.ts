import { describe, expect, it } from 'vitest';
import { parseIni } from './ini.ts';

describe('an INI file', () => {
  it('has sections, properties and comments', () => {
    const text =
      '\uFEFFcurrency = GBP\r\n\r\n; a comment\n# another\n[ R003 ]\nthreshold=10\nmethods: open|selective\n';
    expect(parseIni(text)).toEqual({
      sections: [
        { name: '', line: 1, properties: [{ name: 'currency', value: 'GBP', line: 1 }] },
        {
          name: 'R003',
          line: 5,
          properties: [
            { name: 'threshold', value: '10', line: 6 },
            { name: 'methods', value: 'open|selective', line: 7 },
          ],
        },
      ],
    });
  });

  it('keeps everything behind the first equals sign, without quotation marks around it', () => {
    const parsed = parseIni('a = b = c ; d\ne = "f"\ng =\nh = -');
    expect('sections' in parsed && parsed.sections[0]?.properties.map(({ value }) => value)).toEqual([
      'b = c ; d',
      'f',
      '',
      '-',
    ]);
  });

  it('takes a section that comes twice as one', () => {
    const parsed = parseIni('[a]\nx = 1\n[b]\n[a]\ny = 2');
    expect(
      'sections' in parsed && parsed.sections.map(({ name, properties }) => [name, properties.length]),
    ).toEqual([
      ['', 0],
      ['a', 2],
      ['b', 0],
    ]);
  });

  it.each([
    ['[R003\nthreshold = 1', 1, 'no closing bracket'],
    ['[R003]\nthreshold 1', 2, 'neither a [section]'],
    ['= 1', 1, 'neither a [section]'],
  ])('%j is told with its line', (text, line, fault) => {
    expect(parseIni(text)).toMatchObject({ line, fault: expect.stringContaining(fault) });
  });
});
