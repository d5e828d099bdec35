import { expect, it } from 'vitest';
import { alignShapes } from './align-shapes.ts';

it('an object that a later release turns into an array becomes an array of one', () => {
  const releases = [
    { awards: [{ id: '1', standstillPeriod: { endDate: '2026-07-29' } }] },
    { awards: [{ id: '1', standstillPeriod: [{ endDate: '2026-08-21' }] }] },
  ];
  const before = structuredClone(releases);
  expect(alignShapes(releases)).toEqual({
    releases: [{ awards: [{ id: '1', standstillPeriod: [{ endDate: '2026-07-29' }] }] }, releases[1]],
    aligned: ['awards.standstillPeriod'],
  });
  expect(releases).toEqual(before);
});

it('releases of one shape stay as they are', () => {
  const releases = [{ a: { b: 1 } }, { a: { b: 2 } }];
  expect(alignShapes(releases)).toEqual({ releases, aligned: [] });
});
