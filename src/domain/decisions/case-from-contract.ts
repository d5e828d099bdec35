import { Document, isScalar } from 'yaml';
import { dayInWords } from '../../lib/day-in-words.ts';
import { financialYearName, financialYearOf } from '../market/financial-year.ts';
import { termMonths } from '../benchmarks/price-benchmark.ts';
import { segmentPhrase } from '../segments/segment-phrase.ts';
import type { SegmentId } from '../segments/segment.ts';
import type { evolutions } from './case-parts/need.ts';
import { regimeName, type ContractForCase } from './evidence/contract-for-case.ts';
import { toBeWritten } from './to-be-written.ts';

/** A case about the successor of a contract, as text, with what the text had to assume. */
export type StartedCase = { id: string; title: string; text: string; assumed: Assumption[] };

/** Something that the register doesn’t say and the document needs: where it stands and what it rests on. */
export type Assumption = { path: string; because: string };

type Asked = { today: string; id?: string | undefined; title?: string | undefined };

/**
 * A case about what follows a contract, with everything that its notices say: buyer, value, days, law, segment. What only
 * people know says that it is to be written; what the register doesn’t know is left out; what the form of a case needs and
 * nobody said is assumed, marked in the text and named.
 *
 * @param today `YYYY-MM-DD`
 * @returns null where the notices give no end, by which the day of need would be known
 * @example caseFromContract(contract, { today: '2026-11-23' })?.id // 'tideway-licensing-authority-casework-system'
 */
export function caseFromContract(contract: ContractForCase, asked: Asked): StartedCase | null {
  const { endOn } = contract;
  if (endOn === null) return null;
  const buyer = contract.buyer?.name ?? null;
  const title = asked.title ?? `What follows “${contract.title}”`;
  const id = asked.id ?? slug(`${buyer ?? ''} ${contract.title}`, 'case');
  const assumed: Assumption[] = [];
  const known = { ...contract, endOn };
  const document = new Document({
    case: 1,
    id,
    title,
    buyer: buyerOf(known, assumed),
    asOf: asked.today,
    stage: 'strategic-outline',
    need: needOf(known, asked.today),
    appraisal: appraisalOf(known, asked.today, assumed),
    ...triageOf(known, assumed),
    ...componentsOf(known, assumed),
    options: [
      { id: 'business-as-usual', name: 'Business as usual', role: 'business-as-usual' },
      { id: 'do-minimum', name: 'Do-minimum', role: 'do-minimum' },
    ],
  });
  document.commentBefore = ` Started from a contract of the register on ${dayInWords(asked.today)}. What only people know is\n to be written; what the notices don’t say is left out; what had to be assumed says so.`;
  for (const { path, because } of assumed) comment(document, path, because);
  return { id, title, text: document.toString({ lineWidth: 110 }), assumed };
}

type Ending = ContractForCase & { endOn: string };

const nations: Readonly<Partial<Record<ContractForCase['regime'], string>>> = {
  scotland: 'scotland',
  'procurement-act-wales': 'wales',
  'procurement-act-northern-ireland': 'northern-ireland',
};

function buyerOf({ buyer, buyerType, regime }: Ending, assumed: Assumption[]): Record<string, string> {
  const nation = nations[regime];
  if (nation === undefined)
    assumed.push({ path: 'buyer.nation', because: 'assumed: the notices don’t say in which nation' });
  return {
    name: buyer?.name ?? toBeWritten('which body decides'),
    type: buyerType,
    nation: nation ?? 'england',
    ...(buyer?.id != null && { organisation: buyer.id }),
  };
}

function needOf(contract: Ending, today: string): Record<string, unknown> {
  const { title, endOn, maxEndOn, hasOptions } = contract;
  const ends = endOn < today ? 'ended' : 'ends';
  const options =
    maxEndOn !== null && maxEndOn > endOn
      ? `its options lead to ${dayInWords(maxEndOn)}`
      : hasOptions
        ? 'the notices say that there are options, and not how long'
        : 'the notices show no option to extend it';
  return {
    statement: toBeWritten(`what is needed and by whom when “${title}” has ended, without naming a solution`),
    outcomes: [{ id: 'outcome-one', text: toBeWritten('what will be better, with its measure and owner') }],
    neededBy: endOn,
    ifNothing: `The present contract ${ends} on ${dayInWords(endOn)}; ${options}. ${toBeWritten('what happens then')}`,
    present: presentOf(contract, today),
  };
}

/**
 * The present contract in the words of a case: what isn’t known is left out.
 *
 * @param today `YYYY-MM-DD`
 * @example presentOf(contract, '2026-11-23').regime // 'Public Contracts Regulations 2015'
 */
export function presentOf(contract: Ending, today: string): Record<string, unknown> {
  const { id, title, suppliers, products, startOn, endOn, maxEndOn, netPounds, regime } = contract;
  const law = regimeName(regime);
  const by = suppliers.length === 0 ? '' : `, supplied by ${listOf(suppliers)}`;
  const named = products.length === 0 ? '' : ` Its notices name ${listOf(products)}.`;
  return {
    description: `“${title}”${by}.${named}`,
    contract: id,
    ...(startOn !== null && { startsOn: startOn }),
    endsOn: endOn,
    lastEnd: maxEndOn !== null && maxEndOn > endOn ? maxEndOn : endOn,
    ...(netPounds !== null && { value: netPounds }),
    ...(law !== null && { regime: law }),
    source: `register, contract ${id}, as it stood on ${dayInWords(today)}`,
  };
}

/** Fewest and most years that are appraised unless somebody says otherwise. */
const [fewestYears, mostYears] = [2, 15];

function appraisalOf(
  { startOn, endOn }: Ending,
  today: string,
  assumed: Assumption[],
): Record<string, unknown> {
  const months = termMonths(startOn, endOn);
  const term = months === null ? null : Math.round(months / 12);
  const years = Math.min(mostYears, Math.max(fewestYears, (term ?? 4) + 1));
  assumed.push(
    {
      path: 'appraisal.firstYear',
      because: 'assumed: the financial year in which the present contract ends',
    },
    {
      path: 'appraisal.years',
      because:
        term === null
          ? 'assumed: nothing is known of the term of the present contract'
          : 'assumed: as long as the present contract, and the year in which it ends',
    },
  );
  return {
    firstYear: financialYearName(financialYearOf(endOn)),
    years,
    priceBase: financialYearName(financialYearOf(today)),
  };
}

function triageOf({ netPounds, grossPounds }: Ending, assumed: Assumption[]): Record<string, unknown> {
  const withVat = grossPounds ?? (netPounds === null ? null : Math.round(netPounds * 1.2));
  if (withVat === null || withVat <= 0) return {};
  assumed.push({
    path: 'triage.whole-life-value',
    because: `assumed: what the present contract was let for${grossPounds === null ? ', with VAT at 20 per cent' : ''}`,
  });
  return { triage: { 'whole-life-value': withVat } };
}

/** How mature most of a segment is. Judgement of the authors, and marked as assumed wherever it is used. */
const usualEvolution: Readonly<Record<SegmentId, (typeof evolutions)[number] | null>> = {
  'cloud-hosting': 'commodity',
  'productivity-platforms': 'commodity',
  'back-office-systems': 'product',
  'sector-systems': 'product',
  'systems-integration': 'custom',
  'digital-delivery': 'custom',
  'digital-specialists': 'custom',
  'managed-it-services': 'product',
  'devices-hardware': 'commodity',
  'networks-telecoms': 'commodity',
  'cyber-security': 'product',
  'data-analytics-ai': 'product',
  'automation-integration': 'product',
  'emerging-technology': 'genesis',
  'not-digital': null,
};

function componentsOf({ segment, title }: Ending, assumed: Assumption[]): Record<string, unknown> {
  const evolution = segment === null ? null : usualEvolution[segment];
  if (segment === null || evolution === null) return {};
  assumed.push({
    path: 'components[0].evolution',
    because: `assumed: how most of ${segmentPhrase(segment)} is sold`,
  });
  return { components: [{ id: segment, name: title, evolution, segment }] };
}

/** Puts a comment behind the value at a path such as `components[0].evolution`. */
function comment(document: Document, path: string, text: string): void {
  const keys = [...path.matchAll(/[^.[\]]+/gu)].map(([part]) => (/^\d+$/u.test(part) ? Number(part) : part));
  const node: unknown = document.getIn(keys, true);
  if (isScalar(node)) node.comment = ` ${text}`;
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function slug(text: string, otherwise: string): string {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return letters.slice(0, 60).replace(/-+$/u, '') || otherwise;
}
