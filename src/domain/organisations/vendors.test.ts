import { describe, expect, it } from 'vitest';
import { assert, property, string } from 'fast-check';
import { authoredReference } from '../../../test/factories/reference.ts';
import { phrasesIn, phraseTree, wordsOf } from './phrase-tree.ts';
import { productsIn } from './products-in.ts';
import { groupIdOf, type Vendor } from './vendor.ts';
import { vendorCatalogue } from './vendor-catalogue.ts';
import { vendorExposureOf } from './vendor-exposure.ts';
import { vendorOf } from './vendor-of.ts';

const catalogue = authoredReference().vendors;
const named = (name: string, keys: string[] = []): { name: string; keys: string[] } => ({ name, keys });
const titled = (title: string): { title: string; lots: string[]; descriptions: string[] } => ({
  title,
  lots: [],
  descriptions: [],
});
const productNames = (title: string): (string | undefined)[] =>
  productsIn(titled(title), catalogue).map(({ product }) => product?.name);

describe('who a supplier is among the vendors', () => {
  it.each([
    ['SOFTCAT LIMITED', 'softcat'],
    ['Specialist Computer Centres (SCC) Plc', 'scc'],
    ['Stone Technologies Ltd t/a Converge Technology Solutions', 'stone'],
    ['Ernst & Young LLP', 'ey'],
    ['Telefónica UK Ltd', 'virgin-media-o2'],
  ])('%s is %s', (name, id) => {
    expect(vendorOf(named(name), catalogue)?.vendor.id).toBe(id);
  });

  it('says when a number decided, and a number goes before a name', () => {
    expect(vendorOf(named('Anything Ltd', ['GB-COH:02174990']), catalogue)).toMatchObject({
      vendor: { id: 'softcat' },
      basis: 'number',
    });
    expect(vendorOf(named('Softcat PLC', ['GB-COH:01624297']), catalogue)?.vendor.id).toBe('microsoft');
  });

  it.each([
    'Oracle Care Ltd',
    'Oracle Components Ltd',
    'Phoenix Surfacing Limited',
    'EDEN HOUSING & SUPPORT LTD',
  ])('%s is none of them', (name) => {
    expect(vendorOf(named(name), catalogue)).toBeNull();
  });

  it('looks at every spelling of an organisation', () => {
    expect(vendorOf({ keys: [], name: 'SCC Group', names: ['SCC'] }, catalogue)?.vendor.id).toBe('scc');
  });
});

describe('products that a text names', () => {
  it.each([
    ['Microsoft 365 Copilot', ['Microsoft 365 Copilot']],
    ['Renewal of M365 and Power-BI', ['Microsoft 365', 'Power BI']],
    ['ORACLE FUSION support', ['Oracle Fusion']],
    ['Adobe VIP licences', ['Adobe Creative Cloud']],
    ['iTrent HR and payroll', ['iTrent']],
  ])('%s: %j', (title, products) => {
    expect(productNames(title)).toEqual(products);
  });

  it.each([
    'Supply of IoT sims and connected assets',
    'Corporate uniform and equipment',
    'Managed service for epic landscapes',
    'Spend per capita on roads',
    'A mosaic of habitats',
    'Questions at https://forms.cloud.microsoft/e/0yXW or www.workday.com/azure',
  ])('none in: %s', (title) => {
    expect(productNames(title)).toEqual([]);
  });

  it('takes a tool of procurement for a purchase only where a title says so', () => {
    const meeting = {
      title: 'Care homes',
      lots: [],
      descriptions: ['Join on Microsoft Teams. Register in SAP Ariba.'],
    };
    expect(productsIn(meeting, catalogue)).toEqual([]);
    expect(productNames('Microsoft Teams telephony')).toEqual(['Microsoft Teams']);
  });

  it('names the vendor alone only in titles, and not beside one of its products', () => {
    expect(productsIn(titled('Cisco support'), catalogue)).toMatchObject([
      { vendor: { id: 'cisco' }, product: null },
    ]);
    expect(productsIn({ title: 'Support', lots: [], descriptions: ['for Cisco'] }, catalogue)).toEqual([]);
    expect(productNames('Oracle: Oracle Fusion')).toEqual(['Oracle Fusion']);
  });

  it('says where it stands, title before lot before description', () => {
    const texts = { title: 'Licences', lots: ['Lot 1: Splunk'], descriptions: ['Splunk and Okta'] };
    expect(productsIn(texts, catalogue).map(({ vendor, place }) => [vendor.id, place])).toEqual([
      ['splunk', 'lot'],
      ['okta', 'description'],
    ]);
  });

  it('reads any text to its end, each word for one phrase', () => {
    const tree = phraseTree([
      { words: 'power bi', meaning: 1 },
      { words: 'bi', meaning: 2 },
    ]);
    expect(phrasesIn('Power BI, BI', tree).map(({ meaning }) => meaning)).toEqual([1, 2]);
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        for (const { words } of phrasesIn(text, catalogue.phrases))
          expect(wordsOf(text).join(' ')).toContain(words);
      }),
    );
  });

  it('passes over megabytes without a space, which are no words', () => {
    const run = 'letters.and@signs/'.repeat(200_000);
    expect(productsIn(titled(`Splunk ${run} Okta`), catalogue).map(({ words }) => words)).toEqual([
      'Splunk',
      'Okta',
    ]);
  });
});

describe('exposure to vendors', () => {
  const ways = (supplier: string, title: string): (string | undefined)[][] =>
    vendorExposureOf({ suppliers: [named(supplier)], texts: titled(title) }, catalogue).map(
      ({ vendor, way, certainty }) => [vendor.id, way, certainty],
    );

  it('goes through a reseller to the maker of what the title names', () => {
    expect(ways('Softcat PLC', 'Tenable renewal')).toEqual([
      ['softcat', 'direct', 'medium'],
      ['tenable', 'through-reseller', 'high'],
    ]);
  });

  it('is direct once where the group sells its own product', () => {
    expect(ways('Salesforce UK Limited', 'MuleSoft platform')).toEqual([['salesforce', 'direct', 'medium']]);
  });

  it('is inferred where the seller is no listed reseller', () => {
    expect(ways('Blue Light Leavers Ltd', 'Dynamics 365 support')).toEqual([
      ['microsoft', 'inferred', 'medium'],
    ]);
  });

  it('is none where nothing is named', () => {
    expect(ways('Aldergate Systems Ltd', 'Road salt')).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('holds at least sixty vendors and resellers that are not invented', () => {
    expect(catalogue.vendors.filter(({ isSample }) => !isSample).length).toBeGreaterThanOrEqual(60);
    expect(catalogue.vendors.filter(({ kind }) => kind === 'reseller').length).toBeGreaterThanOrEqual(15);
  });

  it('refuses two vendors that share a name, a number or a phrase', () => {
    const [one] = catalogue.vendors;
    if (one === undefined) throw new Error('no vendor');
    const other = (changes: Partial<Vendor>): Vendor => ({
      ...one, id: 'other', name: 'Other', aliases: ['Other'], keys: [], brand: [], products: [], ...changes,
    }); // prettier-ignore
    expect(() => vendorCatalogue([one, other({})])).not.toThrow();
    expect(() => vendorCatalogue([one, other({ id: one.id })])).toThrow(/id/u);
    expect(() => vendorCatalogue([one, other({ keys: one.keys })])).toThrow(/number "GB-COH:01624297"/u);
    expect(() => vendorCatalogue([one, other({ aliases: ['MICROSOFT LTD'] })])).toThrow(/name "microsoft"/u);
    expect(() => vendorCatalogue([one, other({ products: one.products })])).toThrow(/phrase/u);
  });

  it('gives each group one address', () => {
    expect(groupIdOf('SS&C')).toBe('ss-and-c');
    expect(catalogue.groups.get('ibm')?.vendors.map(({ id }) => id)).toEqual(['ibm', 'red-hat', 'hashicorp']);
  });
});
