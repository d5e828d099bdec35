import { z } from 'zod';
import {
  getPricedContract,
  listPricedContracts,
  type PricedContractRow,
} from '../../db/queries/benchmarks.ts';
import {
  benchmarkWidening,
  priceBenchmark,
  comparabilityGap,
  comparabilityGaps,
  leastBuyers,
  leastContracts,
  placeIn,
  termMonths,
  type PricedContract,
} from '../../domain/benchmarks/price-benchmark.ts';
import { valueBandOf, valueBands, type ValueBand } from '../../domain/contracts/value-band.ts';
import { buyerTypes, type BuyerType } from '../../domain/organisations/mention.ts';
import { parseSegment, segmentIds, type SegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { textBlock, textSection } from '../text-form.ts';
import { benchmarkMeasures } from '../../domain/benchmarks/size-benchmark.ts';
import { priceRangeView } from './price-range-view.ts';
import { contractsFrom, pricedOf } from './priced-contract.ts';
import { findSizeBenchmark, sizeBenchmarkView } from './price-per-size.ts';
import { sizeBenchmarkText } from './size-benchmark-text.ts';

const groupView = z.object({
  segment: z.enum(segmentIds),
  size: z.enum(valueBands).nullable(),
  buyerType: z.enum(buyerTypes).nullable(),
});

const output = z.object({
  asked: groupView.nullable(),
  /** What was compared in the end: wider than asked for where that held too few. */
  group: groupView.nullable(),
  isWider: z.boolean(),
  /** Contracts signed or awarded from this day on are compared. */
  from: z.string(),
  n: z.number().int(),
  buyers: z.number().int(),
  leastContracts: z.number().int(),
  leastBuyers: z.number().int(),
  /** Value per month without VAT, in pence; null where there is not enough data. */
  monthlyPence: priceRangeView.nullable(),
  /** The contract asked about; `gap` says why it can't be compared. */
  contract: z
    .object({
      id: z.string(),
      gap: z.enum(comparabilityGaps).nullable(),
      months: z.number().nullable(),
      monthlyPence: z.number().int().nullable(),
      /** Share of the others that cost less per month, equal ones counted half. */
      shareBelow: z.number().nullable(),
      of: z.number().int(),
    })
    .nullable(),
});
export type PriceBenchmarkView = z.output<typeof output>;

const outputBySize = output.extend({
  /** The same by size of the buyer; null unless asked for. */
  perSize: sizeBenchmarkView.nullable(),
});

/** Value per month of comparable contracts. */
export const showPriceBenchmark = operation({
  id: 'benchmarks.price',
  summary: 'Show what comparable contracts cost per month or by size of the buyer, and where one sits.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'contract',
  input: z.strictObject({
    contract: z.string().min(1).max(100).optional().describe('Id of a contract: the group is its own.'),
    segment: z.enum(segmentIds).optional().describe('Segment to compare in.'),
    size: z.enum(valueBands).optional().describe('Size band by value.'),
    buyerType: z.enum(buyerTypes).optional().describe('Kind of buyer.'),
    per: z
      .enum(benchmarkMeasures)
      .optional()
      .describe(
        'By size too: per 1,000 residents, dwelling or member of staff of the buyer, or per user, a year.',
      ),
    product: z
      .string()
      .max(100)
      .optional()
      .describe('By size, only contracts that name this product, from `products find`.'),
  }),
  output: outputBySize,
  present: (view) =>
    view.perSize === null
      ? presentPrices(view)
      : [
          view.group === null ? '' : presentPrices(view),
          textSection('By size', sizeBenchmarkText(view.perSize)),
        ]
          .filter((part) => part !== '')
          .join('\n\n'),
  run: async (context, input) => {
    const { per, product } = input;
    if (product !== undefined && per === undefined)
      throw new AppError('bad-request', 'A product is compared by size. Say what to divide by with `per`.', {
        fields: { per: 'Say residents, dwellings, staff or users.' },
      });
    const isOfProduct = product !== undefined && input.contract === undefined && input.segment === undefined;
    const found = isOfProduct
      ? withoutGroup(null, contractsFrom(context.clock.now()))
      : await findPriceBenchmark(context, input);
    if (found !== null)
      return { ...found, perSize: per === undefined ? null : await findSizeBenchmark(context, input) };
    throw new AppError(
      'not-found',
      `No contract that the measures count has the id ${input.contract ?? ''}. Search for it with \`sourcing contracts find\`.`,
    );
  },
});

type Asked = {
  contract?: string | undefined;
  segment?: SegmentId | undefined;
  size?: ValueBand | undefined;
  buyerType?: BuyerType | undefined;
};

/**
 * The same, null where the contract is not among those that the measures count (it may have come in a moment ago).
 *
 * @throws AppError bad-request where neither contract nor segment is named
 */
export async function findPriceBenchmark(context: Context, input: Asked): Promise<PriceBenchmarkView | null> {
  const register = await context.register();
  const own = input.contract === undefined ? null : await getPricedContract(register, input.contract);
  if (input.contract !== undefined && own === null) return null;
  const from = contractsFrom(context.clock.now());
  const contract = own === null ? null : pricedOf(own);
  const segment = input.segment ?? parseSegment(contract?.segment ?? '');
  if (segment === null && contract === null)
    throw new AppError('bad-request', 'Name a contract or a segment to compare in.', {
      fields: { segment: 'Name one, or a contract.' },
    });
  if (segment === null) return withoutGroup(contract, from);
  const asked = { segment, size: sizeOf(input.size, contract), buyerType: buyerTypeOf(input.buyerType, own) };
  // A segment may have tens of thousands of contracts, the narrowest group has hundreds: the others are read only where it is too small.
  let contracts = (await listPricedContracts(register, asked, from)).map(pricedOf);
  let found = priceBenchmark(contracts, asked);
  if (found.monthlyPence === null) {
    contracts = (await listPricedContracts(register, { segment, buyerType: null, size: null }, from)).map(
      pricedOf,
    );
    found = benchmarkWidening(contracts, asked);
  }
  const group = {
    segment,
    size: found.group.size,
    buyerType: found.group.buyerType === null ? null : asked.buyerType,
  };
  return {
    asked,
    group,
    isWider: group.size !== asked.size || group.buyerType !== asked.buyerType,
    from,
    n: found.n,
    buyers: found.buyers,
    leastContracts,
    leastBuyers,
    monthlyPence: found.monthlyPence,
    contract:
      contract === null ? null : contractPlace(contract, found.monthlyPence === null ? [] : contracts, group),
  };
}

function sizeOf(asked: ValueBand | undefined, contract: PricedContract | null): ValueBand | null {
  if (asked !== undefined) return asked;
  return contract === null || contract.netPence === null ? null : valueBandOf(contract.netPence, false);
}

function buyerTypeOf(asked: BuyerType | undefined, row: PricedContractRow | null): BuyerType | null {
  return asked ?? buyerTypes.find((each) => each === row?.buyer_type && each !== 'unknown') ?? null;
}

function withoutGroup(contract: PricedContract | null, from: string): PriceBenchmarkView {
  return {
    asked: null,
    group: null,
    isWider: false,
    from,
    n: 0,
    buyers: 0,
    leastContracts,
    leastBuyers,
    monthlyPence: null,
    contract: contract === null ? null : contractPlace(contract, [], null),
  };
}

type Group = { segment: SegmentId; size: ValueBand | null; buyerType: BuyerType | null };

function contractPlace(
  contract: PricedContract,
  others: readonly PricedContract[],
  group: Group | null,
): PriceBenchmarkView['contract'] {
  const gap = comparabilityGap(contract);
  const place = group === null ? null : placeIn(contract, others, group);
  const months = termMonths(contract.startOn, contract.endOn);
  return {
    id: contract.contractId,
    gap,
    months,
    monthlyPence:
      gap !== null || months === null || contract.netPence === null
        ? null
        : Math.round(contract.netPence / months),
    shareBelow: place?.shareBelow ?? null,
    of: place?.of ?? 0,
  };
}

function poundsText(pence: number | undefined | null): string | null {
  return pence === undefined || pence === null ? null : moneyText(Math.round(pence), 'GBP');
}

function presentPrices(view: PriceBenchmarkView): string {
  const { group, monthlyPence, contract } = view;
  return textBlock([
    [
      'compared',
      group === null ? null : [group.segment, group.size, group.buyerType].filter(Boolean).join(', '),
    ],
    [
      'contracts',
      `${countText(view.n, 'contract')} of ${countText(view.buyers, 'buyer')} since ${view.from}`,
    ],
    ['a month, without VAT', monthlyPence === null ? 'not enough data' : null],
    ['lower quartile', poundsText(monthlyPence?.q1)],
    ['median', poundsText(monthlyPence?.median)],
    ['upper quartile', poundsText(monthlyPence?.q3)],
    ['this contract', contract === null ? null : (contract.gap ?? poundsText(contract.monthlyPence))],
    [
      'costs more than',
      contract?.shareBelow == null
        ? null
        : `${Math.round(contract.shareBelow * 100)} % of ${contract.of} others`,
    ],
  ]);
}
