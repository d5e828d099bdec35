import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readReference } from './reference.ts';

const folder = join(import.meta.dirname, '..', '..', 'reference');
const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

/** Reads the authored facts with the sizes of bodies changed in one place. */
function read(from: string, to: string): () => ReturnType<typeof readReference> {
  const copy = mkdtempSync(join(tmpdir(), 'reference-sizes-'));
  copies.push(copy);
  cpSync(folder, copy, { recursive: true });
  const path = join(copy, 'body-size.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text, 'the text to be changed stands in the file').toContain(from);
  writeFileSync(path, text.replace(from, to));
  return () => readReference(copy);
}

const first = '{ measure: residents, value: 1145000, roundedTo: 1000, source: census-2021 }';

it('the sizes as they stand are read, each with source, year and day of review', () => {
  const { bodies } = read('bodies:', 'bodies:')().bodySizes;
  expect(bodies.filter(({ isSample }) => !isSample).length).toBeGreaterThan(150);
  for (const { sizes } of bodies)
    for (const size of sizes) {
      expect(size.source.length).toBeGreaterThan(10);
      expect(size.reviewed).toMatch(/^\d{4}-\d\d-\d\d$/u);
      expect(size.value % size.roundedTo).toBe(0);
    }
});

it.each([
  ['a size below zero', first, first.replace('1145000', '-1145000'), /"bodies\.0\.sizes\.0\.value".*above 0/u],
  ['a size of nobody', first, first.replace('1145000', '0'), /"bodies\.0\.sizes\.0\.value"/u],
  ['half a resident', first, first.replace('1145000', '1145000.5'), /"bodies\.0\.sizes\.0\.value"/u],
  ['a number as words', first, first.replace('1145000', 'many'), /"bodies\.0\.sizes\.0\.value"/u],
  ['a value not rounded as it says', first, first.replace('1145000', '1145001'), /not rounded as it says/u],
  ['a size without source', first, first.replace(', source: census-2021', ''), /"bodies\.0\.sizes\.0\.source"/u],
  ['a source that is not in the file', first, first.replace('census-2021', 'hearsay'), /no source has the id "hearsay"/u],
  ['another measure', first, first.replace('residents', 'voters'), /"bodies\.0\.sizes\.0\.measure"/u],
  ['an unknown member', first, first.replace('measure:', 'guess: 1, measure:'), /"bodies\.0\.sizes\.0".*guess/u],
  ['a body without size', `      - ${first}`, '      []', /"bodies\.0\.sizes"/u],
  ['a number without form', 'GB-ONS:E08000025', 'GB-ONS:E0800002', /"bodies\.0\.keys\.0"/u],
  ['a body twice', "['Leeds City Council']", "['Leeds City Council', 'BIRMINGHAM CITY COUNCIL']", /"birmingham city council" stands at birmingham-city-council and again at leeds-city-council/u],
  ['a real body that is in the sample too', "['Leeds City Council']", "['Marram District Council']", /again at marram-district-council/u],
])('%s is refused with its place', (_, from, to, message) => {
  expect(read(from, to)).toThrow(message);
}); // prettier-ignore
