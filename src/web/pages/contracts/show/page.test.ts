import { describe, expect, test } from 'vitest';
import {
  amountView,
  contractDetailView,
  contractItemView,
  partyView,
} from '../../../../../test/factories/contract-views.ts';
import {
  headingLevels,
  htmlFaults,
  linksOf,
  renderPage,
  visibleText,
  words,
} from '../../../../../test/support/page.ts';
import type { ContractDetail } from '../../../../app/contracts/views.ts';
import { namesPerson, presentContractPage } from './present.ts';
import { publishedText } from './present-summary.ts';

const show = (changes: Partial<ContractDetail> = {}): string =>
  renderPage('pages/contracts/show/page.njk', presentContractPage(contractDetailView(changes), words));

describe('summary', () => {
  test('the status says what it means, and the value its kind and basis', () => {
    const text = visibleText(show());
    expect(text).toContain('Live Between its start and its end.');
    expect(text).toContain('£1,234,567.89 contract value, ex VAT');
    expect(text).toContain('Ends without options 31 March 2028');
    expect(text).toContain('Latest end with every option used 31 March 2030');
  });

  test('an award that stands in for its contract says so', () => {
    const intended = visibleText(show({ isStandIn: true, stage: 'intended', status: 'intended' }));
    expect(intended).toContain('nobody is known to have signed');
    expect(intended).toContain('Award intended');
    expect(intended).toContain('Planned start');
    expect(intended).toContain('Planned end');
    const awarded = visibleText(show({ isStandIn: true, stage: 'awarded' }));
    expect(awarded).not.toContain('nobody is known to have signed');
    expect(awarded).not.toContain('Planned');
    expect(visibleText(show())).not.toContain('No contract notice has been published yet');
  });
});

test('vendor groups and products lead to their pages', () => {
  const vendors: ContractDetail['vendors'] = [
    {
      group: { id: 'microsoft', name: 'Microsoft' },
      vendor: 'Microsoft',
      way: 'through-reseller',
      certainty: 'high',
      products: [
        { id: 'azure', name: 'Azure', segment: 'cloud-hosting', place: 'title', words: 'Azure' },
        { id: null, name: null, segment: null, place: 'title', words: 'Microsoft' },
      ],
    },
  ];
  const html = show({ vendors });
  expect(linksOf(html)).toContainEqual({ text: 'Microsoft', href: '/vendors/microsoft' });
  expect(linksOf(html)).toContainEqual({ text: 'Azure', href: '/products/azure' });
  expect(visibleText(html)).toContain('Products named Azure by Microsoft; in the title');
  expect(visibleText(html)).toContain(
    'its product, sold by a reseller; Microsoft in the title; certainty high',
  );
});

describe('amounts', () => {
  test('the headline comes first and is marked; flagged amounts say why they are not counted', () => {
    const html = show();
    const table = /<table[^>]*ds-table--amounts[\s\S]*?<\/table>/u.exec(html)?.[0] ?? '';
    const rows = [...table.matchAll(/<tr[\s\S]*?<\/tr>/gu)].map(([row]) => visibleText(row));
    expect(rows[1]).toContain('£1,234,567.89 contract value, ex VAT Shown in lists');
    expect(rows[3]).toContain('£0.01 estimate, ex VAT not counted: looks like a placeholder');
    expect(rows[3]).toContain('A number that stands for “not known”.');
    expect(rows[3]?.replaceAll(' ', '')).toContain('tender.value.amount');
  });

  test('an amount that is no number shows what was published', () => {
    const amount = amountView({ minorUnits: null, flag: 'unreadable', originalText: '12,000' });
    const text = visibleText(show({ amounts: [amount] }));
    expect(text).toContain('Amount cannot be read');
    expect(text).toContain('Published as “12,000”');
  });
});

describe('notices and documents', () => {
  test('each notice leads to its official page, where there is one', () => {
    const html = show();
    expect(html).toContain('<time datetime="2026-01-10T09:00:00Z">10 January 2026</time>');
    expect(linksOf(html)).toContainEqual({
      text: 'Official notice 012345-2026 (on another site)',
      href: 'https://example.org/Notice/012345-2026',
    });
    expect(visibleText(html)).toContain('No official page is known for this notice. 023456-2026');
  });

  test('an address that would run something is not linked', () => {
    const html = show({ documents: [{ title: 'Odd', url: 'javascript:alert(1)', kind: null }] });
    expect(visibleText(html)).toContain('Odd');
    expect(html).not.toContain('javascript:');
  });
});

describe('a supplier who is likely a person', () => {
  const person = partyView({
    id: null,
    name: 'Jo Surname',
    note: 'Likely a natural person, so no page of its own.',
  });
  const contract = { suppliers: [{ id: null, name: 'Jo Surname' }], parties: [person] };

  test('has no page, and search engines are kept from the contract', () => {
    const html = show(contract);
    expect(linksOf(html).map(({ text }) => text)).not.toContain('Jo Surname');
    expect(visibleText(html)).toContain('Likely a natural person, so no page of its own.');
    expect(visibleText(html)).toContain('Search engines are asked not to list this page');
    expect(namesPerson(contractDetailView(contract))).toBe(true);
  });

  test('a bidder who is likely a person counts as well', () => {
    expect(namesPerson(contractDetailView({ parties: [{ ...person, roles: ['tenderer'] }] }))).toBe(true);
  });

  test('a company is no person', () => {
    expect(namesPerson(contractDetailView())).toBe(false);
  });
});

describe('framework', () => {
  const framework = {
    ocid: 'ocds-h6vhtk-0f',
    reference: 'RM1557.14',
    title: 'Cloud services',
    contractId: 'f1',
    basis: 'inferred',
  } as const;

  test('an inferred framework is marked as our reading', () => {
    const html = show({ framework });
    expect(linksOf(html)).toContainEqual({ text: 'RM1557.14 Cloud services', href: '/contracts/f1' });
    expect(visibleText(html)).toContain('our reading of the text; the notice does not link it');
  });

  test('a linked framework says so', () => {
    expect(visibleText(show({ framework: { ...framework, basis: 'linked' } }))).toContain(
      'linked in the notice',
    );
  });

  test('a framework lists its call-offs and leads to all of them', () => {
    const html = show({
      isFrameworkAgreement: true,
      callOffs: { count: 30, items: [contractItemView({ id: 'x' })] },
    });
    expect(visibleText(html)).toContain('The register holds 30 contracts drawn from this framework.');
    expect(linksOf(html).map(({ href }) => href)).toContain('/contracts?framework=ocds-h6vhtk-0a1b2c');
  });
});

test('of many contracts of one procurement five are listed, and all are one link away', () => {
  const siblings = Array.from({ length: 40 }, (_, place) => contractItemView({ id: `sibling${place}` }));
  const links = linksOf(show({ siblings }));
  expect(links.filter(({ href }) => href.startsWith('/contracts/sibling'))).toHaveLength(5);
  expect(links).toContainEqual({
    text: 'See all 41 contracts of this procurement',
    href: '/contracts?ocid=ocds-h6vhtk-0a1b2c',
  });
});

test('the list of contents names only the parts that are there', () => {
  const bare = show({
    lots: [],
    cpv: [],
    documents: [],
    siblings: [],
    similar: [],
    quality: [],
    hasOptions: false,
    optionsText: null,
  });
  const anchors = linksOf(bare).filter(({ href }) => href.startsWith('#'));
  expect(anchors.map(({ href }) => href)).toEqual([
    '#main-content', '#about', '#timeline', '#amounts', '#parties', '#route', '#performance', '#record',
  ]); // prettier-ignore
  for (const { href } of anchors) expect(bare).toContain(`id="${href.slice(1)}"`);
});

test('published codes are read as words', () => {
  expect(publishedText('slightlyBelow', words)).toBe('Slightly below target');
  expect(publishedText('singleSuppliersTechnicalReasons', words)).toBe('Single suppliers technical reasons');
  expect(publishedText('RM6100: as agreed', words)).toBe('RM6100: as agreed');
});

test('headings stand in order and the page is valid HTML', async () => {
  const html = show({
    isFrameworkAgreement: true,
    isStandIn: true,
    callOffs: { count: 1, items: [contractItemView({ id: 'x' })] },
  });
  const levels = headingLevels(html);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, place) => expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1));
  expect(await htmlFaults(html)).toEqual([]);
});
