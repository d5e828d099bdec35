import { expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import { amountDoubts } from './amount-doubts.ts';

const legalBasis = { scheme: 'UKPGA', id: '2023/54' };

it('amounts of a tender that are not believed are named with their text and the reason', () => {
  const lots = ['1', '2', '3', '4'].map((id) => ({ id, value: { amount: 0.01, currency: 'GBP' } }));
  const tender = { title: 'Hosting', legalBasis, value: { amount: '12,000', currency: 'GBP' }, lots };
  expect(amountDoubts(factsFrom([actRelease({ tender })]))).toEqual([
    'tender.value.amount “12,000”: The notice has something here that cannot be read as a number. The original text is kept.',
    expect.stringMatching(
      /^tender\.lots\[0\]\.value\.amount £0\.01, tender\.lots\[1\].*, tender\.lots\[2\].* and 1 more: A number that stands for/u,
    ),
  ]);
});

it('those of contracts too, and nothing is said of believed ones', () => {
  const contracts = [{ id: '1', awardID: '1', value: { amount: -5, amountGross: 900, currency: 'GBP' } }];
  const awards = [{ id: '1', suppliers: [{ id: 'GB-COH-01234567' }] }];
  expect(amountDoubts(factsFrom([actRelease({ awards, contracts })]))).toEqual([
    'contracts[0].value.amount -£5: Published as less than zero. It is kept and not counted.',
  ]);
});
