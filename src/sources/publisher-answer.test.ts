import { describe, expect, test } from 'vitest';
import { contractsFinder } from './contracts-finder.ts';
import { findATender } from './find-a-tender.ts';
import { joinPath, nextCursor, packagedReleases, retryAfterMs } from './publisher-answer.ts';

const window = { from: '2026-08-10T00:00:00', to: '2026-08-11T00:00:00' };

describe('the address of a window', () => {
  test('carries London times with unencoded colons, the full page size, and never asks by stage', () => {
    expect(findATender.windowUrl('https://www.find-tender.service.gov.uk', window, null)).toBe(
      'https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages?updatedFrom=2026-08-10T00:00:00&updatedTo=2026-08-11T00:00:00&limit=100',
    );
    expect(contractsFinder.windowUrl('https://www.contractsfinder.service.gov.uk/', window, 'a=')).toBe(
      'https://www.contractsfinder.service.gov.uk/Published/Notices/OCDS/Search?publishedFrom=2026-08-10T00:00:00&publishedTo=2026-08-11T00:00:00&limit=100&cursor=a%3D',
    );
  });

  test.each(['http://h', 'http://h/', 'http://h/api', 'http://h/api/1.0/', 'http://h/api/1.0/packages'])(
    'is the same whichever part of it the setting %s holds',
    (base) => expect(joinPath(base, 'api/1.0/packages')).toBe('http://h/api/1.0/packages'),
  );

  test('keeps a prefix that belongs to the stand-in', () => {
    expect(joinPath('http://h:81/mirror', 'api/1.0/packages')).toBe('http://h:81/mirror/api/1.0/packages');
  });
});

describe('reading an answer', () => {
  const now = new Date('2026-11-01T12:00:00Z');

  test('Retry-After is seconds or a date', () => {
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Sun, 01 Nov 2026 12:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Sun, 01 Nov 2026 11:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeNull();
  });

  test('overload is 429 at Find a Tender and also 403, for five minutes, at Contracts Finder', () => {
    expect(findATender.overloadMs({ status: 429, retryAfter: '11' }, now)).toBe(11_000);
    expect(findATender.overloadMs({ status: 429, retryAfter: null }, now)).toBe(120_000);
    expect(findATender.overloadMs({ status: 403, retryAfter: null }, now)).toBeNull();
    expect(contractsFinder.overloadMs({ status: 403, retryAfter: null }, now)).toBe(300_000);
    expect(contractsFinder.overloadMs({ status: 200, retryAfter: null }, now)).toBeNull();
  });

  test('a page without a list of objects is none, and only the cursor of links.next is used', () => {
    expect(packagedReleases({ releases: [{ id: '1' }] })).toEqual([{ id: '1' }]);
    expect(packagedReleases({ releases: 'none' })).toBeNull();
    expect(packagedReleases({ message: 'Sorry' })).toBeNull();
    expect(nextCursor({ links: { next: 'https://elsewhere.invalid/steal?cursor=abc%3D%3D&limit=1' } })).toBe(
      'abc==',
    );
    expect(nextCursor({ links: {} })).toBeNull();
    expect(nextCursor({})).toBeNull();
  });

  test('a notice number and its id lead to each other', () => {
    expect(findATender.noticeNumber('075502-2026')).toEqual({ year: 2026, number: 75_502 });
    expect(findATender.noticeId({ year: 2026, number: 75_502 })).toBe('075502-2026');
    expect(findATender.noticeNumber('a-b')).toBeNull();
    expect(contractsFinder.noticeNumber('00000000-0000-4000-8000-000000000101-000101')).toBeNull();
  });
});
