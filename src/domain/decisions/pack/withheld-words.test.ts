import { expect, it } from 'vitest';
import { piecesOf, tellingPieces } from './withheld-words.ts';

const texts = [
  'Weak. We lost it.',
  'high',
  'Reserves only',
  'Own staff',
  'Own staff',
  '2 November 2026',
  'not-needed',
];

it('takes short sentences for telling, and texts that only one place has', () => {
  expect(tellingPieces(texts)).toEqual(new Set(['we lost it', 'reserves only']));
});

it('takes no single word, day or common phrase for telling', () => {
  for (const text of ['Weak', 'high', 'Own staff', '2 November 2026', 'not-needed'])
    expect(piecesOf(text).some((piece) => tellingPieces(texts).has(piece))).toBe(false);
});

it('takes six words for telling wherever they stand', () => {
  expect([...tellingPieces(['No: the cellar floods every second winter, as nobody said; so'])]).toContain(
    'the cellar floods every second winter as nobody said',
  );
});
