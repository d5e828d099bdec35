import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buyerTypeOf } from '../domain/organisations/buyer-type-of.ts';
import { readReference } from './reference.ts';

const folder = join(import.meta.dirname, '..', '..', 'reference');
const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

/** A copy of the authored facts in which one file is changed. */
function withChange(name: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'reference-'));
  copies.push(copy);
  for (const file of [
    'notices',
    'thresholds',
    'buyer-type-names',
    'placeholders',
    'plausible-ranges',
    'frameworks',
  ]) {
    cpSync(join(folder, `${file}.yaml`), join(copy, `${file}.yaml`));
  }
  const path = join(copy, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return copy;
}

describe('the authored facts', () => {
  const reference = readReference(folder);

  it('name all seventeen notices', () => {
    expect(reference.noticeTypes.map((notice) => notice.code)).toEqual(
      Array.from({ length: 17 }, (_, index) => `UK${index + 1}`),
    );
  });

  it('give one threshold of each kind on any day', () => {
    for (const day of ['2024-06-01', '2025-12-31', '2026-01-01', '2026-11-01']) {
      const inForce = reference.thresholds.filter(
        (one) => one.from <= day && (one.to === null || day <= one.to),
      );
      expect(new Set(inForce.map((one) => one.id)).size).toBe(inForce.length);
      for (const id of [
        'central',
        'sub-central',
        'utilities',
        'defence',
        'works',
        'concession',
        'light-touch',
      ])
        expect(inForce.map((one) => one.id)).toContain(id);
    }
    const central = reference.thresholds
      .filter((one) => one.id === 'central')
      .map((one) => one.grossMinorUnits);
    expect(central).toEqual([13968800, 13501800]);
  });

  it.each([
    ['Cyngor Gwynedd', 'local-government'],
    ['LONDON BOROUGH OF HAVERING', 'local-government'],
    ['British Council', 'central-government'],
    ['Home Office', 'central-government'],
    ['Homes England', 'central-government'],
    ['Police Service of Northern Ireland', 'police-and-fire'],
    ['Cardiff and Vale University Local Health Board', 'nhs'],
    ['BUCKINGHAMSHIRE HEALTHCARE NHS TRUST', 'nhs'],
    ['University of the West of England', 'education'],
    ['Llywodraeth Cymru / Welsh Government', 'devolved'],
    ['Scottish Water', 'utility'],
    ['The Riverside Group Limited', 'housing'],
    ['Somebody Ltd', 'unknown'],
  ])('%s is %s', (name, type) => {
    expect(buyerTypeOf({ name }, reference)).toBe(type);
  });

  it('with an unknown member are refused with file, path and line', () => {
    const copy = withChange('thresholds.yaml', (text) => text.replace('  name:', '  nmae: x\n  name:'));
    expect(() => readReference(copy)).toThrow(/thresholds\.yaml is wrong at "0" \(line 5\): .*nmae/);
  });

  it('with a wrong number, a wrong pattern, broken YAML or a missing file are refused', () => {
    expect(() =>
      readReference(withChange('placeholders.yaml', (text) => text.replace("'0.01'", "'1,000'"))),
    ).toThrow(/plain decimal number/);
    expect(() =>
      readReference(withChange('buyer-type-names.yaml', (text) => text.replace('senedd', '(senedd'))),
    ).toThrow(/not a regular expression/);
    expect(() => readReference(withChange('notices.yaml', () => '- [: '))).toThrow(/cannot be read/);
    expect(() => readReference(join(folder, 'nowhere'))).toThrow(/cannot be read/);
  });
});
