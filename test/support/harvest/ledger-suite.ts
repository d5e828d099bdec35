import { expect, test } from 'vitest';
import type { Window } from '../../../src/sources/_source.ts';
import type { Ledger, WindowResult } from '../../../src/sources/ledger.ts';

const source = 'find-a-tender';
const morning: Window = { from: '2026-08-10T00:00:00', to: '2026-08-10T12:00:00' };
const evening: Window = { from: '2026-08-10T12:00:00', to: '2026-08-11T00:00:00' };
const day: Window = { from: morning.from, to: evening.to };
const at = new Date('2026-08-11T09:00:00.000Z');
const never = (): boolean => false;

function result(numbers: readonly number[], absent: readonly number[] = []): WindowResult {
  return {
    fetchedAt: at,
    received: numbers.length,
    requests: 1,
    answerHashes: ['a'.repeat(64)],
    archived: { path: 'find-a-tender/2026/page.json.gz', sha256: 'b'.repeat(64), bytes: 1234 },
    held: numbers.map((number) => ({
      noticeId: `${String(number).padStart(6, '0')}-2026`,
      year: 2026,
      number,
    })),
    absent: absent.map((number) => ({
      noticeId: `${String(number).padStart(6, '0')}-2026`,
      year: 2026,
      number,
      reason: 'Not found when asked for by its number.',
    })),
  };
}

/** What every ledger promises; `open` gives an empty one. */
export function describeLedger(open: () => Promise<Ledger>): void {
  test('a window is planned once, read, and then known with its archived page', async () => {
    const ledger = await open();
    await ledger.plan(source, [morning, evening]);
    await ledger.begin(source, morning);
    await ledger.plan(source, [morning, evening]);
    expect(await ledger.windows(source, null)).toMatchObject([
      { ...morning, state: 'fetching', archived: null },
      { ...evening, state: 'planned' },
    ]);
    await ledger.complete(source, morning, result([1, 2]));
    expect((await ledger.windows(source, morning))[0]).toEqual({
      ...morning,
      state: 'done',
      fetchedAt: at,
      received: 2,
      archived: { path: 'find-a-tender/2026/page.json.gz', sha256: 'b'.repeat(64), bytes: 1234 },
      ingestedAt: null,
      reason: null,
    });
    expect(await ledger.windows('contracts-finder', null)).toEqual([]);
  });

  test('a window touches a range when they share more than an end', async () => {
    const ledger = await open();
    await ledger.plan(source, [morning, evening]);
    expect(await ledger.windows(source, morning)).toMatchObject([morning]);
    const around: Window = { from: '2026-08-10T11:59:59', to: '2026-08-10T12:00:01' };
    expect(await ledger.windows(source, around)).toMatchObject([morning, evening]);
  });

  test('the halves of a full window stand in its place', async () => {
    const ledger = await open();
    await ledger.plan(source, [day]);
    await ledger.begin(source, day);
    await ledger.split(source, day, [morning, evening], 100);
    expect(await ledger.windows(source, null)).toMatchObject([
      { ...morning, state: 'planned' },
      { ...evening, state: 'planned' },
    ]);
  });

  test('a failure keeps its reason until the window is read', async () => {
    const ledger = await open();
    await ledger.plan(source, [day]);
    await ledger.fail(source, day, 'Status 503.');
    expect(await ledger.windows(source, null)).toMatchObject([{ state: 'failed', reason: 'Status 503.' }]);
    await ledger.complete(source, day, result([]));
    expect(await ledger.windows(source, null)).toMatchObject([{ state: 'done', reason: null, received: 0 }]);
  });

  test('a year counts each notice once, and a number found later is no longer absent', async () => {
    const ledger = await open();
    await ledger.plan(source, [morning, evening]);
    await ledger.complete(source, morning, result([5, 7, 9], [6, 8]));
    await ledger.complete(source, evening, result([9, 8]));
    await ledger.complete(source, morning, result([5, 7, 9], [6]));
    expect(await ledger.completeness(source)).toEqual([{ year: 2026, issued: 9, held: 4, absent: 1 }]);
    expect(await ledger.accounted(source, 2026, 6, 8)).toEqual([6, 7, 8]);
    expect(await ledger.accounted(source, 2025, 1, 100)).toEqual([]);
  });

  test('notices without numbers are held and nothing is issued', async () => {
    const ledger = await open();
    await ledger.plan('contracts-finder', [day]);
    const held = [{ noticeId: 'f0e1', year: 2026, number: null }];
    await ledger.complete('contracts-finder', day, { ...result([]), held });
    expect(await ledger.completeness('contracts-finder')).toEqual([
      { year: 2026, issued: null, held: 1, absent: 0 },
    ]);
    expect(await ledger.accounted('contracts-finder', 2026, 0, 10)).toEqual([]);
  });

  test('a page waits for the register until it is marked, and again after it was fetched anew', async () => {
    const ledger = await open();
    await ledger.plan(source, [morning, evening]);
    await ledger.complete(source, morning, result([1]));
    expect(await ledger.notIngested(source)).toMatchObject([morning]);
    await ledger.markIngested(source, [morning], at);
    expect(await ledger.notIngested(source)).toEqual([]);
    await ledger.complete(source, morning, result([1, 2]));
    expect(await ledger.notIngested(source)).toMatchObject([morning]);
  });

  test('windows are counted by source and state, split ones left out', async () => {
    const ledger = await open();
    await ledger.plan(source, [day]);
    await ledger.split(source, day, [morning, evening], 100);
    await ledger.complete(source, evening, result([1]));
    expect(await ledger.counts()).toEqual([
      { source, state: 'done', windows: 1, ...evening, lastFetchedAt: at, archivedBytes: 1234 },
      { source, state: 'planned', windows: 1, ...morning, lastFetchedAt: null, archivedBytes: 0 },
    ]);
  });

  test('a lease is kept from others until it runs out, is given back, or its holder is gone', async () => {
    const ledger = await open();
    const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
    const first = { holder: 'one', until: later(2) };
    const second = { holder: 'two', until: later(3) };
    expect(await ledger.takeLease(source, first, at, never)).toEqual(first);
    expect(await ledger.takeLease(source, second, later(1), never)).toEqual(first);
    expect(await ledger.takeLease('contracts-finder', second, later(1), never)).toEqual(second);
    const renewed = { holder: 'one', until: later(4) };
    expect(await ledger.takeLease(source, renewed, later(2), never)).toEqual(renewed);
    await ledger.giveLease(source, 'two');
    expect(await ledger.leaseOf(source)).toEqual(renewed);
    expect(await ledger.takeLease(source, second, later(1), never)).toEqual(renewed);
    expect(await ledger.takeLease(source, second, later(1), (holder) => holder === 'one')).toEqual(second);
    await ledger.giveLease(source, 'two');
    expect(await ledger.leaseOf(source)).toBeNull();
    expect(await ledger.takeLease(source, first, at, never)).toEqual(first);
    expect(await ledger.takeLease(source, second, later(2), never)).toEqual(second);
  });
}
