import { describe, expect, test } from 'vitest';
import { contractItemView, facetView } from '../../../../../test/factories/contract-views.ts';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { findContractsInput } from '../../../../app/contracts/contract-filter.ts';
import type { ContractsAsked } from './filter-query.ts';
import type { ContractsFound } from './present.ts';
import { presentContracts } from './present.ts';

const ask = (input: object = {}): ContractsAsked => findContractsInput.parse(input);

const found = (changes: Partial<ContractsFound> = {}): ContractsFound => ({
  items: [contractItemView()],
  total: { count: 1, isCapped: false },
  facets: [facetView('status', ['ended', 'live']), facetView('year', ['2024', '2026', '2025'])],
  from: 1,
  next: null,
  previous: null,
  query: { understood: [] },
  asOf: '2026-11-01',
  sums: null,
  ...changes,
});

const show = (answer: ContractsFound, input: object = {}): string =>
  renderPage('pages/contracts/find/page.njk', presentContracts(answer, ask(input), words), {
    section: 'contracts',
  });

describe('one contract in the list', () => {
  test('an amount is never shown without its kind and VAT basis', () => {
    expect(visibleText(show(found()))).toContain('£1.23m contract value, ex VAT');
  });

  test('an amount that cannot be believed is struck, and the reason stands beside it', () => {
    const amount = {
      minorUnits: 100,
      currency: 'GBP',
      kind: 'award',
      basis: 'gross',
      flag: 'placeholder',
    } as const;
    const html = show(found({ items: [contractItemView({ amount })] }));
    expect(html).toContain('<s class="ds-amount__figure">£1</s>');
    expect(visibleText(html)).toContain('award value, inc VAT not counted: looks like a placeholder');
  });

  test('words that matched are marked, and the page says where they stood', () => {
    const titleMarked = [
      { text: 'Case ', isMatch: false },
      { text: 'management', isMatch: true },
    ];
    const html = show(
      found({ items: [contractItemView({ titleMarked, why: ['“management” in the title'] })] }),
    );
    expect(html).toContain('<mark class="ds-mark">management</mark>');
    expect(visibleText(html)).toContain('Why it matched: “management” in the title');
  });

  test('a supplier without a page is named without a link', () => {
    const html = show(found({ items: [contractItemView({ suppliers: [{ id: null, name: 'A person' }] })] }));
    expect(visibleText(html)).toContain('A person');
    expect(linksOf(html).map(({ text }) => text)).not.toContain('A person');
  });

  test('suppliers that a list of one bid leaves out are not said to be missing in the notice', () => {
    const answer = found({ items: [contractItemView({ suppliers: [] })] });
    expect(visibleText(show(answer, { bids: 'one' }))).toContain('Not named in this list');
    expect(visibleText(show(answer, { bids: 'one' }))).not.toContain('Supplier not stated');
    // Words could name a supplier: such a list is refused, so nothing invites to it.
    expect(show(answer, { bids: 'one' })).not.toContain('name="q"');
    expect(visibleText(show(answer, { bids: 'one' }))).toContain('Search all contracts');
    expect(show(answer, {})).toContain('name="q"');
    expect(visibleText(show(answer))).toContain('Supplier not stated');
  });

  test('many suppliers are counted after the third', () => {
    const suppliers = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ id: name, name }));
    expect(visibleText(show(found({ items: [contractItemView({ suppliers })] })))).toContain(
      'A , B , C and 2 more',
    );
  });

  test('what a notice says is shown as text, never as markup', () => {
    const html = show(found({ items: [contractItemView({ title: '<script>alert(1)</script>' })] }));
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>alert');
  });
});

describe('filters', () => {
  test('a chosen filter is ticked, stands above the list, and can be taken away', () => {
    const html = show(found(), { q: 'erp', status: ['live'], buyerType: ['nhs'] });
    expect(html).toMatch(/name="status" type="checkbox" value="live"[^>]* checked/u);
    const chip = linksOf(html).find(({ text }) => text.startsWith('Remove filter: Status today'));
    expect(chip?.href).toBe('/contracts?q=erp&buyerType=nhs');
  });

  test('a chosen value stays there when nothing matches it any more', () => {
    const html = show(found({ facets: [] }), { route: ['direct-award'] });
    expect(html).toMatch(/name="route" type="checkbox" value="direct-award"[^>]* checked/u);
    expect(visibleText(html)).toContain('Direct award 0');
  });

  test('years come newest first', () => {
    const years = [...show(found()).matchAll(/name="year" type="checkbox" value="(\d+)"/gu)].map(
      ([, year]) => year,
    );
    expect(years).toEqual(['2026', '2025', '2024']);
  });

  test('counts above the limit say "at least"', () => {
    const facets = [facetView('status', ['live'], { isLowerBound: true })];
    const text = visibleText(show(found({ facets, total: { count: 10_000, isCapped: true } })));
    expect(text).toContain('12+ , at least 12 contracts');
    expect(text).toContain('More than 10,000 contracts');
  });

  test('a filter without a control of its own is kept by the next search', () => {
    const html = show(found(), { framework: 'RM1557.14' });
    expect(html).toContain('<input type="hidden" name="framework" value="RM1557.14">');
    expect(visibleText(html)).toContain('Framework: RM1557.14');
  });
});

describe('pages and downloads', () => {
  test('the next page keeps search, filters and order', () => {
    const html = show(found({ next: 'abc' }), { q: 'erp', sort: 'value', status: ['live'] });
    expect(linksOf(html)).toContainEqual({
      text: 'Next page',
      href: '/contracts?q=erp&status=live&sort=value&cursor=abc',
    });
  });

  test('a later page leads back to the first', () => {
    const second = show(found({ from: 26, previous: 'p' }), { q: 'erp', cursor: 'abc' });
    expect(linksOf(second)).toContainEqual({ text: 'Previous page', href: '/contracts?q=erp' });
    const third = show(found({ from: 51, previous: 'p' }), { q: 'erp', cursor: 'abc' });
    expect(linksOf(third)).toContainEqual({ text: 'Previous page', href: '/contracts?q=erp&cursor=p' });
    expect(linksOf(show(found())).map(({ text }) => text)).not.toContain('Previous page');
  });

  test('says which rows of how many the page shows, where there are several pages', () => {
    const total = { count: 10_000, isCapped: true };
    const items = Array.from({ length: 50 }, () => contractItemView());
    const html = show(found({ items, total, from: 201, next: 'n', previous: 'p' }), { limit: 50 });
    expect(visibleText(html)).toContain('201–250 of more than 10,000 contracts');
    expect(visibleText(show(found()))).toContain('1 contract');
    expect(visibleText(show(found()))).not.toContain('1–1 of');
  });

  test('downloads carry exactly the filter shown', () => {
    const html = show(found(), { q: 'erp', status: ['live', 'ended'], sort: 'value', limit: 50 });
    const hrefs = linksOf(html).filter(({ href }) => href.startsWith('/api/'));
    expect(hrefs).toEqual([
      { text: 'CSV', href: '/api/v1/contracts/export?format=csv&q=erp&status=live&status=ended' },
      { text: 'JSON Lines', href: '/api/v1/contracts/export?format=jsonl&q=erp&status=live&status=ended' },
      { text: 'Excel (XLSX)', href: '/api/v1/contracts/export?format=xlsx&q=erp&status=live&status=ended' },
    ]);
  });
});

test('how the search was read is said above the results', () => {
  const understood = ['erp also finds "enterprise resource planning".'];
  expect(visibleText(show(found({ query: { understood } }), { q: 'erp' }))).toContain(understood[0]);
  expect(visibleText(show(found({ query: { understood } }), { bids: 'one' }))).toMatch(
    /About this list ?: erp also finds/u,
  );
});

test('when nothing matches, the page helps', () => {
  const html = show(found({ items: [], total: { count: 0, isCapped: false } }), {
    q: '"a b"',
    status: ['live'],
  });
  const text = visibleText(html);
  expect(text).toContain('No contracts match');
  expect(text).toContain('Take off the quotation marks');
  expect(text).toContain('Remove a filter');
  expect(linksOf(html).map(({ href }) => href)).toContain('/data');
  expect(text).not.toContain('Download these contracts');
});

test('the search is shown again as it was typed, however odd', () => {
  const html = show(found(), { q: `"><img src=x onerror=alert(1)>'; drop table contract;--` });
  expect(html).toContain('value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;; drop table contract;--"');
});

test('the page is valid HTML', async () => {
  expect(await htmlFaults(show(found({ next: 'abc' }), { q: 'erp', status: ['live'], cursor: 'x' }))).toEqual(
    [],
  );
  expect(await htmlFaults(show(found({ items: [] })))).toEqual([]);
});
