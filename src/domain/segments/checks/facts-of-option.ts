import type { CaseDocument } from '../../decisions/case-parts/case-document.ts';
import { parseSegment, isDigital, type DigitalSegmentId } from '../segment.ts';
import type { Facts } from './condition.ts';
import type { FactReading } from './fact.ts';
import type { FactName } from './facts.ts';
import { factsOfText, quote } from './facts-of-text.ts';
import { marketOfModel } from './market-of-model.ts';
import { daysBetween, monthsBetween } from './months-between.ts';

type Option = CaseDocument['options'][number];
type Component = CaseDocument['components'][number];

/** What an option buys in one market: the components, and the models through which it gets them. */
export type Purchase = {
  segment: DigitalSegmentId;
  components: readonly Component[];
  models: readonly string[];
};

/** What a run says of an option: P50 of its cost in pounds, and whether the case’s contract approach is for it. */
export type WorkedOption = { cost: number | null; isRouted: boolean };

/**
 * In which markets an option buys, and what. What it builds itself or reuses is bought nowhere.
 *
 * @example purchasesOf(option, document).map(({ segment }) => segment) // ['cloud-hosting', 'digital-delivery']
 */
export function purchasesOf(option: Option, document: CaseDocument): Purchase[] {
  const bought = document.components.flatMap((component) => {
    const model = option.models?.[component.id] ?? option.model;
    const segment = model === undefined ? null : marketOfModel(model, segmentOf(component));
    return model === undefined || segment === null ? [] : [{ segment, component, model }];
  });
  return [...Map.groupBy(bought, ({ segment }) => segment)].map(([segment, own]) => ({
    segment,
    components: own.map(({ component }) => component),
    models: [...new Set(own.map(({ model }) => model))],
  }));
}

function segmentOf({ segment }: Component): DigitalSegmentId | null {
  const known = segment === undefined ? null : parseSegment(segment);
  return known !== null && isDigital(known) ? known : null;
}

/**
 * What a case states of one option in one market.
 *
 * @param worked what was worked out of it
 * @example factsOfOption(document, option, purchase, { cost: null, isRouted: false })['days-late'] // { value: 122, evidence: 'ready on 2028-07-31, needed by 2028-03-31' }
 */
export function factsOfOption(
  document: CaseDocument,
  option: Option,
  purchase: Purchase,
  { cost, isRouted }: WorkedOption,
): Facts {
  return {
    ...textFacts(document, option, isRouted),
    ...bodyFacts(document),
    ...purchaseFacts(document, option, purchase),
    ...testFacts(document, option),
    ...costFacts(document, option),
    ...timeFacts(document, option),
    ...(cost !== null && {
      'whole-life-cost': { value: Math.round(cost), evidence: 'P50 of the worked-out case' },
    }),
  };
}

/** The contract approach speaks of one option only, and where it isn’t written yet it is silent about nothing. */
function textFacts({ route, tests }: CaseDocument, option: Option, isRouted: boolean): Facts {
  const own = [option.name, option.description, option.exit];
  const exit = (isRouted ? route?.exit : undefined) ?? option.exit;
  const isAccessible = tests.some(
    (one) => one.option === option.id && one.test === 'accessibility' && one.result === 'pass',
  );
  const said: Facts = {
    ...(exit !== undefined && { 'says-exit': { value: true, evidence: quote(exit, 0, 0) } }),
    ...(isAccessible && { 'says-accessibility': { value: true, evidence: 'test accessibility: pass' } }),
  };
  if (!isRouted || route?.contract === undefined)
    return { ...factsOfText(own.join('\n'), 'unknown'), ...said };
  const text = [...own, route.route, route.contract, route.exit].join('\n');
  return { ...factsOfText(text, 'no', 'route and the option’s exit'), ...said };
}

function bodyFacts(document: CaseDocument): Facts {
  const { buyer, market, need, pilot, assessments } = document;
  const assessed = (kind: string, name: FactName): Facts => {
    const found = assessments.find((one) => one.kind === kind);
    return found === undefined ? {} : { [name]: { value: found.status, evidence: `assessments, ${kind}` } };
  };
  return {
    'buyer-type': { value: buyer.type, evidence: 'buyer.type' },
    'volumes-stated': { value: need.volumes.length > 0, evidence: 'need.volumes' },
    'months-left': {
      value: monthsBetween(document.asOf, need.neededBy),
      evidence: `asOf ${document.asOf}, need.neededBy ${need.neededBy}`,
    },
    ...(market !== undefined && {
      'market-engagement': { value: market.engaged, evidence: 'market.engaged' },
    }),
    ...(market?.credibleSuppliers !== undefined && {
      'credible-suppliers': { value: market.credibleSuppliers, evidence: 'market.credibleSuppliers' },
    }),
    ...(pilot !== undefined && { pilot: { value: pilot.status, evidence: 'pilot.status' } }),
    ...assessed('security', 'security-assessment'),
    ...assessed('data-protection', 'data-protection-assessment'),
  };
}

const heights = ['low', 'medium', 'high'] as const;

function highest(of: readonly (typeof heights)[number][]): string {
  return heights.findLast((height) => of.includes(height)) ?? 'low';
}

function purchaseFacts(document: CaseDocument, option: Option, { components, models }: Purchase): Facts {
  const names = components.map(({ id }) => id);
  const evidence = `components ${names.join(', ')}`;
  const joins = document.components.flatMap(({ id, connects }) => connects.map((to) => [id, to] as const));
  const outward = joins.filter(([from, to]) => names.includes(from) !== names.includes(to));
  return {
    'delivery-models': { value: models, evidence: `options.${option.id}` },
    evolutions: { value: [...new Set(components.map(({ evolution }) => evolution))], evidence },
    volatility: { value: highest(components.map(({ volatility }) => volatility)), evidence },
    differentiation: { value: highest(components.map(({ differentiation }) => differentiation)), evidence },
    'above-official': {
      value: components.some(({ dataSensitivity }) => dataSensitivity === 'above'),
      evidence,
    },
    interfaces: { value: outward.length, evidence },
    'suppliers-joined': { value: purchasesOf(option, document).length, evidence: `options.${option.id}` },
    'reuse-considered': {
      value: document.reuse.some((one) => one.components.some((id) => names.includes(id))),
      evidence: 'reuse',
    },
  };
}

const testNames = {
  'test-exit': 'exit-tested',
  'test-team': 'team-in-post',
  'test-suppliers': 'credible-suppliers',
  'test-in-time': 'delivered-in-time',
  'test-data-protection': 'data-protection',
  'test-off-payroll': 'off-payroll',
  'test-staff-transfer': 'staff-transfer',
  'test-accessibility': 'accessibility',
} as const satisfies Partial<Record<FactName, string>>;

function testFacts({ tests }: CaseDocument, option: Option): Facts {
  return Object.fromEntries(
    Object.entries(testNames).flatMap(([name, test]) => {
      const found = tests.find((one) => one.option === option.id && one.test === test);
      if (found === undefined) return [];
      const why = found.evidence ?? found.treatment;
      const evidence = why === undefined ? `test ${test}` : `test ${test}: ${why}`;
      return [[name, { value: found.result, evidence }] satisfies [string, FactReading]];
    }),
  );
}

const phasesOf = {
  'costs-client-team': ['client-team', 'contract-management'],
  'costs-exit': ['exit', 'decommissioning'],
  'costs-migration': ['data-migration'],
  'costs-dual-running': ['dual-running'],
  'costs-integration': ['integration'],
  'costs-adoption': ['change-adoption'],
  'costs-security': ['security-accreditation'],
  'costs-improvement': ['improvement'],
} as const satisfies Partial<Record<FactName, readonly string[]>>;

function costFacts({ costs }: CaseDocument, option: Option): Facts {
  const own = costs.lines.filter(({ options }) => options === 'all' || options.includes(option.id));
  if (own.length === 0) return {};
  return Object.fromEntries(
    Object.entries(phasesOf).map(([name, phases]) => {
      const lines = own.filter(({ phase }) => phases.some((one) => one === phase));
      const ids = lines.map(({ id }) => id).join(', ');
      return [name, { value: lines.length > 0, evidence: ids === '' ? 'costs.lines' : `costs.lines ${ids}` }];
    }),
  );
}

function timeFacts({ buyer, need }: CaseDocument, option: Option): Facts {
  const { scope, readyOn, reversal } = option;
  const months = scope.termYears === undefined ? null : Math.round(scope.termYears * 12);
  const ends = readyOn === undefined || months === null ? null : addMonths(readyOn, months);
  return {
    ...(readyOn !== undefined && {
      'days-late': {
        value: daysBetween(need.neededBy, readyOn),
        evidence: `ready on ${readyOn}, needed by ${need.neededBy}`,
      },
    }),
    ...(ends !== null && {
      'body-ends-in-term': {
        value: buyer.changesOn !== undefined && buyer.changesOn < ends,
        evidence:
          buyer.changesOn === undefined
            ? 'buyer.changesOn isn’t written'
            : `buyer.changesOn ${buyer.changesOn}`,
      },
    }),
    ...(reversal?.months !== undefined && {
      'reversal-months': { value: reversal.months, evidence: `options.${option.id}.reversal.months` },
    }),
  };
}

function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
