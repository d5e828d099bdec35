/**
 * How long all checks of a playbook take over contracts, as a ratio to reading the terms of the same texts once, which is the
 * dearest part of the facts.
 *
 *   npx node bench/playbook-checks.ts [contracts]
 *
 * Contracts of the sample market (10,000 unless given), each against the playbook of its segment; what isn’t digital is
 * checked against one of the fourteen in turn. Facts are worked out anew for each. Times are the processor’s.
 */
import { appendFileSync } from 'node:fs';
import { processFactsOf } from '../src/app/notices/process-facts-of.ts';
import { playbooksOf } from '../src/app/segments/playbooks.ts';
import type { ContractFacts } from '../src/domain/contracts/contract-facts.ts';
import { textAt } from '../src/domain/notices/json-fields.ts';
import type { ProcessFacts } from '../src/domain/notices/process-facts.ts';
import { classify } from '../src/domain/segments/classify.ts';
import { factsOfContract } from '../src/domain/segments/checks/facts-of-contract.ts';
import { factsOfText } from '../src/domain/segments/checks/facts-of-text.ts';
import { productFacts } from '../src/domain/segments/checks/product-facts.ts';
import { runChecks } from '../src/domain/segments/checks/run-checks.ts';
import { digitalSegmentIds, isDigital, type DigitalSegmentId } from '../src/domain/segments/segment.ts';
import { parseObject, type JsonObject } from '../src/lib/json.ts';
import { generateReleases } from '../src/sample/generate-releases.ts';
import { authoredReference } from '../test/factories/reference.ts';

const wanted = Number(process.argv[2] ?? 10_000);
const reference = authoredReference();
const today = '2026-11-01';

type Subject = { process: ProcessFacts; contract: ContractFacts; segment: DigitalSegmentId };

const releases = new Map<string, JsonObject[]>();
for (const line of generateReleases({ processes: Math.ceil(wanted * 1.3), seed: 100, asOf: today })) {
  const release = parseObject(line);
  const ocid = textAt(release, 'ocid') ?? '';
  releases.set(ocid, [...(releases.get(ocid) ?? []), release]);
}
const subjects: Subject[] = [];
for (const own of releases.values()) {
  if (subjects.length >= wanted) break;
  const facts = processFactsOf(own, reference);
  const found = classify(facts, reference.segments).segment;
  for (const contract of facts.contracts) {
    const turn = digitalSegmentIds[subjects.length % digitalSegmentIds.length] ?? 'cloud-hosting';
    subjects.push({ process: facts, contract, segment: isDigital(found) ? found : turn });
  }
}
subjects.length = Math.min(subjects.length, wanted);
const playbooks = playbooksOf(reference);

function timed(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

let fired = 0;
let judged = 0;
let open = 0;
const readTerms = (): void => {
  for (const { process: facts, contract } of subjects)
    factsOfText([facts.title, contract.title, facts.description, contract.description].join('\n'), 'unknown');
};
const checkAll = (): void => {
  for (const { process: facts, contract, segment } of subjects) {
    const texts = {
      title: contract.title,
      lots: facts.lots.flatMap(({ title }) => title ?? []),
      descriptions: [facts.description, contract.description].filter((text) => text !== null),
    };
    const stated = {
      ...factsOfContract(facts, contract, today),
      ...productFacts(texts, reference.vendors),
    };
    for (const { state } of runChecks(playbooks.get(segment)?.checks ?? [], stated)) {
      judged += 1;
      if (state === 'fires') fired += 1;
      if (state === 'not-stated') open += 1;
    }
  }
};
readTerms();
checkAll();
[fired, judged, open] = [0, 0, 0];
const terms = timed(readTerms);
const all = timed(checkAll);

const lines = [
  `### \`npx node bench/playbook-checks.ts\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `${subjects.length} contracts of the sample market, ${judged} checks: ${fired} fired, ${open} could not be judged. Times of the processor.`,
  '',
  '| | milliseconds | contracts a second | ratio |',
  '| --- | --- | --- | --- |',
  row('terms of the texts', terms),
  row('facts and all checks', all),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.length <= 2)
  appendFileSync(new URL('results.md', import.meta.url), `\n${lines.join('\n')}\n`);

function row(name: string, milliseconds: number): string {
  const rate = Math.round(subjects.length / (milliseconds / 1000));
  return `| ${name} | ${Math.round(milliseconds)} | ${rate} | ${(milliseconds / terms).toFixed(2)} |`;
}
