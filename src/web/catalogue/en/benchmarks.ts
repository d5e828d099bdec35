import type { ComparabilityGap } from '../../../domain/benchmarks/price-benchmark.ts';
import type { BenchmarkMeasure } from '../../../domain/benchmarks/size-benchmark.ts';
import type { Format } from '../format.ts';

const comparabilityGap: Record<ComparabilityGap, string> = {
  'framework-agreement': 'It is a framework agreement, whose value is a ceiling.',
  withdrawn: 'It was withdrawn.',
  'not-classified': 'It has no market segment yet.',
  'no-value': 'It has no value of a signed contract, without VAT, that we can rely on.',
  'no-term': 'Its start or its end is not published.',
  'short-term': 'It runs for less than a month.',
};

const sizeUnit: Record<BenchmarkMeasure, string> = {
  residents: '1,000 residents',
  dwellings: 'home',
  staff: 'member of staff',
  users: 'user',
};

/** Words for the values that benchmarks are described with. */
export const benchmarkLabels = { comparabilityGap, sizeUnit };

/** Words about what comparable contracts cost. */
export const benchmarkWords = (format: Format) => ({
  title: 'What comparable contracts cost',
  cannot: 'This contract cannot be compared by its price.',
  own: (money: string) => `This contract comes to ${money} a month, ex VAT.`,
  place: (percent: number, of: number) => {
    if (of === 1) return `That is ${percent === 0 ? 'no more' : 'more'} than the one comparable contract.`;
    if (percent === 0) return `None of the ${format.number(of)} comparable contracts comes to less.`;
    if (percent === 100) return `That is more than all ${format.number(of)} comparable contracts.`;
    return `That is more than ${format.number(percent)}% of ${format.number(of)} comparable contracts.`;
  },
  group: (segment: string, size: string | null, buyerType: string | null) =>
    `Compared with: ${[segment, size, buyerType].filter((part) => part !== null).join(', ')}.`,
  wider: 'Too few were of the same size and kind of buyer, so the comparison is wider.',
  count: (contracts: number, buyers: number, from: string) =>
    `${format.number(contracts)} ${format.plural(contracts, { one: 'contract', other: 'contracts' })} of ${format.number(buyers)} ${format.plural(buyers, { one: 'buyer', other: 'buyers' })} since ${from}.`,
  least: 'Least a month',
  q1: 'Lower quartile',
  median: 'Median',
  q3: 'Upper quartile',
  most: 'Most',
  tooFew: (contracts: number, buyers: number) =>
    `Not enough data: at least ${format.number(contracts)} contracts of ${format.number(buyers)} buyers are needed.`,
  rules:
    'Value per month is the value of the signed contract, ex VAT, over its term without options, in prices of the time. Frameworks and contracts without a believable value or a term are left out. Contracts of one segment and size can still differ in what they buy.',
  contractsLink: 'See contracts of this segment, size and kind of buyer',
  bySize: {
    title: 'By size of the buyer',
    own: (money: string, unit: string) => `This contract comes to ${money} a year per ${unit}, ex VAT.`,
    least: 'Least',
    q1: 'Lower quartile',
    median: 'Median',
    q3: 'Upper quartile',
    most: 'Most',
    each: (money: string, unit: string) => `${money} a year per ${unit}`,
    everything: 'all contracts',
    unsized: (count: number) =>
      count === 0
        ? 'All that could be compared have a known size.'
        : `${format.number(count)} more could be compared but have no known size, and are left out.`,
    wider: 'Too few were of the same kind of buyer, so the comparison is wider.',
    rules:
      'Value per year of the signed contract, ex VAT, over its term without options, divided by the published size of the buyer or by the users that the contract itself gives. A contract may serve only part of a body, so this is a reason to ask, not a price.',
  },
});
