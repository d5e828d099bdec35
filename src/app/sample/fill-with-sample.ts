import { isRegisterEmpty } from '../../db/queries/data-status.ts';
import { listRuns } from '../../db/queries/ingest-runs.ts';
import { londonDayOf } from '../../lib/days.ts';
import { readReleases } from '../../ocds/reader.ts';
import { generatePlans, generateSample } from '../../sample/generate-releases.ts';
import type { Context } from '../context.ts';
import { ingestReleases } from '../notices/ingest-releases.ts';
import { defaultProcesses } from './generate.ts';

/** Name of the input under which a fill stands among the runs. */
const inputName = 'the sample market';
const seed = 1;

/**
 * Fills an empty register with the sample market, and finishes a fill that was interrupted: what is stored already is
 * recognised. A register that holds anything else is left alone.
 *
 * @returns whether there was something to fill
 */
export async function fillWithSample(
  context: Context,
  processes: number = defaultProcesses,
): Promise<boolean> {
  const register = await context.register();
  const isEmpty = await isRegisterEmpty(register.read);
  const [last] = await listRuns(register, 1);
  const halfFilled =
    last !== undefined && last.inputs[0] === inputName && last.finished_at === null ? last : null;
  if (!isEmpty && halfFilled === null) return false;
  // An interrupted fill is finished as it was begun, because another day makes another market.
  const day = halfFilled === null ? context.clock.now() : new Date(halfFilled.started_at);
  const options = { processes, seed, asOf: londonDayOf(day), portals: true };
  const input = { name: inputName, open: () => sampleBytes(options) };
  await ingestReleases(context, {
    inputs: [inputName],
    read: (onProblem) => readReleases([input], onProblem),
    total: await countReleases(options),
  });
  return true;
}

type Options = { processes: number; seed: number; asOf: string; portals: boolean };

async function countReleases(options: Options): Promise<number> {
  let count = 0;
  let plans = 0;
  for (const plan of generatePlans(options)) {
    count += plan.steps.length;
    plans += 1;
    if (plans % 100 === 0) await letOthersRun();
  }
  return count;
}

async function* sampleBytes(options: Options): AsyncGenerator<Uint8Array> {
  let block = '';
  for (const { line } of generateSample(options)) {
    block += `${line}\n`;
    if (block.length < 65_536) continue;
    yield Buffer.from(block);
    block = '';
    await letOthersRun();
  }
  if (block !== '') yield Buffer.from(block);
}

/** The service answers health requests while the market is made. */
async function letOthersRun(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
