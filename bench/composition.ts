/**
 * How long the best compositions take, as a ratio to the same problem without whole numbers (a bare linear programme).
 *
 *   npx node bench/composition.ts [problems] [components] [models]
 *
 * Random problems (10 of 12 components with 8 models unless given), 44 interfaces, 5 suppliers, 3 years; limits from narrow to
 * wide. Times are the processor's. Looking at every composition is no measure at this size: their number is printed.
 */
import { appendFileSync } from 'node:fs';
import { seededRng } from '../src/lib/rng.ts';
import type { CompositionProblem } from '../src/maths/composition.ts';
import { countCompositions } from '../src/maths/search-compositions.ts';
import { compositionModel } from '../src/solver/composition-model.ts';
import { openHighs } from '../src/solver/highs.ts';
import { solveComposition } from '../src/solver/solve-composition.ts';
import { randomComposition } from '../test/factories/composition.ts';
import { quantile } from './support/quantile.ts';

const [problems = 10, components = 12, models = 8] = process.argv.slice(2).map(Number);
const interfaces = Math.min(44, (components * (components - 1)) / 2);
const solver = await openHighs();

type Times = { bare: number; best: number; five: number };

function measure(problem: CompositionProblem): Times & { kind: string } {
  const { model } = compositionModel(problem);
  const columns = model.columns.map((column) => ({ ...column, isWhole: false }));
  const bare = timed(() => {
    const session = solver.open({ ...model, columns }, { withHeuristics: false });
    try {
      session.run(60_000);
    } finally {
      session.dispose();
    }
  });
  const solve = (count: number) => solveComposition(solver, problem, { count, timeLimitMs: 120_000 });
  const best = timed(() => solve(1));
  let kind = '';
  const five = timed(() => (kind = solve(5).kind));
  return { bare, best, five, kind };
}

function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const shares = [0.9, 1, 1.05, 1.1, 1.2];
const draw = (at: number): CompositionProblem => {
  const limitShare = shares[at % shares.length] ?? 1;
  const size = { components, models, interfaces, suppliers: 5, years: 3, limitShare };
  return randomComposition(seededRng(`composition ${at}`), size);
};
// The first problem also compiles the solver.
measure(draw(-1));
const measured = Array.from({ length: problems }, (_, at) => measure(draw(at)));
const proven = measured.filter(({ kind }) => kind === 'proven');
const infeasible = measured.filter(({ kind }) => kind === 'infeasible');

function medianAndLongest(values: readonly number[]): string {
  return [0.5, 1].map((share) => quantile(values, share)).join(' | ');
}

function row(name: string, of: readonly Times[], pick: (times: Times) => number): string {
  const ratios = of.map((each) => pick(each) / each.bare);
  return `| ${name} | ${of.length} | ${medianAndLongest(of.map(pick))} | ${medianAndLongest(ratios)} |`;
}

const lines = [
  `### \`npx node bench/composition.ts\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `Random problems of ${components} components with ${models} models, ${interfaces} interfaces, 5 suppliers, 3 years: ${countCompositions(draw(0)).toExponential(1)} compositions each. Milliseconds of the processor; the ratio is to the same problem without whole numbers.`,
  '',
  '| | problems | median | longest | ratio, median | ratio, largest |',
  '| --- | --- | --- | --- | --- | --- |',
  row('without whole numbers', proven, ({ bare }) => bare),
  row('best composition, proven', proven, ({ best }) => best),
  row('five best, proven', proven, ({ five }) => five),
  row('none fits: proven, and what each limit needs', infeasible, ({ best }) => best),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.length <= 2)
  appendFileSync(new URL('results.md', import.meta.url), `\n${lines.join('\n')}\n`);
