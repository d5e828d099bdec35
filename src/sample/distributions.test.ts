import { beforeAll, describe, expect, it } from 'vitest';
import { generatePlans } from './generate-releases.ts';
import type { PlannedLot, ProcessPlan, StepKind } from './process-plan.ts';

let plans: ProcessPlan[] = [];
let digital: ProcessPlan[] = [];
let awarded: ProcessPlan[] = [];

beforeAll(() => {
  plans = [...generatePlans({ processes: 20_000, seed: 7, asOf: '2026-11-01' })];
  digital = plans.filter((plan) => plan.segment !== 'not-digital' && !plan.isFramework);
  awarded = digital.filter((plan) => has(plan, 'UK5', 'UK6', 'UK7', 'award'));
});

function has(plan: ProcessPlan, ...kinds: StepKind[]): boolean {
  return plan.steps.some((step) => kinds.includes(step.kind));
}

function net(plan: ProcessPlan): number {
  return sum(plan.lots);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

function shareOf<T>(values: readonly T[], test: (value: T) => boolean): number {
  return values.filter(test).length / values.length;
}

/** Within a factor of the published figure. */
function expectNear(value: number, wanted: number, factor: number): void {
  expect(value).toBeGreaterThan(wanted / factor);
  expect(value).toBeLessThan(wanted * factor);
}

describe('the sample market against the real notices', () => {
  it('has the values of digital contracts: below threshold, older call-offs, and all together', () => {
    const below = awarded.filter((plan) => plan.shape === 'act' && !plan.isAboveThreshold).map(net);
    expectNear(quantile(below, 0.5), 44_000, 1.15);
    expectNear(quantile(below, 0.9), 137_000, 1.4);
    const callOffs = digital.filter((plan) => plan.shape === 'legacy' && !plan.isCompetitive).map(net);
    expectNear(quantile(callOffs, 0.5), 240_000, 1.25);
    const recent = awarded
      .filter((plan) => plan.shape !== 'finder' && (plan.steps[0]?.day ?? 0) > 20_300)
      .map(net);
    expectNear(quantile(recent, 0.1), 22_000, 1.4);
    expectNear(quantile(recent, 0.25), 32_000, 1.3);
    expectNear(quantile(recent, 0.5), 82_000, 1.35);
    expectNear(quantile(recent, 0.75), 417_000, 1.8);
    expectNear(quantile(recent, 0.9), 4_300_000, 1.8);
    expect(Math.max(...recent)).toBeLessThanOrEqual(500_000_000);
  });

  it('keeps framework ceilings apart, with their own far wider spread', () => {
    const ceilings = plans.filter((plan) => plan.isFramework).map(net);
    expectNear(quantile(ceilings, 0.5), 570_000, 1.6);
    expectNear(quantile(ceilings, 0.9), 500_000_000, 1.8);
  });

  it('has the durations of digital contracts', () => {
    const months = awarded.flatMap((plan) => plan.lots.map((lot) => (lot.end - lot.start + 1) / 30.44));
    expect(shareOf(months, (value) => value > 6 && value < 18)).toBeCloseTo(0.39, 1);
    expect(shareOf(months, (value) => value > 30 && value < 42)).toBeCloseTo(0.27, 1);
    expect(shareOf(months, (value) => value > 18.5 && value < 30)).toBeCloseTo(0.13, 1);
    expect(shareOf(months, (value) => value < 5.5)).toBeCloseTo(0.11, 1);
    expect(quantile(months, 0.9)).toBeCloseTo(36, -1);
  });

  it('gives options to about 27 % of awards and 65 % of tenders', () => {
    const lots = awarded.flatMap((plan) => plan.lots);
    expect(Math.abs(shareOf(lots, hasOption) - 0.27)).toBeLessThan(0.05);
    const tendered = digital.filter((plan) => has(plan, 'UK4')).flatMap((plan) => plan.lots);
    expect(Math.abs(shareOf(tendered, hasOption) - 0.65)).toBeLessThan(0.05);
  });

  it('lets small firms win 41 % by number and a small part by value', () => {
    const lots = awarded.filter((plan) => plan.shape === 'act').flatMap((plan) => plan.lots);
    const stated = lots.filter((lot) => lot.suppliers[0]?.scale !== null);
    const small = stated.filter((lot) => lot.suppliers[0]?.scale === 'sme');
    expect(Math.abs(small.length / stated.length - 0.41)).toBeLessThan(0.04);
    const value = sum(small) / sum(stated);
    expect(value).toBeGreaterThan(0.02);
    expect(value).toBeLessThan(0.25);
  });

  it('concentrates the value in few firms', () => {
    const byFirm = new Map<string, number>();
    for (const lot of digital.flatMap((plan) => plan.lots)) {
      const firm = lot.suppliers[0]?.supplierIds[0] ?? '';
      byFirm.set(firm, (byFirm.get(firm) ?? 0) + lot.amount.net);
    }
    const values = [...byFirm.values()].sort((one, other) => other - one);
    const total = values.reduce((all, value) => all + value, 0);
    const top = values.slice(0, 150).reduce((all, value) => all + value, 0) / total;
    expect(Math.abs(top - 0.84)).toBeLessThan(0.07);
  });

  it('has bids, single bids and price weights as published', () => {
    const lots = digital
      .filter((plan) => plan.shape !== 'finder' && has(plan, 'UK6', 'award'))
      .flatMap((plan) => plan.lots.flatMap((lot) => (lot.bids === null ? [] : [lot.bids.all])));
    expect(Math.abs(shareOf(lots, (bids) => bids === 1) - 0.41)).toBeLessThan(0.08);
    expect(quantile(lots, 0.9)).toBeGreaterThanOrEqual(8);
    const prices = plans
      .filter((plan) => has(plan, 'UK4'))
      .flatMap((plan) => plan.lots.map((lot) => lot.priceWeight ?? 0));
    expect([0.1, 0.25, 0.5, 0.75, 0.9].map((share) => quantile(prices, share))).toEqual([20, 30, 40, 50, 80]);
  });

  it('overruns with a fat tail, in truth and where the end is published', () => {
    const ended = digital.filter((plan) => plan.end.reason === 'contractCompleted');
    const ratios = ended.map((plan) => plan.end.finalNet / (plan.lots[0]?.amount.net ?? 1));
    expect(Math.abs(shareOf(ratios, (ratio) => ratio > 1.5) - 0.18)).toBeLessThan(0.03);
    const tail = ratios.filter((ratio) => ratio > 1.5);
    expect(tail.reduce((all, ratio) => all + ratio, 0) / tail.length).toBeGreaterThan(3);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(20.01);
    expect(plans.filter((plan) => has(plan, 'UK11')).length).toBeGreaterThan(200);
  });

  it('fails the duty of three indicators as often as real contracts over £5m do', () => {
    const large = awarded
      .filter((plan) => plan.shape === 'act' && (plan.lots[0]?.amount.net ?? 0) > 5_000_000)
      .map((plan) => plan.lots[0]?.indicators.length ?? 0);
    expect(Math.abs(shareOf(large, (count) => count < 3) - 0.35)).toBeLessThan(0.09);
    expect(Math.abs(shareOf(large, (count) => count === 3) - 0.4)).toBeLessThan(0.09);
  });

  it('has every kind of notice, and notices under the Act only since its first day', () => {
    const kinds = new Set(plans.flatMap((plan) => plan.steps.map((step) => step.kind)));
    expect(kinds.size).toBe(19);
    const early = plans.filter((plan) => plan.shape === 'act' && (plan.steps[0]?.day ?? 0) < 20_143);
    expect(early).toEqual([]);
  });

  it('publishes some sums without their net amount and some placeholders', () => {
    const amounts = plans.flatMap((plan) => plan.lots.map((lot) => lot.amount));
    expect(Math.abs(shareOf(amounts, (amount) => amount.hidesNet) - 0.1)).toBeLessThan(0.04);
    const placeholders = new Set(amounts.map((amount) => amount.placeholder));
    for (const text of ['0', '0.01', '9999999999', '1e9999']) expect(placeholders).toContain(text);
  });
});

function hasOption(lot: PlannedLot): boolean {
  return lot.maxEnd !== null;
}

function sum(lots: readonly PlannedLot[]): number {
  return lots.reduce((all, lot) => all + lot.amount.net, 0);
}
