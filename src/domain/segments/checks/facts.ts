import { routes } from '../../contracts/contract-facts.ts';
import { evolutions } from '../../decisions/case-parts/need.ts';
import { testResults } from '../../decisions/case-parts/options.ts';
import { levels } from '../../decisions/delivery-model.ts';
import { legalRegimes } from '../../notices/process-facts.ts';
import { buyerTypes } from '../../organisations/mention.ts';
import type { FactDeclaration, FactOrigins, FactUnit } from './fact.ts';
import { marketModels } from './market-of-model.ts';
import { termFact, termNames, terms, type TermName } from './terms.ts';

type Origins = Partial<FactOrigins>;

function origins(from: Origins): FactOrigins {
  return { case: null, contract: null, draft: null, ...from };
}

function number(unit: FactUnit, label: string, meaning: string, from: Origins): FactDeclaration {
  return { type: 'number', unit, label, meaning, from: origins(from) };
}

function yesNo(label: string, meaning: string, from: Origins): FactDeclaration {
  return { type: 'yes-no', label, meaning, from: origins(from) };
}

function choice(values: readonly string[], label: string, meaning: string, from: Origins): FactDeclaration {
  return { type: 'choice', values, label, meaning, from: origins(from) };
}

function choices(values: readonly string[], label: string, meaning: string, from: Origins): FactDeclaration {
  return { type: 'choices', values, label, meaning, from: origins(from) };
}

/** What a pass/fail test of an option said. */
const tested = (label: string, test: string): FactDeclaration =>
  choice(testResults, label, `What the test “${test}” of the option says. Not stated where the test was not made.`, {
    case: `tests, of the option, “${test}”`,
  }); // prettier-ignore

/** Whether an option has a cost line of a phase. */
const costed = (label: string, phases: string): FactDeclaration =>
  yesNo(label, `Whether the option has a cost line of the phase ${phases}. Not stated where no costs are written.`, {
    case: `costs.lines, phase ${phases}`,
  }); // prettier-ignore

const register = 'the register: contracts of the segment that its market page counts';
const ofRegister = { case: register, contract: register, draft: register };
const dates = 'the days of the contract as published';
const textOrRelease = 'read in the text, or in the release';

const structured = {
  'is-framework': yesNo('framework', 'Whether a framework or dynamic market is set up: its value is a ceiling.', {
    contract: 'the notices', draft: 'the release',
  }),
  'buyer-type': choice(buyerTypes, 'kind of buyer', 'The kind of public body that buys.', {
    case: 'buyer.type', contract: 'the notices', draft: 'the release',
  }),
  regime: choice(legalRegimes, 'law', 'The law that the process runs under.', { contract: 'the notices', draft: 'the release' }),
  route: choice(routes, 'route', 'How the contract was reached.', { contract: 'the notices' }),
  'value-ex-vat': number('pounds', 'value without VAT', 'The value of the contract without VAT, options as the source counts them. A value that is only given with VAT is divided by 1.2.', {
    contract: 'the amount that lists show, where it is believable', draft: textOrRelease,
  }),
  'value-with-vat': number('pounds', 'value with VAT', 'The value with VAT, on which the thresholds of the Procurement Act rest. A value that is only given without VAT is multiplied by 1.2.', {
    contract: 'the amount that lists show, where it is believable', draft: textOrRelease,
  }),
  'annual-value': number('pounds', 'value a year', 'Value without VAT, divided by the term without extensions in years.', {
    contract: 'value and days of the contract', draft: textOrRelease,
  }),
  'whole-life-cost': number('pounds', 'whole-life cost', 'Present value of all costs of the option, P50, without VAT.', {
    case: 'the worked-out case',
  }),
  'term-months': number('months', 'term', 'Months from start to end of the contract without extensions. The term of a case is how long the service runs, not a contract’s.', {
    contract: dates, draft: textOrRelease,
  }),
  'longest-term-months': number('months', 'term with all extensions', 'Months from start to the last end with every option used.', {
    contract: dates, draft: textOrRelease,
  }),
  'extension-percent': number('percent', 'extensions', 'Months of extension as a percentage of the term without them.', {
    contract: dates, draft: textOrRelease,
  }),
  'has-extension': yesNo('option to extend', 'Whether the contract can be extended or renewed.', {
    contract: 'the notices', draft: textOrRelease,
  }),
  'months-left': number('months', 'months left', 'Months from the day of the check to the day by which a new arrangement must work.', {
    case: 'asOf and need.neededBy', contract: 'the end of the contract without extensions',
  }),
  bids: number('count', 'bids', 'Bids received for the contract’s lots; the fewest where lots differ.', { contract: 'bid statistics of the notices' }),
  'price-weight-percent': number('percent', 'weight of price', 'Weight of price in the award criteria; the highest where lots differ.', {
    contract: 'the notices', draft: textOrRelease,
  }),
  lots: number('count', 'lots', 'Lots of the procurement.', { contract: 'the notices', draft: textOrRelease }),
  kpis: number('count', 'performance indicators', 'Key performance indicators that were published.', { contract: 'the contract details notice' }),
  changes: number('count', 'published changes', 'Changes of the contract that were published.', { contract: 'contract change notices' }),
  'growth-percent': number('percent', 'growth of value', 'How much the last published value lies above the first, in percent.', { contract: 'values of the contract and of its changes' }),
  'below-target-results': number('count', 'results below target', 'Published performance results below target, and published failures.', { contract: 'contract performance notices' }),
  'supplier-size': choice(['sme', 'large', 'mixed'], 'size of suppliers', 'Whether the suppliers say they are small or medium-sized. Self-declared.', { contract: 'the notices' }),
  'tender-days': number('days', 'days to bid', 'Days from publication of the tender notice to the deadline.', {
    contract: 'the notices', draft: textOrRelease,
  }),
  'turnover-times-annual': number('times', 'turnover demanded', 'Turnover demanded, divided by the value a year.', { draft: 'read in the text' }),
  'products-named': number('count', 'products named', 'Products of the vendor list that the text names.', {
    contract: 'title, description and lots', draft: 'the text, or title, description and lots of the release',
  }),
  'market-engagement': choice(['yes', 'planned', 'no'], 'market engagement', 'Whether suppliers were asked before requirements were fixed.', {
    case: 'market.engaged', contract: 'a preliminary market engagement notice, only yes', draft: 'words about it, or such a notice; only yes',
  }),
  'credible-suppliers': number('count', 'credible suppliers', 'Suppliers that the case thinks able and willing.', { case: 'market.credibleSuppliers' }),
  'delivery-models': choices(marketModels, 'delivery models', 'Delivery models through which the option buys in this segment.', {
    case: 'model or models of the option, with the segments of its components',
  }),
  evolutions: choices(evolutions, 'maturity', 'Maturity of the components that the option buys in this segment.', { case: 'components, evolution' }),
  volatility: choice(levels, 'volatility', 'How often rules change what is bought in this segment: the highest of its components.', { case: 'components, volatility' }),
  differentiation: choice(levels, 'differentiation', 'How far doing it one’s own way matters: the highest of its components.', { case: 'components, differentiation' }),
  'above-official': yesNo('data above OFFICIAL-SENSITIVE', 'Whether a component bought in this segment holds data above OFFICIAL-SENSITIVE.', { case: 'components, dataSensitivity' }),
  interfaces: number('count', 'interfaces', 'Joins between components bought in this segment and others.', { case: 'components, connects' }),
  'suppliers-joined': number('count', 'markets joined', 'Markets that the option buys in: each is another kind of supplier to manage.', { case: 'models of the option and segments of its components' }),
  'test-exit': tested('test of exit', 'exit-tested'),
  'test-team': tested('test of the team', 'team-in-post'),
  'test-suppliers': tested('test of the market', 'credible-suppliers'),
  'test-in-time': tested('test of delivery in time', 'delivered-in-time'),
  'test-data-protection': tested('test of data protection', 'data-protection'),
  'test-off-payroll': tested('test of off-payroll working', 'off-payroll'),
  'test-staff-transfer': tested('test of staff transfer', 'staff-transfer'),
  'test-accessibility': tested('test of accessibility', 'accessibility'),
  'costs-client-team': costed('cost of the own team', 'client-team or contract-management'),
  'costs-exit': costed('cost of leaving', 'exit or decommissioning'),
  'costs-migration': costed('cost of moving data', 'data-migration'),
  'costs-dual-running': costed('cost of dual running', 'dual-running'),
  'costs-integration': costed('cost of integration', 'integration'),
  'costs-adoption': costed('cost of adoption', 'change-adoption'),
  'costs-security': costed('cost of security assurance', 'security-accreditation'),
  'costs-improvement': costed('cost of improvement', 'improvement'),
  'reversal-months': number('months', 'months to turn back', 'Months that turning back would take two years after the start.', { case: 'reversal.months of the option' }),
  'days-late': number('days', 'days late', 'Days by which the option is ready after the day of need; up to 1 is in time, because the day after the old contract’s end joins it.', { case: 'readyOn of the option and need.neededBy' }),
  'body-ends-in-term': yesNo('body ends within the term', 'Whether the body is merged or abolished before the option’s term ends.', { case: 'buyer.changesOn, readyOn and scope.termYears' }),
  'reuse-considered': yesNo('reuse looked at', 'Whether something that exists was looked at for a component bought in this segment.', { case: 'reuse' }),
  'volumes-stated': yesNo('volumes stated', 'Whether the case says how much the service handles in a year.', { case: 'need.volumes' }),
  pilot: choice(['done', 'under-way', 'planned', 'not-needed'], 'pilot', 'Where a pilot stands.', { case: 'pilot.status' }),
  'security-assessment': choice(['done', 'under-way', 'not-started', 'not-needed'], 'security assessment', 'Where the security assessment stands.', { case: 'assessments, security' }),
  'data-protection-assessment': choice(['done', 'under-way', 'not-started', 'not-needed'], 'data protection assessment', 'Where the data protection assessment stands.', { case: 'assessments, data-protection' }),
  'market-top-four-percent': number('percent', 'share of the four largest suppliers', 'Share of the segment’s value that its four largest suppliers hold in the register.', ofRegister),
  'market-single-bid-percent': number('percent', 'single bids in the segment', 'Share of the segment’s contracts with one bid, where at least thirty could be measured.', ofRegister),
} as const satisfies Record<string, FactDeclaration>; // prettier-ignore

/** Name of a declared fact. */
export type FactName = keyof typeof structured | TermName;

/** Every fact that a check may ask for, by name. */
export const facts: Readonly<Record<FactName, FactDeclaration>> = {
  ...structured,
  ...mapTerms(),
};

function mapTerms(): Record<TermName, FactDeclaration> {
  const found: Partial<Record<TermName, FactDeclaration>> = {};
  for (const name of termNames) found[name] = termFact(terms[name]);
  if (!hasAll(found)) throw new Error('A term has no fact.');
  return found;
}

function hasAll(found: Partial<Record<TermName, FactDeclaration>>): found is Record<TermName, FactDeclaration> {
  return termNames.every((name) => found[name] !== undefined);
} // prettier-ignore

/**
 * The name of a fact, or null where none is declared so.
 *
 * @example parseFactName('term-months') // 'term-months'
 */
export function parseFactName(name: string): FactName | null {
  return isFactName(name) ? name : null;
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(facts, name);
}

/** The names of all declared facts. */
export const factNames: readonly FactName[] = Object.keys(facts).filter((name) => isFactName(name));
