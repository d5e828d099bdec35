import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReference } from '../../app/reference.ts';
import { bodyThresholdOf, otherLawOf, regimeOf } from './regime.ts';

const { regimes } = readReference(join(import.meta.dirname, '../../../reference')).routes;

test('a Scottish council is outside the Act, and what holds for it is named', () => {
  const regime = regimeOf({ bodyType: 'local-government', nation: 'scotland' }, regimes);
  expect(regime.isModelled).toBe(false);
  expect(regime.name).toBe('Scottish procurement law');
});

test('a department buys under the Act in Scotland too', () => {
  expect(regimeOf({ bodyType: 'central-government', nation: 'scotland' }, regimes).id).toBe(
    'procurement-act',
  );
});

test('a Welsh council buys under the Act with the Welsh differences', () => {
  const regime = regimeOf({ bodyType: 'local-government', nation: 'wales' }, regimes);
  expect(regime.id).toBe('procurement-act-wales');
  expect(regime.differences.length).toBeGreaterThan(0);
});

test('a trust may fall under another law beside, a university doesn’t', () => {
  expect(otherLawOf({ bodyType: 'nhs', nation: 'england' }, regimes).map(({ id }) => id)).toEqual([
    'provider-selection',
  ]);
  expect(otherLawOf({ bodyType: 'education', nation: 'england' }, regimes)).toEqual([]);
});

test('a council counts by the threshold of sub-central bodies, a trust by the lower one, with the reason', () => {
  expect(bodyThresholdOf({ bodyType: 'local-government', nation: 'england' }, regimes)).toMatchObject({
    procedures: 'sub-central',
    note: null,
  });
  expect(bodyThresholdOf({ bodyType: 'nhs', nation: 'england' }, regimes).note).toContain('lower threshold');
});
