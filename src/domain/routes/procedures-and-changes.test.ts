import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReference } from '../../app/reference.ts';
import { bodyChangesOf } from './body-change.ts';
import { doorsOf } from './doors-of.ts';
import { proceduresFor } from './procedures-for.ts';
import { procedureIds } from './procedure.ts';
import { crossingOf, thresholdOn } from './threshold-on.ts';

const { routes: reference, thresholds } = readReference(join(import.meta.dirname, '../../../reference'));
const council = { bodyType: 'local-government', nation: 'england' } as const;

test('the threshold is that of the day, reached when it is met, close within a tenth', () => {
  const before = thresholdOn(thresholds, 'central', '2025-12-31');
  expect(before?.grossMinorUnits).toBe(13_968_800);
  expect(thresholdOn(thresholds, 'central', '2023-12-31')).toBeNull();
  const now = thresholdOn(thresholds, 'central', '2026-11-24') ?? expect.unreachable();
  expect(crossingOf(now, 13_501_800)).toMatchObject({ isReached: true, isClose: true });
  expect(crossingOf(now, 13_501_799)).toMatchObject({ isReached: false, isClose: true });
  expect(crossingOf(now, 288_000_000)).toMatchObject({ isReached: true, isClose: false });
});

test('every procedure is answered; without a route the ones through routes are closed', () => {
  const answer = (isAbove: boolean) => proceduresFor(reference.procedures, { isAbove, routes: [] });
  expect(answer(true).map(({ rule }) => rule.id)).toEqual([...procedureIds]);
  const openness = (isAbove: boolean) =>
    Object.fromEntries(answer(isAbove).map((one) => [one.rule.id, one.openness]));
  expect(openness(true)).toMatchObject({ open: 'open', 'below-threshold': 'closed', 'direct-award': 'if' });
  expect(openness(false)).toMatchObject({ open: 'not-needed', 'below-threshold': 'open' });
  expect(openness(true)['dynamic-market']).toBe('closed');
});

test('a council of Surrey ends within a term that runs past 1 April 2027, and not within one that ends before', () => {
  const changes = (endOn: string, netPence = 20_000_000) =>
    bodyChangesOf('WOKING BOROUGH COUNCIL', council, { endOn, netPence }, reference.bodyChanges);
  expect(changes('2027-04-01')).toMatchObject([
    { reach: 'body', isWithinTerm: true, mayNeedConsent: true, change: { id: 'surrey-west' } },
  ]);
  expect(changes('2027-03-31')).toMatchObject([{ isWithinTerm: false, mayNeedConsent: false }]);
  expect(changes('2027-04-01', 10_000_000)).toMatchObject([{ mayNeedConsent: false }]);
});

test('a council of another name gets the word on its kind, a department none', () => {
  const term = { endOn: '2029-01-31', netPence: 20_000_000 };
  const at = (name: string | null, body: Parameters<typeof bodyChangesOf>[1]) =>
    bodyChangesOf(name, body, term, reference.bodyChanges).map(({ reach }) => reach);
  expect(at('Leeds City Council', council)).toEqual(['kind']);
  expect(at(null, { bodyType: 'central-government', nation: 'england' })).toEqual([]);
  expect(at(null, { bodyType: 'local-government', nation: 'wales' })).toEqual([]);
});

test('a dynamic market that runs is open now, a framework that ended is last', () => {
  const held = reference.routes.filter(({ isSample }) => !isSample);
  const states = (segment: 'data-analytics-ai' | 'cloud-hosting') =>
    doorsOf(held, segment, '2026-11-24')[0]?.doors.map(({ route, state }) => [route.id, state.kind]);
  expect(states('data-analytics-ai')?.[0]).toEqual(['ai-dps', 'open-now']);
  expect(states('cloud-hosting')?.at(-1)).toEqual(['g-cloud-14', 'ended']);
});
