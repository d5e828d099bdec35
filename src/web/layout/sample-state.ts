import type { Context } from '../../app/context.ts';
import { showDataStatus } from '../../app/data/show-data-status.ts';
import type { Frame } from './render.ts';

/** How long the answer is kept: what a register holds seldom turns from invented to real. */
const keptMs = 30_000;

/** Whether the register holds invented notices. */
export type SampleState = (context: Context) => Promise<Frame['sample']>;

/**
 * Says whether the register holds invented notices, asking at most every half minute.
 *
 * @returns a function of the request's context
 */
export function readSampleState(): SampleState {
  let known: { state: Frame['sample']; atMs: number } | null = null;
  return async (context) => {
    const nowMs = context.clock.now().getTime();
    if (known !== null && nowMs - known.atMs < keptMs && nowMs >= known.atMs) return known.state;
    const status = await showDataStatus.run(context, {});
    const state = status.isMixed ? 'mixed' : status.isSample ? 'only' : 'none';
    known = { state, atMs: nowMs };
    return state;
  };
}
