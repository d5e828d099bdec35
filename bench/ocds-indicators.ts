/**
 * `ocds indicators`, all of them, against the least that any tool does: parsing every line.
 *
 *   npx node bench/ocds-indicators.ts [megabytes = 200] [rounds = 3]
 */
import { compare } from './support/compare.ts';
import { writeBidsSample } from './support/write-bids-sample.ts';

await compare({
  script: 'bench/ocds-indicators.ts',
  megabytes: Number(process.argv[2] ?? 200),
  rounds: Number(process.argv[3] ?? 3),
  command: ['ocds', 'indicators'],
  bare: { name: 'bare `JSON.parse` of the same lines', mode: 'parse' },
  write: writeBidsSample,
});
