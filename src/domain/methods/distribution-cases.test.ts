import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeShared } from '../../../test/support/shared-data.ts';
import { checkDistributionCases } from './distribution-cases.ts';

const row = {
  distribution: 'pert_lambda4',
  min_or_mu: '0',
  mode: '0.5',
  max_or_sigma: '1',
  statistic: 'mean',
  p_or_x: '',
  value: '0.5',
};

it('a wrong value is found, beside a right one', () => {
  const found = checkDistributionCases([row, { ...row, value: '0.500001' }]);
  expect(found.map(({ passed }) => passed)).toEqual([true, false]);
  expect(found[1]).toMatchObject({
    id: 'pert_lambda4(0, 0.5, 1)',
    what: 'mean',
    expected: 0.500001,
    got: 0.5,
  });
});

it('a table of another format is refused with the path of the cell', () => {
  expect(() => checkDistributionCases([row, { ...row, value: 'much' }])).toThrow('1');
  expect(() => checkDistributionCases([{ ...row, distribution: 'cauchy' }])).toThrow('distribution');
  expect(() => checkDistributionCases([{ ...row, mode: '' }])).toThrow('low ≤ mode');
});

describeShared('reference distributions', 'numerics/distributions.csv', (path) => {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = (header ?? '').split(',');
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );

  it('are met, every row', () => {
    const found = checkDistributionCases(rows);
    expect(found.length).toBeGreaterThan(400);
    expect(found.filter(({ passed }) => !passed)).toEqual([]);
  });
});
