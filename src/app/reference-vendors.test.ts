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

/** The authored facts with a change in the vendors. */
function withVendors(change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'reference-vendors-'));
  copies.push(copy);
  cpSync(folder, copy, { recursive: true });
  const path = join(copy, 'vendors.yaml');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return copy;
}

it('the vendors as they stand are read', () => {
  expect(readReference(withVendors((text) => text)).vendors.vendors.length).toBeGreaterThan(60);
});

it('an unknown member, a number without form and a vendor without a name are refused with their place', () => {
  const refused = (from: string, to: string): (() => unknown) => {
    const copy = withVendors((text) => text.replace(from, to));
    return () => readReference(copy);
  };
  expect(refused('  name: Microsoft\n', '  name: Microsoft\n  nmae: x\n')).toThrow(
    /vendors\.yaml is wrong at "0".*nmae/u,
  );
  expect(refused("'GB-COH:01624297'", "'GB-COH:1624297'")).toThrow(/vendors\.yaml is wrong at "0\.keys\.0"/u);
  expect(refused('  name: Microsoft\n', '')).toThrow(/vendors\.yaml is wrong at "0\.name"/u);
});

it('a name that stands at two vendors is refused with both', () => {
  const copy = withVendors((text) => text.replace('aliases: [Softcat]', 'aliases: [Softcat, CDW UK]'));
  expect(() => readReference(copy)).toThrow(/"cdw uk" stands at softcat and again at cdw/u);
});
