import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReference } from '../../app/reference.ts';
import { digitalSegmentIds } from '../segments/segment.ts';
import { routeVerdicts } from './assess-route.ts';
import { findRoutes } from './find-routes.ts';
import { nations } from './regime.ts';
import type { Route } from './route.ts';
import type { RouteNeed } from './route-need.ts';
import { addDays, parseUncertainDay } from './uncertain-day.ts';

const held = readReference(join(import.meta.dirname, '../../../reference')).routes.routes;
const routes = held.filter(({ isSample }) => !isSample);
const invented = held.filter(({ isSample }) => isSample);
const need: RouteNeed = {
  segment: 'cloud-hosting',
  netPence: 240_000_000,
  grossPence: 288_000_000,
  months: 24,
  body: { bodyType: 'central-government', nation: 'england' },
  startOn: '2027-02-01',
  awardOn: '2027-02-01',
  classification: 'official',
  today: '2026-11-24',
};
const found = (
  asked: Partial<RouteNeed>,
  among: readonly Route[] = routes,
  seen = new Map<string, number>(),
) => findRoutes({ ...need, ...asked }, among, seen);
const codesOf = (id: string, asked: Partial<RouteNeed>, among: readonly Route[] = held): string[] =>
  found(asked, among)
    .filter(({ route }) => route.id === id)
    .flatMap(({ findings }) => findings.map(({ code }) => code));

test('a planned start that passed unconfirmed stands as unknown, an end that is confirmed as ended, last', () => {
  const answer = found({});
  expect(answer.map(({ route, verdict }) => [route.id, verdict])).toEqual([
    ['g-cloud-15', 'unknown'],
    ['cloud-compute-2', 'unknown'],
    ['g-cloud-14', 'cannot'],
  ]);
  expect(answer[0]?.status).toEqual({ kind: 'unknown', since: '2026-09-17', because: 'start' });
});

test('a framework that is confirmed stands above one whose status is unknown', () => {
  const day = (text: string, state: 'confirmed' | 'planned') => ({
    value: parseUncertainDay(text) ?? expect.unreachable(),
    state,
    confidence: 'high' as const,
    note: null,
    source: null,
  });
  const confirmed = routes.map((route) =>
    route.id === 'cloud-compute-2'
      ? { ...route, start: day('2024-01-01', 'confirmed'), end: day('2029-01-01', 'planned') }
      : route,
  );
  expect(found({}, confirmed)[0]).toMatchObject({ route: { id: 'cloud-compute-2' }, verdict: 'usable' });
});

test('an end before the planned award bars, an end in the same month is doubtful', () => {
  const products = { segment: 'devices-hardware' } as const;
  expect(codesOf('tepas-2', { ...products, awardOn: '2027-11-02', startOn: '2027-11-02' })).toContain(
    'ends-before-award',
  );
  expect(codesOf('tepas-2', { ...products, awardOn: '2027-10-15', startOn: '2027-11-02' })).toContain(
    'may-end-before-award',
  );
  expect(codesOf('tepas-2', products)).not.toContain('ends-before-award');
  expect(codesOf('tepas-3', products)).toContain('starts-after-award');
  expect(codesOf('tepas-3', { ...products, awardOn: '2027-09-01', startOn: '2027-09-01' })).toContain(
    'not-started',
  );
});

test('a call-off longer than the longest allowed is barred, one as long isn’t', () => {
  const id = 'sample-vertical-applications';
  const council = {
    segment: 'sector-systems',
    body: { bodyType: 'local-government', nation: 'england' },
  } as const;
  expect(codesOf(id, { ...council, months: 61 })).toContain('term-too-long');
  expect(codesOf(id, { ...council, months: 60 })).toContain('term-fits');
});

test('a route for other bodies or nations says so, and for these it doesn’t', () => {
  const services = { segment: 'managed-it-services' } as const;
  expect(codesOf('sample-vertical-applications', { segment: 'sector-systems' })).toContain('not-this-body');
  const scottish = { body: { bodyType: 'local-government', nation: 'scotland' } } as const;
  expect(codesOf('sample-technology-services-3', { ...services, ...scottish })).toContain('not-this-nation');
  expect(codesOf('sample-technology-services-3', services)).toContain('users-allowed');
});

test('a Scottish body follows the Act for a call-off from a framework of the Act', () => {
  const scottish = { body: { bodyType: 'local-government', nation: 'scotland' } } as const;
  expect(codesOf('g-cloud-15', scottish)).toContain('act-for-scotland');
  expect(codesOf('g-cloud-15', {})).not.toContain('act-for-scotland');
});

test('facts that nobody checked for 180 days are told from the next day on', () => {
  const checked = (days: number) => codesOf('g-cloud-15', { today: addDays('2026-11-24', days) });
  expect(checked(180)).not.toContain('checked-long-ago');
  expect(checked(181)).toContain('checked-long-ago');
});

test('an estimate above the whole route is barred', () => {
  const ai = { segment: 'data-analytics-ai' } as const;
  expect(codesOf('ai-dps', { ...ai, netPence: 40_000_000_001 })).toContain('value-above-route');
  expect(codesOf('ai-dps', { ...ai, netPence: 40_000_000_000 })).not.toContain('value-above-route');
});

test('awards seen decide between routes that are alike', () => {
  const twins = ['one', 'two'].flatMap((id) => invented.slice(0, 1).map((route) => ({ ...route, id })));
  expect(found({}, twins, new Map([['two', 3]])).map(({ route }) => route.id)).toEqual(['two', 'one']);
  expect(found({}, twins, new Map([['one', 3]])).map(({ route }) => route.id)).toEqual(['one', 'two']);
});

test('every route of the segment is in the answer once, whatever is asked, and verdicts never rise', () => {
  const bodies = ['central-government', 'nhs', 'local-government', 'utility', 'devolved'] as const;
  const asked = fc.record({
    segment: fc.constantFrom(...digitalSegmentIds),
    months: fc.integer({ min: 1, max: 600 }),
    netPence: fc.integer({ min: 1, max: 10 ** 13 }),
    body: fc.record({ bodyType: fc.constantFrom(...bodies), nation: fc.constantFrom(...nations) }),
    classification: fc.constantFrom('official' as const, 'above-official' as const, null),
    later: fc.integer({ min: -400, max: 3000 }),
    now: fc.integer({ min: -400, max: 3000 }),
  });
  fc.assert(
    fc.property(asked, ({ later, now, ...rest }) => {
      const startOn = addDays('2026-11-24', later);
      const answer = found(
        { ...rest, grossPence: rest.netPence, startOn, awardOn: startOn, today: addDays('2026-11-24', now) },
        held,
      );
      const expected = held.filter(({ lots }) =>
        lots.some(({ segments }) => segments.includes(rest.segment)),
      );
      expect(answer.map(({ route }) => route.id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      const ranks = answer.map(({ verdict }) => routeVerdicts.indexOf(verdict));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
  );
});
