import { afterEach, describe, expect, test } from 'vitest';
import type { Trial } from '../../test/support/harvest/trial.ts';
import { archivedPages, createTrial, quickHttp } from '../../test/support/harvest/trial.ts';
import { readRules } from '../../test/support/publisher/rules.ts';
import type { Flow, StubNotice } from '../../test/support/publisher/stub-notices.ts';
import { makeNotices } from '../../test/support/publisher/stub-notices.ts';
import type { StubOptions, StubPublisher } from '../../test/support/publisher/stub-publisher.ts';
import { startStubPublisher, windowOf } from '../../test/support/publisher/stub-publisher.ts';
import type { Source } from './_source.ts';
import { contractsFinder } from './contracts-finder.ts';
import { findATender } from './find-a-tender.ts';
import { nextCursor, packagedReleases } from './publisher-answer.ts';

/** Two quiet days, a busy day, and 260 notices within one second. */
const market: readonly Flow[] = [
  { from: '2026-08-08T06:00:00', seconds: 40_000, notices: 20 },
  { from: '2026-08-10T08:00:00', seconds: 36_000, notices: 480 },
  { from: '2026-08-10T17:30:05', seconds: 1, notices: 260 },
  { from: '2026-08-11T09:00:00', seconds: 30_000, notices: 150 },
];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function setUp(
  rulesName: string,
  notices: readonly StubNotice[],
  options: StubOptions & { source?: Source; isLimited?: boolean; cursor?: 'stuck' } = {},
): Promise<{ stub: StubPublisher; trial: Trial }> {
  const rules = readRules(rulesName);
  const limited = options.isLimited === true ? rules : { ...rules, overloadRequests: 1_000_000 };
  const time = { at: (): Date => new Date() };
  const stub = await startStubPublisher({ ...limited, cursor: options.cursor ?? rules.cursor }, notices, {
    now: () => time.at(),
    ...options,
  });
  const trial = await createTrial(options.source ?? findATender, stub.url);
  time.at = trial.time.now;
  closing.push(stub.close, trial.remove);
  return { stub, trial };
}

function idsOf(notices: readonly StubNotice[]): string[] {
  return notices.map((notice) => notice.noticeId).sort();
}

async function uniqueIds(trial: Trial): Promise<string[]> {
  return [...new Set(await trial.archivedIds())].sort();
}

describe.each(['find-a-tender', 'find-a-tender-ascending'])('against the stand-in %s', (rulesName) => {
  const notices = makeNotices(market);

  test('a plain walk along the cursor loses rows', async () => {
    const { stub } = await setUp(rulesName, notices);
    const ids = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const tail = cursor === '' ? null : cursor;
      const answer = await fetch(findATender.windowUrl(stub.url, windowOf(notices), tail));
      const page: unknown = await answer.json();
      if (typeof page !== 'object' || page === null) throw new Error('No page.');
      for (const release of packagedReleases({ ...page }) ?? []) ids.add(JSON.stringify(release['id']));
      cursor = nextCursor({ ...page });
    }
    expect(ids.size).toBeLessThan(notices.length);
  });

  test('the harvest loses none, whatever the order, and holds each once in the ledger', async () => {
    const { stub, trial } = await setUp(rulesName, notices);
    const summary = await trial.run(windowOf(notices));
    expect(await uniqueIds(trial)).toEqual(idsOf(notices));
    const [year] = await trial.ledger.completeness('find-a-tender');
    const issued = Math.max(...notices.map((notice) => notice.number));
    expect(year).toMatchObject({ year: 2026, issued, held: notices.length });
    expect(summary.requests).toBe(stub.requests.length);
    expect(summary.splits).toBeGreaterThan(0);
    expect(summary.absent).toBeGreaterThan(0);
    expect(stub.requests.some((request) => request.includes('stages'))).toBe(false);
    const cursors = stub.requests.filter((request) => request.includes('cursor='));
    for (const request of cursors) expect(request).toContain('updatedFrom=2026-08-10T17:30:0');
  });

  test('asking again for what is stored makes no request', async () => {
    const { stub, trial } = await setUp(rulesName, notices);
    await trial.run(windowOf(notices));
    const before = stub.requests.length;
    expect(await trial.run(windowOf(notices))).toMatchObject({ windows: 0, requests: 0 });
    expect(await trial.run(null)).toMatchObject({ windows: 0, requests: 0 });
    expect(stub.requests.length).toBe(before);
  });

  test.each([
    ['March, when an hour is missing', '2026-03-29'],
    ['October, when an hour happens twice', '2025-10-26'],
  ])('the day the clocks change in %s is read whole', async (_name, day) => {
    const night = makeNotices([
      { from: `${day}T00:00:00`, seconds: 4 * 3600, notices: 700 },
      { from: `${day}T02:00:00`, seconds: 20 * 3600, notices: 250 },
    ]);
    const { stub, trial } = await setUp(rulesName, night);
    await trial.run({ from: `${day}T00:00:00`, to: windowOf(night).to });
    expect(await uniqueIds(trial)).toEqual(idsOf(night));
    if (day.includes('-03-')) expect(stub.requests.filter((request) => /T01:\d\d/.test(request))).toEqual([]);
  });
});

test('a control: splitting without the fallback by number loses rows of the overfull second', async () => {
  const notices = makeNotices(market);
  const unnumbered: Source = { ...findATender, noticeNumber: () => null };
  const { trial } = await setUp('find-a-tender', notices, { source: unnumbered });
  await trial.run(windowOf(notices));
  expect((await uniqueIds(trial)).length).toBeLessThan(notices.length);
});

test('a cursor that always leads to the same page is left, and the numbers fill the gaps', async () => {
  const notices = makeNotices(market);
  const { trial } = await setUp('find-a-tender', notices, { cursor: 'stuck' });
  await trial.run(windowOf(notices));
  expect(await uniqueIds(trial)).toEqual(idsOf(notices));
});

test('an overfull second is read whole also where the notices bear the date of another day', async () => {
  const notices = makeNotices(market).map((notice) => ({
    ...notice,
    release: { ...notice.release, date: '2026-07-01T09:00:00Z' },
  }));
  const { trial } = await setUp('find-a-tender-ascending', notices, { cursor: 'stuck' });
  await trial.run(windowOf(notices));
  expect(await uniqueIds(trial)).toEqual(idsOf(notices));
});

describe('politeness', () => {
  const day = makeNotices([{ from: '2026-08-10T00:00:00', seconds: 80_000, notices: 900 }]);

  test('a pause asked for by Retry-After is kept to, and a pace below the limit is never turned away', async () => {
    const hasty = await setUp('find-a-tender', day, { isLimited: true });
    await hasty.trial.run(windowOf(day));
    expect(await uniqueIds(hasty.trial)).toEqual(idsOf(day));
    expect(hasty.trial.time.waits).toContain(120_000);
    expect(hasty.trial.said).toContain('Find a Tender asks for a pause of 120 s.');
    const paced = await setUp('find-a-tender', day, { isLimited: true });
    await paced.trial.run(windowOf(day), { patience: { paceMs: findATender.paceMs } });
    expect(paced.trial.said).toEqual([]);
    expect(new Set(paced.trial.time.waits)).toEqual(new Set([13_000]));
  });

  test('a refusal without Retry-After is followed by the pause of the source', async () => {
    const { trial } = await setUp('find-a-tender-ascending', day, { isLimited: true });
    await trial.run(windowOf(day));
    expect(trial.time.waits).toContain(120_000);
    expect(await uniqueIds(trial)).toEqual(idsOf(day));
  });

  test('a publisher that asks for a day is not waited for', async () => {
    const { trial } = await setUp('find-a-tender', day, { isLimited: true });
    const run = trial.run(windowOf(day), { patience: { longestWaitMs: 60_000 } });
    await expect(run).rejects.toThrow(/turned us away once and asks for .*--resume/);
  });
});

describe('Contracts Finder', () => {
  const day = makeNotices([{ from: '2026-02-03T00:00:00', seconds: 80_000, notices: 450 }], 'guid');

  test('its 403 means five minutes, its Latin-1 bytes are repaired, and nothing is lost', async () => {
    const { trial } = await setUp('contracts-finder', day, { source: contractsFinder, isLimited: true });
    const summary = await trial.run(windowOf(day));
    expect(await uniqueIds(trial)).toEqual(idsOf(day));
    expect(trial.time.waits).toContain(300_000);
    expect(summary.repairedBytes).toBeGreaterThan(day.length);
    const [page] = await archivedPages(trial.folder);
    expect(JSON.stringify(page)).toContain('Café services – lot');
    expect(await trial.ledger.completeness('contracts-finder')).toEqual([
      { year: 2026, issued: null, held: day.length, absent: 0 },
    ]);
  });
});

describe('a line that fails', () => {
  const day = makeNotices([{ from: '2026-08-10T00:00:00', seconds: 80_000, notices: 300 }]);

  test('cut and slow connections, silence, a maintenance page and a lost gateway are got over', async () => {
    const faults = { 1: 'cut', 3: 'slow', 4: 'html', 6: 'unavailable', 8: 'truncated', 10: 'stuck' } as const;
    const { trial } = await setUp('find-a-tender', day, { faults });
    await trial.run(windowOf(day));
    expect(await uniqueIds(trial)).toEqual(idsOf(day));
  });

  test.each([
    ['stuck', /nothing came for 0.25 s/],
    ['html', /is not JSON \(it begins with "<!doctype html>/],
    ['unavailable', /status 503/],
    ['cut', /in 3 tries/],
  ] as const)(
    'a publisher that only answers "%s" is given up with a sentence and resumed later',
    async (fault, words) => {
      const { trial } = await setUp('find-a-tender', day, {
        faultsAt: { 'T11:30:00&': fault, 'T13:00:00&': fault },
      });
      const failed = trial.run(windowOf(day));
      await expect(failed).rejects.toMatchObject({
        code: 'publisher-unreachable',
        message: expect.stringMatching(words),
      });
      await expect(failed).rejects.toThrow(
        /What was read is kept; go on later with `sourcing harvest --resume`/,
      );
      const again = await setUp('find-a-tender', day);
      await again.trial.run(null, { ledger: trial.ledger, archive: trial.archive });
      expect(await uniqueIds(trial)).toEqual(idsOf(day));
    },
  );

  test('one window that can not be read does not keep the others from being read', async () => {
    const { trial } = await setUp('find-a-tender', day, {
      faultsAt: { 'updatedFrom=2026-08-10T11:30:00': 'unavailable' },
    });
    await expect(trial.run(windowOf(day))).rejects.toThrow(
      /^One window could not be read, everything else is stored\./,
    );
    const open = (await trial.ledger.windows('find-a-tender', null)).filter(
      (entry) => entry.state !== 'done',
    );
    expect(open).toMatchObject([{ from: '2026-08-10T11:30:00', state: 'failed' }]);
    // Who waits is told why.
    expect(trial.said[0]).toMatch(
      /^Find a Tender gave no usable answer: status 503\. Trying again, 2 of \d\.$/,
    );
  });

  test('a wrong address of the interface is told at once', async () => {
    const { stub, trial } = await setUp('find-a-tender', day);
    const wrong: Source = {
      ...findATender,
      windowUrl: (base, window, cursor) => `${findATender.windowUrl(base, window, cursor)}&words=x`,
    };
    const other = await createTrial(wrong, stub.url);
    closing.push(other.remove);
    await expect(other.run(windowOf(day))).rejects.toThrow(
      /refused http.* with status 400 \(it begins with "Unknown parameter words/,
    );
    expect(trial.said).toEqual([]);
  });
});

describe('a harvest that is stopped', () => {
  const notices = makeNotices([
    { from: '2026-08-10T09:00:00', seconds: 20_000, notices: 210 },
    { from: '2026-08-10T17:30:05', seconds: 1, notices: 110 },
  ]);

  test('at any request or any archive write: nothing is lost or doubled after resuming', async () => {
    const { stub } = await setUp('find-a-tender', notices);
    for (let stop = 1; stop <= 22; stop += 3) {
      const trial = await createTrial(findATender, stub.url);
      let steps = 0;
      const step = (): void => {
        steps += 1;
        if (steps === stop) throw new Error('killed');
      };
      const ports = {
        http: async (url: string, signal: AbortSignal) => {
          step();
          return quickHttp(url, signal);
        },
        archive: {
          ...trial.archive,
          write: async (...page: Parameters<typeof trial.archive.write>) => {
            const archived = await trial.archive.write(...page);
            step();
            return archived;
          },
        },
      };
      await expect(trial.run(windowOf(notices), ports)).rejects.toThrow('killed');
      await trial.run(null);
      expect(await uniqueIds(trial), `stopped at step ${String(stop)}`).toEqual(idsOf(notices));
      const held = await trial.ledger.completeness('find-a-tender');
      expect(held[0]?.held).toBe(notices.length);
      await trial.remove();
    }
  });

  test('a full disk is told, and the window is read again when there is room', async () => {
    const { trial } = await setUp('find-a-tender', notices);
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const write = async (): Promise<never> => Promise.reject(full);
    await expect(trial.run(windowOf(notices), { archive: { ...trial.archive, write } })).rejects.toBe(full);
    expect(await trial.archivedIds()).toEqual([]);
    await trial.run(null);
    expect(await uniqueIds(trial)).toEqual(idsOf(notices));
  });

  test('by the person is an interruption, not a failure of the publisher', async () => {
    const { trial } = await setUp('find-a-tender', notices);
    const stop = new AbortController();
    const progress = (done: number): void => {
      if (done === 3) stop.abort();
    };
    await expect(trial.run(windowOf(notices), { signal: stop.signal, progress })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(
      (await trial.ledger.windows('find-a-tender', null)).filter((entry) => entry.state === 'done').length,
    ).toBeGreaterThan(0);
  });
});
