import { actRelease } from './act-release.ts';
import { dayOf } from './calendar.ts';
import { drawPlan } from './draw-plan.ts';
import { finderRelease } from './finder-release.ts';
import { legacyRelease } from './legacy-release.ts';
import type { ProcessPlan, Step } from './process-plan.ts';
import { writeRelease } from './release-parts.ts';
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
};

/** Fewer processes than this leave no room for a market beside the stories. */
export const leastProcesses = 50;

/** One release as it is written, and the plan it was written from. */
export type SampleRelease = { line: string; plan: ProcessPlan; step: Step; isFirst: boolean };

/**
 * The sample market as lines of JSON, one release each, in bounded memory.
 *
 * Within a process releases come in order of publication. The same options give the same bytes on every machine.
 * With `spread` each pass makes every process again and writes one release of it, so the time grows with the longest process.
 *
 * @example for (const line of generateReleases({ processes: 4000, seed: 1, asOf: '2026-11-01' })) out.write(`${line}\n`)
 */
export function* generateReleases(options: SampleOptions): Generator<string> {
  for (const { line } of generateSample(options)) yield line;
}

/** The sample market with the plan behind each release, for the truth file and for tests. */
export function* generateSample(options: SampleOptions): Generator<SampleRelease> {
  if (options.spread !== true) {
    for (const plan of generatePlans(options)) {
      for (const [index, step] of plan.steps.entries()) {
        yield { line: writeStep(plan, step), plan, step, isFirst: index === 0 };
      }
    }
    return;
  }
  let isMore = true;
  for (let pass = 0; isMore; pass += 1) {
    isMore = false;
    for (const plan of generatePlans(options)) {
      const step = plan.steps[pass];
      if (step === undefined) continue;
      isMore ||= plan.steps.length > pass + 1;
      yield { line: writeStep(plan, step), plan, step, isFirst: pass === 0 };
    }
  }
}

/** The plans of all processes, stories first. */
export function* generatePlans(options: SampleOptions): Generator<ProcessPlan> {
  const asOf = dayOf(options.asOf);
  const told = storyPlans(asOf);
  yield* told;
  const processes = Math.max(options.processes, leastProcesses) - told.length;
  const world = makeWorld({ seed: String(options.seed), processes, asOf });
  for (let index = 0; index < processes; index += 1) yield drawPlan(world, index);
}

function writeStep(plan: ProcessPlan, step: Step): string {
  const release = plan.shape === 'act' ? actRelease : plan.shape === 'legacy' ? legacyRelease : finderRelease;
  return writeRelease(release(plan, step));
}
