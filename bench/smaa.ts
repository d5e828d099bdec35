/**
 * Rank acceptability against a bare loop that only draws as many numbers: 12 options on 10 criteria, 10,000 draws,
 * scores and weights uncertain. Appends the middle of the rounds to bench/results.md; the aim is under a second.
 *
 *   npx node bench/smaa.ts [draws] [rounds]
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRng } from '../src/lib/rng.ts';
import { smaa } from '../src/maths/smaa.ts';
import { quantile } from './support/quantile.ts';

const [drawsText = '10000', roundsText = '9'] = process.argv.slice(2);
const [draws, rounds] = [Number(drawsText), Number(roundsText)];
const [options, criteria] = [12, 10];

const rng = seededRng('scores');
const low = Array.from({ length: options }, () => Array.from({ length: criteria }, () => 60 * rng.next()));
const high = low.map((row) => row.map((score) => score + 40 * rng.next()));

/** As many numbers as the analysis draws, added up. */
function bare(): number {
  const stream = seededRng('draws');
  let sum = 0;
  for (let left = draws * (options * criteria + criteria - 1); left > 0; left -= 1) sum += stream.next();
  return sum;
}

function analysed(): number {
  const found = smaa({ kind: 'uniform', low, high }, { kind: 'uniform' }, { draws, rng: seededRng('draws') });
  return found.acceptability.length;
}

function timed(run: () => number): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

const times = Array.from({ length: rounds }, () => ({ bare: timed(bare), analysed: timed(analysed) }));
const middle = (values: readonly number[]): string => quantile(values, 0.5);
const ratio = middle(times.map((time) => time.analysed / time.bare));
const lines = [
  `### \`npx node bench/smaa.ts ${draws}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `| ${draws} draws, ${options} options, ${criteria} criteria, the middle of ${rounds} rounds in one process | |`,
  '| --- | --- |',
  `| drawing as many numbers, nothing else | ${middle(times.map((time) => time.bare))} ms |`,
  `| rank acceptability | ${middle(times.map((time) => time.analysed))} ms (under 1,000) |`,
  `| **ratio** | **${ratio}** |`,
  '',
];
console.log(lines.join('\n'));
appendFileSync(join(import.meta.dirname, 'results.md'), `\n${lines.join('\n')}`);
