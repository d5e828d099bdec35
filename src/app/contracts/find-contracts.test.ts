import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { actRelease, readOf, type ReleaseParts } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { facetNames, type FacetName } from '../../domain/contracts/contract-filter.ts';
import { lifecycleAt } from '../../domain/contracts/lifecycle.ts';
import { ingestReleases } from '../notices/ingest-releases.ts';
import type { Context } from '../context.ts';
import { exportContracts } from './export-contracts.ts';
import { findContracts } from './find-contracts.ts';
import { showContract } from './show-contract.ts';
import type { ContractItem } from './views.ts';

const buyers = [
  { id: 'GB-PPON-PAAA-1111-AAAA', name: 'Marram District Council' },
  { id: 'GB-PPON-PCCC-3333-CCCC', name: 'Tideway Licensing Authority' },
  { id: 'GB-PPON-PDDD-4444-DDDD', name: 'Cyngor Sir Hafren' },
];
const titles = [
  'Housing management system',
  'Laptops and monitors',
  'Cloud hosting and support',
  'Enterprise resource planning replacement',
  'Library cards and printing',
  'Licensing case management',
];

/** Sixty contracts that differ in everything facets count. */
const market: ReleaseParts[] = Array.from({ length: 60 }, (_, index) => ({
  ocid: `ocds-h6vhtk-${String(index).padStart(6, '0')}`,
  id: `${String(index + 1).padStart(6, '0')}-2026`,
  title: `${titles[index % titles.length] ?? ''} ${index}`,
  description:
    index % 7 === 0 ? 'Includes hosting of the housing repairs portal.' : 'Supply, set-up and support.',
  buyer: buyers[index % buyers.length] ?? { id: 'x', name: 'x' },
  suppliers: [
    {
      id: `GB-COH-0${1_000_000 + (index % 9)}`,
      name: `Brackwater ${'ABCDEFGHI'[index % 9] ?? ''} Ltd`,
      scale: index % 2 === 0 ? ('sme' as const) : ('large' as const),
    },
  ],
  net: index % 11 === 0 ? 0.01 : (index + 1) * 7_000,
  gross: index % 11 === 0 ? 0.01 : (index + 1) * 8_400,
  cpv: index % 2 === 0 ? '72000000' : '48000000',
  signed: `202${4 + (index % 3)}-0${1 + (index % 9)}-15`,
  start: `202${4 + (index % 3)}-0${1 + (index % 9)}-20`,
  end: `202${5 + (index % 4)}-0${1 + (index % 9)}-28`,
  noticeType: index % 10 === 9 ? 'UK6' : 'UK7',
}));

type Input = z.input<typeof findContracts.input>;

describeOnDatabases('contracts.find', (open) => {
  let database: TestDatabase;
  let context: Context;
  const find = async (input: Input): Promise<z.output<typeof findContracts.output>> =>
    findContracts.run(context, findContracts.input.parse(input));
  const all = async (input: Input): Promise<ContractItem[]> => {
    const items: ContractItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await find({ ...input, limit: 7, ...(cursor !== undefined && { cursor }) });
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  };

  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestReleases(context, {
      inputs: ['market'],
      read: async function* read() {
        for (const parts of market) yield await Promise.resolve(readOf(actRelease(parts)));
      },
      total: market.length,
    });
  });

  it('pages through every contract once, in each order', async () => {
    for (const sort of ['newest', 'value', 'ending', 'relevance'] as const) {
      const ids = (await all({ sort })).map((item) => item.id);
      expect(ids).toHaveLength(market.length);
      expect(new Set(ids).size).toBe(market.length);
    }
  });

  it('pages backwards through what it paged forwards, in each order', async () => {
    for (const input of [
      ...(['newest', 'value', 'ending'] as const).map((sort) => ({ sort })),
      { q: 'support', sort: 'relevance' as const },
    ]) {
      let page = await find({ ...input, limit: 7 });
      const forwards = [page];
      while (page.next !== null)
        forwards.push((page = await find({ ...input, limit: 7, cursor: page.next })));
      const backwards = [page];
      while (page.previous !== null)
        backwards.unshift((page = await find({ ...input, limit: 7, cursor: page.previous })));
      const shown = (pages: readonly (typeof page)[]): unknown =>
        pages.map(({ from, items }) => [from, items.map((item) => item.id)]);
      expect(forwards.length).toBeGreaterThan(2);
      expect(shown(backwards)).toEqual(shown(forwards));
    }
  });

  it('pages through a ranked search once, best first', async () => {
    const items = await all({ q: 'hosting', sort: 'relevance' });
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    const isTitle = items.map((item) => /hosting/iu.test(item.title));
    expect(isTitle.lastIndexOf(true)).toBeLessThan(isTitle.indexOf(false));
    expect(items).toHaveLength((await find({ q: 'hosting' })).total.count);
  });

  it('says where each word was found and marks it', async () => {
    const [item] = (await find({ q: 'housing portal' })).items;
    expect(item?.why).toEqual(['“housing” in the title and the description', '“portal” in the description']);
    expect(item?.titleMarked).toContainEqual({ text: 'Housing', isMatch: true });
    expect(item?.snippet?.some((run) => run.isMatch && run.text === 'portal')).toBe(true);
  });

  it('finds an acronym by its long form, a phrase whole, and leaves out what follows a minus', async () => {
    const erp = await find({ q: 'erp', limit: 50 });
    expect(erp.items.every((item) => item.title.startsWith('Enterprise resource planning'))).toBe(true);
    expect(erp.total.count).toBe(10);
    expect(erp.query.understood).toEqual(['erp also finds "enterprise resource planning"']);
    expect((await find({ q: '"management system"' })).total.count).toBe(10);
    expect((await find({ q: '"system management"' })).total.count).toBe(0);
    expect((await find({ q: 'management -licensing' })).total.count).toBe(10);
  });

  it('counts every facet as going through the rows would, with and without a filter', async () => {
    const filters: Input[] = [
      {},
      { q: 'support' },
      { buyerType: ['local-government'] },
      { year: [2025], q: 'housing' },
    ];
    for (const filter of filters) {
      const items = await all({ ...filter, sort: 'newest' });
      const { facets } = await find(filter);
      for (const facet of facets) {
        if (facet.values.some((value) => value.isSelected)) continue;
        const counted = new Map(facet.values.map((value) => [value.value, value.count]));
        expect(Object.fromEntries(counted), facet.name).toEqual(naiveCounts(items, facet.name));
      }
    }
  });

  it('counts what other values of a chosen facet would give', async () => {
    const open60 = await find({});
    const chosen = await find({ status: ['live'] });
    const counts = (page: typeof chosen): unknown =>
      page.facets.find((facet) => facet.name === 'status')?.values.map(({ value, count }) => [value, count]);
    expect(counts(chosen)).toEqual(counts(open60));
  });

  it('gives the same status in SQL as the rule does', async () => {
    const { rows } = await sql<{
      contract_id: string;
      stage: Parameters<typeof lifecycleAt>[0]['stage'];
      start_on: string | null;
      end_on: string | null;
      max_end_on: string | null;
      ended_on: string | null;
    }>`select contract_id, stage, start_on, end_on, max_end_on, ended_on from contract`.execute(
      database.register.read,
    );
    const byRule = new Map(
      rows.map((row) => [
        row.contract_id,
        lifecycleAt(
          {
            stage: row.stage,
            startOn: row.start_on,
            endOn: row.end_on,
            maxEndOn: row.max_end_on,
            endedOn: row.ended_on,
          },
          '2026-11-01',
        ),
      ]),
    );
    const items = await all({ sort: 'newest' });
    expect(new Set(items.map((item) => item.status))).toEqual(new Set(['intended', 'live', 'ended']));
    for (const item of items) expect(item.status).toBe(byRule.get(item.id));
  });

  it('exports exactly what the list shows under the same filter', async () => {
    const filter = { q: 'support', buyerType: ['local-government' as const] };
    const listed = (await all({ ...filter, sort: 'newest' })).map((item) => item.id);
    const exported: unknown[] = [];
    for await (const row of exportContracts.run(context, exportContracts.input.parse(filter))) {
      if (typeof row !== 'string') exported.push(row['id']);
    }
    expect(exported).toEqual(listed);
  });

  it('does not show a placeholder as a value and never sums it', async () => {
    const items = await all({ valueBand: ['none'] });
    expect(items).toHaveLength(6);
    const detail = await showContract.run(context, { id: items[0]?.id ?? '' });
    expect(detail.amounts.map((amount) => [amount.flag, amount.isSummed])).toContainEqual([
      'placeholder',
      false,
    ]);
  });

  it('treats quotation marks, SQL and tags in a search as text', async () => {
    for (const q of [
      "'; drop table contract; --",
      '<script>alert(1)</script>',
      "o'brien & (|!)",
      ':*',
      '\\',
    ]) {
      const result = await find({ q }).catch((error: unknown) => error);
      if (result instanceof Error) expect(result.message).toMatch(/only common words or signs/u);
    }
    expect((await find({})).total.count).toBe(60);
  });

  it('refuses a search of only common words, a cursor of another list and an unknown facet value', async () => {
    await expect(find({ q: 'the of and' })).rejects.toThrow(/common words/u);
    const { next } = await find({ limit: 5 });
    await expect(find({ limit: 5, sort: 'value', cursor: next ?? '' })).rejects.toThrow(
      /another filter or order/u,
    );
    expect(findContracts.input.safeParse({ route: ['by-magic'] }).success).toBe(false);
    expect(findContracts.input.safeParse({ q: 'x'.repeat(10_000) }).error?.message).toContain(
      'Use fewer words',
    );
  });
});

function naiveCounts(items: readonly ContractItem[], name: FacetName): Record<string, number> {
  expect(facetNames).toContain(name);
  const counts: Record<string, number> = {};
  for (const item of items)
    for (const value of valuesOf(item, name)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function valuesOf(item: ContractItem, name: FacetName): string[] {
  const pence = item.amount?.flag === null ? (item.amount.minorUnits ?? null) : null;
  const bands: [number, string][] = [
    [1e6, 'under-10k'], [1e7, '10k-100k'], [1e8, '100k-1m'], [1e9, '1m-10m'], [1e10, '10m-100m'],
  ]; // prettier-ignore
  switch (name) {
    case 'buyer':
      return item.buyer?.id === null || item.buyer === null ? [] : [item.buyer.id];
    case 'supplier':
      return item.suppliers.flatMap((supplier) => supplier.id ?? []);
    case 'year':
      return item.datedOn === null ? [] : [item.datedOn.slice(0, 4)];
    case 'cpvDivision':
      return item.cpvDivisions;
    case 'valueBand':
      return [pence === null ? 'none' : (bands.find(([upper]) => pence < upper)?.[1] ?? 'over-100m')];
    case 'buyerType':
    case 'regime':
    case 'route':
    case 'status':
    case 'publisher':
    case 'segment':
    default:
      return item[name] === null ? [] : [item[name]];
  }
}
