/**
 * How well mentions are joined: pairwise precision and recall against the truth of the sample market.
 *
 *   npx node bench/identity.ts [processes] [seed] [--show]
 *
 * Two mentions of suppliers, each in its own process, are a true pair where the truth gives both the same firm (a joint
 * venture is a firm of its own), and a found pair where the rules put both into one organisation. Precision is the share of
 * found pairs that are true, recall the share of true pairs that are found. Placeholders are no firm and are left out.
 * The register gives the same clusters as one look at all evidence (src/db/queries/identity.test.ts), so no database is needed.
 * `--show` prints which kinds of mention lose most pairs.
 */
import { appendFileSync } from 'node:fs';
import { identityEvidence, mentionKeyOf } from '../src/app/notices/identity-evidence.ts';
import { readReference } from '../src/app/reference.ts';
import type { EvidenceRow } from '../src/db/queries/identity.ts';
import { clusterKeys } from '../src/domain/organisations/cluster-keys.ts';
import type { Mention } from '../src/domain/organisations/mention.ts';
import { buyerPartyIdsOf, mentionsOf } from '../src/domain/notices/mentions-of.ts';
import { cleanTitle } from '../src/domain/notices/clean-title.ts';
import { isObject, type JsonObject } from '../src/lib/json.ts';
import { generateSample } from '../src/sample/generate-releases.ts';
import { truthOf } from '../src/sample/truth.ts';
import { measureQueue } from './support/review-queue.ts';

const [processesText = '5000', seedText = '1'] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'));
const processes = Number(processesText);
const seed = Number(seedText);
const reference = readReference(new URL('../reference', import.meta.url).pathname);

type Seen = { ocid: string; name: string; buyer: string; mention: Mention; firm: string; legalName: string };

const started = performance.now();
const evidence = new Map<string, EvidenceRow>();
const seen: Seen[] = [];
let held: {
  ocid: string;
  buyer: string;
  mentions: Map<string, Mention>;
  truth: Map<string, { firm: string; legalName: string }>;
} | null = null;
let unmatched = 0;
for (const { line, plan, isFirst } of generateSample({ processes, seed, asOf: '2026-11-01' })) {
  const release = objectOf(line);
  for (const row of identityEvidence(release, reference)) evidence.set(JSON.stringify(row), row);
  if (isFirst || held?.ocid !== plan.ocid) {
    close();
    const truth = new Map<string, { firm: string; legalName: string }>();
    for (const row of truthOf(plan)) {
      if (row.kind !== 'mention' || row.supplierIds.length === 0) continue;
      truth.set(cleanTitle(row.publishedName) ?? '', {
        firm: row.supplierIds.toSorted().join('+'),
        legalName: row.registeredName,
      });
    }
    held = { ocid: plan.ocid, buyer: '', mentions: new Map(), truth };
  }
  for (const mention of mentionsOf(release, buyerPartyIdsOf(release), reference))
    if (mention.roles.includes('supplier')) held.mentions.set(mention.name, mention);
    else if (mention.roles.includes('buyer')) held.buyer = mentionKeyOf(mention) ?? '';
}
close();

const readMs = performance.now() - started;
const clusteringStarted = performance.now();
const { clusterOf, bridges } = clusterKeys([...evidence.values()]);
const clusterMs = performance.now() - clusteringStarted;
const placed = seen.map((one) => {
  const key = mentionKeyOf(one.mention) ?? '';
  return { ...one, cluster: clusterOf.get(key) ?? key };
});
const both = pairsIn(placed, ({ cluster, firm }) => `${cluster}|${firm}`);
const found = pairsIn(placed, ({ cluster }) => cluster);
const truePairs = pairsIn(placed, ({ firm }) => firm);
const queue = measureQueue(
  placed.map((one) => ({ ...one, keys: one.mention.keys, place: one.mention.locality })),
  0.4,
);
const lines = [
  `### \`npx node bench/identity.ts ${processes} ${seed}\` · ${new Date().toISOString().slice(0, 10)}`,
  '',
  `| ${placed.length} mentions of suppliers, ${new Set(placed.map(({ firm }) => firm)).size} firms, ${new Set(placed.map(({ cluster }) => cluster)).size} organisations found | |`,
  '| --- | --- |',
  `| **pairwise precision** | **${(both / found).toFixed(4)}** of ${found} found pairs (at least 0.99) |`,
  `| **pairwise recall** | **${(both / truePairs).toFixed(4)}** of ${truePairs} true pairs (at least 0.90) |`,
  `| pieces of evidence, identifiers that lead to two companies | ${evidence.size}, ${bridges.length} |`,
  `| reading, and placing | ${(readMs / 1000).toFixed(1)} s, ${(clusterMs / 1000).toFixed(2)} s |`,
  `| awarded suppliers of the truth that no release names | ${unmatched} |`,
  `| review queue: pairs of ${queue.organisations} organisations found and scored in | ${(queue.ms / 1000).toFixed(1)} s |`,
  `| firms in several organisations, of which the queue holds a pair | ${queue.broken}, ${queue.helped} |`,
  ...queue.bands.map(
    ({ from, pairs, same }) =>
      `| score ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}: pairs, of which truly one firm | ${pairs}, ${same} (${((100 * same) / pairs).toFixed(0)} %) |`,
  ),
  '',
];
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.includes('--show')) show();
else appendFileSync(new URL('results.md', import.meta.url), `${lines.join('\n')}\n`);

function close(): void {
  if (held === null) return;
  for (const [name, { firm, legalName }] of held.truth) {
    const mention = held.mentions.get(name);
    if (mention === undefined) unmatched += 1;
    else seen.push({ ocid: held.ocid, name, buyer: held.buyer, mention, firm, legalName });
  }
}

function objectOf(line: string): JsonObject {
  const value: unknown = JSON.parse(line.replaceAll(/([:[,]\s*)1e9999\b/g, '$19999999'));
  if (!isObject(value)) throw new Error('A line of the sample is no object.');
  return value;
}

function pairsIn<Item>(items: readonly Item[], keyOf: (item: Item) => string): number {
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(keyOf(item), (sizes.get(keyOf(item)) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** The mentions outside the largest organisation of their firm, and organisations that hold two firms. */
function show(): void {
  const lost: { name: string; legal: string; keys: string; pairs: number; kind: string }[] = [];
  for (const group of Map.groupBy(placed, ({ firm }) => firm).values()) {
    const sizes = [...Map.groupBy(group, ({ cluster }) => cluster)].toSorted(
      (a, b) => b[1].length - a[1].length,
    );
    const [main] = sizes;
    for (const [, members] of sizes.slice(1)) {
      const [first] = members;
      if (first === undefined || main === undefined) continue;
      const pairs = members.length * (group.length - members.length);
      const kind = first.firm.includes('+')
        ? 'joint venture'
        : first.firm.startsWith('person')
          ? 'person'
          : first.mention.keys.length > 0
            ? `with ${first.mention.keys[0]?.split(':')[0] ?? ''}`
            : 'by name';
      lost.push({
        name: first.name,
        legal: first.legalName,
        keys: first.mention.keys.join(' '),
        pairs,
        kind,
      });
    }
  }
  for (const [kind, group] of Map.groupBy(lost, (one) => one.kind))
    process.stdout.write(
      `lost ${kind}: ${group.reduce((sum, { pairs }) => sum + pairs, 0)} pairs in ${group.length} groups\n`,
    );
  for (const one of lost.toSorted((a, b) => b.pairs - a.pairs).slice(0, 60))
    process.stdout.write(`  -${one.pairs}  ${one.name}  |  ${one.legal}  | ${one.keys}\n`);
  for (const [cluster, group] of Map.groupBy(placed, (one) => one.cluster)) {
    const firms = [...Map.groupBy(group, ({ firm }) => firm)];
    if (firms.length > 1)
      process.stdout.write(
        `  two in ${cluster}: ${firms.map(([firm, members]) => `${firm}×${members.length} ${members[0]?.name ?? ''} [${members[0]?.mention.keys.join(' ') ?? ''}]`).join('  ·  ')}\n`,
      );
  }
}
