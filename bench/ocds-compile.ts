/**
 * `ocds compile` against the least that any tool does: parsing every line and writing it back.
 *
 *   npx node bench/ocds-compile.ts [megabytes = 500] [rounds = 3]
 */
import { compare } from './support/compare.ts';

await compare({
  script: 'bench/ocds-compile.ts',
  megabytes: Number(process.argv[2] ?? 500),
  rounds: Number(process.argv[3] ?? 3),
  command: ['ocds', 'compile'],
  bare: { name: 'bare `JSON.parse` and `JSON.stringify` of the same lines', mode: 'stringify' },
  mostRatio: 3,
});
