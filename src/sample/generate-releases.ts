import { actRelease } from './act-release.ts';
import { dayOf } from './calendar.ts';
import { drawPlan } from './draw-plan.ts';
import { finderRelease } from './finder-release.ts';
import { legacyRelease } from './legacy-release.ts';
import type { ProcessPlan, Step } from './process-plan.ts';
import { writeRelease } from './release-parts.ts';
import { secondPortal } from './second-portal.ts';
import { storyPlans } from './stories/story-plans.ts';
import { makeWorld } from './world.ts';

/** What to generate. */
export type SampleOptions = {
  /** Number of processes, the stories among them; at least {@link leastProcesses}. */
  processes: number;
  /** Any whole number; the same seed gives the same market. */
  seed: number;
  /** `YYYY-MM-DD`: notices are published before this day, contracts end up to three years after it. */
  asOf: string;
  /** Puts the releases of one process far apart: all first notices, then all second ones, and so on. */
  spread?: boolean;
  /**
   * Publishes a part of the processes once more, on Contracts Finder or Sell2Wales, beside those asked for; and a few rounds
   * of the year before, which look the same and are not.
   */
  portals?: boolean;
};

/** Fewer processes than this leave no room for a market beside the stories. */
export const leastProcesses = 50;

/** One release as it is written, and the plan it was written from. */
export type SampleRelease = { line: string; plan: ProcessPlan; step: Step; isFirst: boolean };

/**
 * The sample market as lines of JSON, one release each, in bounded memory.
 *
 * Within a process releases come in order of publication. The same options give the same bytes on every machine.
 * With `spread` each pass makes every process that has a release left again and writes one release of it, so it takes about
 * half as long again.
 *
 * @example for (const line of generateReleases({ processes: 4000, seed: 1, asOf: '2026-11-01' })) out.write(`${line}\n`)
 */
export function* generateReleases(options: SampleOptions): Generator<string> {
  for (const { line } of generateSample(options)) yield line;
}

/**
 * The sample market with the plan behind each release, for the truth file and for tests.
 *
 * @example for (const { line, plan } of generateSample({ processes: 4000, seed: 1, asOf: '2026-11-01' })) …
 */
export function* generateSample(options: SampleOptions): Generator<SampleRelease> {
  const market = openMarket(options);
  if (options.spread === true) {
    yield* spread(market);
    return;
  }
  for (let index = 0; index < market.processes; index += 1) {
    for (const plan of market.plans(index)) {
      for (const [at, step] of plan.steps.entries()) {
        yield { line: writeStep(plan, step), plan, step, isFirst: at === 0 };
      }
    }
  }
}

/** Pass after pass; a byte for each process says how many notices it has, so that a pass makes only those it needs. */
function* spread(market: Market): Generator<SampleRelease> {
  const lengths = new Uint8Array(market.processes).fill(1);
  let longest = 1;
  for (let pass = 0; pass < longest; pass += 1) {
    for (let index = 0; index < market.processes; index += 1) {
      if ((lengths[index] ?? 0) <= pass) continue;
      const plans = market.plans(index);
      lengths[index] = Math.max(...plans.map(({ steps }) => steps.length));
      longest = Math.max(longest, lengths[index] ?? 0);
      for (const plan of plans) {
        const step = plan.steps[pass];
        if (step !== undefined) yield { line: writeStep(plan, step), plan, step, isFirst: pass === 0 };
      }
    }
  }
}

/**
 * The plans of all processes, stories first.
 *
 * @example for (const plan of generatePlans({ processes: 4000, seed: 1, asOf: '2026-11-01' })) …
 */
export function* generatePlans(options: SampleOptions): Generator<ProcessPlan> {
  const market = openMarket(options);
  for (let index = 0; index < market.processes; index += 1) yield* market.plans(index);
}

/** Any process by its place in the sample, made when asked for, and what another portal shows of it. */
type Market = { processes: number; plans: (index: number) => ProcessPlan[] };

function openMarket(options: SampleOptions): Market {
  const asOf = dayOf(options.asOf);
  const told = storyPlans(asOf);
  const processes = Math.max(options.processes, leastProcesses);
  const world = makeWorld({ seed: String(options.seed), processes: processes - told.length, asOf });
  return {
    processes,
    plans: (index) => {
      const plan = told[index] ?? drawPlan(world, index - told.length);
      const second = options.portals === true ? secondPortal(plan, asOf) : null;
      return second === null ? [plan] : [plan, second];
    },
  };
}

function writeStep(plan: ProcessPlan, step: Step): string {
  const release = plan.shape === 'act' ? actRelease : plan.shape === 'legacy' ? legacyRelease : finderRelease;
  return writeRelease(release(plan, step));
}
