import { expect, test } from 'vitest';
import { purchaseCells } from '../../../test/factories/purchase-cells.ts';
import { purchaseColumnOf } from './purchase-columns.ts';
import { readPurchase, type PurchaseCells } from './read-purchase.ts';

const problemsOf = (changes: PurchaseCells): string[] => {
  const read = readPurchase({ ...purchaseCells, ...changes });
  return read.kind === 'problems' ? read.problems.map(({ column, reason }) => `${column}: ${reason}`) : [];
};

test('a whole row is read', () => {
  const read = readPurchase({
    ...purchaseCells,
    valueLow: '£250,000',
    valueHigh: '400000.50',
    cpv: '48000000-8; 72000000',
    months: '36',
    framework: 'no',
    replaces: 'c1',
  });
  expect(read).toMatchObject({
    kind: 'purchase',
    purchase: {
      lowMinorUnits: 25_000_000,
      highMinorUnits: 40_000_050,
      currency: 'GBP',
      vatBasis: 'net',
      cpvCodes: ['48000000', '72000000'],
      startFrom: '2027-04-01',
      startTo: '2027-06-30',
      months: 36,
      isShareable: true,
      isFramework: false,
      replacesContractId: 'c1',
      processOcid: null,
    },
  });
});

test('what is left out is not guessed', () => {
  const read = readPurchase({ ...purchaseCells, valueLow: '', valueHigh: '', vat: '', startTo: ' ' });
  expect(read).toMatchObject({
    purchase: { lowMinorUnits: null, highMinorUnits: null, startTo: '2027-04-01', category: null },
  });
});

test.each<[PurchaseCells, string]>([
  [{ buyer: ' ' }, 'buyer: Nothing is given. Id or exact name of the buying organisation.'],
  [
    { valueLow: '500000', valueHigh: '250000' },
    'valueLow: The lowest value is above the highest. Turn them round.',
  ],
  [
    { valueLow: '' },
    'valueLow: A highest value needs a lowest; write the same twice where there is no range.',
  ],
  [
    { valueLow: '1,50' },
    'valueLow: "1,50" is no amount above nought. Write it in currency units, such as 250000.',
  ],
  [{ valueLow: '0' }, 'valueLow: "0" is no amount above nought. Write it in currency units, such as 250000.'],
  [{ startTo: '2027-03-31' }, 'startTo: The last possible start is before the first. Turn them round.'],
  [{ startFrom: '31/03/2027' }, 'startFrom: "31/03/2027" is no day of the calendar. Write it as 2027-04-01.'],
  [{ startFrom: '2027-02-30' }, 'startFrom: "2027-02-30" is no day of the calendar. Write it as 2027-04-01.'],
  [
    { segment: 'cloud-hostin' },
    'segment: There is no segment called "cloud-hostin". Did you mean cloud-hosting?',
  ],
  [
    { currency: 'pounds' },
    'currency: "POUNDS" is no currency. Write three letters of ISO 4217, such as GBP.',
  ],
  [{ vat: '' }, 'vat: Say whether VAT is left out of the value (net) or in it (gross).'],
  [{ months: '0' }, 'months: "0" is no number of months from 1 to 600.'],
  [{ shareable: 'perhaps' }, 'shareable: "perhaps" is neither yes nor no.'],
  [{ cpv: '4800' }, 'cpv: "4800" is no CPV code. Write eight digits; several are parted by semicolons.'],
  [{ title: 'x'.repeat(301) }, 'title: The text has more than 300 characters. Shorten it.'],
])('%j is refused with one sentence', (changes, sentence) => {
  expect(problemsOf(changes)).toEqual([sentence]);
});

test('an unknown stage is refused with those there are', () => {
  expect(problemsOf({ stage: 'dreaming' })[0]).toContain(
    `"dreaming" can't be read here. Write idea, business-case, engagement or ready.`,
  );
  expect(problemsOf({ stage: 'Business case' })).toEqual([]);
});

test('everything that is wrong is said at once', () => {
  expect(problemsOf({ buyer: '', segment: 'steam', shareable: '' })).toHaveLength(3);
});

test('headings are read whatever their capitals and spaces', () => {
  expect(purchaseColumnOf('Value low')).toBe('valueLow');
  expect(purchaseColumnOf('START_FROM')).toBe('startFrom');
  expect(purchaseColumnOf('colour')).toBeNull();
});
