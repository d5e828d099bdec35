import { expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/process.ts';
import { repeatedNotices } from './repeated-notices.ts';

it('two contents under one release id are named, and which of them holds', () => {
  const first = actRelease();
  const later = actRelease({ date: '2026-05-07T10:00:00+01:00' });
  expect(repeatedNotices([first, later])).toEqual([
    'Release 012345-2026 came with two contents; where they differ, the one with the latest date holds.',
  ]);
  expect(repeatedNotices([first, actRelease({ title: 'Other' })])).toEqual([
    expect.stringContaining('two contents, of the same date'),
  ]);
});

it('one content given twice, several notices and releases without an id are none', () => {
  const { id: _id, ...nameless } = actRelease();
  expect(repeatedNotices([actRelease(), actRelease()])).toEqual([]);
  expect(repeatedNotices([actRelease(), actRelease({ id: '012346-2026' })])).toEqual([]);
  expect(repeatedNotices([nameless, { ...nameless, title: 'Other' }])).toEqual([]);
});
