import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, endOfMonth, writeDate } from '../calendar.ts';
import { generatePlans } from '../generate-releases.ts';
import type { ProcessPlan } from '../process-plan.ts';
import { stories } from './stories.ts';
import { storyPlans } from './story-plans.ts';

const asOf = dayOf('2026-11-23');

function planOf(ocid: string, day = asOf): ProcessPlan {
  const plan = storyPlans(day).find((one) => one.ocid === ocid);
  if (plan === undefined) throw new Error(`no story process ${ocid}`);
  return plan;
}

function endOf(ocid: string, day = asOf): string {
  return writeDate(planOf(ocid, day).lots[0]?.end ?? 0);
}

describe('the planted stories', () => {
  it('are in every sample, whatever its size and seed', () => {
    for (const options of [
      { processes: 50, seed: 1 },
      { processes: 300, seed: 99 },
    ]) {
      const ocids = new Set([...generatePlans({ ...options, asOf: '2026-11-23' })].map((plan) => plan.ocid));
      for (const plan of storyPlans(asOf)) expect(ocids).toContain(plan.ocid);
      expect(ocids.size).toBe(options.processes);
    }
  });

  it('tideway: £7.4m over 48 months under the older law, ending 31 March in sixteen months without options', () => {
    const plan = planOf(stories.tideway.contract);
    const [lot] = plan.lots;
    expect(plan.shape).toBe('legacy');
    expect(lot?.amount.net).toBe(7_400_000);
    expect(endOf(plan.ocid)).toBe('2028-03-31');
    expect(addMonths((lot?.end ?? 0) + 1, -48)).toBe(lot?.start);
    expect(lot?.maxEnd).toBeNull();
    expect(endOf(stories.tideway.peers[0].ocid)).toBe('2028-02-29');
  });

  it('common-cloud: five bodies, one vendor, two resellers, ends fourteen to twenty-two months ahead', () => {
    const { bodies, vendor, resellers } = stories.commonCloud;
    const sellers = new Set<string>();
    for (const body of bodies) {
      const plan = planOf(body.ocid);
      const [lot] = plan.lots;
      expect(plan.buyer.name).toBe(body.buyer);
      expect(lot?.end).toBe(endOfMonth(asOf, body.endsInMonths));
      const months = Math.round(((lot?.end ?? 0) - (lot?.start ?? 0)) / 30.44);
      expect((lot?.amount.net ?? 0) / months).toBeCloseTo((body.listSpendMillions * 1_000_000) / 12, -1);
      expect(plan.description).toContain('Nimbrel');
      sellers.add(lot?.suppliers[0]?.name ?? '');
    }
    expect([...sellers].sort()).toEqual([vendor, ...resellers].sort());
    expect(bodies.map((body) => body.listSpendMillions)).toEqual([46, 34, 14, 7, 4]);
    const withOption = bodies.filter((body) => planOf(body.ocid).lots[0]?.maxEnd !== null);
    expect(withOption.length).toBe(3);
  });

  it('marram: 7,400 homes ending in fifteen months, peers on the product, a fair notice won by a small firm in Leeds', () => {
    const { marram } = stories;
    expect(planOf(marram.contract).description).toContain('7,400 council homes');
    expect(endOf(marram.contract)).toBe('2028-02-29');
    for (const peer of marram.peers) expect(planOf(peer.ocid).title).toContain(marram.product);
    const fair = planOf(marram.fairNotice.ocid);
    expect(fair.steps.map((step) => step.kind)).toEqual(['UK3', 'UK4', 'UK6', 'UK7', 'UK11']);
    const lot = fair.lots[1];
    expect(lot?.suppliers[0]).toMatchObject({
      name: marram.smallFirm,
      scale: 'sme',
      address: { locality: 'Leeds' },
    });
    expect([lot?.estimate.net, lot?.amount.net, fair.end.finalNet]).toEqual([180_000, 172_000, 181_000]);
    expect(fair.end.day - (lot?.end ?? 0)).toBe(14);
  });

  it('move with the as-of day', () => {
    const later = dayOf('2027-02-10');
    expect(endOf(stories.tideway.contract, later)).toBe('2028-06-30');
    expect(endOf(stories.marram.contract, later)).toBe('2028-05-31');
    expect(storyPlans(later).map((plan) => plan.ocid)).toEqual(storyPlans(asOf).map((plan) => plan.ocid));
  });

  it('publish all their notices before the as-of day, those under the Act since its first day', () => {
    for (const day of ['2026-11-01', '2026-11-23', '2027-06-15']) {
      for (const plan of storyPlans(dayOf(day))) {
        expect(plan.steps.length).toBeGreaterThan(0);
        if (plan.shape === 'act') expect(plan.steps[0]?.day).toBeGreaterThanOrEqual(dayOf('2025-02-24'));
      }
    }
  });
});
