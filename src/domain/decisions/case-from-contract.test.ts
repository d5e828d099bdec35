import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { caseDocument } from './case-parts/case-document.ts';
import { caseFromContract } from './case-from-contract.ts';
import type { ContractForCase } from './evidence/contract-for-case.ts';
import { isToBeWritten } from './to-be-written.ts';

const contract: ContractForCase = {
  id: 'c-1',
  title: 'Licensing casework system',
  buyer: { id: 'b-1', name: 'Tideway Licensing Authority' },
  buyerType: 'central-government',
  suppliers: ['Keelstone Software Limited'],
  netPounds: 7_400_000,
  grossPounds: null,
  startOn: '2024-04-01',
  endOn: '2028-03-31',
  maxEndOn: null,
  hasOptions: false,
  regime: 'pcr-2015',
  route: 'open-competition',
  segment: 'sector-systems',
  products: ['Keelstone Casework'],
};
const today = '2026-11-23';

const start = (changes: Partial<ContractForCase> = {}) => {
  const found = caseFromContract({ ...contract, ...changes }, { today });
  if (found === null) throw new Error('No case was started.');
  return { ...found, document: caseDocument.parse(parse(found.text)) };
};

it('holds what the notices say, and is a case', () => {
  const { document, id } = start();
  expect(document.id).toBe(id);
  expect(document.buyer).toMatchObject({
    name: 'Tideway Licensing Authority',
    organisation: 'b-1',
    type: 'central-government',
  });
  expect(document.need.present).toMatchObject({
    contract: 'c-1',
    endsOn: '2028-03-31',
    lastEnd: '2028-03-31',
    value: 7_400_000,
    regime: 'Public Contracts Regulations 2015',
  });
  expect(document.need.ifNothing).toContain('no option to extend it');
  expect(document.appraisal).toMatchObject({ firstYear: '2027-28', years: 5, priceBase: '2026-27' });
  expect(document.components).toMatchObject([{ id: 'sector-systems', evolution: 'product' }]);
});

it('invents nothing: people’s part is to be written, and what was assumed is marked and named', () => {
  const { document, assumed, text } = start();
  expect(isToBeWritten(document.need.statement)).toBe(true);
  expect(isToBeWritten(document.need.ifNothing)).toBe(true);
  expect(assumed.map(({ path }) => path)).toEqual([
    'buyer.nation',
    'appraisal.firstYear',
    'appraisal.years',
    'triage.whole-life-value',
    'components[0].evolution',
  ]);
  for (const { because } of assumed) expect(text).toContain(`# ${because}`);
  expect(document.market).toBeUndefined();
  expect(document.scores).toEqual([]);
});

it('leaves out what isn’t known', () => {
  const { document, assumed } = start({
    netPounds: null,
    startOn: null,
    segment: null,
    regime: 'unknown',
    buyer: null,
    products: [],
    suppliers: [],
  });
  expect(document.triage).toEqual({});
  expect(document.components).toEqual([]);
  expect(document.need.present).not.toHaveProperty('value');
  expect(document.need.present).not.toHaveProperty('regime');
  expect(document.need.present?.description).toBe('“Licensing casework system”.');
  expect(isToBeWritten(document.buyer.name)).toBe(true);
  expect(assumed.some(({ path }) => path === 'components[0].evolution')).toBe(false);
});

it('changes with the facts: nation by law, options, and a value that was published with VAT', () => {
  const { document, assumed } = start({
    regime: 'procurement-act-wales',
    maxEndOn: '2029-03-31',
    grossPounds: 8_900_000,
  });
  expect(document.buyer.nation).toBe('wales');
  expect(assumed.some(({ path }) => path === 'buyer.nation')).toBe(false);
  expect(document.need.present?.lastEnd).toBe('2029-03-31');
  expect(document.need.ifNothing).toContain('its options lead to 31 March 2029');
  expect(document.triage['whole-life-value']).toBe(8_900_000);
});

it('a contract without an end starts no case', () => {
  expect(caseFromContract({ ...contract, endOn: null }, { today })).toBeNull();
});
