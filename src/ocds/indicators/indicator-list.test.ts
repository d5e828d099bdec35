import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { indicators, indicatorSettings } from './indicator-list.ts';

it('every indicator with a file is in the list, in the order of the codes', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^r\d{3}\.ts$/.test(name));
  expect(files.length).toBe(11);
  expect(indicators.map(({ code }) => `${code.toLowerCase()}.ts`)).toEqual(
    files.toSorted((one, other) => one.localeCompare(other)),
  );
});

it('every indicator has a section of the settings, and a table of its own a section below it', () => {
  const sections = Object.keys(indicatorSettings);
  expect(sections).toEqual(expect.arrayContaining(indicators.map(({ code }) => code)));
  expect(sections).toContain('R003.procurement_method_details');
});

it('a map is filled by one indicator', () => {
  const maps = indicators.flatMap((indicator) => indicator.maps ?? []);
  expect(new Set(maps).size).toBe(maps.length);
});
