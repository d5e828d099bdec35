import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';
import { isObject } from '../../src/lib/json.ts';
import { quantile, quartiles } from '../../src/maths/quantile.ts';
import { tukeyFences } from '../../src/maths/tukey-fences.ts';
import { IndicatorCalculator } from '../../src/ocds/indicators/indicator-calculator.ts';
import { indicators, indicatorSettings } from '../../src/ocds/indicators/indicator-list.ts';
import { readSettings } from '../../src/ocds/toolkit-settings.ts';
import { readJson } from '../support/shared-data.ts';

const folder = join(import.meta.dirname, 'ocds', 'indicators');
const names = readdirSync(folder).map((name) => basename(name, '.json'));

/**
 * A case holds `settings` (INI, or null for none) and `releases`; and what is expected: the `answer`, and where they are
 * of interest the `meta`, the filled `maps` and the `warnings`. The file's name says which rule it is about.
 */
describe('calculating review indicators', () => {
  it.each(names)('%s', (name) => {
    const given = readJson(join(folder, `${name}.json`));
    if (!isObject(given)) throw new Error('A case must be an object.');
    const { answer, warnings } = calculate(given['settings'] ?? null, given['releases'] ?? null);
    const { Meta: meta, Maps: maps, ...groups } = answer;
    expect(groups).toEqual(given['answer']);
    expect(warnings).toEqual(given['warnings'] ?? []);
    if (given['meta'] !== undefined) expect(meta).toEqual(given['meta']);
    if (given['maps'] !== undefined) expect(filled(maps)).toEqual(given['maps']);
  });

  it.each(indicators.map(({ code }) => code))('has cases of %s', (code) => {
    expect(names.some((name) => name.startsWith(`${code.toLowerCase()}-`))).toBe(true);
  });
});

function calculate(
  settings: JsonValue,
  releases: JsonValue,
): { answer: JsonObject; warnings: readonly string[] } {
  const warnings: string[] = [];
  const calculator = new IndicatorCalculator({
    settings: typeof settings === 'string' ? readSettings(settings, 'settings', indicatorSettings) : null,
    statistics: { quartiles, quantile, fences: tukeyFences },
    map: true,
    onWarning: (message) => warnings.push(message),
  });
  for (const release of Array.isArray(releases) ? releases : []) calculator.add(release);
  return { answer: calculator.finish({ meta: true }).answer, warnings };
}

/** The maps that hold something; every map is there in any case. */
function filled(maps: JsonValue | undefined): JsonObject {
  const entries = Object.entries(isObject(maps) ? maps : {});
  expect(entries.map(([name]) => name)).toContain('ocid_tenderer');
  return Object.fromEntries(entries.filter(([, ids]) => isObject(ids) && Object.keys(ids).length > 0));
}
