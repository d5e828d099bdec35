/**
 * What simulating the costs of options takes beside drawing as many bare random numbers.
 *
 *   npx node bench/simulation.ts [draws = 100000] [lines = 50] [options = 6] [rounds = 3]
 *
 * In one run and in turn: (a) as many uniform draws with their exponentials, in a typed array; (b) sampling by Latin
 * hypercube, correlation of all lines by a full copula, marginals by tables (their making included), totals, and mean and
 * quantiles with their errors. Then once, apart: the chance of being cheapest, and of one option the tornado, first-order
 * shares and the value of finding out. The middle of the rounds, processor time. Writes the lines that bench/results.md keeps.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRng } from '../src/lib/rng.ts';
import type { Distribution } from '../src/maths/distributions/distribution.ts';
import { firstOrderShare } from '../src/maths/sensitivity/first-order-share.ts';
import { partialInformation } from '../src/maths/sensitivity/partial-information.ts';
import { tornado } from '../src/maths/sensitivity/tornado.ts';
import { lowestShares } from '../src/maths/simulation/lowest-share.ts';
import type { CostDraws, CostModel } from '../src/maths/simulation/simulate-cost.ts';
import { simulateCost } from '../src/maths/simulation/simulate-cost.ts';
import { summariseDraws } from '../src/maths/simulation/summarise-draws.ts';

const [draws = 100_000, lines = 50, options = 6, rounds = 3] = process.argv.slice(2).map(Number);
const rates = [{ fromYear: 0, rate: 0.035 }];
const models = Array.from({ length: options }, (_, option) => modelOf(option));

const times: { bare: number; simulated: number }[] = [];
let totals: Float64Array[] = [];
for (let round = 0; round < rounds; round += 1) {
  const bare = processorMs(() => drawBare(draws * lines * options));
  const simulated = processorMs(() => {
    totals = models.map((model) => simulate(model).totals);
    for (const values of totals) summariseDraws(values);
  });
  times.push({ bare, simulated });
  process.stderr.write(`round ${round + 1}: ${seconds(simulated)} ÷ ${seconds(bare)}\n`);
}
const peakMb = highWaterMb();
const cheapest = processorMs(() => {
  lowestShares(totals);
});
const { totals: total, columns } = simulate(models[0] ?? modelOf(0), true);
const tornadoMs = processorMs(() => {
  tornado(columns, total);
});
const sharesMs = processorMs(() => {
  for (const { values } of columns) firstOrderShare(values, total);
});
const benefits = totals.map((values) => values.map((cost) => -cost));
const informationMs = processorMs(() => {
  for (const { values } of columns) partialInformation(values, benefits);
});

const ratio = middle(times.map(({ bare, simulated }) => simulated / bare));
const of = `${draws} draws × ${lines} lines × ${options} options`;
const report = [
  `### \`npx node bench/simulation.ts ${process.argv.slice(2).join(' ')}`.trimEnd() +
    `\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `| ${of}, the middle of ${rounds} rounds of each side in turn, processor time | |`,
  '| --- | --- |',
  `| bare uniform draws and exponentials | ${seconds(middle(times.map(({ bare }) => bare)))} |`,
  `| sampling, correlation, marginals, totals, quantiles | ${seconds(middle(times.map(({ simulated }) => simulated)))} |`,
  `| **ratio** | **${ratio.toFixed(2)}** (at most 6) |`,
  `| **peak memory** | **${peakMb.toFixed(0)} MB** (under 300) |`,
  `| apart: chance of being cheapest, all options | ${seconds(cheapest)} |`,
  `| apart: tornado of one option | ${seconds(tornadoMs)} |`,
  `| apart: first-order shares of one option | ${seconds(sharesMs)} |`,
  `| apart: value of finding out, every line of one option | ${seconds(informationMs)} |`,
  '',
];
process.stdout.write(`${report.join('\n')}\n`);
appendFileSync(join(import.meta.dirname, 'results.md'), `\n${report.join('\n')}`);

/** Lines of every common kind, all correlated with one another; every option's own. */
function modelOf(option: number): CostModel {
  const kinds: ((size: number) => Distribution)[] = [
    (size) => ({ kind: 'pert', low: 0.7 * size, mode: size, high: 2.2 * size }),
    (size) => ({ kind: 'triangular', low: 0.7 * size, mode: size, high: 2.2 * size }),
    (size) => ({ kind: 'log-normal', p10: 0.7 * size, p90: 2.2 * size }),
    (size) => ({ kind: 'normal', mean: size, sd: size / 5 }),
    (size) => ({ kind: 'uniform', low: 0.7 * size, high: 2.2 * size }),
  ];
  return {
    lines: Array.from({ length: lines }, (_, line) => ({
      id: `option ${option} line ${line}`,
      total: kinds[line % kinds.length]?.(1000 + 37 * line + option) ?? { kind: 'fixed', value: 0 },
      shareByYear: [0.2, 0.2, 0.2, 0.2, 0.2],
    })),
    risks: [],
    rankCorrelation: Array.from({ length: lines }, (_, i) =>
      Array.from({ length: lines }, (_unused, j) => 0.9 ** Math.abs(i - j)),
    ),
  };
}

function simulate(model: CostModel, keepColumns = false): CostDraws {
  return simulateCost(model, { draws, seed: 'bench', rates, keepColumns });
}

function drawBare(count: number): void {
  const rng = seededRng('bare');
  const column = new Float64Array(512);
  for (let from = 0; from < count; from += 512)
    for (let place = 0; place < 512; place += 1) column[place] = Math.exp(rng.next());
}

/** Processor time, because others may use the machine. */
function processorMs(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** The most memory that the process ever held. */
function highWaterMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
