import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, describe } from 'vitest';
import { describeShared, readObjects } from '../../test/support/shared-data.ts';
import { isObject } from '../lib/json.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { generatePlans } from './generate-releases.ts';
import { readTables } from './tables.ts';

const tables = readTables();

function list(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function object(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** A text, or nothing where it is none. */
function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

describe('the tables of the sample', () => {
  it('have words and codes for every segment', () => {
    const segments = Object.keys(tables.market.segments.counts);
    expect(Object.keys(tables.texts.segments).sort()).toEqual([...segments].sort());
    expect(Object.keys(tables.names.descriptors).sort()).toEqual([...segments].sort());
    for (const text of Object.values(tables.texts.segments)) {
      for (const code of Object.keys(text.codes)) {
        expect(code).toMatch(/^\d{8}$/u);
        expect(text.names[code]).toBeTruthy();
      }
    }
  });

  it('use only slots that exist', () => {
    const slots = new Set(['place', 'product', 'years', 'number', 'team', 'subject']);
    for (const text of Object.values(tables.texts.segments)) {
      for (const template of [...text.titles, ...text.sentences, ...tables.texts.closings]) {
        for (const [, slot] of template.matchAll(/\{(\w+)\}/gu)) expect(slots).toContain(slot);
      }
    }
  });
});

describeShared('the tables against the notices they were measured from', 'find-a-tender', (folder) => {
  const releases = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const [page] = readObjects(join(folder, name));
      return list(page?.['releases']);
    });
  const act = releases.filter(
    (release) => object(object(release['tender'])['legalBasis'])['scheme'] === 'UKPGA',
  );
  const suppliers = act.flatMap((release) =>
    list(release['parties']).filter((party) => JSON.stringify(party['roles']).includes('supplier')),
  );

  it('have the identifiers of suppliers', () => {
    const { schemes } = tables.parties.identifiers;
    for (const [scheme, count] of Object.entries(schemes)) {
      const real = suppliers.filter((party) => textOf(party['id']).startsWith(`${scheme}-`)).length;
      expect(Math.abs(real - count)).toBeLessThanOrEqual(3);
    }
  });

  it('have the share of small firms and of names in capitals', () => {
    const small = suppliers.filter((party) => object(party['details'])['scale'] === 'sme').length;
    expect(small / suppliers.length).toBeCloseTo(500 / 803, 2);
    const capitals = suppliers.filter((party) => {
      const name = textOf(party['name']);
      return name === name.toUpperCase();
    });
    expect(capitals.length / suppliers.length).toBeCloseTo(tables.parties.names.capitals, 1);
  });

  it('have the reasons for direct awards', () => {
    const reasons = new Map<string, number>();
    for (const release of act) {
      for (const reason of list(object(release['tender'])['procurementMethodRationaleClassifications'])) {
        const id = textOf(reason['id']);
        reasons.set(id, (reasons.get(id) ?? 0) + 1);
      }
    }
    for (const [id, count] of Object.entries(tables.terms.directReasons.reasons)) {
      expect(reasons.get(id) ?? 0).toBe(count);
    }
  });

  it('name no real body or firm of these notices', () => {
    const real = new Set(
      releases.flatMap((release) =>
        list(release['parties']).map((party) => textOf(party['name']).toLowerCase().trim()),
      ),
    );
    expect(real.size).toBeGreaterThan(500);
    for (const plan of generatePlans({ processes: 4_000, seed: 1, asOf: '2026-11-01' })) {
      const names = [
        plan.buyer.name,
        ...plan.lots.flatMap((lot) => lot.suppliers.map((one) => one.legalName)),
      ];
      for (const name of names) expect(real.has(name.toLowerCase())).toBe(false);
    }
  });
});

describeShared('the word lists against the labelled notices', 'labels/segments-labelled.jsonl', (path) => {
  const labelled = readObjects(path);

  it('borrow words of other segments as often as real titles do', () => {
    const digital = labelled.filter((row) => row['segment'] !== 'not-digital');
    const borrowed = digital.filter((row) => {
      const title = textOf(row['title']).toLowerCase();
      return Object.entries(tables.texts.segments).some(
        ([id, text]) =>
          id !== row['segment'] && text.marks.some((mark) => new RegExp(`\\b${mark}\\b`, 'u').test(title)),
      );
    });
    expect(borrowed.length / digital.length).toBeCloseTo(tables.market.borrowing.share, 2);
  });

  it('have the segments in the labelled shares, smoothed by two', () => {
    for (const [segment, count] of Object.entries(tables.market.segments.counts)) {
      const real = labelled.filter((row) => row['segment'] === segment).length;
      expect(count - real).toBe(segment === 'not-digital' ? 0 : 2);
    }
  });
});

describeShared('the names and codes against open lists', 'reference', (folder) => {
  it('name no government organisation and no strategic supplier', () => {
    const real = new Set(
      ['government-organisations-2017.tsv', 'strategic-suppliers-2017.tsv'].flatMap((file) =>
        readFileSync(join(folder, file), 'utf8')
          .split('\n')
          .map((line) => (line.split('\t')[1] ?? '').toLowerCase()),
      ),
    );
    const products = Object.values(tables.texts.segments).flatMap((text) => text.products);
    const { departments, agencies, purchasing } = tables.names;
    const invented = [...departments, ...agencies, ...purchasing, ...products];
    expect(real).toContain('cabinet office');
    for (const name of invented) expect(real.has(name.toLowerCase())).toBe(false);
  });

  it('give every code its published label', () => {
    const labels = readFileSync(join(folder, 'cpv-2008-en.csv'), 'utf8');
    for (const text of Object.values(tables.texts.segments)) {
      for (const [code, name] of Object.entries(text.names)) {
        const line = labels.split('\n').find((row) => row.startsWith(code)) ?? '';
        expect(line).toContain(name);
      }
    }
  });
});
