import { expect, it } from 'vitest';
import { evidenceFigure } from '../../../../test/factories/evidence-figure.ts';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { compareTyped } from './compare-typed.ts';

const typed = (suppliers: number) => caseWith({ market: { engaged: 'no', credibleSuppliers: suppliers } });

it('what a person typed stands beside what was seen, and is only said to differ where it does', () => {
  expect(compareTyped(typed(5), [evidenceFigure()])).toMatchObject([
    { path: 'market.credibleSuppliers', typed: '5 thought able and willing', differs: true },
  ]);
  expect(compareTyped(typed(14), [evidenceFigure()])[0]?.differs).toBe(false);
});

it('suppliers of the size come before those of any, and what couldn’t be measured stands beside nothing', () => {
  const ofSize = evidenceFigure({ id: 'of-size', measure: 'suppliers-of-size', value: 3 });
  expect(compareTyped(typed(5), [evidenceFigure(), ofSize]).map(({ figure }) => figure)).toEqual(['of-size']);
  expect(compareTyped(typed(5), [{ ...evidenceFigure(), value: undefined }])).toEqual([]);
  expect(compareTyped(caseWith(), [evidenceFigure()])).toEqual([]);
});

it('the price of the present contract is compared by the month', () => {
  const need = {
    ...caseWith().need,
    present: { description: 'As it is', startsOn: '2024-04-01', endsOn: '2028-03-31', value: 4_800_000 },
  };
  const price = (value: number) =>
    compareTyped(caseWith({ need }), [evidenceFigure({ id: 'price', measure: 'present-price', value })]);
  expect(price(100_000)[0]).toMatchObject({ path: 'need.present.value', differs: false });
  expect(price(150_000)[0]).toMatchObject({ register: '£150,000 a month', differs: true });
});
