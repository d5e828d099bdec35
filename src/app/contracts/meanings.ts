import type { AmountFlag, AmountKind } from '../../domain/contracts/amount.ts';

const kindMeanings: Record<AmountKind, string> = {
  ceiling: 'The most that may be bought through a framework or dynamic market. It is not spending.',
  estimate: 'What the buyer expected before the award.',
  award: 'The value in the award notice, before signature.',
  contract: 'The value of the signed contract as published.',
  final: 'What the contract came to when it ended.',
  paid: 'A payment made.',
};

/** What a kind of amount is, in one sentence. */
export function amountMeaning(kind: AmountKind): string {
  return kindMeanings[kind];
}

const flagMeanings: Record<AmountFlag, string> = {
  placeholder:
    'A number that stands for “not known”, such as 0.01 or 9,999,999,999. It is kept and not counted.',
  zero: 'Published as zero, which stands for “no value given”. It is kept and not counted.',
  negative: 'Published as less than zero. It is kept and not counted.',
  unreadable: 'The notice has something here that cannot be read as a number. The original text is kept.',
  'decimal-shift':
    'It differs from another amount of the same value by a factor of ten, a hundred or a thousand: the decimal point slipped, or pence stand for pounds. Where nothing else published tells which of the two is right, both are marked.',
  'framework-ceiling':
    'The same as the ceiling of the framework that it is called off from, so not its own value.',
  'above-threshold':
    'At least seven times the threshold that the notice says the contract is below: the notice contradicts itself. It is kept and not counted.',
  'out-of-range': 'Far outside what contracts of this kind come to. It is kept and not counted.',
  'currency-mismatch':
    'The same number stands elsewhere in the notice in another currency, so one of the two is a slip.',
  superseded: 'A later notice gives this amount again with another value.',
  shared: 'The same value is repeated for several suppliers or awards. It is one value and is counted once.',
};

/** Why an amount can't be believed, in a sentence or two. */
export function flagMeaning(flag: AmountFlag): string {
  return flagMeanings[flag];
}
