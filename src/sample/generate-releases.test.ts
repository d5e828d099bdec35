import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../lib/hash.ts';
import { isObject } from '../lib/json.ts';
import { addMonths, dayOf, writeDate } from './calendar.ts';
import { drawPlan } from './draw-plan.ts';
import { generatePlans, generateReleases, generateSample } from './generate-releases.ts';
import type { SampleOptions } from './generate-releases.ts';
import { storyPlans } from './stories/story-plans.ts';
import { makeWorld } from './world.ts';

const plain: SampleOptions = { processes: 400, seed: 1, asOf: '2026-11-01' };

function bytes(options: SampleOptions): string {
  return sha256Hex([...generateReleases(options)].join('\n'));
}

describe('the sample market', () => {
  it('has the same bytes for the same seed, number and day', () => {
    expect(bytes(plain)).toBe(bytes({ ...plain }));
  });

  it('is another market for another seed, number or day', () => {
    const others = [
      { ...plain, seed: 2 },
      { ...plain, processes: 401 },
      { ...plain, asOf: '2026-11-02' },
    ];
    for (const other of others) expect(bytes(other)).not.toBe(bytes(plain));
  });

  it('keeps these bytes until the tables or the generator change on purpose', () => {
    expect(bytes(plain).slice(0, 16)).toMatchInlineSnapshot(`"aeb886b25e58d30e"`);
  });

  it('makes a process the same whatever was drawn before it', () => {
    const all = [...generatePlans(plain)];
    const stories = storyPlans(dayOf(plain.asOf)).length;
    const world = makeWorld({ seed: '1', processes: plain.processes - stories, asOf: dayOf(plain.asOf) });
    for (const index of [300, 17, 0]) expect(drawPlan(world, index)).toEqual(all[stories + index]);
  });

  it('spreads the releases of one process through the file without changing any', () => {
    const together = [...generateReleases(plain)];
    const apart = [...generateReleases({ ...plain, spread: true })];
    expect(apart).not.toEqual(together);
    expect([...apart].sort()).toEqual([...together].sort());
    const passes = apart.map((line) => ocidOf(line));
    const firstPass = new Set(passes.slice(0, plain.processes));
    expect(firstPass.size).toBe(plain.processes);
  });

  it('writes valid JSON in every line, numbers such as 1e9999 among them', () => {
    const lines = [...generateReleases({ ...plain, processes: 3_000 })];
    expect(lines.some((line) => line.includes(':1e9999'))).toBe(true);
    for (const line of lines) {
      const release: unknown = JSON.parse(line);
      expect(isObject(release) && typeof release['ocid'] === 'string').toBe(true);
      expect(line.includes('@number')).toBe(false);
      expect(line.includes('undefined') || line.includes('NaN')).toBe(false);
      expect(/\{\w+\}/u.test(line)).toBe(false);
    }
  });

  it('marks every ocid as a sample, which no real ocid can be', () => {
    for (const line of generateReleases(plain)) {
      expect(ocidOf(line)).toMatch(/^ocds-(h6vhtk|b5fd17)-sample-/u);
    }
  });

  it('links to no real site and gives no real address', () => {
    for (const line of generateReleases({ ...plain, processes: 2_000 })) {
      const hosts = line.match(/https?:\/\/[^/"\s]+/gu) ?? [];
      for (const host of hosts) {
        expect(['https://www.legislation.gov.uk'].includes(host) || host.endsWith('.example.org')).toBe(true);
      }
      for (const email of line.match(/[\w.]+@[\w.]+\w/gu) ?? []) expect(email).toMatch(/example\.org$/u);
    }
  });

  it('publishes within a process in order, before the as-of day, under growing notice numbers', () => {
    for (const plan of generatePlans({ ...plain, processes: 3_000 })) {
      expect(plan.steps.length).toBeGreaterThan(0);
      let last = { day: 0, noticeId: '' };
      for (const step of plan.steps) {
        expect(step.day).toBeGreaterThan(last.day);
        expect(step.day).toBeLessThan(dayOf(plain.asOf));
        if (last.noticeId.slice(7) === step.noticeId.slice(7))
          expect(step.noticeId > last.noticeId).toBe(true);
        last = step;
      }
    }
  });

  it('looks no more than three years ahead, options apart', () => {
    const last = addMonths(dayOf(plain.asOf), 36);
    let furthest = 0;
    for (const plan of generatePlans({ ...plain, processes: 3_000 })) {
      for (const lot of plan.lots) {
        expect(writeDate(Math.max(lot.end, lot.start)) <= writeDate(last)).toBe(true);
        furthest = Math.max(furthest, lot.end);
      }
    }
    expect(furthest).toBeGreaterThan(addMonths(last, -2));
  });

  it('holds for any seed and size: one plan per process, an award only where a firm or a placeholder stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 50, max: 160 }),
        (seed, processes) => {
          const plans = [...generatePlans({ seed, processes, asOf: '2026-11-01' })];
          expect(plans.length).toBe(processes);
          expect(new Set(plans.map((plan) => plan.ocid)).size).toBe(processes);
          for (const plan of plans) {
            expect(plan.lots.every((lot) => lot.suppliers.length > 0 && lot.amount.net >= 1_000)).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('names the process of every release by its plan', () => {
    for (const { line, plan } of generateSample(plain)) expect(ocidOf(line)).toBe(plan.ocid);
  });
});

function ocidOf(line: string): string {
  return /"ocid":"([^"]+)"/u.exec(line)?.[1] ?? '';
}
