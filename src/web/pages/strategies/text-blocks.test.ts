import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textBlocks } from './text-blocks.ts';

test('paragraphs and lists stand as they were typed', () => {
  expect(textBlocks('One.\nStill one.\n\n\nTwo:\n- a\n - b\nThree.\n\n-no item\n- ')).toEqual([
    { kind: 'paragraph', text: 'One.\nStill one.' },
    { kind: 'paragraph', text: 'Two:' },
    { kind: 'list', items: ['a', 'b'] },
    { kind: 'paragraph', text: 'Three.' },
    { kind: 'paragraph', text: '-no item\n-' },
  ]);
  expect(textBlocks(' \n\n ')).toEqual([]);
});

test('no word is lost and none is added', () => {
  const word = fc.stringMatching(/^[a-z<>&"]{1,6}$/u);
  const text = fc.array(fc.oneof(word, fc.constantFrom('\n', '\n\n', '\n- ', ' '))).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (typed) => {
      const shown = textBlocks(typed).flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
      const letters = (value: string): string => value.replaceAll(/[\s-]/gu, '');
      expect(letters(shown.join(''))).toBe(letters(typed));
    }),
  );
}); // prettier-ignore
