import { expect, it } from 'vitest';
import { remember } from './remember.ts';

it('works once for a text, again for a long one, and begins anew when it is full', () => {
  let worked = 0;
  const length = remember((text) => {
    worked += 1;
    return text.length;
  });
  expect([length('a'), length('a'), worked]).toEqual([1, 1, 1]);
  const long = 'a'.repeat(201);
  expect([length(long), length(long), worked]).toEqual([201, 201, 3]);
  for (let number = 0; number < 20_000; number += 1) length(`text ${number}`);
  worked = 0;
  expect([length('a'), worked]).toEqual([1, 1]);
});
