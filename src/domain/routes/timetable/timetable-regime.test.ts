import { expect, test } from 'vitest';
import { timetableReference } from '../../../../test/factories/timetable.ts';
import type { Procedure } from '../procedure.ts';
import { nations, type BodyType, type Nation } from '../regime.ts';
import { divisionOf, timetableRegime } from './timetable-regime.ts';

const { regimes } = timetableReference();
const gapOf = (nation: Nation, bodyType: BodyType | null, procedure: Procedure, isOlderFramework = false) =>
  timetableRegime({ nation, bodyType }, { procedure, isOlderFramework }, regimes).gap;

test('a devolved Scottish body has no timetable, a department of the United Kingdom in Scotland has one', () => {
  expect(gapOf('scotland', null, 'open')).toBe('regime-not-modelled');
  expect(gapOf('scotland', 'nhs', 'open')).toBe('regime-not-modelled');
  expect(gapOf('scotland', 'central-government', 'open')).toBeNull();
});

test('a Scottish call-off has one where the framework was let under the Act, and none where it was not', () => {
  expect(gapOf('scotland', 'nhs', 'framework-direct')).toBeNull();
  expect(gapOf('scotland', 'nhs', 'framework-direct', true)).toBe('regime-not-modelled');
});

test('below the threshold Northern Ireland’s own authorities have none, Welsh ones have one', () => {
  expect(gapOf('northern-ireland', 'local-government', 'below-threshold')).toBe(
    'below-threshold-not-modelled',
  );
  expect(gapOf('northern-ireland', 'local-government', 'open')).toBeNull();
  expect(gapOf('wales', 'local-government', 'below-threshold')).toBeNull();
});

test('Wales keeps the bank holidays of England', () => {
  expect(nations.map(divisionOf)).toEqual([
    'england-and-wales',
    'england-and-wales',
    'scotland',
    'northern-ireland',
  ]);
});
