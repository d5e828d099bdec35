import { expect, it } from 'vitest';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import type { ContractForCase } from './contract-for-case.ts';
import { fillEmpty } from './fill-empty.ts';

const contract: ContractForCase = {
  id: 'c-1',
  title: 'Permits system',
  buyer: { id: 'b-1', name: 'Harbour Authority' },
  buyerType: 'central-government',
  suppliers: [],
  netPounds: 480_000,
  grossPounds: null,
  startOn: '2024-04-01',
  endOn: '2028-03-31',
  maxEndOn: null,
  hasOptions: false,
  regime: 'pcr-2015',
  route: 'unknown',
  segment: null,
  products: [],
};
const fill = (present: Record<string, unknown>, facts: Partial<ContractForCase> = {}) =>
  Object.fromEntries(
    fillEmpty(
      caseWith({ need: { ...caseWith().need, present } }),
      { ...contract, ...facts },
      '2026-11-23',
    ).map(({ path, value }) => [path.join('.'), value]),
  );

it('fills what is empty, marks where it comes from, and never what was typed', () => {
  const filled = fill({ description: 'Ours', contract: 'c-1', endsOn: '2028-01-31', value: 1 });
  expect(filled).toEqual({
    'need.present.startsOn': '2024-04-01',
    'need.present.lastEnd': '2028-03-31',
    'need.present.regime': 'Public Contracts Regulations 2015',
    'need.present.source': 'register, contract c-1, as it stood on 23 November 2026',
    'buyer.organisation': 'b-1',
  });
});

it('what the notices don’t say stays empty', () => {
  expect(fill({ description: 'Ours', contract: 'c-1' }, { netPounds: null })).not.toHaveProperty(
    'need.present.value',
  );
  expect(fill({ description: 'Ours', contract: 'c-1' }, { endOn: null })).toEqual({});
});
