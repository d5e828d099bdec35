import { describe, expect, it } from 'vitest';
import { dayOf } from './calendar.ts';
import { generatePlans, generateReleases, generateSample } from './generate-releases.ts';

const options = { processes: 1500, seed: 4, asOf: '2026-11-01', portals: true };
const plans = [...generatePlans(options)];
const again = plans.filter((plan) => plan.sameAs !== undefined);

describe('the sample market on several portals', () => {
  it('has the market without it, line by line, and more', () => {
    const plain = [...generateReleases({ ...options, portals: false })];
    const all = [...generateReleases(options)];
    const own = new Set(plain);
    expect(all.filter((line) => own.has(line))).toEqual(plain);
    expect(all.length).toBeGreaterThan(plain.length * 1.1);
    expect([...generateReleases(options)]).toEqual(all);
  });

  it('publishes again what is on Find a Tender, each once, under an ocid that is a sample’s', () => {
    const byOcid = new Map(plans.map((plan) => [plan.ocid, plan]));
    expect(again.length).toBeGreaterThan(100);
    expect(new Set(again.map(({ sameAs }) => sameAs)).size).toBe(again.length);
    for (const plan of again) {
      expect(plan.ocid).toMatch(/^ocds-(b5fd17|kuma6s)-sample-/u);
      expect(byOcid.get(plan.sameAs ?? '')?.shape).not.toBe('finder');
    }
    expect(again.some(({ ocid }) => ocid.startsWith('ocds-kuma6s'))).toBe(true);
  });

  it('publishes before the as-of day, in order', () => {
    for (const { steps } of again) {
      expect(steps.length).toBeGreaterThan(0);
      for (const [at, step] of steps.entries()) {
        expect(step.day).toBeLessThan(dayOf(options.asOf));
        expect(step.day).toBeGreaterThan(steps[at - 1]?.day ?? 0);
      }
    }
  });

  it('spreads the same releases', () => {
    const lines = (spread: boolean): string[] =>
      [...generateSample({ ...options, processes: 200, spread })].map(({ line }) => line).toSorted();
    expect(lines(true)).toEqual(lines(false));
  });
});
