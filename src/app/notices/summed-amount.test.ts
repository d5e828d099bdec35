import { describe, expect, it } from 'vitest';
import { actRelease, type ReleaseParts } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { processFactsOf } from './process-facts-of.ts';
import { summedAmount } from './summed-amount.ts';

const summedPence = (parts: ReleaseParts): (number | null)[] =>
  processFactsOf([actRelease(parts)], testContext().reference).contracts.map(
    (contract) => summedAmount(contract)?.minorUnits ?? null,
  );

describe('the amount of a contract that enters sums', () => {
  it('is the value of the signed contract without VAT', () => {
    expect(summedPence({ noticeType: 'UK7', net: 100_000, gross: 120_000 })).toEqual([10_000_000]);
  });

  it('is none before signature, with VAT only, or where it cannot be believed', () => {
    expect(summedPence({ noticeType: 'UK6', net: 100_000, gross: 120_000 })).toEqual([null]);
    expect(summedPence({ noticeType: 'UK7', net: null, gross: 120_000 })).toEqual([null]);
    expect(summedPence({ noticeType: 'UK7', net: 0.01, gross: 0.01 })).toEqual([null]);
  });
});
