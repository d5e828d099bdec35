import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a page names the file and not the folders it lies in', () => {
  expect(fileName('/home/data/2026-10.jsonl:711')).toBe('2026-10.jsonl:711');
  expect(fileName('C:\\data\\a.json')).toBe('a.json');
});

test('what is no path stays as it is', () => {
  expect(fileName('sample market')).toBe('sample market');
});
