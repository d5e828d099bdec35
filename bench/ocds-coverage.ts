/**
 * `ocds coverage` against the least that any tool does: parsing every line.
 *
 *   npx node bench/ocds-coverage.ts [megabytes = 500] [rounds = 3]
 */
import { compare } from './support/compare.ts';

await compare({
  script: 'bench/ocds-coverage.ts',
  megabytes: Number(process.argv[2] ?? 500),
  rounds: Number(process.argv[3] ?? 3),
  command: ['ocds', 'coverage'],
  bare: { name: 'bare `JSON.parse` of the same lines', mode: 'parse' },
  mostRatio: 1.5,
});
