import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readReference } from '../reference.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'reference');
const copy = mkdtempSync(join(tmpdir(), 'routes-'));
cpSync(folder, copy, { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

/** Reads the authored facts with one change to a file, which is taken back. */
function readChanged(name: string, from: string, to: string): () => unknown {
  return () => {
    const path = join(copy, name);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${name} doesn’t hold “${from}”.`);
    writeFileSync(path, text.replace(from, to));
    try {
      return readReference(copy);
    } finally {
      writeFileSync(path, text);
    }
  };
}

test('the files as they stand are read', () => {
  expect(readReference(folder).routes.routes.length).toBeGreaterThan(20);
});

test.each([
  [
    'routes.yaml',
    'segments: [cloud-hosting]',
    'segments: []',
    /"0\.lots\.0\.segments" \(line \d+\).*segment/u,
  ],
  ['routes.yaml', "'2026-10-28'", "'2026-02-30'", /"0\.end\.value" \(line \d+\).*no day of the calendar/u],
  ['routes.yaml', "'2024-10'", "'2027-10'", /"0\.end" \(line \d+\): the end lies before the start/u],
  ['routes.yaml', '  owner:', '  ownr: x\n  owner:', /"0" \(line \d+\).*ownr/u],
  ['routes.yaml', 'replaces: [tepas-2]', 'replaces: [tepas-1]', /replaces\.0" \(line \d+\).*tepas-1/u],
  ['routes.yaml', 'id: g-cloud-14', 'id: doors', /"0\.id" \(line \d+\).*pages/u],
  [
    'routes.yaml',
    'segments: [cloud-hosting]',
    'segments: [clouds]',
    /"0\.lots\.0\.segments\.0" \(line \d+\)/u,
  ],
  [
    'regimes.yaml',
    'bodyTypes: [central-government]',
    'bodyTypes: [nhs]',
    /no entry is for central-government/u,
  ],
  ['procedures.yaml', '- id: open', '- id: opened', /procedures\.yaml is wrong at "\d\.id" \(line \d+\)/u],
  ['body-changes.yaml', "on: '2027-04-01'", "on: 'spring'", /"0\.on" \(line \d+\).*day/u],
])('%s with “%s” as “%s” is refused with path and line', (name, from, to, message) => {
  expect(readChanged(name, from, to)).toThrow(message);
});
